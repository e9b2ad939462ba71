package import Instruments

/// Reads a questionnaire.
package enum QuestionnaireReader {
    /// Reads a file of the format `canary-questionnaire/1`.
    ///
    /// Names of other files (frameworks, elements, signatures) are not followed here.
    ///
    /// - Parameter file: any bytes.
    /// - Returns: the questionnaire, or all that is wrong with the file; where its parts stand.
    package static func read(_ file: SourceFile) -> Reading<Questionnaire> {
        do {
            return read(file, try Document(file))
        } catch {
            return Reading(file: file.name, unreadable: error.all)
        }
    }

    /// Reads a file that is parsed already.
    static func read(_ file: SourceFile, _ document: Document) -> Reading<Questionnaire> {
        guard document.text("format") == InstrumentFormat.questionnaire.rawValue else {
            let fault = document.formatFault(of: file.name, known: [.questionnaire])
            return Reading(file: file.name, unreadable: document.faults + [fault])
        }
        let spoken = YAMLDecoder.spoken(document, of: file.name) { decoder, root in
            var questionnaire = decoder.questionnaire(root)
            questionnaire.sha256 = file.sha256
            questionnaire.language = decoder.language
            return questionnaire
        }
        var questionnaire = spoken.value
        questionnaire.translations = spoken.translations
        return Reading(
            file: file.name, id: document.text("id"), value: questionnaire,
            faults: spoken.faults + questionnaire.flaws.tooDeep(in: file.name),
            locations: SourceLocations(document.root))
    }
}

extension YAMLDecoder {
    fileprivate mutating func questionnaire(_ root: YAMLNode) -> Questionnaire {
        let fields = fields(
            of: root,
            known: [
                "format", "id", "version", "languages", "title", "minutes", "feeds", "scales", "areas",
                "prompts",
                "oversight",
            ])
        let scales = scales(of: fields)
        let nodes = requiredItems("areas", of: fields)
        let areas = nodes.map { area($0, scales: scales) }
        reportRepeated(idsOf: nodes, areas.map(\.id.text))
        reportRepeated(steps.map(\.name), at: steps.map(\.place))
        let promptNodes = items("prompts", of: fields)
        let prompts = promptNodes.map { prompt($0) }
        reportRepeated(idsOf: promptNodes, prompts.map(\.id.text))
        return Questionnaire(
            id: id("id", of: fields), version: version(of: fields), title: text("title", of: fields),
            minutes: optionalWhole("minutes", of: fields, least: 1),
            feeds: ids("feeds", of: fields), scales: scales, areas: areas,
            prompts: prompts, oversight: oversight(of: fields))
    }

    private mutating func prompt(_ node: YAMLNode) -> Prompt {
        let fields = fields(of: node, known: ["id", "when", "text", "source"])
        return Prompt(
            id: id("id", of: fields),
            when: required("when", of: fields).map { askWhen($0) } ?? .all([]),
            text: text("text", of: fields), source: optionalText("source", of: fields))
    }

    private mutating func oversight(of fields: Fields) -> Oversight? {
        guard let node = fields["oversight"] else { return nil }
        let fields = self.fields(of: node, known: ["prevent", "detect", "respond", "source"])
        return Oversight(
            prevent: ids("prevent", of: fields), detect: ids("detect", of: fields),
            respond: ids("respond", of: fields), source: text("source", of: fields))
    }

    private mutating func scales(of fields: Fields) -> [Scale.ID: Scale] {
        guard let node = fields["scales"] else { return [:] }
        guard case .map(let entries) = node.content else {
            report(.wrongShape(key: "scales", expected: .map, found: node.shape), at: node.place)
            return [:]
        }
        var scales: [Scale.ID: Scale] = [:]
        for entry in entries {
            let id = Scale.ID(entry.key)
            if !id.isWellFormed { report(.malformedID(entry.key), at: entry.keyPlace) }
            scales[id] = scale(entry.value)
        }
        return scales
    }

    private mutating func scale(_ node: YAMLNode) -> Scale {
        let fields = fields(of: node, known: ["levels", "met-from"])
        _ = requiredItems("levels", of: fields)
        let levels = texts("levels", of: fields)
        let metFrom = whole("met-from", of: fields, least: 1, greatest: max(1, levels.count))
        return Scale(levels: levels, metFrom: metFrom)
    }

    private mutating func area(_ node: YAMLNode, scales: [Scale.ID: Scale]) -> Area {
        let fields = fields(of: node, known: ["id", "title", "intro", "facts", "evidence", "questions"])
        let id: Area.ID = id("id", of: fields)
        let nodes = requiredItems("questions", of: fields)
        let questions = nodes.map { question($0, in: id, scales: scales) }
        reportRepeated(idsOf: nodes, questions.map(\.id.text))
        return Area(
            id: id, title: text("title", of: fields), intro: optionalText("intro", of: fields),
            questions: questions, isOfFacts: flag("facts", of: fields, default: false),
            evidenceKinds: evidenceKinds(of: fields))
    }

    /// The kinds of evidence that an area's questions can rest on; all where none is named.
    private mutating func evidenceKinds(of fields: Fields) -> [EvidenceKind] {
        guard fields.contains("evidence") else { return EvidenceKind.allCases }
        let nodes = requiredItems("evidence", of: fields)
        let kinds = nodes.compactMap { word($0, key: nil, of: EvidenceKind.allCases) }
        reportRepeated(kinds.map(\.rawValue), at: nodes.map(\.place))
        return EvidenceKind.allCases.filter(kinds.contains)
    }
}
