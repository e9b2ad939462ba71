package import Instruments

/// Reads a sheet of answers, YAML or JSON, and believes nothing about them.
package enum AnswersReader {
    /// Reads a map of questions' names to answers.
    ///
    /// Whether the questions exist, and whether the answers fit them, is for those who hold a questionnaire.
    ///
    /// - Parameter file: any bytes.
    /// - Returns: the sheet, or all that is wrong with the file.
    package static func read(_ file: SourceFile) -> Reading<AnswerSheet> {
        let document: Document
        do {
            document = try Document(file, prepare: SurrogatePairs.joined)
        } catch {
            return Reading(file: file.name, unreadable: error.all)
        }
        var decoder = YAMLDecoder(file: file.name)
        let sheet = decoder.sheet(document.root)
        return Reading(
            file: file.name, value: sheet,
            faults: document.faults.map { $0.naming(document.root) } + decoder.sortedFaults,
            locations: SourceLocations(document.root))
    }
}

/// Where an answer on a sheet comes from.
private enum SheetOrigin: String, CaseIterable {
    /// Whoever wrote the sheet.
    case own
    /// An earlier assessment.
    case carried
}

extension YAMLDecoder {
    /// A map of questions' names to answers.
    mutating func sheet(_ root: YAMLNode) -> AnswerSheet {
        guard case .map(let entries) = root.content else {
            report(.wrongShape(key: nil, expected: .map, found: root.shape), at: root.place)
            return AnswerSheet(entries: [])
        }
        return AnswerSheet(
            entries: entries.map { entry in
                question = Question.ID(entry.key)
                defer { question = nil }
                return self.entry(entry)
            })
    }

    private mutating func entry(_ entry: YAMLNode.Entry) -> AnswerSheet.Entry {
        var written = AnswerSheet.Entry(question: Question.ID(entry.key), place: entry.keyPlace)
        guard case .map(let parts) = entry.value.content else {
            written.answer = answer(entry.value, isWrapped: false)
            return written
        }
        let fields = fields(
            of: entry.value,
            known: [
                "answer", "not-applicable", "note", "evidence", "strengths", "concerns", "actions", "themes",
                "confidential", "origin",
            ])
        if parts.isEmpty { report(.emptyEntry, at: entry.value.place) }
        if let node = fields["answer"] { written.answer = answer(node, isWrapped: true) }
        if let node = fields["not-applicable"] {
            if fields.contains("answer") {
                report(.answerAndNotApplicable, at: fields.place(of: "not-applicable"))
            }
            written.answer = text(node, key: "not-applicable").map { .notApplicable(reason: $0) }
        }
        written.note = optionalText("note", of: fields)
        written.evidence = items("evidence", of: fields).map { evidence($0) }
        written.strengths = texts("strengths", of: fields)
        written.concerns = texts("concerns", of: fields)
        written.actions = items("actions", of: fields).map { action($0) }
        written.themes = texts("themes", of: fields)
        written.confidentiality = fields["confidential"].flatMap { confidentiality($0) }
        written.isCarried =
            fields["origin"].flatMap { word($0, key: "origin", of: SheetOrigin.allCases) } == .carried
        return written
    }

    /// A single value, or a list of options.
    private mutating func answer(_ node: YAMLNode, isWrapped: Bool) -> AnswerSheet.Written? {
        guard !node.isNull else {
            report(.noAnswer, at: node.place)
            return nil
        }
        switch node.content {
        case .scalar(let text, _):
            return isWrapped ? .wrapped(text) : .value(text)
        case .list(let items):
            return .list(items.map { text($0, key: nil) ?? "" })
        case .map:
            report(.wrongShape(key: "answer", expected: .text, found: .map), at: node.place)
            return nil
        }
    }

    /// How much of an answer is confidential: yes or no of its words, or its level, too.
    private mutating func confidentiality(_ node: YAMLNode) -> Confidentiality? {
        guard let text = scalar(node, key: "confidential") else { return nil }
        switch text {
        case "yes", "true": return .words
        case "no", "false": return Confidentiality.nothing
        case Confidentiality.level.rawValue: return .level
        default:
            report(
                .unknownWord(text, key: "confidential", known: ["yes", "no", "level"]), at: node.place)
            return nil
        }
    }

    /// An action: its words alone, or its parts.
    private mutating func action(_ node: YAMLNode) -> AnswerSheet.WrittenAction {
        if case .scalar = node.content {
            return AnswerSheet.WrittenAction(text: text(node, key: "actions") ?? "")
        }
        let fields = fields(of: node, known: ["text", "by", "due", "measure"])
        return AnswerSheet.WrittenAction(
            text: text("text", of: fields), role: optionalText("by", of: fields),
            due: optionalText("due", of: fields), measure: optionalText("measure", of: fields))
    }

    private mutating func evidence(_ node: YAMLNode) -> AnswerSheet.WrittenEvidence {
        let fields = fields(of: node, known: ["kind", "reference", "text"])
        return AnswerSheet.WrittenEvidence(
            kind: text("kind", of: fields), reference: optionalText("reference", of: fields) ?? "",
            text: optionalText("text", of: fields) ?? "")
    }
}

extension Fault {
    /// The same fault with the question in whose entry it lies, or whose entry is repeated.
    fileprivate func naming(_ root: YAMLNode) -> Fault {
        guard case .map(let entries) = root.content, let place else { return self }
        if case .repeatedKey(let key, let first) = payload,
            entries.contains(where: { $0.keyPlace == first })
        {
            return Fault(file: file, place: place, question: Question.ID(key), payload)
        }
        let entry = entries.last {
            ($0.keyPlace.line, $0.keyPlace.column) <= (place.line, place.column)
        }
        return Fault(file: file, place: place, question: entry.map { Question.ID($0.key) }, payload)
    }
}
