package import Evaluation
import Instruments
import Languages
package import Sessions

/// What moved between two sessions, or two moments of one, as an audience may see it.
package struct Comparison: Sendable, Encodable {
    /// The name of this shape.
    package var format = "canary-comparison/1"
    /// The two sides, the earlier one first.
    package var before: Side
    package var after: Side
    /// The answers that are not what they were; nil where the audience does not see answers.
    package var moved: [MovedText]?
    /// The findings that are not what they were.
    package var findings: [ChangedText]

    /// One side of a comparison.
    package struct Side: Sendable, Encodable {
        package var session: String
        package var title: String
        /// The day of its last change, in words.
        package var changed: String
        package var answered: Int
        package var asked: Int
        /// How many of its answers nobody has confirmed.
        package var unconfirmed: Int
    }

    /// An answer that is not what it was.
    package struct MovedText: Sendable, Encodable {
        package var question: QuestionLabel
        /// The answers in words; nil where there is none.
        package var from: String?
        package var to: String?
        /// How many levels higher a rating is; nil for other answers.
        package var levels: Int?
    }

    /// A finding that is not what it was.
    package struct ChangedText: Sendable, Encodable {
        package var title: String
        /// What was, and is, possible, in words.
        package var from: [String]
        package var to: [String]
        /// The moved answers without which alone the finding would be another; empty where no single one is,
        /// and where the audience does not see answers.
        package var because: [QuestionLabel]
    }
}

/// Compares two sessions of one questionnaire, or two moments of one session.
///
/// - Parameters:
///   - before: the earlier one.
///   - after: the later one.
///   - audience: who will read it.
/// - Returns: what moved; of confidential words only what the audience may see.
/// - Throws: `TooEntangled` when the exact findings of one side cannot be worked out within the limit.
package func compare(
    _ before: SessionState, _ after: SessionState, for audience: Audience
) throws(TooEntangled) -> Comparison {
    let sides = (try assess(before, for: .display), try assess(after, for: .display))
    let packs = (
        project(before, sides.0, for: audience, now: before.lastAt),
        project(after, sides.1, for: audience, now: after.lastAt)
    )
    let answers = (packs.0.areas.map(answersByID) ?? [:], packs.1.areas.map(answersByID) ?? [:])
    let labels = Labels(after.questionnaire)
    let asked = after.questionnaire.questions.map(\.id)
    let gone = before.questionnaire.questions.map(\.id).filter { !asked.contains($0) }
    let moved = (asked + gone).compactMap { id -> Comparison.MovedText? in
        let (from, to) = (answers.0[id.text], answers.1[id.text])
        guard from?.answer != to?.answer, from?.answer != nil || to?.answer != nil else { return nil }
        return Comparison.MovedText(
            question: to?.question ?? from?.question ?? labels[id], from: from?.answer, to: to?.answer,
            levels: levels(before.response(to: id), after.response(to: id)))
    }
    let (was, isNow) = (findings(packs.0), findings(packs.1))
    // What the findings would be had one move alone not been made.
    var without: [(move: QuestionLabel, findings: [(title: String, possible: [String])])] = []
    for move in moved where audience.showsAnswers && !isNow.elementsEqual(was, by: ==) {
        let id = Question.ID(move.question.id)
        guard let old = before.response(to: id), after.response(to: id) != nil else { continue }
        let change = AssumedAnswer(question: id, from: after.response(to: id), to: old)
        // A move whose effect cannot be worked out within the limit is not said to have done anything.
        guard let other = try? assess(after, assuming: [change], for: .display) else { continue }
        without.append((move.question, findings(project(after, other, for: audience, now: after.lastAt))))
    }
    var changed: [Comparison.ChangedText] = []
    for (title, to) in isNow {
        let from = was.first { $0.title == title }?.possible ?? []
        guard from != to else { continue }
        let because = without.filter { other in
            other.findings.first { $0.title == title }?.possible != to
        }.map(\.move)
        changed.append(Comparison.ChangedText(title: title, from: from, to: to, because: because))
    }
    return Comparison(
        before: side(packs.0), after: side(packs.1), moved: audience.showsAnswers ? moved : nil,
        findings: changed)
}

private func side(_ pack: Pack) -> Comparison.Side {
    Comparison.Side(
        session: pack.cover.session, title: pack.cover.title, changed: pack.cover.changed,
        answered: pack.cover.answered, asked: pack.cover.asked, unconfirmed: pack.cover.unconfirmed ?? 0)
}

private func answersByID(_ areas: [AreaText]) -> [String: AnswerText] {
    Dictionary(areas.flatMap(\.answers).map { ($0.question.id, $0) }) { first, _ in first }
}

private func levels(_ from: Response?, _ to: Response?) -> Int? {
    guard case .given(.rating(let before))? = from, case .given(.rating(let after))? = to else { return nil }
    return after - before
}

/// Every finding by its title, with what is possible.
private func findings(_ pack: Pack) -> [(title: String, possible: [String])] {
    let tables = ([pack.tier].compactMap(\.self) + pack.tables).map { ($0.title, $0.possible) }
    let models = pack.models.map { model in
        let words =
            switch model.status {
            case "viable": local("viable")
            case "not-viable": local("not viable")
            default: local("undetermined")
            }
        return (model.title, [words])
    }
    let early = pack.signatures.map { [(local("Early warning"), $0.possible)] } ?? []
    let signs = (pack.signatures?.categories ?? []).flatMap(\.signatures).map { ($0.title, $0.possible) }
    return tables + models + early + signs
}
