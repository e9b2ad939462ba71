import Instruments

extension SessionEvent.Payload {
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
        // A note of thousands of lines is put together once, and not anew at each of them.
        var further: [Int: [String]] = [:]
        whole.reserveCapacity(count)
        for event in self {
            guard case .noteContinued(let step, let text) = event.what else {
                whole.append(event)
                continue
            }
            further[step, default: []].append(text)
        }
        guard !further.isEmpty else { return whole }
        return whole.map { event in
            guard let lines = further[event.number] else { return event }
            var event = event
            switch event.what {
            case .noted(let id, let first): event.what = .noted(id, ([first] + lines).joined(separator: "\n"))
            case .noteAdded(let id, let first):
                event.what = .noteAdded(id, ([first] + lines).joined(separator: "\n"))
            default: break
            }
            return event
        }
    }
}
