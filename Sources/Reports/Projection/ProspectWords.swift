import Evaluation
import Instruments
import Sessions

extension FindingWords {
    /// What other answers would make of the findings, in words.
    func prospects(_ prospects: Prospects, _ findings: Findings) -> ProspectsText {
        let tier = findings.tier
        return ProspectsText(
            sentences: prospects.paths.map { sentences($0, tier) } ?? [],
            paths: prospects.paths?.paths.map { $0.map(raise) } ?? [],
            models: prospects.modelPaths.map { model in
                ProspectsText.ModelPathText(
                    id: model.model.id.text, title: model.model.title, sentence: sentence(model.finding),
                    paths: model.finding.paths.map { $0.map(raise) })
            },
            robustness: robustness(prospects.robustness, tier),
            flips: prospects.robustness.map { flips($0, tier) } ?? [])
    }

    private func sentences(_ finding: PathFinding, _ tier: TableFinding?) -> [String] {
        let naming = tier?.table.naming
        let noun = naming?.one ?? ""
        switch finding.status {
        case .noneNeeded:
            return ["No \(noun) ranks before this one."]
        case .tierOpen:
            return ["The \(noun) is still open, so there is no next one to work towards yet."]
        case .notComputed:
            return ["What would change the \(noun) was not worked out: the rules leave too many ways."]
        case .unreachable:
            let circumstances = tier.map(circumstances) ?? []
            return [
                naming?.outOfReach
                    ?? "Raising ratings and changing yes to no, or no to yes, reaches no better \(noun)."
            ]
                + (circumstances.isEmpty
                    ? []
                    : [
                        "It also depends on circumstances, which nobody here can change: "
                            + "\(listed(circumstances.map(\.firstLowered)))."
                    ])
        case .found:
            let title = finding.target.flatMap { tier?.table.outcome($0)?.title } ?? ""
            let size = finding.paths.first?.count ?? 0
            let answers = size == 1 ? "one answer" : "\(size) answers"
            return finding.paths.count == 1
                ? ["Raising \(size == 1 ? "this answer" : "these \(answers)") would point to: \(title)."]
                : [
                    "Raising \(answers) would point to: \(title). There are \(finding.paths.count) ways; "
                        + "each is enough by itself."
                ]
        }
    }

    private func sentence(_ finding: PathFinding) -> String {
        switch finding.status {
        case .found:
            finding.paths.count == 1
                ? "The smallest change that would meet its conditions:"
                : "There are \(finding.paths.count) ways to meet its conditions by raising as few answers as can be. "
                    + "Each is enough by itself."
        case .unreachable:
            "No answers that could be raised meet its conditions; they also rest on circumstances."
        case .noneNeeded, .tierOpen, .notComputed:
            "What would meet its conditions was not worked out: the rules leave too many ways."
        }
    }

    private func raise(_ raise: Raise) -> RaiseText {
        RaiseText(
            question: labels[raise.question],
            from: labels.words(for: .given(raise.from), to: raise.question),
            to: labels.words(for: .given(raise.to), to: raise.question),
            descriptor: labels.descriptor(of: .given(raise.to), to: raise.question),
            levels: raise.levels)
    }

    private func robustness(_ robustness: Robustness?, _ tier: TableFinding?) -> [String] {
        guard let robustness, let tier else { return [] }
        func result(_ shifted: Robustness.Shifted) -> String {
            shifted == robustness.current
                ? "the \(tier.table.naming.one) would be the same"
                : "the \(tier.table.naming.one) would be \(words(shifted, tier))"
        }
        let lower = "If every rating were one level lower, \(result(robustness.oneLower))."
        let higher = "If every rating were one level higher, \(result(robustness.oneHigher))."
        let single =
            robustness.flips.isEmpty
            ? "No single rating changes the \(tier.table.naming.one) by moving one level."
            : "\(robustness.flips.count == 1 ? "One rating changes" : "\(robustness.flips.count) ratings change")"
                + " what the \(tier.table.naming.one) can be by moving one level."
        return [lower, higher, single]
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
        let titles = shifted.possible.compactMap { tier.table.outcome($0)?.title }
        return listed(titles + (shifted.canBeNone ? ["no \(tier.table.naming.one) at all"] : []), with: "or")
    }

    /// The conditions that a finding rests on and that leaders cannot change.
    private func circumstances(_ tier: TableFinding) -> [String] {
        guard let framework = session.instruments.framework(tier.framework) else { return [] }
        return tier.grounds.filter { ground in
            ground.elements.contains { framework.element($0.element.id)?.changeable == false }
        }.map(\.condition.title)
    }
}
