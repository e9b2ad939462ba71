import Evaluation
import Instruments
import Languages

extension Explainer {
    /// A signature: what warns, what does not, what it looks like and what helps.
    func sentences(on signature: SignatureFinding, _ set: SignatureSet) -> [Block] {
        let text = words.signature(signature, set)
        let count = text.warning.count + text.notWarning.count + text.open.count
        var blocks: [Block] = [
            .paragraph(
                "\(text.title): \(listed(text.possible.map(\.firstLowered), with: .or)). "
                    + local("Where it is evident: \(text.riskIfEvident)")
                    + sourced(text.source, basis: .stated)),
            .paragraph(
                warningsCounted(text.warning.count, of: counted(count, "indicator", "indicators"))
                    + " " + words.thresholds(set.thresholds) + sourced(nil, basis: set.basis)),
        ]
        blocks += text.warning.map { .item(1, local("Warns: \($0.localizedDescription)")) }
        blocks += text.notWarning.map { .item(1, local("Does not warn: \($0.localizedDescription)")) }
        blocks += text.open.map { .item(1, local("Open: \($0.short): \($0.text)")) }
        let looksLike = signature.signature.looksLike.map { words.remark($0).localizedDescription }
        if !looksLike.isEmpty {
            blocks.append(.paragraph(local("What it looks like in practice, where it is evident:")))
            blocks += looksLike.map { .item(1, $0) }
        }
        return blocks + signature.signature.helps.map(words.help).blocks
    }

    /// Early warning: every signature with how many of its indicators warn.
    func sentences(on signatures: SignatureFindings) -> [Block] {
        let text = words.signatures(signatures)
        var blocks: [Block] = [.paragraph(text.sentences.joined(separator: " "))]
        for category in text.categories {
            blocks.append(
                .item(
                    1,
                    "\(category.id). "
                        + local(
                            "\(category.title), \(category.control): \(category.evident) evident."))
            )
            blocks += category.signatures.map {
                .item(
                    2,
                    "\($0.title): "
                        + local(
                            "\(listed($0.possible.map(\.firstLowered), with: .or)), \($0.warning.count) of \($0.warning.count + $0.notWarning.count + $0.open.count) warn"
                        )
                )
            }
        }
        blocks.append(
            .paragraph(
                local("Balance. \(text.balance.text)")
                    + sourced(text.balance.source, basis: text.balance.basis)))
        return blocks + [.paragraph(text.thresholds)]
    }

    private func warningsCounted(_ count: Int, of indicators: String) -> String {
        plural(count, "\(count) of \(indicators) warns.", "\(count) of \(indicators) warn.")
    }
}
