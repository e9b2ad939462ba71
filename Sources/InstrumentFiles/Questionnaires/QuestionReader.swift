import Instruments

extension YAMLDecoder {
    /// A question of an area.
    mutating func question(
        _ node: YAMLNode, in area: Area.ID, scales: [Scale.ID: Scale]
    ) -> Question {
        let fields = fields(
            of: node,
            known: [
                "id", "text", "hint", "kind", "scale", "levels", "options", "min", "max", "unit",
                "why", "look-for", "probes", "ask-when", "supports", "warns-of", "step",
                "not-in-a-room", "sensitive",
            ])
        let kind = answerKind(of: fields, scales: scales)
        switch kind {
        case .rating, .yesNo: break
        case .choice, .choices, .number, .date, .text:
            // Nothing else is good or poor by itself; options have `supports` of their own.
            for key in ["supports", "warns-of"] where fields.contains(key) && fields.contains("kind") {
                report(.keyOutOfPlace(key, kind: kind.name.rawValue), at: fields.place(of: key))
            }
        }
        let step = fields["step"].flatMap { word($0, key: "step", of: Question.Step.allCases) }
        if fields.contains("step") {
            if let step { steps.append((step.rawValue, fields.place(of: "step"))) }
            // A step is done or not; it says nothing of its own about the authority.
            if kind != .yesNo, fields.contains("kind") {
                report(.keyOutOfPlace("step", kind: kind.name.rawValue), at: fields.place(of: "step"))
            }
            for key in ["supports", "warns-of"] where kind == .yesNo && fields.contains(key) {
                report(.keyOutOfPlace(key, kind: "step"), at: fields.place(of: key))
            }
        }
        return Question(
            id: questionID(of: fields, in: area), text: text("text", of: fields),
            hint: optionalText("hint", of: fields), kind: kind,
            why: optionalStatement("why", of: fields), lookFor: texts("look-for", of: fields),
            probes: texts("probes", of: fields),
            askWhen: fields["ask-when"].map { askWhen($0) },
            supports: references("supports", of: fields),
            warnsOf: items("warns-of", of: fields).map { warning($0) }, step: step,
            isNotForARoom: flag("not-in-a-room", of: fields, default: false),
            isSensitive: flag("sensitive", of: fields, default: false))
    }

    /// A question's name is its area's, a full stop and a short one.
    private mutating func questionID(of fields: Fields, in area: Area.ID) -> Question.ID {
        let id: Question.ID = id("id", of: fields)
        guard id.isWellFormed, area.isWellFormed, let node = fields["id"] else { return id }
        let start = "\(area)."
        if !id.text.hasPrefix(start) || id.text.dropFirst(start.count).contains(".") {
            report(.malformedQuestionID(id.text, area: area.text), at: node.place)
        }
        return id
    }

    /// A signature, or a map of it and the answer that warns.
    private mutating func warning(_ node: YAMLNode) -> Warning {
        guard case .map = node.content else { return Warning(reference(node)) }
        let fields = fields(of: node, known: ["signature", "when"])
        let signature: Reference<Signature>? = required("signature", of: fields).map { reference($0) }
        return Warning(
            signature ?? Reference("", ""), when: flag("when", of: fields, default: false))
    }
}
