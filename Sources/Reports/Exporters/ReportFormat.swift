/// A format that reports can be written in.
package enum ReportFormat: String, CaseIterable, Sendable {
    case markdown
    /// One page that needs no network.
    case html
    case json
    /// The problems and their links, for Graphviz.
    case dot
    /// The problems and their links, for Mermaid.
    case mermaid

    /// The report in this format.
    ///
    /// - Throws: why there is no such report.
    package func text(of pack: Pack) throws(FormatFault) -> String {
        switch self {
        case .markdown: return MarkdownExporter.text(of: pack.document())
        case .html: return HTMLExporter.text(of: pack)
        case .json:
            do {
                return try JSONExporter.text(of: pack)
            } catch {
                throw .encoding("\(error)")
            }
        case .dot: return MapExporter.dot(try problems(of: pack))
        case .mermaid: return MapExporter.mermaid(try problems(of: pack))
        }
    }

    /// The ending of a file's name.
    package var fileEnding: String {
        switch self {
        case .markdown: "md"
        case .html: "html"
        case .json: "json"
        case .dot: "dot"
        case .mermaid: "mmd"
        }
    }

    private func problems(of pack: Pack) throws(FormatFault) -> ProblemsText {
        guard let problems = pack.problems else {
            throw pack.cover.audience.showsAnswers ? .noProblems : .problemsNotShown
        }
        return problems
    }
}

/// Why a report cannot be written in some format.
package enum FormatFault: Error, Equatable, Sendable {
    /// The encoder's own words; a pack can always be written.
    case encoding(String)
    /// The questionnaire feeds no framework that lists problems.
    case noProblems
    /// The audience does not see problems, since most are the answer to one question.
    case problemsNotShown
}
