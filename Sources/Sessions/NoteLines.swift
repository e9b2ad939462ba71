import Instruments

extension Happening {
    /// The question whose note it writes or adds to, so that further lines can belong to it; nil for every other event.
    var noted: Question.ID? {
        switch self {
        case .noted(let id, _), .noteAdded(let id, _): id
        default: nil
        }
    }
}

extension [SessionEvent] {
    /// The questions of the notes that further lines can belong to, by the numbers of the events that began them.
    var questionsOfNotes: [Int: Question.ID] {
        var questions: [Int: Question.ID] = [:]
        for event in self { questions[event.number] = event.what.noted }
        return questions
    }

    /// The events with each note that was typed line by line as one, with all its lines.
    package var withWholeNotes: [SessionEvent] {
        var whole: [SessionEvent] = []
        var places: [Int: Int] = [:]
        whole.reserveCapacity(count)
        for event in self {
            switch event.what {
            case .noteContinued(let step, let text):
                guard let place = places[step] else { continue }
                switch whole[place].what {
                case .noted(let id, let words): whole[place].what = .noted(id, words + "\n" + text)
                case .noteAdded(let id, let words): whole[place].what = .noteAdded(id, words + "\n" + text)
                default: break
                }
            case .noted, .noteAdded:
                places[event.number] = whole.count
                whole.append(event)
            default: whole.append(event)
            }
        }
        return whole
    }
}
