package import Instruments

/// Reads cases: answer sheets with the findings that they must give.
package enum CasesReader {
    /// Reads a file of the format `canary-cases/1`.
    ///
    /// Whether the questions and findings exist is for those who hold the instruments.
    ///
    /// - Parameter file: any bytes.
    /// - Returns: the cases, or all that is wrong with the file.
    package static func read(_ file: SourceFile) -> Reading<CaseFile> {
        do {
            return read(file, try Document(file))
        } catch {
            return Reading(file: file.name, unreadable: error.all)
        }
    }

    /// Reads a file that is parsed already.
    static func read(_ file: SourceFile, _ document: Document) -> Reading<CaseFile> {
        guard document.text("format") == InstrumentFormat.cases.rawValue else {
            let fault = document.formatFault(of: file.name, known: [.cases])
            return Reading(file: file.name, unreadable: document.faults + [fault])
        }
        var decoder = YAMLDecoder(file: file.name)
        let cases = decoder.caseFile(document.root)
        return Reading(
            file: file.name, value: cases, faults: document.faults + decoder.sortedFaults,
            locations: SourceLocations(document.root))
    }
}

extension YAMLDecoder {
    fileprivate mutating func caseFile(_ root: YAMLNode) -> CaseFile {
        let fields = fields(of: root, known: ["format", "questionnaire", "sheets", "cases"])
        var sheets: [String: AnswerSheet] = [:]
        if let node = fields["sheets"] {
            if case .map(let entries) = node.content {
                for entry in entries { sheets[entry.key] = sheet(entry.value) }
            } else {
                report(.wrongShape(key: "sheets", expected: .map, found: node.shape), at: node.place)
            }
        }
        let nodes = requiredItems("cases", of: fields)
        let cases = nodes.map { self.case($0, sheets) }
        reportRepeated(cases.map(\.name), at: nodes.map(\.place))
        return CaseFile(
            questionnaire: id("questionnaire", of: fields),
            place: fields["questionnaire"]?.place ?? fields.place, cases: cases)
    }

    private mutating func `case`(
        _ node: YAMLNode, _ sheets: [String: AnswerSheet]
    ) -> CaseFile.Case {
        let fields = fields(
            of: node,
            known: [
                "name", "sheet", "answers", "without", "links", "expect", "rules", "circles",
                "possible-circles",
            ])
        var entries: [AnswerSheet.Entry] = []
        if let name = fields["sheet"], let text = text(name, key: "sheet") {
            if let sheet = sheets[text] {
                entries = sheet.entries
            } else {
                report(.unknownWord(text, key: "sheet", known: sheets.keys.sorted()), at: name.place)
            }
        }
        for node in items("without", of: fields) {
            let id: Question.ID = id(node, key: nil)
            if !entries.contains(where: { $0.question == id }) {
                report(.notOnSheet(id.text), at: node.place)
            }
            entries.removeAll { $0.question == id }
        }
        for entry in fields["answers"].map({ sheet($0).entries }) ?? [] {
            if let index = entries.firstIndex(where: { $0.question == entry.question }) {
                entries[index] = entry
            } else {
                entries.append(entry)
            }
        }
        return CaseFile.Case(
            name: text("name", of: fields), place: fields.place, sheet: AnswerSheet(entries: entries),
            links: items("links", of: fields).map { link($0) },
            expected: expected(fields),
            rules: items("rules", of: fields).map { node in
                CaseFile.Named(name: text(node, key: nil) ?? "", place: node.place)
            },
            circles: circles("circles", of: fields),
            possibleCircles: circles("possible-circles", of: fields))
    }

    private mutating func expected(_ fields: Fields) -> [CaseFile.Expected] {
        guard let node = required("expect", of: fields) else { return [] }
        guard case .map(let entries) = node.content else {
            report(.wrongShape(key: "expect", expected: .map, found: node.shape), at: node.place)
            return []
        }
        return entries.map { entry in
            let values: [String]
            switch entry.value.content {
            case .list(let items): values = items.map { text($0, key: nil) ?? "" }
            case .scalar, .map: values = [text(entry.value, key: entry.key) ?? ""]
            }
            return CaseFile.Expected(
                finding: CaseFile.Named(name: entry.key, place: entry.keyPlace), values: values)
        }
    }

    private mutating func link(_ node: YAMLNode) -> CaseFile.WrittenLink {
        let fields = fields(of: node, known: ["from", "to"])
        func end(_ key: String) -> Reference<Element> {
            required(key, of: fields).map { reference($0) } ?? Reference("", "")
        }
        return CaseFile.WrittenLink(from: end("from"), to: end("to"), place: node.place)
    }

    private mutating func circles(_ key: String, of fields: Fields) -> [[String]]? {
        guard fields.contains(key) else { return nil }
        return items(key, of: fields).map { node in
            guard case .list(let items) = node.content else {
                report(.wrongShape(key: key, expected: .list, found: node.shape), at: node.place)
                return []
            }
            return items.map { text($0, key: nil) ?? "" }
        }
    }
}
