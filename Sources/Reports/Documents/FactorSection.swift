// The part of a report on factors of success.

import Instruments
import Languages

extension Pack {
    func factorSection() -> [Block] {
        guard let factors else { return [] }
        var blocks: [Block] = [.heading(2, local("Factors of success"))]
        blocks.append(.paragraph(factors.sentences.joined(separator: " ") + sourced(factors.source)))
        for group in factors.groups {
            blocks.append(
                .heading(3, group.comesFirst ? local("\(group.title), first at this stage") : group.title))
            blocks.append(.paragraph(group.means.text + sourced(group.means.source)))
            for state in [FactorSet.State.missing, .partly] {
                for factor in group.factors where factor.state == state {
                    blocks.append(
                        .item(
                            1,
                            (state == .missing
                                ? local("Missing: \(factor.statement)")
                                : local("Partly there: \(factor.statement)")) + sourced(factor.source)))
                    blocks += factor.answers.map { .item(2, $0.localizedDescription) }
                }
            }
            let inPlace = group.factors.filter { $0.state == .inPlace }
            if !inPlace.isEmpty {
                blocks.append(.item(1, local("In place: \(inPlace.map(\.statement).joined(separator: " "))")))
            }
            let open = group.factors.filter { $0.state == nil }
            if !open.isEmpty {
                blocks.append(
                    .item(1, local("Not known yet: \(open.map(\.statement).joined(separator: " "))")))
            }
        }
        return blocks
    }
}
