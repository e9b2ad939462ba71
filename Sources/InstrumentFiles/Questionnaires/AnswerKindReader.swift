import Instruments

extension YAMLDecoder {
    /// What an answer looks like: the question's kind, and the keys that go with that kind alone.
    mutating func answerKind(of fields: Fields, scales: [Scale.ID: Scale]) -> AnswerKind {
        let name = required("kind", of: fields).flatMap {
            word($0, key: "kind", of: AnswerKind.Name.allCases)
        }
        guard let name else { return .text }
        let own = name.ownKeys
        for key in ["scale", "levels", "options", "min", "max", "unit"] where !own.contains(key) {
            if fields.contains(key) {
                report(.keyOutOfPlace(key, kind: name.rawValue), at: fields.place(of: key))
            }
        }
        switch name {
        case .rating: return .rating(rating(of: fields, scales: scales))
        case .yesNo: return .yesNo
        case .choice: return .choice(options(of: fields, mayStandAlone: false))
        case .choices: return .choices(options(of: fields, mayStandAlone: true))
        case .number: return .number(range(of: fields))
        case .date: return .date
        case .text: return .text
        }
    }

    private mutating func rating(of fields: Fields, scales: [Scale.ID: Scale]) -> AnswerKind.Rating {
        let id = fields["scale"].flatMap { scalar($0, key: "scale") }.map { Scale.ID($0) } ?? "grip"
        _ = requiredItems("levels", of: fields)
        let descriptors = texts("levels", of: fields)
        guard let scale = scales[id] else {
            report(
                .unknownScale(id.text, known: scales.keys.sorted().map(\.text)),
                at: fields["scale"]?.place ?? fields.place)
            return AnswerKind.Rating(
                scaleID: id, scale: Scale(levels: [], metFrom: 1), descriptors: descriptors)
        }
        if !descriptors.isEmpty, descriptors.count != scale.levels.count, let node = fields["levels"] {
            report(.levelCount(descriptors.count, expected: scale.levels.count), at: node.place)
        }
        return AnswerKind.Rating(scaleID: id, scale: scale, descriptors: descriptors)
    }

    private mutating func options(
        of fields: Fields, mayStandAlone: Bool
    ) -> [AnswerKind.Option] {
        let nodes = requiredItems("options", of: fields)
        let options = nodes.map { node in
            let fields = self.fields(of: node, known: ["id", "text", "supports", "alone"])
            if !mayStandAlone, fields.contains("alone") {
                report(.keyOutOfPlace("alone", kind: "choice"), at: fields.place(of: "alone"))
            }
            return AnswerKind.Option(
                id: id("id", of: fields), text: text("text", of: fields),
                supports: references("supports", of: fields),
                alone: flag("alone", of: fields, default: false))
        }
        reportRepeated(idsOf: nodes, options.map(\.id.text))
        return options
    }

    private mutating func range(of fields: Fields) -> AnswerKind.NumberRange {
        let least = optionalNumber("min", of: fields)
        let greatest = optionalNumber("max", of: fields)
        if let least, let greatest, least > greatest {
            report(.rangeReversed(least: least, greatest: greatest), at: fields.place(of: "max"))
        }
        return AnswerKind.NumberRange(
            least: least, greatest: greatest, unit: optionalText("unit", of: fields))
    }
}

extension AnswerKind.Name {
    /// The keys that only questions of this kind, or of a few, may have.
    fileprivate var ownKeys: [String] {
        switch self {
        case .rating: ["scale", "levels"]
        case .choice, .choices: ["options"]
        case .number: ["min", "max", "unit"]
        case .yesNo, .date, .text: []
        }
    }
}
