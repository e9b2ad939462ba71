import Disclosure
import Instruments

extension SessionState {
    /// Forgets counts that the journal holds no more: no step leads to them, back or forth.
    mutating func forgetCounts(_ numbers: Set<Int>) {
        guard !numbers.isEmpty else { return }
        for id in (room?.written ?? [:]).keys {
            room?.written[id]?.removeAll { numbers.contains($0.number) }
            room?.questions[id]?.forgetVotes(numbers)
        }
        undoSteps = undoSteps.compactMap { $0.without(counts: numbers) }
        redoSteps = redoSteps.compactMap { $0.without(counts: numbers) }
    }
}

extension Room {
    /// Whether a step is a count whose numbers left the journal, as one that a salvage brought back is.
    func isOfNobody(_ step: Int) -> Bool {
        written.values.contains { $0.contains { $0.number == step && $0.tally.people == 0 } }
    }
}

extension SessionState.Step {
    /// The step without some counts; nil where it is one of them.
    fileprivate func without(counts numbers: Set<Int>) -> SessionState.Step? {
        guard !numbers.contains(number) else { return nil }
        guard case .records(let records, let room) = before else { return self }
        var step = self
        step.before = .records(
            records,
            room: room.map { held in
                var held = held
                held.value?.forgetVotes(numbers)
                return held
            })
        return step
    }
}

extension RoomRecord {
    /// Forgets votes by the numbers of their events.
    fileprivate mutating func forgetVotes(_ numbers: Set<Int>) {
        votes.removeAll { numbers.contains($0.number) }
    }
}
