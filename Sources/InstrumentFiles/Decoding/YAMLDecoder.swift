import Instruments

/// Decodes a file's tree and notes every fault on the way.
///
/// What cannot be read is replaced by something of its kind, so that the reading goes on; a reading with errors
/// gives no value in the end. Nothing of such a replacement is ever used.
struct YAMLDecoder {
    /// More faults than anybody reads.
    static let mostFaults = 500

    /// The file's name.
    let file: String
    /// The question whose entry is read; nil in instruments.
    var question: Question.ID?
    /// The languages that the file has texts in, its own first; empty where it does not say.
    let languages: [Language]
    /// The language whose texts are read; nil where the file does not say which it has.
    let language: Language?
    private(set) var faults: [Fault] = []
    /// The steps that questions ask for, and where they say so; each may be there once.
    var steps: [(name: String, place: Place)] = []

    /// A decoder of a file that reads its texts in one of its languages.
    init(file: String, languages: [Language] = [], reading language: Language? = nil) {
        self.file = file
        self.languages = languages
        self.language = language
    }

    /// Notes a fault.
    mutating func report(_ payload: Fault.Payload, at place: Place) {
        guard faults.count < Self.mostFaults else { return }
        faults.append(Fault(file: file, place: place, question: question, payload))
    }

    /// The faults so far, in the order of their places.
    var sortedFaults: [Fault] { faults.inOrder }
}

extension [Fault] {
    /// The faults in the order of their places.
    var inOrder: [Fault] {
        enumerated().sorted { left, right in
            guard let first = left.element.place, let second = right.element.place, first != second
            else { return left.offset < right.offset }
            return (first.line, first.column) < (second.line, second.column)
        }.map(\.element)
    }
}

/// The entries of one map.
struct Fields {
    /// Where the map stands.
    let place: Place
    /// Whether there is no map, which has been reported; then nothing else is missing.
    let isBroken: Bool
    private let entries: [String: YAMLNode]
    private let keyPlaces: [String: Place]

    fileprivate init(place: Place, entries: [YAMLNode.Entry]?) {
        self.place = place
        isBroken = entries == nil
        let entries = entries ?? []
        self.entries = Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first }
        keyPlaces = Dictionary(entries.map { ($0.key, $0.keyPlace) }) { first, _ in first }
    }

    /// What stands under a key; nil where the key is absent.
    subscript(key: String) -> YAMLNode? { entries[key] }

    /// Where a key stands, or the map where it is absent.
    func place(of key: String) -> Place { keyPlaces[key] ?? place }

    /// Whether a key is there.
    func contains(_ key: String) -> Bool { entries[key] != nil }
}

extension YAMLDecoder {
    /// The entries of a map.
    ///
    /// - Parameters:
    ///   - node: what should be a map.
    ///   - known: the keys that it may have; others are reported.
    /// - Returns: the entries; broken and empty ones where there is no map.
    mutating func fields(of node: YAMLNode, known: [String]) -> Fields {
        guard case .map(let entries) = node.content else {
            report(.wrongShape(key: nil, expected: .map, found: node.shape), at: node.place)
            return Fields(place: node.place, entries: nil)
        }
        for entry in entries where !known.contains(entry.key) {
            report(.unknownKey(entry.key, known: known), at: entry.keyPlace)
        }
        return Fields(place: node.place, entries: entries)
    }

    /// What stands under a key that must be there; nil, and reported, where it is not.
    mutating func required(_ key: String, of fields: Fields) -> YAMLNode? {
        if let node = fields[key] { return node }
        if !fields.isBroken { report(.missingKey(key), at: fields.place) }
        return nil
    }

    /// The items under a key.
    ///
    /// - Returns: nothing where the key is absent.
    mutating func items(_ key: String, of fields: Fields) -> [YAMLNode] {
        guard let node = fields[key] else { return [] }
        guard case .list(let items) = node.content else {
            report(.wrongShape(key: key, expected: .list, found: node.shape), at: node.place)
            return []
        }
        return items
    }

    /// The items under a key that must be there and must hold something.
    mutating func requiredItems(_ key: String, of fields: Fields) -> [YAMLNode] {
        guard let node = required(key, of: fields) else { return [] }
        let items = items(key, of: fields)
        if items.isEmpty, case .list = node.content { report(.emptyList(key: key), at: node.place) }
        return items
    }
}
