// The parts of a report that show what the answers mean.

import Evaluation
import Languages

extension Pack {
    /// Each finding with its grounds and rules.
    ///
    /// - Parameter isTold: whether the findings and what to take care of stand on a page before, so that the first sentence is enough.
    /// - Returns: a heading and its blocks for each.
    func findingSection(isTold: Bool) -> [Block] {
        ([tier].compactMap(\.self) + tables).flatMap { table in
            var blocks: [Block] = [.heading(2, local("\(table.title), and why"))]
            blocks += isTold ? table.sentences.prefix(1).map { .paragraph($0) } : table.toldBlocks
            blocks += table.grounds.flatMap(self.blocks)
            if !isTold {
                blocks += table.cautions.map {
                    .paragraph(local("Take care: \($0.text)") + sourced($0.source, basis: $0.basis))
                }
            }
            blocks += table.focus.map {
                .paragraph(local("Focus: \($0.text)") + sourced($0.source))
            }
            return blocks + ruleSection(table)
        }
    }

    func openSection() -> [Block] {
        guard let open, let tier, !tier.isSettled else { return [] }
        var blocks: [Block] = [.heading(2, local("What could still change it"))]
        guard !open.isEmpty else { return blocks + [.paragraph(local("No open question can change it."))] }
        guard open.allSatisfy({ $0.percent != nil }) else {
            blocks.append(
                .paragraph(
                    local(
                        "These open questions can change the \(tier.noun), in the order of asking. How telling each is "
                            + "cannot be worked out: the rules and the open questions are too entangled.")))
            return blocks + open.map { .item(1, "\($0.question.short): \($0.question.text)") }
        }
        blocks.append(
            .paragraph(
                local(
                    "These open questions can change the \(tier.noun), the most telling first. The figure is the "
                        + "share of all ways to answer the others in which this answer decides.")))
        blocks += open.map { open in
            let percent = open.percent ?? 0
            let share = percent == 0 ? local("under 1 per cent") : local("\(percent) per cent")
            return .item(1, "\(open.question.short): \(open.question.text) (\(share))")
        }
        return blocks
    }

    func signatureSection() -> [Block] {
        guard let signatures else { return [] }
        var blocks: [Block] = [.heading(2, local("Signatures of risk"))]
        blocks.append(.paragraph(signatures.sentences.joined(separator: " ")))
        blocks.append(.chart(signatures.chart))
        for category in signatures.categories {
            blocks.append(.heading(3, "\(category.id). \(category.title)"))
            blocks.append(
                .paragraph(
                    "\(category.control.firstRaised). "
                        + plural(
                            category.evident, "\(category.evident) signature is evident.",
                            "\(category.evident) signatures are evident.")))
            for signature in category.signatures {
                blocks.append(
                    .item(
                        1,
                        "\(signature.title): \(listed(signature.possible.map(\.firstLowered), with: .or)).")
                )
                blocks += signature.warning.map { .item(2, local("Warns: \($0.localizedDescription)")) }
                if !signature.open.isEmpty {
                    blocks.append(.item(2, local("Open: \(listed(signature.open.map(\.short))).")))
                }
            }
        }
        blocks.append(
            .paragraph(
                local("Balance. \(signatures.balance.text)")
                    + sourced(signatures.balance.source, basis: signatures.balance.basis)))
        blocks.append(.paragraph(signatures.thresholds))
        return blocks
    }

