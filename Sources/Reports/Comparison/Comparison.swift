import Disclosure
package import Evaluation
import Instruments
import Languages
package import Sessions

/// What moved between two sessions, or two moments of one, as an audience may see it.
package struct Comparison: Sendable, Encodable {
    /// The name of this shape.
    package var format = "canary-comparison/2"
    /// The two sides, the earlier one first.
    package var before: Side
    package var after: Side
    /// Whether both were read by the same rules.
    package var sameRules: Bool
    /// How far ratings moved, by level; nil where the audience does not see answers.
    package var movement: Movement?
    /// The answers that are not what they were; nil where the audience does not see answers.
    package var moved: [MovedText]?
    /// The questions asked on one side only; nil where the audience does not see answers.
    package var asked: AskedText?
    /// The links that are recorded on one side only; nil where the audience does not see answers.
    package var links: [MovedLinkText]?
    /// What became of actions, and what is left to do; nil where the audience does not see answers.
    package var actions: [ComparedAction]?
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
        /// The answers in words; nil where there is none, or where it is not asked for.
        package var from: String?
        package var to: String?
        /// How many levels higher a rating is; nil for other answers.
        package var levels: Int?
        /// Whether the question is asked on one side only.
        package var isAskedOnce: Bool
    }

    /// The questions asked on one side only.
    package struct AskedText: Sendable, Encodable {
        package var now: [QuestionLabel]
        package var noLonger: [QuestionLabel]
    }

    /// A link that is recorded on one side only.
    package struct MovedLinkText: Sendable, Encodable, Hashable {
        package var from: ProblemsText.End
        package var to: ProblemsText.End
        /// Whether it was added; else it was taken away.
        package var isAdded: Bool
    }

    /// A finding that is not what it was.
    package struct ChangedText: Sendable, Encodable {
        /// What kind of finding it is, and its full name.
        package var kind: String
        package var id: String
        package var title: String
        /// What was, and is, possible, in the words of the files; empty where the finding is not there.
        package var from: [String]
        package var to: [String]
        /// What was, and is, told beside it: rules, cautions and the like.
        package var besidesFrom: [String]
        package var besidesTo: [String]
        /// How it differs, in sentences.
        package var sentences: [String]
        /// What single moves do to it; nil where the audience does not see answers, and where nothing moved.
        package var causes: CausesText?
    }

    /// What single moves do to a finding.
    package struct CausesText: Sendable, Encodable {
        package var status: Causes.Status
        /// The moves without which it would be as before, and those without which it would be another again.
        package var withoutAsBefore: [MoveText]
        package var withoutAnother: [MoveText]
        /// The moves that alone make it what it is.
        package var alone: [MoveText]
    }

    /// A move: an answer or a link.
    package struct MoveText: Sendable, Encodable {
        package var question: QuestionLabel?
        package var link: MovedLinkText?
    }
}

/// Compares two sessions of one questionnaire, or two moments of one session.
///
/// - Parameters:
///   - before: the earlier one.
///   - after: the later one.
///   - audience: who will read it.
/// - Returns: what moved; of confidential words only what the audience may see.
package func compare(
    _ before: SessionState, _ after: SessionState, for audience: Audience
) -> Comparison {
    // Assessed as it is disclosed, so that no change tells of an answer that the reader may not learn of.
    let (before, after) = (before.disclosed(to: audience), after.disclosed(to: audience))
    let sides = (assess(before, for: .display), assess(after, for: .display))
    let packs = (
        project(before, sides.0, for: audience, now: before.lastAt),
        project(after, sides.1, for: audience, now: after.lastAt)
    )
    let names = MoveNames(before, after)
    let changes = Findings.changes(from: sides.0.findings, to: sides.1.findings)
        .compactMap { audience.showsAnswers ? $0 : $0.withoutAnswers }
    // Only what has an effect is tried, and only for those who may know of it.
    let trial = audience.showsAnswers && !changes.isEmpty ? MoveTrial(from: before, to: after) : nil
    return Comparison(
        before: side(packs.0), after: side(packs.1),
        sameRules: before.pins == after.pins,
        movement: audience.showsAnswers ? Movement(from: before, to: after) : nil,
        moved: audience.showsAnswers ? moved(packs, before, after, names) : nil,
        asked: audience.showsAnswers ? asked(before, after, names) : nil,
        links: audience.showsAnswers ? names.links : nil,
        actions: packs.1.actions.map { ComparedAction.all(from: packs.0.actions ?? [], to: $0) },
        findings: changes.map { change in
            Comparison.ChangedText(
                kind: change.key.kind, id: change.key.id,
                title: names.findings(of: change).title(of: change.key),
                from: (change.from?.possible ?? []).map(\.id), to: (change.to?.possible ?? []).map(\.id),
                besidesFrom: change.from?.besides.asTexts ?? [],
                besidesTo: change.to?.besides.asTexts ?? [],
                sentences: names.findings(of: change).sentences(onMoved: change, from: names.before),
                causes: trial.flatMap { $0.moves.isEmpty ? nil : names.causes($0.causes(of: change)) })
        })
}

private func side(_ pack: Pack) -> Comparison.Side {
    Comparison.Side(
        session: pack.cover.session, title: pack.cover.title, changed: pack.cover.changed,
        answered: pack.cover.answered + pack.cover.dontKnow + pack.cover.notApplicable,
        asked: pack.cover.asked, unconfirmed: pack.cover.unconfirmed ?? 0)
}

private func moved(
    _ packs: (Pack, Pack), _ before: SessionState, _ after: SessionState, _ names: MoveNames
) -> [Comparison.MovedText] {
    let answers = (packs.0.areas.map(answersByID) ?? [:], packs.1.areas.map(answersByID) ?? [:])
    let isAsked = (before.asked, after.asked)
    return names.questions.compactMap { id in
        let (from, to) = (answers.0[id.text], answers.1[id.text])
        // An answer that is set aside counts where an open answer could bring its question back.
        func answer(_ shown: AnswerText?, _ session: SessionState) -> String? {
            shown?.answer
                ?? session.response(to: id).map {
                    local("\(Labels(session.questionnaire).words(for: $0, to: id)), set aside")
                }
        }
        let (old, new) = (answer(from, before), answer(to, after))
        guard old != new else { return nil }
        return Comparison.MovedText(
            question: to?.question ?? from?.question ?? names.label(id), from: old, to: new,
            levels: levels(before.response(to: id), after.response(to: id)),
            isAskedOnce: isAsked.0.contains(id) != isAsked.1.contains(id))
    }
}

private func asked(
    _ before: SessionState, _ after: SessionState, _ names: MoveNames
) -> Comparison.AskedText {
    let (old, new) = (before.asked, after.asked)
    return Comparison.AskedText(
        now: new.ids().filter { !old.contains($0) }.map(names.label),
        noLonger: old.ids().filter { !new.contains($0) }.map(names.label))
}

private func answersByID(_ areas: [AreaText]) -> [String: AnswerText] {
    Dictionary(areas.flatMap(\.answers).map { ($0.question.id, $0) }) { first, _ in first }
}

private func levels(_ from: Response?, _ to: Response?) -> Int? {
    guard case .given(.rating(let before))? = from, case .given(.rating(let after))? = to else { return nil }
    return after - before
}
