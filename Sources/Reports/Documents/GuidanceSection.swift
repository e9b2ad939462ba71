// The parts of a report that say what helps, and what to know of each outcome.

import Languages

extension Pack {
    /// What helps with what was found, by who can take the step.
    func helpsSection() -> [Block] {
        guard let helps, !helps.isEmpty else { return [] }
        return [.heading(2, local("What helps"))]
            + helps.flatMap { actor -> [Block] in
                [.heading(3, actor.title)]
                    + actor.steps.map {
                        .item(
                            1,
                            "\($0.helpsWith.withoutFullStop): \($0.step.text)"
                                + sourced($0.step.source, basis: $0.step.basis))
                    }
            }
    }

    /// What to know of each outcome of each table before acting on it, those that are possible first.
    func guidanceSection() -> [Block] {
        ([tier].compactMap(\.self) + tables).flatMap { table -> [Block] in
            let guidance = table.guidance.filter(\.saysMore)
            return guidance.isEmpty
                ? []
                : [.heading(2, local("\(table.title): what to know of each"))] + guidance.flatMap(\.blocks)
        }
    }

    /// What signatures that are not clear look like in practice.
    func looksLikeSection() -> [Block] {
        let shown = (signatures?.categories ?? []).flatMap(\.signatures).filter { !$0.looksLike.isEmpty }
        return shown.isEmpty
            ? []
            : [.heading(2, local("What the signatures look like in practice"))]
                + shown.flatMap { signature in
                    [.item(1, signature.title)]
                        + signature.looksLike.map { .item(2, $0.localizedDescription) }
                }
    }
}

extension GuidanceText {
    /// Whether there is more to know of it than what it is.
    var saysMore: Bool {
        !(benefits.isEmpty && worksWhen.isEmpty && fitsWhen.isEmpty && settleFirst.isEmpty && places.isEmpty
            && helps.isEmpty)
    }

    /// All of it under its title.
    var blocks: [Block] {
        func items(_ title: String, _ texts: [String]) -> [Block] {
            texts.isEmpty ? [] : [.heading(4, title)] + texts.map { .item(1, $0) }
        }
        return [.heading(3, outcome), .paragraph(means.localizedDescription)]
            + items(local("What it can bring"), benefits.map(\.localizedDescription))
            + items(local("What makes it work"), worksWhen.map(\.localizedDescription))
            + items(local("When it fits"), fitsWhen.map(\.localizedDescription))
            + items(local("What to settle first"), settleFirst.map(\.localizedDescription))
            + items(local("What helps"), helps.map(\.localizedDescription))
            + items(
                local("Places that the sources tell of"),
                places.map { "\($0.name). \($0.text)" + sourced($0.source, basis: $0.basis) })
    }
}

extension RemarkText {
    /// The remark with its source.
    var localizedDescription: String { text + sourced(source, basis: basis) }
}
