import Evaluation
import Instruments
import Languages
import Sessions

/// The most ratings that a sentence on how firm a finding is names; of more it says how many.
private let mostNamedFlips = 5

extension FindingProjection {
    /// What other answers would make of the findings, in words.
    func counterfactuals(_ counterfactuals: Counterfactuals, _ findings: Findings) -> CounterfactualsText {
        let tier = findings.tier
        return CounterfactualsText(
            sentences: counterfactuals.paths.map { sentences($0, tier) } ?? [],
            paths: counterfactuals.paths?.paths.map { $0.map(raise) } ?? [],
            models: counterfactuals.modelPaths.map { model in
                CounterfactualsText.ModelPathText(
                    id: model.model.id.text, title: model.model.title, sentence: sentence(model.finding),
                    paths: model.finding.paths.map { $0.map(raise) })
            },
            robustness: robustness(counterfactuals.robustness, tier),
            flips: counterfactuals.robustness.map { flips($0, tier) } ?? [],
            others: counterfactuals.others.compactMap { other in
                findings.tables.first { $0.reference == other.table }.map { self.other(other, $0) }
            })
    }

    private func other(_ counterfactuals: Counterfactuals.OfTable, _ table: TableFinding)
        -> CounterfactualsText.TableProspectText
    {
        CounterfactualsText.TableProspectText(
            id: "\(table.reference)", title: table.table.title,
            sentences: sentences(counterfactuals.paths, table),
            paths: counterfactuals.paths.paths.map { $0.map(raise) },
            robustness: robustness(counterfactuals.robustness, table),
            flips: counterfactuals.robustness.map { flips($0, table) } ?? [])
    }

    private func sentences(_ finding: PathFinding, _ tier: TableFinding?) -> [String] {
        let naming = tier?.table.localNaming
        let noun = naming?.one ?? ""
        switch finding.status {
        case .noneNeeded:
            return [local("No \(noun) ranks before this one.")]
        case .tierOpen:
            return [local("The \(noun) is still open, so there is no next one to work towards yet.")]
        case .notComputed:
            return [local("What would change the \(noun) was not worked out: the rules leave too many ways.")]
        case .openAnswers:
            return [
                local(
                    "Raising ratings is not enough by itself for a better \(noun): it also depends on what is open\(names(finding.open))."
                )
            ]
        case .unreachable:
            let circumstances = tier.map(circumstances) ?? []
            return [
                naming?.outOfReach
                    ?? local(
                        "Raising ratings and changing yes to no, or no to yes, reaches no better \(noun).")
            ]
                + (circumstances.isEmpty
                    ? []
                    : [
                        local(
                            "It also depends on circumstances, which nobody here can change: "
                                + "\(listed(circumstances.map(\.firstLowered))).")
                    ])
        case .found:
            let title = finding.target.flatMap { tier?.table.outcome($0)?.title } ?? ""
            let size = finding.paths.first?.count ?? 0
            return [
                finding.paths.count == 1
                    ? onlyWay(to: title, raising: size) : ways(finding.paths.count, to: title, raising: size)
            ]
        }
    }

    private func onlyWay(to title: String, raising size: Int) -> String {
        size == 1
            ? local("Raising this answer would point to: \(title).")
            : plural(
                size, "Raising these \(size) answers would point to: \(title).",
                "Raising these \(size) answers would point to: \(title).")
    }

    private func ways(_ count: Int, to title: String, raising size: Int) -> String {
        size == 1
            ? local(
                "Raising one answer would point to: \(title). There are \(count) ways; "
                    + "each is enough by itself.")
            : plural(
                size,
                "Raising \(size) answers would point to: \(title). There are \(count) ways; "
                    + "each is enough by itself.",
                "Raising \(size) answers would point to: \(title). There are \(count) ways; "
                    + "each is enough by itself.")
    }

    private func sentence(_ finding: PathFinding) -> String {
        switch finding.status {
        case .found:
            finding.paths.count == 1
                ? local("The smallest change that would meet its conditions:")
                : local(
                    "There are \(finding.paths.count) ways to meet its conditions by raising as few answers as can be. "
                        + "Each is enough by itself.")
        case .openAnswers:
            local(
                "No answers that could be raised would be enough by themselves; it also depends on what is open\(names(finding.open))."
            )
        case .unreachable:
            local("No answers that could be raised would be enough; circumstances decide, too.")
        case .noneNeeded, .tierOpen, .notComputed:
            local("What it would take was not worked out: the rules leave too many ways.")
        }
    }

    /// A colon and the names of questions; nothing where there are none.
    private func names(_ questions: [Question.ID]) -> String {
        questions.isEmpty ? "" : ": \(listed(questions.map { labels[$0].short }))"
    }

    private func raise(_ raise: AnswerChange) -> AnswerChangeText {
        AnswerChangeText(
            question: labels[raise.question],
            from: labels.words(for: .given(raise.from), to: raise.question),
            to: labels.words(for: .given(raise.to), to: raise.question),
            descriptor: labels.descriptor(of: .given(raise.to), to: raise.question),
            levels: raise.levels)
    }

