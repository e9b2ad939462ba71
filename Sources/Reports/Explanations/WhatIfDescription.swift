package import Evaluation
package import Instruments
import Languages
package import Sessions

/// Says what would be otherwise if some answers were other than they are.
///
/// - Parameters:
///   - changes: the assumed answers.
///   - session: the session, which stays as it is.
///   - now: what is said of it.
///   - then: what would be said of it.
/// - Returns: the assumption, then each finding that would change.
package func whatIfSection(
    _ changes: [AssumedAnswer], of session: SessionState, now: Assessment, then: Assessment
) -> [Block] {
    let labels = Labels(session.questionnaire)
    let words = FindingProjection(
        session: session, labels: labels, responses: then.responses, showsAnswers: true,
        showsSetAside: true, withheld: [])
    let asked = AskedQuestions(session.questionnaire) { then.responses[$0] }
    var blocks: [Block] = [.paragraph(local("What if. Nothing of this is saved."))]
    blocks += changes.map { change in
        let current = change.from.map { labels.words(for: $0, to: change.question) } ?? local("not answered")
        let aside = asked.contains(change.question) ? "" : " " + local("The question is not asked now.")
        return .item(
            1,
            "\(labels[change.question].short): "
                + (change.to == change.from
                    ? local("\(labels.words(for: change.to, to: change.question)), as it is now.")
                    : local(
                        "\(labels.words(for: change.to, to: change.question)), instead of \(current.firstLowered)."
                    ))
                + aside)
    }
    let moved = session.askedOnce(now.responses, then.responses)
    if !moved.0.isEmpty {
        blocks.append(
            .paragraph(local("It would also be asked: \(listed(moved.0.map { labels[$0].short })).")))
    }
    if !moved.1.isEmpty {
        blocks.append(
            .paragraph(local("It would no longer be asked: \(listed(moved.1.map { labels[$0].short })).")))
    }
    var differing = Findings.changes(from: now.findings, to: then.findings)
    if let before = now.findings.tier, let after = then.findings.tier {
        let titles = after.outcomesDescription
        let place = differing.firstIndex { $0.key == .table(after.reference) }
        let isSame = place.map { differing[$0].to?.isSameSet(as: differing[$0].from) ?? false } ?? true
        blocks.append(
            .paragraph(
                isSame
                    ? local("The \(after.table.localNaming.one) would still be: \(titles).")
                    : local(
                        "The \(after.table.localNaming.one) would be: \(titles). At present: \(before.outcomesDescription)."
                    )))
        if let sentence = words.tier(after, then.findings).sentences.dropFirst().first,
            after.determined != nil
        {
            blocks.append(.paragraph(sentence))
        }
        // What it would be has been said; what is told beside it is left.
        if let place, !isSame {
            let then = differing[place].to
            differing[place].from?.possible = then?.possible ?? []
            differing[place].from?.certain = then?.certain ?? []
            differing[place].from?.besides.removeAll { $0.isRule }
            differing[place].to?.besides.removeAll { $0.isRule }
            if differing[place].from == differing[place].to { differing.remove(at: place) }
        }
    }
    let names = FindingLabels(session.instruments)
    guard !differing.isEmpty else {
        return blocks + [
            .paragraph(
                now.findings.tier == nil
                    ? local("No finding would change.") : local("No other finding would change."))
        ]
    }
    return blocks + [
        .paragraph(
            now.findings.tier == nil ? local("What would change:") : local("What else would change:"))
    ] + differing.flatMap { names.sentences(on: $0) }.map { .item(1, $0) }
}

extension SessionState {
    /// The questions that are asked by some later answers and not by the earlier ones, and those of which it is the
    /// other way round.
    func askedOnce(
        _ earlier: [Question.ID: Response], _ later: [Question.ID: Response]
    ) -> (now: [Question.ID], noLonger: [Question.ID]) {
        let old = AskedQuestions(questionnaire) { earlier[$0] }
        let new = AskedQuestions(questionnaire) { later[$0] }
        return (new.ids().filter { !old.contains($0) }, old.ids().filter { !new.contains($0) })
    }
}

extension FindingValue.Beside {
    /// Whether it is a rule in play.
    fileprivate var isRule: Bool {
        if case .rule = self { true } else { false }
    }
}

extension TableFinding {
    /// What the table can give, in words.
    package var outcomesDescription: String {
        let titles = possible.compactMap { table.outcome($0)?.title }
        return listed(titles + (canBeNone ? [local("no rule fits")] : []), with: .or)
    }
}

extension DecisionTable {
    /// What its outcomes are called; where the framework does not say, the program does.
    package var localNaming: Naming {
        var naming = naming
        guard called == nil else { return naming }
        naming.one = local("result")
        naming.several = local("results")
        return naming
    }
}
