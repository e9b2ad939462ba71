package import Disclosure
package import Instruments
package import Sessions

/// All that is said of a session: what its answers mean, what would change that, and how they were reached.
package struct Assessment: Sendable {
    /// What it is said for.
    package var purpose: Purpose
    /// The answers that it rests on: the session's own, or those that were assumed.
    package var responses: [Question.ID: Response]
    /// What the answers mean.
    package var findings: Findings
    /// What other answers would make of it.
    package var counterfactuals: Counterfactuals
    /// How the answers were reached.
    package var quality: [QualityLine]
    /// How far they are only asserted; nil where no rating is given that evidence is asked for.
    package var assurance: Assurance?
    /// The questions on which a room's votes decide the headline, in the order of asking; none without a room.
    package var disagreements: [Disagreement]
    /// What a critical friend asks of these answers, in the questionnaire's order.
    package var prompts: [Prompt]
    /// The questions whose answers nobody has confirmed, in the order of asking; those answers count all the same.
    package var unconfirmed: [Question.ID]
}

/// Assesses a session.
///
/// - Parameters:
///   - session: the session.
///   - purpose: what it is said for.
/// - Returns: all that is said of it.
package func assess(
    _ session: SessionState, for purpose: Purpose
) -> Assessment {
    assess(session, responses: session.responses, for: purpose)
}

/// Assesses a session by answers that may be other than its own.
func assess(
    _ session: SessionState, responses: [Question.ID: Response], for purpose: Purpose
) -> Assessment {
    let findings = evaluate(session.instruments, responses: responses, links: session.links)
    return Assessment(
        purpose: purpose, responses: responses, findings: findings,
        counterfactuals: counterfactuals(
            session.instruments, responses: responses, links: session.links, findings),
        quality: quality(of: session, responses: responses, for: purpose, countsConfidential: true),
        assurance: assurance(of: session, responses: responses, findings, countsConfidential: true),
        disagreements: session.releasedDisagreements(for: purpose),
        prompts: prompts(session.questionnaire, responses: responses),
        unconfirmed: session.unconfirmed.filter { responses[$0] == session.response(to: $0) })
}

/// The prompts that some answers bring up: those whose formula holds for the answers given to questions asked now.
package func prompts(
    _ questionnaire: Questionnaire, responses: [Question.ID: Response]
) -> [Prompt] {
    let asked = AskedQuestions(questionnaire) { responses[$0] }
    return questionnaire.prompts.filter { prompt in
        prompt.when.holds { question, values in
            guard asked.contains(question), case .given(let value)? = responses[question] else {
                return false
            }
            return values.contains { value.matches($0) }
        }
    }
}
