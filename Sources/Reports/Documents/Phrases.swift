// Phrases that several parts of a report share.

import Escaping
import Evaluation
import Instruments
import Languages

/// A source in brackets after a sentence, and whether the rule is ours.
func sourced(_ source: String?, basis: Basis = .stated) -> String {
    switch (source, basis == .stated) {
    case (let source?, true): " (\(source))"
    case (let source?, false): " " + local("(our rule; see \(source))")
    case (nil, true): ""
    case (nil, false): " " + local("(our rule)")
    }
}

/// Sets of answers to raise; what all of them share is said once.
func ways(_ paths: [[AnswerChangeText]], level: Int = 1) -> [Block] {
    guard let first = paths.first else { return [] }
    let shared = first.filter { raise in paths.allSatisfy { $0.contains(raise) } }
    if paths.count == 1 { return first.map { .item(level, $0.localizedDescription) } }
    var blocks: [Block] =
        shared.isEmpty
        ? []
        : [.item(level, local("In every way"))] + shared.map { .item(level + 1, $0.localizedDescription) }
    for (index, path) in paths.enumerated() {
        blocks.append(
            .item(
                level,
                shared.isEmpty ? local("Way \(index + 1)") : local("Way \(index + 1), as well")))
        blocks += path.filter { !shared.contains($0) }.map { .item(level + 1, $0.localizedDescription) }
    }
    return blocks
}

extension AnswerChangeText {
    /// The answer to raise, by its number alone.
    var inBrief: String { local("\(question.short) to \(to.firstLowered)") }

    /// How far the answer moves, and what is seen there.
    var localizedDescription: String {
        let question = "\(question.short): \(question.text)"
        guard let descriptor else { return local("\(question) Now \(from). It takes \(to).") }
        return plural(
            levels, "\(question) Now \(from). It takes \(to), \(levels) level higher: \(descriptor)",
            "\(question) Now \(from). It takes \(to), \(levels) levels higher: \(descriptor)")
    }
}

extension ReasonText {
    /// An answer with its question, and what is seen at its level.
    var localizedDescription: String {
        "\(question.short): \(question.text) "
            + (descriptor.map { local("Rated \(answer): \($0)") } ?? local("Answer: \(answer)."))
            + (isSetAside == true
                ? " " + local("Set aside: the question is not asked now, and this counts where it is.") : "")
    }

    /// An answer with its question's number alone; one that is a sentence is left to the answers.
    var inBrief: String {
        let brief =
            answer.contains(where: \.isWhitespace) && answer.count > 40
            ? question.short : "\(question.short): \(answer)"
        return isSetAside == true ? local("\(brief) (set aside)") : brief
    }
}

extension Ground.ByAlternative {
    /// The name by which it is written; nil for none.
    var name: String? {
        switch self {
        case .no: nil
        case .alone: "alternative"
        case .perhaps: "either"
        }
    }
}

extension ElementText {
    /// The short name, within a list.
    var inBrief: String { holds ? name.firstLowered : local("not: \(name.firstLowered)") }

    /// Whether the fact is so, with its source.
    var localizedDescription: String {
        (holds ? local("Yes: \(statement)") : local("No: \(statement)")) + sourced(source, basis: basis)
            + [rule, evidence].compactMap(\.self).map { " " + $0 }.joined()
    }
}

extension GroundText {
    /// Whether the condition holds, as a sentence.
    var localizedDescription: String { "\(condition): \(answerDescription)." }

    /// Whether it holds, and whether it does only by what could be brought in.
    var answerDescription: String {
        switch metBy {
        case Ground.ByAlternative.alone.name:
            local("met by its alternative alone, and not as things are")
        case Ground.ByAlternative.perhaps.name:
            local("met, as things are or by its alternative: which of them is still open")
        default: grade?.gradesInWords ?? (holds ? local("yes") : local("no"))
        }
    }
}

/// The most facts behind a condition that are told one by one.
let mostFactsInFull = 12

extension RuleText {
    /// What has still to come out for a rule in play to apply.
    var needsDescription: String {
        needs.isEmpty
            ? local("It applies where no rule before it does.")
            : local("It needs: \(needs.joined(separator: "; ")).")
    }
}

extension String {
    /// The text as far as a brief has room for it; it ends at a word, and in an ellipsis where there is more.
    var cutForBrief: String { cut(to: 220) }

    /// The same, as far as a cell of a table in a brief has room for it.
    var cutForCell: String { cut(to: 160) }

    private func cut(to most: Int) -> String {
        let scalars = onOneLine.unicodeScalars
        guard scalars.count > most else { return onOneLine }
        let head = scalars.prefix(most)
        let end = head.lastIndex(of: " ") ?? head.endIndex
        return String(head[..<end]) + "\u{2026}"
    }
}
