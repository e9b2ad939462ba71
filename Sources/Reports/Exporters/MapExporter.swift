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
            lines.append("  p\(number + 1) [label=\"\(dotEscaped(end.name))\"\(style)];")
        }
        for link in problems.links where !link.isIdle {
            guard let from = ends.firstIndex(of: link.from), let to = ends.firstIndex(of: link.to) else {
                continue
            }
            var attributes: [String] = []
            if link.isPossible { attributes.append("style=dashed") }
            if problems.isInCircle(link) { attributes.append("style=bold") }
            if let note = link.note { attributes.append("tooltip=\"\(dotEscaped(note.onOneLine))\"") }
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
            lines.append("  p\(number + 1)[\"\(mermaidEscaped(end.name))\"]")
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

    private static func dotEscaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.onOneLine.visible.unicodeScalars {
            switch scalar {
            case "\\", "\"": result.append("\\")
            // Graphviz reads what HTML calls an entity.
            case "&":
                result.append(contentsOf: "&amp;".unicodeScalars)
                continue
            default: break
            }
            result.append(scalar)
        }
        return String(result)
    }

    /// Every character that could mean something to Mermaid, as its code.
    private static func mermaidEscaped(_ text: String) -> String {
        text.onOneLine.visible.unicodeScalars.map { scalar in
            let isPlain =
                scalar.value > 127 || scalar.properties.isAlphabetic || scalar == " "
                || ("0"..."9").contains(Character(scalar)) || scalar == "," || scalar == "-"
            return isPlain ? String(scalar) : "#\(scalar.value);"
        }.joined()
    }
}

extension ProblemsText {
    /// The problems that are drawn: those present, and those that links join, in the order of the groups.
    var ends: [End] {
        let joined = Set(links.filter { !$0.isIdle }.flatMap { [$0.from, $0.to] })
        return groups.flatMap(\.problems).map { (End(id: $0.id, name: $0.name), $0.state) }
            .filter { $0.1 != "unknown" || joined.contains($0.0) }.map(\.0)
    }

    /// Whether a problem is known to be there, at least in part.
    func isPresent(_ end: End) -> Bool {
        groups.flatMap(\.problems).contains { $0.id == end.id && $0.state != "unknown" }
    }

    /// Whether the link is a step of some circle that is listed and certain.
    func isInCircle(_ link: LinkText) -> Bool {
        circles.filter { !$0.isPossible }.contains { circle in
            zip(circle.problems, circle.problems.dropFirst() + circle.problems.prefix(1))
                .contains { $0 == link.from && $1 == link.to }
        }
    }
}
