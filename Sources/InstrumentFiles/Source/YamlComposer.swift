import Instruments
import Yams

/// Makes a tree of a file's text; all that the rest of this module knows of YAML.
struct YamlComposer {
    /// How deep lists and maps may nest; instruments need about a dozen levels.
    static let deepest = 64

    private let file: String
    private(set) var faults: [Fault] = []

    /// A composer whose faults name a file.
    init(file: String) {
        self.file = file
    }

    /// Parses one document.
    ///
    /// - Returns: nil when the text is no YAML, is empty, has aliases or nests too deep; `faults` says why.
    mutating func tree(of text: String) -> YamlNode? {
        if let alias = AliasGuard.firstAlias(in: text) {
            report(.alias(alias.name), at: alias.place)
            return nil
        }
        var keys = RepeatedKeys(text: text)
        while true {
            do {
                let parser = try Parser(yaml: keys.text, resolver: .basic, encoding: .utf8)
                guard let root = try parser.singleRoot() else {
                    report(.empty, at: nil)
                    return nil
                }
                let tree = node(root, depth: 1, keys: keys)
                return faults.contains { $0.stopsReading } ? nil : tree
            } catch let error as YamlError {
                guard case .duplicatedKeysInMapping(let names, let context) = error,
                    let name = names.first
                else {
                    report(Fault.Payload(error), at: error.place)
                    return nil
                }
                let first = Place(context.mark)
                let second = keys.renameNext(name, after: first)
                report(.repeatedKey(name, first: first), at: second ?? first)
                if second == nil { return nil }
            } catch {
                report(.syntax(problem: "\(error)", context: nil), at: nil)
                return nil
            }
        }
    }

    private mutating func node(_ node: Node, depth: Int, keys: RepeatedKeys) -> YamlNode {
        let place = node.mark.map { Place($0) } ?? Place(line: 1, column: 1)
        let nothing = YamlNode(place: place, content: .scalar("", isPlain: true))
        guard depth <= Self.deepest else {
            report(.tooDeep(limit: Self.deepest), at: place)
            return nothing
        }
        switch node {
        case .scalar(let scalar):
            let isBlock = scalar.style == .literal || scalar.style == .folded
            let text = isBlock ? scalar.string.withoutLastLineBreaks : scalar.string
            return YamlNode(place: place, content: .scalar(text, isPlain: scalar.style == .plain))
        case .sequence(let items):
            return YamlNode(
                place: place,
                content: .list(items.map { self.node($0, depth: depth + 1, keys: keys) }))
        case .mapping(let pairs):
            var entries: [YamlNode.Entry] = []
            for (key, value) in pairs {
                let keyPlace = key.mark.map { Place($0) } ?? place
                guard case .scalar(let scalar) = key else {
                    let found: Fault.Shape = key.mapping == nil ? .list : .map
                    report(.wrongShape(key: nil, expected: .text, found: found), at: keyPlace)
                    continue
                }
                if keys.isRenamed(scalar.string) { continue }
                entries.append(
                    YamlNode.Entry(
                        key: scalar.string, keyPlace: keyPlace,
                        value: self.node(value, depth: depth + 1, keys: keys)))
            }
            return YamlNode(place: place, content: .map(entries))
        case .alias:
            // The parser puts the anchor's node where an alias stands, and the guard refuses both.
            return nothing
        }
    }

    private mutating func report(_ payload: Fault.Payload, at place: Place?) {
        faults.append(Fault(file: file, place: place, payload))
    }
}

extension Fault {
    fileprivate var stopsReading: Bool {
        if case .tooDeep = payload { true } else { false }
    }
}

extension String {
    /// A block of text ends with a line break that is no part of what was meant.
    fileprivate var withoutLastLineBreaks: String {
        var scalars = unicodeScalars
        while scalars.last == "\n" { scalars.removeLast() }
        return String(scalars)
    }
}

extension Place {
    fileprivate init(_ mark: Mark) {
        self.init(line: mark.line, column: mark.column)
    }
}

extension YamlError {
    fileprivate var place: Place? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            Place(mark)
        case .duplicatedKeysInMapping(_, let context):
            Place(context.mark)
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            nil
        }
    }
}

extension Fault.Payload {
    fileprivate init(_ error: YamlError) {
        switch error {
        case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
            .composer(let context, let problem, _, _):
            self =
                problem.hasPrefix("Maximum nesting level")
                ? .tooDeep(limit: YamlComposer.deepest)
                : .syntax(problem: problem, context: context?.text)
        case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
            .representer(let problem):
            self = .syntax(problem: problem, context: nil)
        case .no, .memory, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
            self = .syntax(problem: "\(error)", context: nil)
        }
    }
}
