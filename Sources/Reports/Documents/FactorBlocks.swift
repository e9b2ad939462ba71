// The part of a report on factors of success.

extension Pack {
    func factorBlocks() -> [Block] {
        guard let factors else { return [] }
        var blocks: [Block] = [.heading(2, "Factors of success")]
        blocks.append(.paragraph(factors.sentences.joined(separator: " ") + sourced(factors.source)))
        for group in factors.groups {
            blocks.append(.heading(3, group.title + (group.comesFirst ? ", first at this stage" : "")))
            blocks.append(.paragraph(group.means.text + sourced(group.means.source)))
            for state in ["missing", "partly"] {
                for factor in group.factors where factor.state == state {
                    blocks.append(
                        .item(
                            1,
                            "\(state == "missing" ? "Missing" : "Partly there"): \(factor.statement)"
                                + sourced(factor.source)))
                    blocks += factor.answers.map { .item(2, $0.inWords) }
                }
            }
            let inPlace = group.factors.filter { $0.state == "in-place" }
            if !inPlace.isEmpty {
                blocks.append(.item(1, "In place: \(inPlace.map(\.statement).joined(separator: " "))"))
            }
            let open = group.factors.filter { $0.state == nil }
            if !open.isEmpty {
                blocks.append(.item(1, "Not known yet: \(open.map(\.statement).joined(separator: " "))"))
            }
        }
        return blocks
    }
}
