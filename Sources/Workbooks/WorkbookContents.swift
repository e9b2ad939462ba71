import Escaping

/// The texts of a workbook that somebody sent; formulas and macros are never run, and their cells are left out.
package struct WorkbookContents: Equatable, Sendable {
    /// The sheets, in their order.
    package private(set) var sheets: [Sheet] = []
    /// How many cells were left out because they hold a formula.
    package private(set) var formulas = 0

    /// The texts of one sheet.
    package struct Sheet: Equatable, Sendable {
        package var name: String
        fileprivate var texts: [Place: String]

        /// What stands in a cell; nil for an empty one.
        package func text(row: Int, column: Int) -> String? { texts[Place(row: row, column: column)] }

        /// How many rows there are, up to the last that holds something.
        package var rows: Int { (texts.keys.map(\.row).max() ?? -1) + 1 }
    }

    fileprivate struct Place: Hashable {
        var row: Int
        var column: Int
    }

    /// The sheet of that name; nil where there is none.
    package func sheet(_ name: String) -> Sheet? { sheets.first { $0.name == name } }

    /// Reads a file.
    ///
    /// - Parameter bytes: an XLSX file.
    /// - Throws: why it cannot be read, or is too large to be.
    package init(_ bytes: [UInt8]) throws(WorkbookReadFault) {
        let archive = try Archive(bytes)
        var targets: [String: String] = [:]
        try XMLReader.read(try archive.part("xl/_rels/workbook.xml.rels")) { step in
            guard case .start("Relationship", let attributes) = step, let id = attributes["Id"],
                let target = attributes["Target"]
            else { return }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
        }
        var named: [(name: String, part: String)] = []
        try XMLReader.read(try archive.part("xl/workbook.xml")) { step in
            guard case .start("sheet", let attributes) = step, let name = attributes["name"],
                let part = attributes["id"].flatMap({ targets[$0] })
            else { return }
            named.append((name, part))
        }
        guard !named.isEmpty else { throw .noWorkbook }
        let shared = try Self.sharedTexts(in: archive)
        for (name, part) in named {
            let texts = try readCells(of: try archive.part(part), shared)
            sheets.append(Sheet(name: name, texts: texts))
        }
    }

    private static func sharedTexts(in archive: Archive) throws(WorkbookReadFault) -> [String] {
        guard archive.holds("xl/sharedStrings.xml") else { return [] }
        var texts: [String] = []
        var current: String?
        var (isText, phonetic) = (false, 0)
        try XMLReader.read(try archive.part("xl/sharedStrings.xml")) { step in
            switch step {
            case .start("si", _): current = ""
            case .end("si"):
                texts.append(WorkbookText.unescaped(current ?? ""))
                current = nil
            // How a text is pronounced is no part of it.
            case .start("rPh", _): phonetic += 1
            case .end("rPh"): phonetic -= 1
            case .start("t", _): isText = phonetic == 0
            case .end("t"): isText = false
            case .text(let text) where isText: current? += text
            default: break
            }
        }
        return texts
    }

    private mutating func readCells(
        of part: [UInt8], _ shared: [String]
    ) throws(WorkbookReadFault) -> [Place: String] {
        var texts: [Place: String] = [:]
        var (place, kind, value, isFormula, isValue) = (Place?.none, "n", "", false, false)
        var found = 0
        try XMLReader.read(part) { step in
            switch step {
            case .start("c", let attributes):
                (place, kind) = (attributes["r"].flatMap(Place.init), attributes["t"] ?? "n")
                (value, isFormula) = ("", false)
            case .start("f", _): isFormula = true
            case .start("v", _), .start("t", _): isValue = true
            case .end("v"), .end("t"): isValue = false
            case .text(let text) where isValue: value += text
            case .end("c"):
                if isFormula { found += 1 }
                guard let place, !isFormula, !value.isEmpty else { return }
                if kind == "s" {
                    if let index = Int(value), shared.indices.contains(index), !shared[index].isEmpty {
                        texts[place] = shared[index]
                    }
                } else {
                    texts[place] = WorkbookText.unescaped(value)
                }
            default: break
            }
        }
        formulas += found
        return texts
    }
}

extension WorkbookContents.Place {
    /// Reads `AB12`; nil for anything else.
    fileprivate init?(_ text: String) {
        let letters = text.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)),
            (1...1_048_576).contains(row)
        else { return nil }
        self.row = row - 1
        column = letters.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 } - 1
    }
}

/// Why a workbook cannot be read.
package enum WorkbookReadFault: Error, Equatable, Sendable {
    /// The library that unpacks workbooks is not on this machine.
    case noLibrary
    /// It is no ZIP archive, or a damaged one.
    case damaged
    /// A part of it, or all of it, would be larger than is read.
    case tooLarge
    /// It has no sheets.
    case noWorkbook
    /// A part is missing, by its name.
    case missing(String)
    /// A part is no XML, or holds what no workbook needs, such as entities.
    case unsound
}
