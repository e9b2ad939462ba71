package import Workbooks

/// A format that reports can be written in.
package enum ReportFormat: String, CaseIterable, Sendable {
    case markdown
    /// One page that needs no network.
    case html
    /// The page as a browser prints it.
    case pdf
    case csv
    case json
    /// A workbook to read, and to write a review into.
    case xlsx
    /// The problems and their links, for Graphviz.
    case dot
    /// The problems and their links, for Mermaid.
    case mermaid

    /// Whether it can be shown at a terminal.
    package var isText: Bool { self != .xlsx && self != .pdf }

    /// The report in this format.
    ///
    /// - Parameters:
    ///   - pack: what is in it.
    ///   - protection: seals a page; nil for a report in the clear.
    /// - Returns: the file.
    /// - Throws: why there is no such report.
    package func bytes(of pack: Pack, protection: Protection? = nil) throws(FormatFault) -> [UInt8] {
        switch self {
        case .markdown: return Array(MarkdownExporter.text(of: pack.document()).utf8)
        case .html: return Array(try page(of: pack, protection).utf8)
        case .pdf: throw .needsBrowser
        case .csv: return Array(CSVExporter.text(of: pack).utf8)
        case .json:
            do {
                return Array(try JSONExporter.text(of: pack).utf8)
            } catch {
                throw .encoding("\(error)")
            }
        case .xlsx:
            do throws(WorkbookFault) {
                return try WorkbookExporter.workbook(of: pack).bytes()
            } catch {
                throw .workbook(error)
            }
        case .dot: return Array(MapExporter.dot(try problems(of: pack)).utf8)
        case .mermaid: return Array(MapExporter.mermaid(try problems(of: pack)).utf8)
        }
    }

    private func page(of pack: Pack, _ protection: Protection?) throws(FormatFault) -> String {
        guard let protection else { return HTMLExporter.text(of: pack) }
        guard let page = ProtectedPage(pack, protection) else { throw .notSealed }
        return page.html
    }

    /// The ending of a file's name.
    package var fileEnding: String {
        switch self {
        case .markdown: "md"
        case .html: "html"
        case .pdf: "pdf"
        case .csv: "csv"
        case .xlsx: "xlsx"
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
    /// Only a browser can write it.
    case needsBrowser
    /// The workbook cannot be made.
    case workbook(WorkbookFault)
    /// The machine refuses to seal the page.
    case notSealed
    /// The questionnaire feeds no framework that lists problems.
    case noProblems
    /// The audience does not see problems, since most are the answer to one question.
    case problemsNotShown
}
