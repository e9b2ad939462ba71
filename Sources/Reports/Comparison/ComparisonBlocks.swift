import Languages

extension Comparison {
    /// The comparison as a document.
    package func document() -> [Block] {
        var blocks: [Block] = [
            .heading(1, local("What moved")),
            .item(1, local("Before: \(before.inWords)")), .item(1, local("After: \(after.inWords)")),
        ]
        if after.unconfirmed > 0 {
            blocks.append(
                .paragraph(
                    plural(
                        after.unconfirmed,
                        "Nobody has confirmed \(after.unconfirmed) answer of the later one, so that it is the same says nothing.",
                        "Nobody has confirmed \(after.unconfirmed) answers of the later one, so that they are the same says nothing."
                    )))
        }
        if let moved {
            blocks.append(.heading(2, local("Answers")))
            blocks +=
                moved.isEmpty
                ? [.paragraph(local("No answer is another."))] : moved.map { .item(1, $0.inWords) }
        }
        blocks.append(.heading(2, local("Findings")))
        guard !findings.isEmpty else {
            return blocks + [.paragraph(local("No finding is another."))]
        }
        for finding in findings {
            let from = listed(finding.from.map(\.firstLowered), with: .or)
            let to = listed(finding.to.map(\.firstLowered), with: .or)
            blocks.append(
                .item(
                    1,
                    from.isEmpty
                        ? local("\(finding.title): now \(to).")
                        : local("\(finding.title): was \(from), is now \(to).")))
            if !finding.because.isEmpty {
                blocks.append(
                    .item(
                        2,
                        local("Each of these moves did it alone: \(listed(finding.because.map(\.short))).")))
            }
        }
        return blocks
    }
}

extension Comparison.Side {
    fileprivate var inWords: String {
        local("\(title), \(session), last changed \(changed), \(answered) of \(asked) answered.")
    }
}

extension Comparison.MovedText {
    fileprivate var inWords: String {
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
        case (nil, let to?): return local("\(question.short): now answered, \(to).")
        case (_, nil): return local("\(question.short): no longer answered.")
        }
    }
}
