package import Instruments

/// Reads a framework.
package enum FrameworkReader {
    /// Reads a file of the format `canary-framework/1`.
    ///
    /// Names in formulas, tables and models must be names of the same file.
    ///
    /// - Parameter file: any bytes.
    /// - Returns: the framework, or all that is wrong with the file; where its parts stand.
    package static func read(_ file: SourceFile) -> Reading<Framework> {
        do {
            return read(file, try Document(file))
        } catch {
            return Reading(file: file.name, unreadable: error.all)
        }
    }

    /// Reads a file that is parsed already.
    static func read(_ file: SourceFile, _ document: Document) -> Reading<Framework> {
        guard document.text("format") == InstrumentFormat.framework.rawValue else {
            let fault = document.formatFault(of: file.name, known: [.framework])
            return Reading(file: file.name, unreadable: document.faults + [fault])
        }
        let spoken = YAMLDecoder.spoken(document, of: file.name) { decoder, root in
            var framework = decoder.framework(root)
            framework.sha256 = file.sha256
            framework.language = decoder.language
            return framework
        }
        var framework = spoken.value
        framework.translations = spoken.translations
        return Reading(
            file: file.name, id: document.text("id"), value: framework,
            faults: spoken.faults + framework.flaws.tooDeep(in: file.name),
            locations: SourceLocations(document.root))
    }
}

extension YAMLDecoder {
    fileprivate mutating func framework(_ root: YAMLNode) -> Framework {
        let fields = fields(
            of: root,
            known: [
                "format", "id", "version", "languages", "title", "document", "elements", "conditions",
                "tables",
                "models", "models-none", "signatures", "factors", "problems", "notes",
            ])
        let elementNodes = items("elements", of: fields)
        let conditionNodes = items("conditions", of: fields)
        let names = FrameworkNames(elements: elementNodes, conditions: conditionNodes)

        let elements = elementNodes.map { element($0) }
        reportRepeated(idsOf: elementNodes, elements.map(\.id.text))
        let conditions = conditionNodes.map { condition($0, names: names) }
        reportRepeated(idsOf: conditionNodes, conditions.map(\.id.text))
        let tables = items("tables", of: fields).map { table($0, names: names) }
        reportRepeated(idsOf: items("tables", of: fields), tables.map(\.id.text))
        let models = items("models", of: fields).map { model($0, names: names) }
        reportRepeated(idsOf: items("models", of: fields), models.map(\.id.text))
        return Framework(
            id: id("id", of: fields), version: version(of: fields), title: text("title", of: fields),
            document: fields["document"].map { document($0) }, elements: elements,
            conditions: conditions, tables: tables, models: models,
            modelsNone: optionalStatement("models-none", of: fields),
            signatures: fields["signatures"].map { signatureSet($0) },
            factors: fields["factors"].map { factorSet($0, names: names) },
            problems: fields["problems"].map { problemSet($0, names: names) },
            notes: items("notes", of: fields).map { note($0) })
    }

    private mutating func document(_ node: YAMLNode) -> Framework.Document {
        let fields = fields(of: node, known: ["title", "authors", "year"])
        return Framework.Document(
            title: text("title", of: fields), authors: text("authors", of: fields),
            year: optionalWhole("year", of: fields, least: 1500, greatest: 9999))
    }

    private mutating func element(_ node: YAMLNode) -> Element {
        let fields = fields(
            of: node,
            known: [
                "id", "title", "statement", "source", "changeable", "alternative", "question-share", "helps",
                "basis", "reason",
            ])
        let (basis, reason) = reasonedBasis(of: fields)
        return Element(
            id: id("id", of: fields), title: optionalText("title", of: fields),
            statement: text("statement", of: fields),
            source: optionalText("source", of: fields) ?? "",
            changeable: flag("changeable", of: fields, default: true),
            isAlternative: flag("alternative", of: fields, default: false),
            share: fields.contains("question-share") ? share("question-share", of: fields) : nil,
            helps: helps(of: fields), basis: basis,
            reason: reason)
    }

    private mutating func condition(_ node: YAMLNode, names: FrameworkNames) -> Condition {
        let fields = fields(of: node, known: ["id", "title", "when", "grade", "source", "basis", "reason"])
        let id: Condition.ID = id("id", of: fields)
        let grading = fields["grade"].map { self.grading($0, names: names) }
        if let node = fields["grade"], fields.contains("when") {
            report(.notExactlyOne(of: ["when", "grade"]), at: node.place)
        }
        let when = grading == nil ? formula("when", of: fields, names: names) : .all([])
        if names.elements.contains(id.text), when != .element(Element.ID(id.text)) {
            report(.ambiguousName(id.text), at: fields.place(of: "id"))
        }
        let (basis, reason) = reasonedBasis(of: fields)
        if let grading {
            return Condition(
                id: id, title: optionalText("title", of: fields) ?? id.text, grading: grading,
                source: optionalText("source", of: fields) ?? "", basis: basis, reason: reason)
        }
        return Condition(
            id: id, title: optionalText("title", of: fields) ?? id.text, when: when,
            source: optionalText("source", of: fields) ?? "", basis: basis, reason: reason)
    }

    private mutating func note(_ node: YAMLNode) -> Framework.Note {
        let fields = fields(of: node, known: ["title", "text", "source", "basis"])
        return Framework.Note(title: text("title", of: fields), statement: statement(of: fields))
    }
}
