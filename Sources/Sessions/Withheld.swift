package import Instruments

// Answers of which others learn nothing, not even whether there is one. Whoever tells somebody else anything of a session
// reads it as `withoutWithheld` first, and whether an answer is withheld is asked of `isWithheld` alone.
extension SessionState {
    /// Whether nobody but those who answer learns of the answer to a question: it is a sensitive one, or whoever answered
    /// marked its level as confidential.
    package func isWithheld(_ question: Question) -> Bool {
        question.isWithheld(with: records[question.id])
    }

    /// The questions whose answers are withheld, asked now or not.
    package var withheldQuestions: Set<Question.ID> {
        var withheld: Set<Question.ID> = []
        for area in questionnaire.areas {
            for question in area.questions where isWithheld(question) { withheld.insert(question.id) }
        }
        return withheld
    }

    /// The session with every withheld answer open, and nothing that hangs on it: whatever is answered to such a
    /// question, or not, it is the same. That a level is marked as confidential stays.
    package func withoutWithheld() -> SessionState { withoutWithheld([]) }

    /// The same, of a moment before another one at which some answers are withheld.
    private func withoutWithheld(_ later: Set<Question.ID>) -> SessionState {
        let withheld = withheldQuestions.union(later)
        let left = Set(leftBehind.filter(\.isWithheld).map(\.question.id))
        let gone = withheld.union(left)
        let former = former?.without(gone)
        guard !gone.isEmpty || milestones.contains(where: { !$0.session.withheldQuestions.isEmpty }) else {
            var seen = self
            seen.former = former
            return seen
        }
        var seen = without(gone)
        seen.former = former
        for id in withheld {
            let isSensitive = questionnaire.question(id)?.isSensitive == true
            seen.records[id] = isSensitive ? nil : .withheld
            seen.room?.questions[id] = nil
            seen.room?.preWork?.tallies[id] = nil
        }
        for id in gone { seen.carriedOver[id] = nil }
        seen.room?.preWork?.gaps.removeAll { gone.contains($0.question) }
        seen.leftBehind.removeAll { $0.isWithheld || withheld.contains($0.question.id) }
        seen.milestones = seen.milestones.map { milestone in
            milestone.holding(milestone.session.withoutWithheld(gone))
        }
        return seen
    }

    /// The session at an earlier moment with the marks of a later one: what is confidential now is so wherever it is told.
    func marked(as later: SessionState) -> SessionState {
        var marked = self
        for (id, record) in later.records where record.confidential {
            // Whether there was an answer then is of the level.
            guard records[id] != nil || record.confidentiality == .level else { continue }
            let own = records[id] ?? AnswerRecord(changed: started)
            marked.records[id] = own
            marked.records[id]?.confidentiality = own.confidentiality.joined(with: record.confidentiality)
        }
        return marked
    }
}

extension SessionState.LeftBehind {
    /// Whether nobody but those who answered learns of the answer.
    fileprivate var isWithheld: Bool { question.isWithheld(with: record) }
}

extension Question {
    /// The one rule for what is withheld.
    fileprivate func isWithheld(with record: AnswerRecord?) -> Bool {
        isSensitive || record?.confidentiality == .level
    }
}

extension AnswerRecord {
    /// What others see of an answer whose level is confidential: the mark alone, at no time.
    fileprivate static var withheld: AnswerRecord {
        var record = AnswerRecord(changed: Timestamp(milliseconds: 0))
        record.confidentiality = .level
        return record
    }
}
