package import Disclosure
package import Instruments
package import Sessions

/// What the room's disagreement on a question does to the headline.
package struct Disagreement: Equatable, Sendable {
    /// The question.
    package var question: Question.ID
    /// The lower and the higher reading: of a vote, or of both sides of met.
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

extension Question {
    /// Both sides of the line between met and not met; nil where the question has no such line.
    fileprivate var sides: (low: AnswerValue, high: AnswerValue)? {
        switch kind {
        case .rating(let rating) where rating.scale.metFrom > 1:
            (.rating(rating.scale.metFrom - 1), .rating(rating.scale.metFrom))
        case .yesNo: (.yesNo(false), .yesNo(true))
        case .rating, .choice, .choices, .number, .date, .text: nil
        }
    }
}

extension SessionState {
    /// The answers, with the lower median of a vote that the room may see where there is none yet.
    private var responsesOrMedians: [Question.ID: Response] {
        var responses = responses
        for question in questionnaire.questions where responses[question.id] == nil {
            guard case .rating = question.kind,
                let low = shownVote(on: question.id)?.tally?.medians?.low
            else { continue }
            responses[question.id] = .given(.rating(low))
        }
        return responses
    }

    /// What the headline would be by the lower and by the higher reading of a vote that the room may see.
    ///
    /// The other questions count by their answers, or by the lower median of the room's last vote.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - tally: the vote on it.
    /// - Returns: nil where the votes do not straddle the line between met and not met, and where there is no headline.
    package func disagreement(
        on question: Question, _ tally: Tally
    ) -> Disagreement? {
        guard let readings = question.readings(of: tally) else { return nil }
        return disagreement(on: question, readings, others: responsesOrMedians)
    }

    private func disagreement(
        on question: Question, _ readings: (low: AnswerValue, high: AnswerValue),
        others: [Question.ID: Response]
    ) -> Disagreement? {
        var responses = others
        func headline(_ value: AnswerValue) -> [Outcome.ID]? {
            responses[question.id] = .given(value)
            return evaluate(instruments, responses: responses, links: links, ranking: false).tier?.possible
        }
        guard let withLow = headline(readings.low), let withHigh = headline(readings.high) else {
            return nil
        }
        return Disagreement(
            question: question.id, low: readings.low, high: readings.high, withLow: withLow,
            withHigh: withHigh)
    }

    /// The questions on which the room lies apart and the headline turns on which side of met it takes.
    ///
    /// It rests on what is told of each vote and on the answers alone: the level that a side voted for, or the median of
    /// a question that nobody agreed on yet, could be one person's.
    ///
    /// - Parameter purpose: what it is told for.
    /// - Returns: what the headline would be on either side of each; none without a room.
    func releasedDisagreements(for purpose: Purpose) -> [Disagreement] {
        guard room != nil else { return [] }
        let answers = responses
        var deciding: [Disagreement] = []
        for question in asked.questions {
            guard releasedVote(on: question.id, for: purpose)?.isSplit == true, let sides = question.sides,
                let disagreement = disagreement(on: question, sides, others: answers),
                disagreement.decides
            else { continue }
            deciding.append(disagreement)
        }
        return deciding
    }

    /// Every question whose votes, as the room may see them, decide the headline, in the order of asking.
    ///
    /// - Returns: what the headline would be by either reading of each.
    package func decidingDisagreements() -> [Disagreement] {
        let others = responsesOrMedians
        var deciding: [Disagreement] = []
        for question in asked.questions {
            guard let tally = shownVote(on: question.id)?.tally,
                let readings = question.readings(of: tally),
                let disagreement = disagreement(on: question, readings, others: others),
                disagreement.decides
            else { continue }
            deciding.append(disagreement)
        }
        return deciding
    }
}
