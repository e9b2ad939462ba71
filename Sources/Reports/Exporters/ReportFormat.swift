package import Workbooks

/// A format that reports can be written in.
package enum ReportFormat: String, CaseIterable, Sendable {
    case markdown
    /// One page that needs no network.
    case html
    /// The page as a browser prints it.
    case pdf
    /// A document for word processors, as pandoc makes it.
    case docx
    case csv
    case json
    /// A workbook to read, and to write a review into.
    case xlsx
    /// The problems and their links, for Graphviz.
    case dot
    /// The problems and their links, for Mermaid.
    case mermaid

    /// Whether it can be shown at a terminal.
    package var isText: Bool { self != .xlsx && !isMadeElsewhere }

    /// Whether another program makes the file, out of what it is given.
    package var isMadeElsewhere: Bool { self == .pdf || self == .docx }

    /// The format that a file's name says by its ending; nil where it says none.
    package init?(fileName: String) {
        let name = fileName.split(separator: "/").last.map(String.init) ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        let found = Self.allCases.first { $0.fileEnding == ending || $0.otherEndings.contains(ending) }
        guard let found else { return nil }
        self = found
    }

    /// Whether a kind of document can be written in it: data and tables are of the whole pack.
    package func holds(_ kind: DocumentKind) -> Bool {
        switch self {
        case .markdown, .html, .pdf, .docx: true
        case .csv, .json, .xlsx, .dot, .mermaid: kind == .report
        }
    }

    /// The report in this format.
    ///
    /// - Parameters:
    ///   - pack: what is in it.
    ///   - kind: which document is made of it; a format that does not hold it has the whole pack.
    ///   - protection: seals a page; nil for a report in the clear.
    /// - Returns: the file.
    /// - Throws: why there is no such report.
    package func bytes(
        of pack: Pack, as kind: DocumentKind = .report, protection: Protection? = nil
    ) throws(FormatFault) -> [UInt8] {
        switch self {
        case .markdown: return Array(MarkdownExporter.text(of: pack.markedDocument(kind)).utf8)
        case .html: return Array(try page(of: pack, kind, protection).utf8)
        case .pdf: throw .needsBrowser
        case .docx: throw .needsConverter
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

    private func page(
        of pack: Pack, _ kind: DocumentKind, _ protection: Protection?
    ) throws(FormatFault) -> String {
        guard let protection else { return HTMLExporter.text(of: pack, as: kind) }
        guard let page = ProtectedPage(pack, as: kind, protection) else { throw .notSealed }
        return page.html
    }

    /// The ending of a file's name.
    package var fileEnding: String {
        switch self {
        case .markdown: "md"
        case .html: "html"
        case .pdf: "pdf"
        case .docx: "docx"
        case .csv: "csv"
        case .xlsx: "xlsx"
        case .json: "json"
        case .dot: "dot"
        case .mermaid: "mmd"
        }
    }

    /// Other endings that people give such files.
    private var otherEndings: [String] {
        switch self {
        case .markdown: ["markdown"]
        case .html: ["htm"]
        case .dot: ["gv"]
        case .mermaid: ["mermaid"]
        case .pdf, .docx, .csv, .xlsx, .json: []
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
    /// Only pandoc can write it.
    case needsConverter
    /// The workbook cannot be made.
    case workbook(WorkbookFault)
    /// The machine refuses to seal the page.
    case notSealed
    /// The questionnaire feeds no framework that lists problems.
    case noProblems
    /// The audience does not see problems, since most are the answer to one question.
    case problemsNotShown
}
