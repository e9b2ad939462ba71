// The parts of a report on problems and their links, and on themes.

import Escaping
import Evaluation
import Languages

extension Pack {
    func problemSection() -> [Block] {
        guard let problems else { return [] }
        var blocks: [Block] = [.heading(2, local("Problems and how they are linked"))]
        blocks.append(.paragraph(problems.sentences.joined(separator: " ") + sourced(problems.source)))
        blocks += problems.remarks.map {
            .paragraph($0.text + sourced($0.source, basis: $0.basis))
        }
        blocks += problems.chart.map { [.chart($0)] } ?? []
        blocks += problems.mapSection(showsAllCircles: false)
        for group in problems.groups {
            blocks.append(.heading(3, group.title))
            blocks.append(.paragraph(group.means.text + sourced(group.means.source)))
            for problem in group.problems where problem.state != .unknown {
                let state =
                    problem.state == .partly
                    ? local("Present in part: \(problem.statement)")
                    : local("Present: \(problem.statement)")
                blocks.append(.item(1, state + sourced(problem.source)))
                blocks += problem.answers.map { .item(2, $0.localizedDescription) }
            }
            let open = group.problems.filter { $0.state == .unknown }
            if !open.isEmpty {
                blocks.append(.item(1, local("Not known yet: \(listed(open.map(\.name.firstLowered))).")))
            }
        }
        return blocks
    }

    /// The links and the circles alone, as `map` shows them.
    package func mapDocument() -> [Block] {
        guard let problems else { return [] }
        return [.paragraph(problems.sentences.joined(separator: " "))]
            + problems.mapSection(showsAllCircles: true)
    }

    /// The answers by theme; nothing where none is tagged.
    package func themeSection(_ areas: [AreaText]) -> [Block] {
        let answers = areas.flatMap(\.answers)
        var themes: [String] = []
        for theme in answers.flatMap(\.themes) where !themes.contains(theme) { themes.append(theme) }
        guard !themes.isEmpty else { return [] }
        return [.heading(2, local("Answers by theme"))]
            + themes.flatMap { theme -> [Block] in
                [.heading(3, theme)]
                    + answers.filter { $0.themes.contains(theme) }.map { answer in
                        .item(
                            1,
                            "\(answer.question.short): \(answer.answer?.onOneLine ?? local("not answered"))")
                    }
            }
    }
}

extension ProblemsText {
    /// The links as text, then the circles: one for each group of problems, or all.
    fileprivate func mapSection(showsAllCircles: Bool) -> [Block] {
        var blocks: [Block] = []
        if !links.isEmpty {
            blocks.append(.heading(3, local("Links")))
            var first: [End] = []
            for link in links where !first.contains(link.from) { first.append(link.from) }
            for from in first {
                blocks.append(.item(1, from.name))
                blocks += links.filter { $0.from == from }.map { link in
                    .item(2, link.localizedDescription + (link.note.map { ". \($0)" } ?? ""))
                }
            }
        }
        let shown = circles.filter { showsAllCircles || $0.isShortest || $0.isPossible }
        guard !shown.isEmpty else { return blocks }
        blocks.append(.heading(3, plural(circles.count, "Vicious circle", "Vicious circles")))
        blocks += shown.map {
            .item(1, $0.isPossible ? local("Possible: \($0.localizedDescription)") : $0.localizedDescription)
        }
        let more = circles.count - shown.count
        if more > 0 {
            blocks.append(
                .paragraph(
                    local(
                        "For each group of problems that all lead back to each other the shortest circle is "
                            + "shown. The map lists \(more) more.")))
        }
        if let circlesNote { blocks.append(.paragraph(circlesNote)) }
        return blocks
    }
}

extension ProblemsText.LinkText {
    /// Where the link leads, after the name of the problem that it comes from.
    fileprivate var localizedDescription: String {
        if isPossible {
            local("may lead to: \(to.name)")
        } else if isIdle {
            local("leads to: \(to.name), which does not count: one of the two is not present")
        } else {
            local("leads to: \(to.name)")
        }
    }
}
