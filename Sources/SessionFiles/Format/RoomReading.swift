import Disclosure
import Instruments
import Sessions

// How the bodies of a workshop's events are read.

extension RoomArrangement {
    init(_ body: inout BodyReader) throws(BodyProblem) {
        self.init(
            present: try body.optionalWhole("present"), minutes: try body.optionalWhole("minutes"),
            voting: try body.optionalNamed("voting"), share: try body.optionalNamed("share"),
            welsh: try body.optional("welsh")?.bool(under: "welsh"))
        guard present.map(Self.people.contains) != false else { throw .unfitting(key: "present") }
        guard minutes.map(Self.length.contains) != false else { throw .unfitting(key: "minutes") }
    }
}

extension Invitation {
    init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "invitation")
        self.init(
            workshop: try body.string("workshop"), publicKey: try body.string("publicKey"),
            contributor: try body.string("contributor"))
        try body.end()
    }
}

extension Tally {
    init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "tally")
        self.init(
            counts: try body.required("counts").elements(under: "counts") { value throws(BodyProblem) in
                try Self.count(try value.whole(under: "counts"), under: "counts")
            }, dontKnow: try Self.count(try body.whole("dontKnow"), under: "dontKnow"),
            notApplicable: try Self.count(try body.whole("notApplicable"), under: "notApplicable"),
            blank: try Self.count(try body.optionalWhole("blank") ?? 0, under: "blank"),
            forgotten: try body.optionalNamed("forgotten"))
        guard (1...100).contains(counts.count) else { throw .unfitting(key: "counts") }
        try body.end()
    }

    private static func count(_ number: Int, under key: String) throws(BodyProblem) -> Int {
        guard BodyReader.countable.contains(number) else { throw .unfitting(key: key) }
        return number
    }
}

extension WorkshopKeys {
    /// Both halves, or neither.
    init?(_ body: inout BodyReader) throws(BodyProblem) {
        guard let publicKey = try body.optionalString("publicKey") else { return nil }
        self.init(publicKey: publicKey, privateKey: try body.string("privateKey"))
    }
}

extension PreWork {
    init(_ body: inout BodyReader) throws(BodyProblem) {
        self.init(
            people: try body.count("people"),
            tallies: try body.byQuestion("tallies", Tally.init(json:)),
            notes: try body.byQuestion("notes") { value throws(BodyProblem) in
                try value.elements(under: "notes") { note throws(BodyProblem) in
                    try note.string(under: "notes")
                }
            },
            gaps: try body.required("gaps").elements(under: "gaps", Gap.init(json:)))
        // Version 0.1 kept an order of the questions, from which answers could be told: it is passed over.
        _ = body.optional("order")
    }
}

extension PreWork.Gap {
    fileprivate init(json: JSON) throws(BodyProblem) {
        var body = try BodyReader(json, under: "gaps")
        self.init(
            question: try body.identifier("question"), role: try body.named("role"),
            difference: try Self.difference(&body))
        try body.end()
    }

    /// The word, or the hundredths of Cliff's delta that version 0.1 wrote.
    private static func difference(
        _ body: inout BodyReader
    ) throws(BodyProblem) -> PreWork.Difference {
        guard let hundredths = try body.optionalWhole("delta") else { return try body.named("difference") }
        guard (-100...100).contains(hundredths) else { throw .unfitting(key: "delta") }
        return PreWork.Difference(hundredths: hundredths)
    }
}

extension BodyReader {
    /// What a workshop can count: sums and products of it stay far from the largest number.
    static let countable = 0...10_000

    /// A number of people or files.
    mutating func count(_ key: String) throws(BodyProblem) -> Int {
        let number = try whole(key)
        guard Self.countable.contains(number) else { throw .unfitting(key: key) }
        return number
    }

    mutating func optionalWhole(_ key: String) throws(BodyProblem) -> Int? {
        try optional(key)?.whole(under: key)
    }

    mutating func optionalNamed<Name: RawRepresentable<String>>(
        _ key: String
    ) throws(BodyProblem) -> Name? {
        guard let value = optional(key) else { return nil }
        guard let name = Name(rawValue: try value.string(under: key)) else { throw .unfitting(key: key) }
        return name
    }

    /// An object whose keys are questions.
    mutating func byQuestion<Value>(
        _ key: String, _ read: (JSON) throws(BodyProblem) -> Value
    ) throws(BodyProblem) -> [Question.ID: Value] {
        guard case .object(let members) = try required(key) else { throw .unfitting(key: key) }
        var values: [Question.ID: Value] = [:]
        for member in members { values[Identifier(member.key)] = try read(member.value) }
        return values
    }
}
