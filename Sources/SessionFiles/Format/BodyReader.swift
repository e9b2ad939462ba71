import Instruments

/// Takes an object apart key by key; whatever nobody asked for is a problem at the end.
struct BodyReader {
    private let members: [JSON.Member]
    /// A bit for each of the first 64 members that somebody asked for; no type has as many.
    private var taken: UInt64 = 0

    /// A reader of one object; the key is the one that it stands under.
    init(_ value: JSON, under key: String) throws(BodyProblem) {
        guard case .object(let members) = value else { throw .unfitting(key: key) }
        self.members = members
    }

    mutating func optional(_ key: String) -> JSON? {
        guard let index = members.prefix(64).firstIndex(where: { $0.key == key }) else { return nil }
        taken |= 1 << UInt64(index)
        return members[index].value
    }

    mutating func required(_ key: String) throws(BodyProblem) -> JSON {
        guard let value = optional(key) else { throw .missing(key: key) }
        return value
    }

    mutating func string(_ key: String) throws(BodyProblem) -> String {
        try required(key).string(under: key)
    }

    mutating func optionalString(_ key: String) throws(BodyProblem) -> String? {
        try optional(key)?.string(under: key)
    }

    mutating func whole(_ key: String) throws(BodyProblem) -> Int {
        try required(key).whole(under: key)
    }

    mutating func bool(_ key: String) throws(BodyProblem) -> Bool {
        try required(key).bool(under: key)
    }

    mutating func identifier<Subject>(_ key: String) throws(BodyProblem) -> Identifier<Subject> {
        Identifier(try string(key))
    }

    mutating func reference<Subject>(_ key: String) throws(BodyProblem) -> Reference<Subject> {
        guard let reference = Reference<Subject>(try string(key)) else { throw .unfitting(key: key) }
        return reference
    }

    mutating func optionalIdentifier<Subject>(
        _ key: String
    ) throws(BodyProblem) -> Identifier<Subject>? {
        try optionalString(key).map { Identifier($0) }
    }

    /// Refuses keys that nobody asked for.
    func end() throws(BodyProblem) {
        for (index, member) in members.enumerated() {
            guard index < 64, taken & (1 << UInt64(index)) != 0 else { throw .unknown(key: member.key) }
        }
    }
}

extension JSON {
    func string(under key: String) throws(BodyProblem) -> String {
        guard case .string(let text) = self else { throw .unfitting(key: key) }
        return text
    }

    /// A whole number that every program reads as it is, so that one more, one less and its size are numbers, too.
    var whole: Int? {
        guard case .number(let number) = self, let whole = Int(exactly: number), whole.magnitude <= 1 << 53
        else {
            return nil
        }
        return whole
    }

    func whole(under key: String) throws(BodyProblem) -> Int {
        guard let whole else { throw .unfitting(key: key) }
        return whole
    }

    func bool(under key: String) throws(BodyProblem) -> Bool {
        guard case .bool(let value) = self else { throw .unfitting(key: key) }
        return value
    }

    func elements<Element>(
        under key: String, _ read: (JSON) throws(BodyProblem) -> Element
    ) throws(BodyProblem) -> [Element] {
        guard case .array(let values) = self else { throw .unfitting(key: key) }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for value in values { elements.append(try read(value)) }
        return elements
    }
}