    private func robustness(_ robustness: Robustness?, _ tier: TableFinding?) -> [String] {
        guard let tier else { return [] }
        guard let robustness else {
            return [
                local(
                    "How far the \(tier.table.localNaming.one) depends on single answers was not worked out: the rules leave too many ways."
                )
            ]
        }
        let noun = tier.table.localNaming.one
        let isRated = responses.values.contains { if case .given(.rating) = $0 { true } else { false } }
        guard isRated else {
            return [local("No rating is given yet, so that none could change the \(noun) by moving.")]
        }
        guard tier.isSettled else {
            // Whether it would be the same cannot be said of what is open.
            return [single(robustness.flips.count, noun)]
        }
        let lower =
            robustness.oneLower == robustness.current
            ? local("If every rating were one level lower, the \(noun) would be the same.")
            : local(
                "If every rating were one level lower, the \(noun) would be \(words(robustness.oneLower, tier))."
            )
        let higher =
            robustness.oneHigher == robustness.current
            ? local("If every rating were one level higher, the \(noun) would be the same.")
            : local(
                "If every rating were one level higher, the \(noun) would be \(words(robustness.oneHigher, tier))."
            )
        return [lower, higher, single(robustness.flips.count, noun)]
    }

    /// How firm a finding is, in one sentence; nil where that was not worked out or it rests on no rating.
    func firmness(_ robustness: Robustness?, _ finding: TableFinding) -> String? {
        guard let robustness else { return nil }
        let rated = finding.deciding.rated
        var sentences = rated == 0 ? [] : firmness(robustness, rated: rated, finding)
        sentences += otherFacts(robustness.facts, finding)
        if !finding.deciding.notApplicable.isEmpty {
            sentences.append(
                local(
                    "Marked not applicable, so that they count for nothing: \(listed(finding.deciding.notApplicable.map { labels[$0].short }))."
                ))
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// What the ratings that feed a finding would make of it, each moved by one level alone.
    private func firmness(_ robustness: Robustness, rated: Int, _ finding: TableFinding) -> [String] {
        guard !robustness.flips.isEmpty else {
            return [
                plural(
                    rated,
                    "It rests on \(rated) rating. One level higher or lower, that would not change it.",
                    "It rests on \(rated) ratings. None of them, one level higher or lower, would change it by itself."
                )
            ]
        }
        let lower = robustness.flips.filter { $0.to < $0.from }
        let higher = robustness.flips.filter { $0.to > $0.from }
        return [plural(rated, "It rests on \(rated) rating.", "It rests on \(rated) ratings.")]
            + (lower.isEmpty
                ? [local("One level lower, none would change it by itself.")]
                : byResult(lower, \.result).map { flips, result in
                    plural(
                        flips.count,
                        "One level lower, \(names(flips)) alone would make it \(words(result, finding)).",
                        "One level lower, any one of \(names(flips)) would make it \(words(result, finding))."
                    )
                })
            + (higher.isEmpty
                ? [local("One level higher, none would change it by itself.")]
                : byResult(higher, \.result).map { flips, result in
                    plural(
                        flips.count,
                        "One level higher, \(names(flips)) alone would make it \(words(result, finding)).",
                        "One level higher, any one of \(names(flips)) would make it \(words(result, finding))."
                    )
                })
    }

    /// The questions by name where they are few; else how many they are.
    private func names(_ flips: [Robustness.Flip]) -> String {
        flips.count > mostNamedFlips
            ? local("\(flips.count) ratings", context: "any one of")
            : listed(flips.map { labels[$0.question].short }, with: .or)
    }

    /// What other answers to facts would make of a finding, each alone.
    private func otherFacts(_ facts: [Robustness.OtherFact], _ finding: TableFinding) -> [String] {
        byResult(facts, \.result).map { facts, result in
            // Several answers to one question can come to the same.
            var names: [String] = []
            for name in facts.map({ labels[$0.question].short }) where !names.contains(name) {
                names.append(name)
            }
            return local(
                "Another answer to \(listed(names, with: .or)) alone would make it \(words(result, finding))."
            )
        }
    }

    /// Changes by what they come to, in the order in which each comes first.
    private func byResult<Change>(
        _ changes: [Change], _ result: (Change) -> Robustness.Shifted
    ) -> [(changes: [Change], result: Robustness.Shifted)] {
        var groups: [(changes: [Change], result: Robustness.Shifted)] = []
        for change in changes {
            if let place = groups.firstIndex(where: { $0.result == result(change) }) {
                groups[place].changes.append(change)
            } else {
                groups.append(([change], result(change)))
            }
        }
        return groups
    }

    /// How many ratings change the tier by themselves.
    private func single(_ count: Int, _ noun: String) -> String {
        switch count {
        case 0: local("No single rating changes the \(noun) by moving one level.")
        case 1: local("One rating changes what the \(noun) can be by moving one level.")
        default:
            plural(
                count, "\(count) ratings change what the \(noun) can be by moving one level.",
                "\(count) ratings change what the \(noun) can be by moving one level.")
        }
    }

    private func flips(_ robustness: Robustness, _ tier: TableFinding?) -> [FlipText] {
        guard let tier else { return [] }
        return robustness.flips.map { flip in
            FlipText(
                question: labels[flip.question],
                from: labels.words(for: .given(.rating(flip.from)), to: flip.question),
                to: labels.words(for: .given(.rating(flip.to)), to: flip.question),
                result: words(flip.result, tier))
        }
    }

    private func words(_ shifted: Robustness.Shifted, _ tier: TableFinding) -> String {
        let titles = shifted.possible.compactMap { tier.table.outcome($0)?.title.inSentence }
        return listed(
            titles + (shifted.canBeNone ? [local("no \(tier.table.localNaming.one) at all")] : []), with: .or)
    }

    /// The conditions that a finding rests on and that leaders cannot change.
    private func circumstances(_ tier: TableFinding) -> [String] {
        guard let framework = session.instruments.framework(tier.framework) else { return [] }
        return tier.grounds.filter { ground in
            ground.elements.contains { framework.element($0.element.id)?.changeable == false }
        }.map(\.condition.title)
    }
}
