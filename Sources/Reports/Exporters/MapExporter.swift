import Escaping
import Evaluation

/// Draws problems and their links for programs that lay out graphs.
package enum MapExporter {
    /// The map in the language of Graphviz; links of a vicious circle are bold, possible ones dashed.
    ///
    /// - Returns: a directed graph that ends in a newline; one without nodes where no problem is recorded.
    package static func dot(_ problems: ProblemsText) -> String {
        var lines = ["digraph problems {", "  rankdir=LR;", "  node [shape=box];"]
        let ends = problems.ends
        for (number, end) in ends.enumerated() {
            let style = problems.isPresent(end) ? "" : ", style=dashed"
            lines.append("  p\(number + 1) [label=\"\(DOTText.escaped(end.name, in: .label))\"\(style)];")
        }
        for link in problems.links where !link.isIdle {
            guard let from = ends.firstIndex(of: link.from), let to = ends.firstIndex(of: link.to) else {
                continue
            }
            var attributes: [String] = []
            if link.isPossible { attributes.append("style=dashed") }
            if problems.isInCircle(link) { attributes.append("style=bold") }
            if let note = link.note {
                attributes.append("tooltip=\"\(DOTText.escaped(note, in: .tooltip))\"")
            }
            let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
            lines.append("  p\(from + 1) -> p\(to + 1)\(list);")
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    /// The map in the language of Mermaid; links of a vicious circle are thick, possible ones dotted.
    package static func mermaid(_ problems: ProblemsText) -> String {
        var lines = ["flowchart LR"]
        let ends = problems.ends
        for (number, end) in ends.enumerated() {
            lines.append("  p\(number + 1)[\"\(MermaidText.escaped(end.name))\"]")
        }
        for link in problems.links where !link.isIdle {
            guard let from = ends.firstIndex(of: link.from), let to = ends.firstIndex(of: link.to) else {
                continue
            }
            let arrow = link.isPossible ? "-.->" : problems.isInCircle(link) ? "==>" : "-->"
            lines.append("  p\(from + 1) \(arrow) p\(to + 1)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension ProblemsText {
    /// The problems that are drawn: those present, and those that links join, in the order of the groups.
    var ends: [End] {
        let joined = Set(links.filter { !$0.isIdle }.flatMap { [$0.from, $0.to] })
        return groups.flatMap(\.problems).map { (End(id: $0.id, name: $0.name), $0.state) }
            .filter { $0.1 != .unknown || joined.contains($0.0) }.map(\.0)
    }

    /// Whether a problem is known to be there, at least in part.
    func isPresent(_ end: End) -> Bool {
        groups.flatMap(\.problems).contains { $0.id == end.id && $0.state != .unknown }
    }

    /// Whether the link is a step of some circle that is listed and certain.
    func isInCircle(_ link: LinkText) -> Bool {
        circles.filter { !$0.isPossible }.contains { circle in
            zip(circle.problems, circle.problems.dropFirst() + circle.problems.prefix(1))
                .contains { $0 == link.from && $1 == link.to }
        }
    }
}
