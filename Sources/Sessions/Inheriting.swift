import Instruments

extension SessionState {
    /// What a new session can take over from an earlier one: answers with their words and evidence, to questions that
    /// both ask in the same way. Actions and themes stay where they are.
    ///
    /// - Parameter earlier: the earlier session, of the same questionnaire.
    /// - Returns: entries for `SessionCommand.inherit`, in the order of asking.
    package func inheritance(from earlier: SessionState) -> [Happening.AnswerEntry] {
        questionnaire.questions.compactMap { question in
            guard let record = earlier.records[question.id], let response = record.response,
                case .some = try? fitted(response, to: question)
            else { return nil }
            return Happening.AnswerEntry(
                question: question.id, response: response, note: record.note, evidence: record.evidence,
                strengths: record.strengths, concerns: record.concerns,
                confidential: record.confidential ? true : nil, origin: .inherited)
        }
    }

    /// The answers taken over, into a session that has none; the walk stays at its first question.
    func inherited(_ entries: [Happening.AnswerEntry]) throws(Rejection) -> Happening {
        guard records.isEmpty else { throw .notNew }
        guard !entries.isEmpty else { throw .emptySheet }
        var given = evidenceGiven
        var inherited: [Happening.AnswerEntry] = []
        for var entry in entries {
            guard let question = questionnaire.question(entry.question) else {
                throw .unknownQuestion(entry.question)
            }
            if let response = entry.response { entry.response = try fitted(response, to: question) }
            entry.origin = .inherited
            for index in entry.evidence.indices {
                given += 1
                entry.evidence[index].id = "E\(given)"
            }
            inherited.append(entry)
        }
        return .answered(inherited, position: position)
    }
}
