import Instruments
import Sessions

// How actions, and what is corrected or removed beside answers, stand in a journal.

extension Action {
    /// Whether it says nothing that programs before the plan do not know.
    var isPlain: Bool {
        id.isEmpty && state == .open && outcome == nil && finding == nil && measure == nil && !isCarried
    }

    /// The action as bodies have it.
    var json: JSON {
        .members([
            "text": .string(text), "role": role.map(JSON.string),
            "due": due.map { .string("\($0)") }, "id": id.isEmpty ? nil : .string(id),
            "state": state == .open ? nil : .string(state.rawValue), "outcome": outcome.map(JSON.string),
            "finding": finding.map(JSON.string), "measure": measure.map(JSON.string),
            "carried": isCarried ? .bool(true) : nil, "settled": settled.map { .string("\($0)") },
        ])
    }

    /// Reads an action of a body.
    ///
    /// - Throws: what of it does not fit.
    init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "action")
        self.init(
            id: try body.optionalString("id") ?? "", text: try body.string("text"),
            role: try body.optionalString("role"),
            due: try body.optional("due")?.date(under: "due"),
            state: try body.optionalNamed("state") ?? .open, outcome: try body.optionalString("outcome"),
            finding: try body.optionalString("finding"), measure: try body.optionalString("measure"),
            isCarried: try body.optional("carried")?.bool(under: "carried") ?? false)
        settled = try body.optional("settled")?.date(under: "settled")
        guard settled == nil || state.isSettled else { throw .unfitting(key: "settled") }
        guard id.isEmpty || Action.number(of: id) != nil else { throw .unfitting(key: "id") }
        // A name that a program made up, so that no words hide there.
        guard finding?.utf8.allSatisfy(\.isOfFindingName) ?? true else { throw .unfitting(key: "finding") }
        try body.end()
    }
}

extension RecordItem {
    /// Writes the body of what happened to it.
    ///
    /// - Parameters:
    ///   - question: the JSON of its question.
    ///   - text: its words from now on; nil where it is removed.
    /// - Returns: the body.
    func body(on question: JSON, text: String? = nil) -> JSON {
        let (name, id, number): (String, String?, Int?) =
            switch self {
            case .note: ("note", nil, nil)
            case .evidence(let id): ("evidence", id, nil)
            case .evidenceText(let id): ("evidence-text", id, nil)
            case .strength(let number): ("strength", nil, number)
            case .concern(let number): ("concern", nil, number)
            case .action(let id): ("action", id, nil)
            }
        return .members([
            "question": question, "item": .string(name), "id": id.map(JSON.string),
            "number": number.map(JSON.whole), "text": text.map(JSON.string),
        ])
    }

    /// Reads the item that a body names.
    ///
    /// - Throws: what of it does not fit.
    init(_ body: inout BodyReader) throws(BodyProblem) {
        switch try body.string("item") {
        case "note": self = .note
        case "evidence": self = .evidence(try body.string("id"))
        case "evidence-text": self = .evidenceText(try body.string("id"))
        case "strength": self = .strength(try body.whole("number"))
        case "concern": self = .concern(try body.whole("number"))
        case "action": self = .action(try body.string("id"))
        default: throw .unfitting(key: "item")
        }
    }
}

extension UInt8 {
    /// Whether names of findings are made of it.
    fileprivate var isOfFindingName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "/"), UInt8(ascii: ">"):
            true
        default: false
        }
    }
}