    func modelSection() -> [Block] {
        guard !models.isEmpty else { return [] }
        var blocks: [Block] = [.heading(2, local("Models of intervention"))]
        if let modelsNote { blocks.append(.paragraph(modelsNote)) }
        for model in models {
            blocks.append(
                .item(1, "\(model.title): \(model.sentences.joined(separator: " ")) (\(model.source))"))
            if let caution = model.caution {
                blocks.append(
                    .item(
                        2,
                        local("Take care: \(caution.text)")
                            + sourced(caution.source, basis: caution.basis)))
            }
            if let path = prospects?.models.first(where: { $0.id == model.id }) {
                blocks.append(.item(2, path.sentence))
                blocks += path.paths.map { .item(3, listed($0.map(\.inBrief))) }
            }
        }
        blocks.append(.heading(3, local("The conditions behind the models")))
        var seen: Set<String> = []
        for ground in models.flatMap({ $0.missing + $0.met }) where seen.insert(ground.condition).inserted {
            blocks += self.blocks(of: ground)
        }
        for open in models.flatMap(\.unknown) where seen.insert(open.condition).inserted {
            blocks.append(
                .item(
                    1,
                    local("\(open.condition): still open.") + sourced(open.source, basis: open.basis)))
            var names: [String] = []
            for name in open.elements.flatMap({ $0.questions.map(\.short) }) where !names.contains(name) {
                names.append(name)
            }
            if !names.isEmpty {
                blocks.append(.item(2, local("It waits for: \(listed(names)).")))
            }
        }
        return blocks
    }

    /// A condition with the answers behind it: every one that falls short, and how many hold.
    private func blocks(of ground: GroundText) -> [Block] {
        let head = ground.localizedDescription
        let source = sourced(ground.source, basis: ground.basis)
        var seen: Set<String> = []
        let answers = ground.elements.flatMap(\.answers).filter { seen.insert($0.question.id).inserted }
        let remark = ground.remark.map { [Block.item(2, $0)] } ?? []
        guard ground.elements.count <= mostFactsInFull else {
            return [
                .item(
                    1,
                    head + " "
                        + plural(
                            ground.elements.count, "\(ground.elements.count) facts make it so\(source):",
                            "\(ground.elements.count) facts make it so\(source):")),
                .item(2, listed(ground.elements.map { $0.inBrief })),
            ]
        }
        // Of a graded condition some facts speak for it and some against, so each says which.
        guard !ground.holds || ground.grade != nil || answers.count <= 2 else {
            return [
                .item(
                    1,
                    head + " "
                        + plural(
                            answers.count, "\(answers.count) answers bear it out\(source):",
                            "\(answers.count) answers bear it out\(source):")),
                .item(2, answers.map(\.inBrief).joined(separator: "; ")),
            ]
        }
        return [.item(1, head + source)] + remark
            + ground.elements.flatMap { element in
                [.item(2, element.localizedDescription)]
                    + element.answers.map { .item(3, $0.localizedDescription) }
            }
    }

    private func ruleSection(_ tier: TierText) -> [Block] {
        guard !tier.rules.isEmpty else { return [] }
        let heading =
            tier.rules.count == 1 || tier.isSettled
            ? plural(tier.rules.count, "The rule", "The rules") : local("The rules in play")
        return [.heading(3, heading)]
            + tier.rules.flatMap { rule -> [Block] in
                let basis =
                    switch rule.basis {
                    case .stated: local("stated\(sourced(rule.source))")
                    case .statedOnOurMeasure:
                        local("the source's rule\(sourced(rule.source)), on our measure of what it looks at")
                    case .interpolated: local("our rule, where the source is silent")
                    }
                var blocks: [Block] = [.item(1, "\(rule.id): \(rule.outcome); \(basis).")]
                if let says = rule.says, !tier.isSettled || tier.possible.count == 1 && tier.rules.count > 1 {
                    blocks.append(.item(2, says))
                }
                if !rule.needs.isEmpty || (!tier.isSettled && !tier.isCollected) {
                    blocks.append(.item(2, rule.needsDescription))
                }
                if let reason = rule.reason { blocks.append(.item(2, reason)) }
                return blocks
            }
    }
}

extension TierText {
    /// The finding as it is told everywhere, in this order: what it is, what it rests on, how firm it is, what goes
    /// with it, and what the facts add.
    var toldBlocks: [Block] {
        sentences.map { .paragraph($0) } + grades.map { .item(1, $0.sentence) }
            + [firmness].compactMap(\.self).map { .paragraph($0) }
            + alongside.map { .paragraph($0.localizedDescription) }
            + remarks.map { .paragraph($0.localizedDescription) }
    }
}

extension String {
    /// The text with its first letter in upper case.
    var firstRaised: String {
        prefix(1).uppercased() + dropFirst()
    }
}
