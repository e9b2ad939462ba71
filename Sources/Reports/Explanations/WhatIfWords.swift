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
package func whatIfBlocks(
    _ changes: [AssumedAnswer], of session: SessionState, now: Assessment, then: Assessment
) -> [Block] {
    let labels = Labels(session.questionnaire)
    let words = FindingWords(
        session: session, labels: labels, responses: then.responses, showsAnswers: true)
    let asked = session.asked
    var blocks: [Block] = [.paragraph(local("What if. Nothing of this is saved."))]
    blocks += changes.map { change in
        let current = change.from.map { labels.words(for: $0, to: change.question) } ?? local("not answered")
        let aside = asked.contains(change.question) ? "" : " " + local("The question is not asked now.")
        return .item(
            1,
            "\(labels[change.question].short): "
                + local(
                    "\(labels.words(for: change.to, to: change.question)), instead of \(current.firstLowered)."
                )
                + aside)
    }
    if let before = now.findings.tier, let after = then.findings.tier {
        let titles = after.outcomesInWords
        blocks.append(
            .paragraph(
                before.outcomesInWords == titles
                    ? local("The \(after.table.localNaming.one) would still be: \(titles).")
                    : local(
                        "The \(after.table.localNaming.one) would be: \(titles). At present: \(before.outcomesInWords)."
                    )))
        if let sentence = words.tier(after, then.findings).sentences.dropFirst().first,
            after.determined != nil
        {
            blocks.append(.paragraph(sentence))
        }
    }
    let changed = words.changes(from: now.findings, to: then.findings)
    guard !changed.isEmpty else { return blocks + [.paragraph(local("No other finding would change."))] }
    return blocks + [.paragraph(local("What else would change:"))] + changed.map { .item(1, $0) }
}

extension TableFinding {
    /// What the table can give, in words.
    package var outcomesInWords: String {
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

extension FindingWords {
    /// Each model, signature and grade that differs between two findings of the same questionnaire.
    func changes(from before: Findings, to after: Findings) -> [String] {
        var changes: [String] = []
        func note(_ title: String, _ old: String, _ new: String) {
            if old != new { changes.append("\(title): " + local("\(new), instead of \(old).")) }
        }
        for (old, new) in zip(before.models, after.models) {
            note(old.model.title, old.status.inWords, new.status.inWords)
        }
        guard let old = before.signatures, let new = after.signatures else { return changes }
        note(local("Early warning"), grades(old), grades(new))
        for (one, other) in zip(old.signatures, new.signatures) {
            note(
                one.signature.title, status(one, old.definition), status(other, new.definition))
        }
        return changes
    }

    private func grades(_ findings: SignatureFindings) -> String {
        listed(signatures(findings).possible.map(\.firstLowered), with: .or)
    }

    private func status(_ finding: SignatureFinding, _ set: SignatureSet) -> String {
        listed(signature(finding, set).possible.map(\.firstLowered), with: .or)
    }
}

extension ModelFinding.Status {
    /// The status in words.
    var inWords: String {
        switch self {
        case .viable: local("conditions met")
        case .notViable: local("conditions not met")
        case .undetermined: local("not ruled out")
        }
    }
}
