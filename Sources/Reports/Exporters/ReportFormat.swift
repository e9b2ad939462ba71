/// A format that reports can be written in.
package enum ReportFormat: String, CaseIterable, Sendable {
    case markdown
    case json

    /// The report in this format.
    ///
    /// - Throws: what the JSON encoder throws; a pack can always be written.
    package func text(of pack: Pack) throws -> String {
        switch self {
        case .markdown: MarkdownExporter.text(of: pack.document())
        case .json: try JSONExporter.text(of: pack)
        }
    }

    /// The ending of a file's name.
    package var fileEnding: String {
        switch self {
        case .markdown: "md"
        case .json: "json"
        }
    }
}
