import Escaping
import Languages
package import Reports
import Workbooks

/// A format that a plan alone can be written in.
package enum PlanFormat: String, CaseIterable, Sendable {
    case text
    case json
    case csv
    case markdown
    case xlsx
    case docx
    /// The days on which actions are due, for a calendar.
    case ics

    /// The ending of a file's name.
    package var ending: String {
        switch self {
        case .markdown: "md"
        case .text: "txt"
        case .json, .csv, .xlsx, .docx, .ics: rawValue
        }
    }

    /// The format that a file's name says by its ending; nil where it says none.
    package init?(fileName: String) {
        let name = fileName.lowercased()
        guard let found = Self.allCases.first(where: { name.hasSuffix(".\($0.ending)") }) else { return nil }
        self = found
    }

    /// The plan in this format.
    ///
    /// - Parameters:
    ///   - pack: what is in it.
    ///   - width: the cells of a line of text.
    ///   - environment: the environment of the process.
    /// - Returns: the file.
    /// - Throws: why there is none.
    package func bytes(
        of pack: Pack, width: Int, environment: [String: String]
    ) throws(ReportMaking.Fault) -> [UInt8] {
        switch self {
        case .text: return Array(PlainText.text(of: pack.planDocument(), width: width).utf8)
        case .json:
            do {
                return Array(try JSONExporter.text(of: PlanExporter.json(of: pack)).utf8)
            } catch {
                throw .format(.encoding("\(error)"))
            }
        case .csv: return Array(PlanExporter.csv(of: pack).utf8)
        case .markdown:
            return try ReportMaking.bytes(of: pack, .plan, as: .markdown, environment: environment)
        case .docx: return try ReportMaking.bytes(of: pack, .plan, as: .docx, environment: environment)
        case .ics: return Array(PlanExporter.calendar(of: pack).utf8)
        case .xlsx:
            do {
                return try PlanExporter.workbook(of: pack).bytes()
            } catch {
                throw .format(.workbook(error))
            }
        }
    }

    /// What is said of a plan that was written.
    ///
    /// - Parameters:
    ///   - file: its name.
    ///   - pack: what is in it.
    /// - Returns: where it is, for whom, what is in it and what is not, a sentence each.
    package func written(to file: String, _ pack: Pack) -> [String] {
        [
            local(
                "Written as \(rawValue) for \(pack.cover.audience.rawValue): \(file.visible). \(pack.planCounts)"
            ),
            pack.leftOutDescription,
        ]
    }
}
