/// A workbook as plain values: sheets of texts and numbers, and no formula anywhere.
package struct Workbook: Equatable, Sendable {
    /// What its properties call it.
    package var title: String
    /// What stands at the head of every page in print; empty for nothing.
    package var header = ""
    /// What stands at the foot of every page in print, beside its number; at most 150 characters.
    package var footer: String
    /// When it was made, in seconds since 1970; a workbook written twice with one time is the same bytes.
    package var created: Int
    package var sheets: [Sheet]

    /// A workbook with all its fields.
    package init(title: String, header: String = "", footer: String, created: Int, sheets: [Sheet]) {
        self.title = title
        self.header = header
        self.footer = footer
        self.created = created
        self.sheets = sheets
    }

    /// One sheet; cells that are not `open` are locked against mistakes, without a password.
    package struct Sheet: Equatable, Sendable {
        /// At most 31 characters, none of them one of `[]:*?/\`, and no other sheet's.
        package var name: String
        package var isHidden: Bool
        /// The widths of the columns, in characters.
        package var widths: [Int]
        /// How many rows at the top stay in sight; the last of them heads the columns, is printed on every page, and
        /// chooses among the rows below it.
        package var frozenRows: Int
        package var rows: [[Cell]]
        package var choices: [Choice]

        /// A sheet with all its fields.
        package init(
            name: String, isHidden: Bool = false, widths: [Int], frozenRows: Int = 0, rows: [[Cell]],
            choices: [Choice] = []
        ) {
            self.name = name
            self.isHidden = isHidden
            self.widths = widths
            self.frozenRows = frozenRows
            self.rows = rows
            self.choices = choices
        }
    }

    /// What a cell holds.
    package enum Cell: Equatable, Sendable {
        case heading(String)
        case text(String)
        case number(Int)
        /// Somebody is to write here.
        case open
        case empty
    }

    /// Values that a cell can be given from a list; others are refused by the program that opens it.
    package struct Choice: Equatable, Sendable {
        /// From 0.
        package var row: Int
        /// From 0.
        package var column: Int
        /// Together at most 255 characters, none of them a comma.
        package var values: [String]

        /// A choice with all its fields.
        package init(row: Int, column: Int, values: [String]) {
            self.row = row
            self.column = column
            self.values = values
        }
    }
}

/// Why there is no workbook.
package enum WorkbookFault: Error, Equatable, Sendable {
    /// The machine has no memory file, or it cannot be read back; the code is errno's.
    case memory(code: Int32)
    /// A library that writes workbooks, or reads them back, is not on this machine.
    case noLibrary
    /// A part could not be written whole, for want of room most likely.
    case incomplete
    /// The library refuses; the code is its own.
    case writer(code: Int32)
}
