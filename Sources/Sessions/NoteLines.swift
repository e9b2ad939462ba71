import Instruments

extension [SessionEvent] {
    /// The events with each note that was typed line by line as one, with all its lines.
    package var withWholeNotes: [SessionEvent] {
        var whole: [SessionEvent] = []
        var places: [Int: Int] = [:]
        whole.reserveCapacity(count)
        for event in self {
            switch event.what {
            case .noteContinued(let id, let step, let text):
                switch places[step].map({ whole[$0].what }) {
                case .noted(_, let words)?:
                    whole[places[step] ?? 0].what = .noted(id, words + "\n" + text)
                case .noteAdded(_, let words)?:
                    whole[places[step] ?? 0].what = .noteAdded(id, words + "\n" + text)
                default:
                    // What came before stands in another kind of event, such as an answer with its note.
                    places[step] = whole.count
                    whole.append(SessionEvent(number: event.number, at: event.at, what: .noteAdded(id, text)))
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
