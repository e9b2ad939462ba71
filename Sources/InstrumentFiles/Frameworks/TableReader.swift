import Instruments

extension YAMLDecoder {
    /// A decision table.
    mutating func table(_ node: YAMLNode, names: FrameworkNames) -> DecisionTable {
        let fields = fields(
            of: node,
            known: [
                "id", "title", "role", "called", "hit-policy", "ranked", "inputs", "rules", "outcomes",
                "remarks",
            ])
        let id: DecisionTable.ID = id("id", of: fields)
        let outcomeNodes = requiredItems("outcomes", of: fields)
        let outcomes = outcomeNodes.map { outcome($0, names: names) }
        reportRepeated(idsOf: outcomeNodes, outcomes.map(\.id.text))
        let inputs = conditions(requiredItems("inputs", of: fields), names: names)
        let graded = inputs.map { names.graded.contains($0.text) }
        let ruleNodes = requiredItems("rules", of: fields)
        let rules = ruleNodes.map { rule($0, graded: graded, outcomes: outcomes, names: names) }
        let named = zip(ruleNodes, rules).filter { $1.id != nil }
        reportRepeated(named.compactMap { $1.id?.text }, at: named.map { $0.0.place })
        return DecisionTable(
            id: id, title: optionalText("title", of: fields) ?? id.text,
            role: fields["role"].flatMap { word($0, key: "role", of: [.tier]) },
            called: fields["called"].map { naming($0) },
            hitPolicy: word(
                "hit-policy", of: fields, among: [.unique, .first, .collect], otherwise: .first),
            ranked: flag("ranked", of: fields, default: false), inputs: inputs, rules: rules,
            outcomes: outcomes,
            remarks: items("remarks", of: fields).map { remark($0, outcomes: outcomes, names: names) })
    }

    private mutating func naming(_ node: YAMLNode) -> DecisionTable.Naming {
        let fields = fields(of: node, known: ["one", "several", "out-of-reach"])
        return DecisionTable.Naming(
            one: text("one", of: fields), several: text("several", of: fields),
            outOfReach: optionalText("out-of-reach", of: fields))
    }

    private mutating func rule(
        _ node: YAMLNode, graded: [Bool], outcomes: [Outcome], names: FrameworkNames
    ) -> DecisionTable.Rule {
        let fields = fields(
            of: node,
            known: ["id", "when", "then", "basis", "source", "reason", "says", "cautions", "alongside"])
        let cells = requiredItems("when", of: fields).enumerated().map { index, node in
            cell(node, isGraded: graded.indices.contains(index) && graded[index])
        }
        if !cells.isEmpty, cells.count != graded.count, let node = fields["when"] {
            report(.cellCount(cells.count, expected: graded.count), at: node.place)
        }
        let then = Outcome.ID(required("then", of: fields).flatMap { scalar($0, key: "then") } ?? "")
        if let node = fields["then"], !then.text.isEmpty, !outcomes.contains(where: { $0.id == then }) {
            report(.unknownOutcome(then.text), at: node.place)
        }
        let (basis, reason) = reasonedBasis(of: fields)
        let source = optionalText("source", of: fields)
        if basis == .stated, !fields.isBroken, !fields.contains("source") {
            report(.missingSource, at: fields.place)
        }
        return DecisionTable.Rule(
            id: fields.contains("id") ? id("id", of: fields) : nil, when: cells, then: then, basis: basis,
            source: source, reason: reason,
            says: optionalText("says", of: fields),
            cautions: items("cautions", of: fields).map { caution($0, names: names) },
            alongside: items("alongside", of: fields).map { alongside($0, outcomes: outcomes, names: names) })
    }

    /// What a rule asks of an input: a word, a grade or some grades.
    private mutating func cell(_ node: YAMLNode, isGraded: Bool) -> DecisionTable.Cell {
        if isGraded, case .list(let nodes) = node.content { return .grades(grades(nodes)) }
        if isGraded, case .scalar(let text, _) = node.content, let grade = Condition.Grade(rawValue: text) {
            return .grades([grade])
        }
        return word(node, isGraded: isGraded)
    }

    private mutating func word(_ node: YAMLNode, isGraded: Bool) -> DecisionTable.Cell {
        switch scalar(node, key: "when") {
        case nil, "any": return .any
        case "yes", "true": return .yes
        case "no", "false": return .no
        case .some(let text):
            let grades = isGraded ? Condition.Grade.allCases.map(\.rawValue) : []
            report(.unknownWord(text, key: "when", known: ["yes", "no", "any"] + grades), at: node.place)
            return .any
        }
    }

    /// A caution of a rule or a model.
    mutating func caution(_ node: YAMLNode, names: FrameworkNames) -> Caution {
        let fields = fields(of: node, known: ["of", "is", "text", "basis", "source"])
        return Caution(
            of: formula("of", of: fields, names: names),
            when: requiredItems("is", of: fields).compactMap { truth($0) },
            text: text("text", of: fields), source: optionalText("source", of: fields),
            basis: basis(of: fields))
    }

    private mutating func truth(_ node: YAMLNode) -> Truth? {
        switch scalar(node, key: "is") {
        case nil: return nil
        case "yes", "true": return .yes
        case "no", "false": return .no
        case "unknown": return .unknown
        case .some(let text):
            report(.unknownWord(text, key: "is", known: ["yes", "no", "unknown"]), at: node.place)
            return nil
        }
    }
}
