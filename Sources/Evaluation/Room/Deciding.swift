package import Instruments
package import Sessions

/// What the room's disagreement on a question does to the headline.
package struct Disagreement: Equatable, Sendable {
    /// The question.
    package var question: Question.ID
    /// The lowest and the highest answer that somebody voted for.
    package var low: AnswerValue
    package var high: AnswerValue
    /// What is possible by the lower and by the higher reading, in the table's order.
    package var withLow: [Outcome.ID]
    package var withHigh: [Outcome.ID]

    /// Whether the headline is another one by the lower than by the higher reading.
    package var decides: Bool { withLow != withHigh }
}

extension Question {
    /// The lower and the higher reading of a vote; nil where it does not straddle the line between met and not met.
    ///
    /// They are the lowest and the highest answer that anybody voted for; that is ours.
    package func readings(of tally: Tally) -> (low: AnswerValue, high: AnswerValue)? {
        switch kind {
        case .rating(let rating):
            guard let span = tally.span, span.low < rating.scale.metFrom, span.high >= rating.scale.metFrom
            else { return nil }
            return (.rating(span.low), .rating(span.high))
        case .yesNo:
            guard tally.counts.count == 2, tally.counts.allSatisfy({ $0 > 0 }) else { return nil }
            return (.yesNo(false), .yesNo(true))
        case .choice, .choices, .number, .date, .text:
            return nil
        }
    }
}

extension SessionState {
    /// The vote of which the room, or those who prepared, last made up their minds; nil where there is none yet.
    ///
    /// A vote that was not revealed is no one's to look at.
    package func lastVote(on id: Question.ID) -> Tally? {
        roomRecord(of: id).votes.last { $0.isRevealed }?.tally ?? room?.preWork?.tallies[id]
    }

    /// The answers, with the lower median of a vote where there is none yet.
    private func responses(orMediansOf vote: (Question.ID) -> Tally?) -> [Question.ID: Response] {
        var responses = responses
        for question in questionnaire.questions where responses[question.id] == nil {
            guard case .rating = question.kind, let low = vote(question.id)?.medians?.low else { continue }
            responses[question.id] = .given(.rating(low))
        }
        return responses
    }

    /// What the headline would be by the lower and by the higher reading of a vote.
    ///
    /// The other questions count by their answers, or by the lower median of the room's last vote.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - tally: the vote on it.
    /// - Returns: nil where the votes do not straddle the line between met and not met, and where there is no headline.
    /// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
    package func disagreement(
        on question: Question, _ tally: Tally
    ) throws(TooEntangled) -> Disagreement? {
        try disagreement(on: question, tally, others: responses(orMediansOf: lastVote))
    }

    private func disagreement(
        on question: Question, _ tally: Tally, others: [Question.ID: Response]
    ) throws(TooEntangled) -> Disagreement? {
        guard let readings = question.readings(of: tally) else { return nil }
        var responses = others
        func headline(_ value: AnswerValue) throws(TooEntangled) -> [Outcome.ID]? {
            responses[question.id] = .given(value)
            return try evaluate(instruments, responses: responses, links: links).tier?.possible
        }
        guard let withLow = try headline(readings.low), let withHigh = try headline(readings.high) else {
            return nil
        }
        return Disagreement(
            question: question.id, low: readings.low, high: readings.high, withLow: withLow,
            withHigh: withHigh)
    }

    /// The questions whose votes decide the headline, by nothing but votes that may leave the room.
    ///
    /// - Parameter isForReport: whether it goes into a report, which is put on record.
    /// - Returns: what the headline would be by either reading of each; none without a room.
    /// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
    func toldDisagreements(isForReport: Bool) throws(TooEntangled) -> [Disagreement] {
        guard let room else { return [] }
        var told: [Question.ID: Tally] = [:]
        for question in asked.questions {
            guard case .votes = self.told(of: question.id, isForReport: isForReport) else { continue }
            told[question.id] = room.questions[question.id]?.votes.last(where: \.isRevealed)?.tally
        }
        return try decidingDisagreements(told)
    }

    /// Every question whose votes decide the headline, in the order of asking.
    ///
    /// - Parameter tallies: the votes by question; the last ones of the session where none are given.
    /// - Returns: what the headline would be by either reading of each.
    /// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
    package func decidingDisagreements(
        _ tallies: [Question.ID: Tally]? = nil
    ) throws(TooEntangled) -> [Disagreement] {
        func vote(_ id: Question.ID) -> Tally? { tallies.map { $0[id] } ?? lastVote(on: id) }
        let others = responses(orMediansOf: vote)
        var deciding: [Disagreement] = []
        for question in asked.questions {
            guard let tally = vote(question.id),
                let disagreement = try disagreement(on: question, tally, others: others),
                disagreement.decides
            else { continue }
            deciding.append(disagreement)
        }
        return deciding
    }
}
