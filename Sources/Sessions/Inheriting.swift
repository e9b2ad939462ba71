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
            return SessionEvent.Payload.AnswerEntry(
                question: question.id, response: response, note: record.note, evidence: record.evidence,
                strengths: record.strengths, concerns: record.concerns,
                confidentiality: confidentiality(on: question, from: earlier),
                origin: .inherited)
        }
    }

    /// How much of what an earlier session holds on a question stays with the authority here; nil where nothing does.
    private func confidentiality(on question: Question, from earlier: SessionState) -> Confidentiality? {
        // What was withheld stays so, though the question is not a sensitive one any more.
        let wasWithheld = earlier.questionnaire.question(question.id).map(earlier.isWithheld) == true
        if wasWithheld, !question.isSensitive { return .level }
        return earlier.records[question.id].flatMap { $0.confidential ? $0.confidentiality : nil }
    }

    /// The actions that nobody has done or dropped, and the themes that go with answers that were taken over, as commands
    /// for a session that has the answers.
    ///
    /// - Parameters:
    ///   - entries: the answers, as `inheritance(from:)` gives them.
    ///   - earlier: the session that they are from.
    /// - Returns: commands, in the order of asking.
    package func inheritedWords(
        of entries: [SessionEvent.Payload.AnswerEntry], from earlier: SessionState
    ) -> [SessionCommand] {
        let answered = Set(entries.map(\.question))
        return questionnaire.questions.flatMap { question -> [SessionCommand] in
            guard let record = earlier.records[question.id], !isClosedToTheRoom(question.id) else {
                return []
            }
            let left = record.actions.filter { !$0.state.isSettled }.map { action in
                var action = action
                action.isCarried = true
                return action
            }
            var commands: [SessionCommand] = []
            // A theme goes with an answer; an action may stand by itself.
            let isAnswered = answered.contains(question.id)
            if !isAnswered, !left.isEmpty, let kept = confidentiality(on: question, from: earlier) {
                commands.append(.setConfidential(question.id, kept))
            }
            commands += left.map { .addAction(question.id, $0) }
            if isAnswered { commands += record.themes.map { .setTheme(question.id, $0, isOn: true) } }
            return commands
        }
    }

    /// The measures of an earlier session with their values, as commands for a session that has none.
    package static func inheritedMeasures(from earlier: SessionState) -> [SessionCommand] {
        earlier.measures.map { measure in
            var measure = measure
            measure.id = ""
            return .setMeasure(measure)
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
        case .actionAdded, .themeAdded, .confidentialitySet, .measureSet: return number > 2
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
