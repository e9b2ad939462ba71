import Instruments
import Sessions
import Workbooks

extension ReviewFile {
    /// Whether bytes begin like a workbook.
    static func isWorkbook(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// Reads the columns that a reviewer filled in.
    init(workbook bytes: [UInt8], sha256: String) throws(ReviewFault) {
        let contents: WorkbookContents
        do throws(WorkbookReadFault) {
            contents = try WorkbookContents(bytes)
        } catch {
            switch error {
            case .tooLarge: throw .tooLarge
            case .noLibrary: throw .noWorkbookLibrary
            case .damaged, .noWorkbook, .missing, .unsound: throw .unreadable
            }
        }
        guard let identity = contents.sheet(WorkbookExporter.identitySheet) else { throw .noIdentity }
        var fields: [String: String] = [:]
        var questions: [(id: String, label: String)] = []
        for row in 0..<identity.rows {
            guard let key = identity.text(row: row, column: 0),
                let value = identity.text(row: row, column: 1)
            else { continue }
            if key == "question" {
                questions.append((value, identity.text(row: row, column: 2) ?? ""))
            } else {
                fields[key] = value
            }
        }
        guard fields["format"] == Self.workbookFormat else { throw .otherFormat(fields["format"] ?? "") }
        guard let pack = fields["pack"], let session = fields["session"], let id = fields["questionnaire"],
            let version = fields["version"], let hash = fields["sha256"],
            let sheet = fields["sheet"].flatMap(contents.sheet)
        else { throw .noIdentity }
        self.pack = pack
        self.session = session
        questionnaire = InstrumentPin(id: id, version: version, sha256: hash)
        role = sheet.text(row: 1, column: 1) ?? ""
        date = Self.day(sheet.text(row: 2, column: 1) ?? "")
        self.sha256 = sha256
        answers = []
        for (index, question) in questions.enumerated() {
            let row = WorkbookExporter.firstReviewRow + index
            guard sheet.text(row: row, column: 0) == question.label else { throw .rowsMoved(question.label) }
            func text(_ column: Int) -> String { (sheet.text(row: row, column: column) ?? "").trimmedLines }
            let columns = WorkbookExporter.reviewColumns
            let (verdict, own) = (text(columns.verdict).lowercased(), text(columns.own).lowercased())
            let (comment, seen, test) = (text(columns.comment), text(columns.seen), text(columns.test))
            guard [verdict, own, comment, seen, test].contains(where: { !$0.isEmpty }) else { continue }
            answers.append(
                Answer(
                    question: question.id,
                    verdict: verdict.isEmpty ? Review.Verdict.notLookedAt.rawValue : verdict,
                    own: own.isEmpty ? nil : own, comment: comment, seen: seen, test: test))
        }
    }

    /// A date as it was typed, or as a spreadsheet keeps it: in days since the end of 1899.
    private static func day(_ text: String) -> String {
        guard let days = Double(text), (20_000...80_000).contains(days) else { return text }
        return "\(CalendarDate(daysSince1970: Int(days) - 25_569))"
    }
}

extension String {
    /// The text without the white space that a spreadsheet leaves around it; lines end as they do elsewhere.
    fileprivate var trimmedLines: String {
        var text = unicodeScalars.drop(while: \.properties.isWhitespace)
        while text.last?.properties.isWhitespace == true { text.removeLast() }
        return String(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .joined(separator: "\n")
    }
}
