// Phrases that several parts of a report share.

/// A source in brackets after a sentence, and whether the rule is ours.
func sourced(_ source: String?, basis: String = "stated") -> String {
    switch (source, basis == "stated") {
    case (let source?, true): " (\(source))"
    case (let source?, false): " (our rule; see \(source))"
    case (nil, true): ""
    case (nil, false): " (our rule)"
    }
}

/// Sets of answers to raise; what all of them share is said once.
func ways(_ paths: [[RaiseText]], level: Int = 1) -> [Block] {
    guard let first = paths.first else { return [] }
    let shared = first.filter { raise in paths.allSatisfy { $0.contains(raise) } }
    if paths.count == 1 { return first.map { .item(level, $0.inWords) } }
    var blocks: [Block] =
        shared.isEmpty
        ? [] : [.item(level, "In every way")] + shared.map { .item(level + 1, $0.inWords) }
    for (index, path) in paths.enumerated() {
        blocks.append(.item(level, "Way \(index + 1)" + (shared.isEmpty ? "" : ", as well")))
        blocks += path.filter { !shared.contains($0) }.map { .item(level + 1, $0.inWords) }
    }
    return blocks
}

extension RaiseText {
    /// The answer to raise, by its number alone.
    var inBrief: String { "\(question.short) to \(to.firstLowered)" }

    /// How far the answer moves, and what is seen there.
    var inWords: String {
        "\(question.short): \(question.text) Now \(from). It takes \(to)"
            + (descriptor.map { ", \(counted(levels, "level")) higher: \($0)" } ?? ".")
    }
}

extension ReasonText {
    /// An answer with its question, and what is seen at its level.
    var inWords: String {
        "\(question.short): \(question.text) "
            + (descriptor.map { "Rated \(answer): \($0)" } ?? "Answer: \(answer).")
    }

    /// An answer with its question's number alone; one that is a sentence is left to the answers.
    var inBrief: String {
        answer.contains(where: \.isWhitespace) && answer.count > 40
            ? question.short : "\(question.short), \(answer.firstLowered)"
    }
}

extension ElementText {
    /// The short name, within a list.
    var inBrief: String { holds ? name.firstLowered : "not: \(name.firstLowered)" }

    /// Whether the fact is so, with its source.
    var inWords: String {
        "\(holds ? "Yes" : "No"): \(statement)" + sourced(source, basis: basis)
    }
}

/// The most facts behind a condition that are told one by one.
let mostFactsInFull = 12

extension RuleText {
    /// What has still to come out for a rule in play to apply.
    var needsInWords: String {
        needs.isEmpty
            ? "It applies where no rule before it does." : "It needs: \(needs.joined(separator: "; "))."
    }
}
