package import Instruments

extension SessionState {
    /// The questions asked now whose answers nobody has confirmed, in the order of asking.
    package var unconfirmed: [Question.ID] {
        guard records.values.contains(where: \.toConfirm) else { return [] }
        return asked.ids().filter(isUnconfirmed)
    }

    /// Whether there is an answer to a question that nobody has confirmed, asked now or set aside.
    package func isUnconfirmed(_ id: Question.ID) -> Bool { records[id]?.toConfirm == true }

    /// Answers that hold as they stand; a single one that the walk stands at lets it walk on.
    func confirmed(_ ids: [Question.ID]) throws(Rejection) -> SessionEvent.Payload {
        guard let first = ids.first else { throw .nothingToConfirm(nil) }
        let asked = asked
        var seen: Set<Question.ID> = []
        for id in ids {
            _ = try known(id)
            guard seen.insert(id).inserted else { throw .answeredTwice(id) }
            guard asked.contains(id) else { throw .notAskedNow(id) }
            guard response(to: id) != nil else { throw .unanswered(id) }
            guard isUnconfirmed(id) else { throw .nothingToConfirm(id) }
        }
        let walksOn = ids.count == 1 && first == position
        return .confirmed(ids, position: walksOn ? questionAsked(after: first, once: [:]) : position)
    }
}
