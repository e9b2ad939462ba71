package import Instruments

extension SessionState {
    /// What a new session can take over from an earlier one: answers with their words and evidence, to questions that
    /// both ask in the same way. `inheritedWords` has the actions and themes that go with them.
    ///
    /// - Parameter earlier: the earlier session, of the same questionnaire.
    /// - Returns: entries for `SessionCommand.inherit`, in the order of asking.
    package func inheritance(from earlier: SessionState) -> [SessionEvent.Payload.AnswerEntry] {
        questionnaire.questions.compactMap { question in
            guard let record = earlier.records[question.id], let response = record.response,
                // What somebody answered alone is not for a room to see.
                !isClosedToTheRoom(question.id),
                case .some = try? fitted(response, to: question)
            else { return nil }
            // What was withheld stays so, though the question is not a sensitive one any more.
            let wasWithheld = earlier.questionnaire.question(question.id).map(earlier.isWithheld) == true
            let confidentiality: Confidentiality? =
                wasWithheld && !question.isSensitive
                ? .level : record.confidential ? record.confidentiality : nil
            return SessionEvent.Payload.AnswerEntry(
                question: question.id, response: response, note: record.note, evidence: record.evidence,
                strengths: record.strengths, concerns: record.concerns, confidentiality: confidentiality,
                origin: .inherited)
        }
    }

    /// The actions and themes that go with answers that were taken over, as commands for a session that has the answers.
    ///
    /// - Parameters:
    ///   - entries: the answers, as `inheritance(from:)` gives them.
    ///   - earlier: the session that they are from.
    /// - Returns: commands, in the order of asking.
    package func inheritedWords(
        of entries: [SessionEvent.Payload.AnswerEntry], from earlier: SessionState
    ) -> [SessionCommand] {
        entries.flatMap { entry -> [SessionCommand] in
            guard let record = earlier.records[entry.question] else { return [] }
            return record.actions.map { .addAction(entry.question, $0) }
                + record.themes.map { .setTheme(entry.question, $0, isOn: true) }
        }
    }

    /// What a later report is measured against; nil where there is nothing earlier.
    package var baseline: Baseline? {
        if let signedOff = lastVoidSignOff { return .signOff(signedOff) }
        return carriedOver.isEmpty ? nil : .earlierSession(carriedOver)
    }

    /// The answers taken over, into a session that has none; the walk stays at its first question.
    func inherited(_ entries: [SessionEvent.Payload.AnswerEntry]) throws(Rejection) -> SessionEvent.Payload {
        guard records.isEmpty else { throw .notNew }
        guard !entries.isEmpty else { throw .emptySheet }
        var given = evidenceGiven
        var inherited: [SessionEvent.Payload.AnswerEntry] = []
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

extension SessionEvent {
    /// Whether the event carries over what a session was started with: it is dated as the start, and stands behind it
    /// with nothing but its like in between.
    func isOfTheStart(of state: SessionState) -> Bool {
        guard at == state.started, number == state.startedThrough + 1 else { return false }
        switch what {
        case .answered(let entries, _): return entries.allSatisfy { $0.origin == .inherited }
        case .actionAdded, .themeAdded: return number > 2
        default: return false
        }
    }
}

/// What a session looks back on.
package enum Baseline: Sendable {
    /// The last sign-off that stands no more.
    case signOff(SessionState)
    /// The answers of the session that this one began with.
    case earlierSession([Question.ID: Response])

    /// The answer to a question then; nil where there was none.
    package func response(to id: Question.ID) -> Response? {
        switch self {
        case .signOff(let session): session.response(to: id)
        case .earlierSession(let responses): responses[id]
        }
    }
}
