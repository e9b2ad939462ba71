import Instruments

extension YAMLDecoder {
    /// A formula over the answers to other questions.
    mutating func askWhen(_ node: YAMLNode) -> AskWhen {
        let nothing = AskWhen.all([])
        let fields = fields(of: node, known: ["question", "is", "all", "any", "not"])
        if fields.isBroken { return nothing }
        let forms = ["question", "all", "any", "not"].filter { fields.contains($0) }
        guard forms.count == 1 else {
            report(.notExactlyOne(of: ["question", "all", "any", "not"]), at: node.place)
            return nothing
        }
        if let part = fields["not"] { return .not(askWhen(part)) }
        if fields.contains("all") { return .all(requiredItems("all", of: fields).map { askWhen($0) }) }
        if fields.contains("any") { return .any(requiredItems("any", of: fields).map { askWhen($0) }) }
        return .answer(
            id("question", of: fields), among: requiredItems("is", of: fields).map { plainValue($0) })
    }

    /// A value as it is written: a whole number, yes or no, or a word. In quotation marks all are words.
    private mutating func plainValue(_ node: YAMLNode) -> PlainValue {
        guard let text = scalar(node, key: "is") else { return .word("") }
        guard case .scalar(_, isPlain: true) = node.content else { return .word(text) }
        switch text {
        case "yes", "true": return .yes(true)
        case "no", "false": return .yes(false)
        default:
            guard let number = Int(text), "\(number)" == text else { return .word(text) }
            return .whole(number)
        }
    }
}
