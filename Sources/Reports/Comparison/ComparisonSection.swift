import Evaluation
import Languages

extension Comparison {
    /// The comparison as a document.
    package func document() -> [Block] {
        var blocks: [Block] = [
            .heading(1, local("What moved")),
            .item(1, local("Before: \(before.localizedDescription)")),
            .item(1, local("After: \(after.localizedDescription)")),
        ]
        if before.unconfirmed > 0 {
            blocks.append(
                .paragraph(
                    counted(
                        before.unconfirmed, "answer of the earlier one was not confirmed by anybody.",
                        "answers of the earlier one were not confirmed by anybody.")))
        }
        if after.unconfirmed > 0 {
            blocks.append(
                .paragraph(
                    plural(
                        after.unconfirmed,
                        "Nobody has confirmed \(after.unconfirmed) answer of the later one. Where it is the same as before, that says nothing.",
                        "Nobody has confirmed \(after.unconfirmed) answers of the later one. Where they are the same as before, that says nothing."
                    )))
        }
        if !sameRules {
            blocks.append(
                .paragraph(
                    local(
                        "The two were not read by the same version of the questions and rules, so a finding can differ although nothing moved."
                    )))
        }
        if let moved {
            blocks.append(.heading(2, local("Answers")))
            if let movement { blocks.append(.paragraph(movement.localizedDescription)) }
            blocks +=
                moved.isEmpty
                ? [.paragraph(local("No answer is another."))]
                : moved.map { .item(1, $0.localizedDescription) }
        }
        if let asked, !asked.now.isEmpty {
            blocks.append(.paragraph(local("Asked now: \(listed(asked.now.map(\.short))).")))
        }
        if let asked, !asked.noLonger.isEmpty {
            blocks.append(.paragraph(local("No longer asked: \(listed(asked.noLonger.map(\.short))).")))
        }
        if let links, !links.isEmpty {
            blocks.append(.heading(2, local("Links")))
            blocks += links.map { .item(1, $0.localizedDescription) }
        }
        if let actions { blocks += actions.blocks }
        blocks.append(.heading(2, local("Findings")))
        guard !findings.isEmpty else {
            return blocks + [.paragraph(local("No finding is another."))]
        }
        for finding in findings {
            blocks += finding.sentences.map { .item(1, $0) }
            blocks += (finding.causes?.sentences ?? []).map { .item(2, $0) }
        }
        return blocks
    }
}

extension FindingLabels {
    /// How a finding of the later side differs, in sentences.
    func sentences(onMoved change: FindingChange, from before: FindingLabels) -> [String] {
        guard !(change.to.map { $0.isSameSet(as: change.from) } ?? (change.from == nil)) else {
            return sentences(on: change)
        }
        let title = title(of: change.key)
        // Each side has its own words, since the rules may have moved.
        let was = before.words(for: change.from, of: change.key)
        let isNow = words(for: change.to, of: change.key)
        return [local("\(title): was \(was), is now \(isNow).")] + sentences(on: change).dropFirst()
    }
}

extension Comparison.CausesText {
    /// What single moves do, as far as it is known.
    fileprivate var sentences: [String] {
        func names(_ moves: [Comparison.MoveText]) -> String { listed(moves.map(\.localizedDescription)) }
        var sentences: [String] = []
        if !withoutAsBefore.isEmpty {
            sentences.append(
                withoutAsBefore.count == 1
                    ? local("Without this move it would be as before: \(names(withoutAsBefore)).")
                    : local(
                        "Without any one of these moves it would be as before: \(names(withoutAsBefore)).")
            )
        }
        if !withoutAnother.isEmpty {
            sentences.append(
                withoutAnother.count == 1
                    ? local(
                        "Without this move it would be neither as before nor as now: \(names(withoutAnother))."
                    )
                    : local(
                        "Without any one of these moves it would be neither as before nor as now: \(names(withoutAnother))."
                    ))
        }
        if !alone.isEmpty {
            sentences.append(
                alone.count == 1
                    ? local("This move alone makes it so: \(names(alone)).")
                    : local("Each of these moves alone makes it so: \(names(alone))."))
        }
        switch status {
        case .known: return sentences.isEmpty ? [local("No single move did it.")] : sentences
        case .partly:
            return sentences + [local("What some of the moves did cannot be worked out.")]
        case .notComputed: return [local("Which moves did it cannot be worked out.")]
        }
    }
}

extension Comparison.MoveText {
    /// The move within a sentence.
    fileprivate var localizedDescription: String {
        if let question { return question.short }
        guard let link else { return "" }
        return link.isAdded
            ? local("the link from \(link.from.name.firstLowered) to \(link.to.name.firstLowered)")
            : local(
                "taking away the link from \(link.from.name.firstLowered) to \(link.to.name.firstLowered)")
    }
}

extension Comparison.MovedLinkText {
    /// The link in a sentence.
    fileprivate var localizedDescription: String {
        isAdded
            ? local("Added: \(from.name) leads to \(to.name.firstLowered).")
            : local("Taken away: \(from.name) leads to \(to.name.firstLowered).")
    }
}

extension Comparison.Side {
    fileprivate var localizedDescription: String {
        local("\(title), \(session), last changed \(changed), \(answered) of \(asked) answered.")
    }
}

extension Comparison.MovedText {
    fileprivate var localizedDescription: String {
        switch (from, to) {
        case (let from?, let to?):
            let change = levels.flatMap { levels -> String? in
                if levels == 0 { return nil }
                let count = abs(levels)
                return levels > 0
                    ? counted(count, "level higher", "levels higher")
                    : counted(count, "level lower", "levels lower")
            }
            let words = local("\(question.short): from \(from) to \(to)")
            return change.map { "\(words), \($0)." } ?? "\(words)."
        case (nil, let to?) where isAskedOnce:
            return local("\(question.short): asked now; the answer is \(to).")
        case (_, nil) where isAskedOnce: return local("\(question.short): no longer asked.")
        case (nil, let to?): return local("\(question.short): now answered, \(to).")
        case (_, nil): return local("\(question.short): no longer answered.")
        }
    }
}
