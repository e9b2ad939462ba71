import Instruments

/// Makes a tree of a file's text out of its events.
///
/// What is wrong is noted where it is met, and the reading goes on, but for what makes the rest doubtful. An alias is
/// such: a few aliases of aliases unfold to more than any memory holds, so none is unfolded.
struct YAMLComposer {
    /// How deep lists and maps may nest; instruments need about a dozen levels.
    static let deepest = 64

    private let file: String
    private(set) var faults: [Fault] = []
    private var anchors: Set<String> = []

    /// A composer whose faults name a file.
    init(file: String) {
        self.file = file
    }

    /// Parses one document.
    ///
    /// - Returns: nil when the text is no YAML, is empty, has aliases or nests too deep; `faults` says why.
    mutating func tree(of text: String) -> YAMLNode? {
        var events = YAMLEvents(text)
        do throws(Fault) {
            var event = try next(&events)
            if case .streamStart = event.content { event = try next(&events) }
            if case .streamEnd = event.content { throw fault(.empty, at: nil) }
            let root = try node(next(&events), depth: 1, &events)
            // The end of the document; what follows must be that of the stream.
            _ = try next(&events)
            event = try next(&events)
            guard case .streamEnd = event.content else {
                throw fault(
                    .syntax(
                        problem: "but found another document",
                        context: "expected a single document in the stream"), at: event.place)
            }
            return root
        } catch {
            // A map before a stray sign looks like a key; what is wrong is the sign.
            if error.code == .syntax { faults.removeAll { $0.code == .wrongShape } }
            faults.append(error)
            return nil
        }
    }

    private mutating func node(
        _ event: YAMLEvents.Event, depth: Int, _ events: inout YAMLEvents
    ) throws(Fault) -> YAMLNode {
        guard depth <= Self.deepest else { throw fault(.tooDeep(limit: Self.deepest), at: event.place) }
        let content: YAMLNode.Content
        switch event.content {
        case .scalar(let text, let style, let anchor):
            note(anchor)
            content = .scalar(
                style == .block ? text.withoutLastLineBreaks : text, isPlain: style == .plain)
        case .listStart(let anchor):
            note(anchor)
            content = .list(try items(depth: depth + 1, &events))
        case .mapStart(let anchor):
            note(anchor)
            content = .map(try entries(depth: depth + 1, &events))
        case .alias(let name):
            let isKnown = anchors.contains(name)
            throw fault(
                isKnown ? .alias(name) : .syntax(problem: "found undefined alias", context: nil),
                at: event.place)
        case .end, .documentStart, .documentEnd, .streamStart, .streamEnd:
            // libyaml gives none of them where a node stands.
            content = .scalar("", isPlain: true)
        }
        return YAMLNode(place: event.place, content: content)
    }

    private mutating func items(depth: Int, _ events: inout YAMLEvents) throws(Fault) -> [YAMLNode] {
        var items: [YAMLNode] = []
        while let event = try nextUnlessEnd(&events) {
            items.append(try node(event, depth: depth, &events))
        }
        return items
    }

    private mutating func entries(
        depth: Int, _ events: inout YAMLEvents
    ) throws(Fault) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var places: [String: Place] = [:]
        while let event = try nextUnlessEnd(&events) {
            // A key that is a single value is no level of its own.
            let key = try node(event, depth: event.isScalar ? depth - 1 : depth, &events)
            let value = try node(next(&events), depth: depth, &events)
            guard case .scalar(let name, _) = key.content else {
                report(.wrongShape(key: nil, expected: .text, found: key.shape), at: key.place)
                continue
            }
            if let first = places[name] {
                report(.repeatedKey(name, first: first), at: key.place)
                continue
            }
            places[name] = key.place
            entries.append(YAMLNode.Entry(key: name, keyPlace: key.place, value: value))
        }
        return entries
    }

    private mutating func note(_ anchor: String?) {
        if let anchor { anchors.insert(anchor) }
    }

    private func next(_ events: inout YAMLEvents) throws(Fault) -> YAMLEvents.Event {
        do throws(YAMLEvents.Problem) {
            return try events.next()
        } catch {
            throw fault(error)
        }
    }

    /// The next event of a list or map; nil at its end.
    private func nextUnlessEnd(_ events: inout YAMLEvents) throws(Fault) -> YAMLEvents.Event? {
        let event = try next(&events)
        if case .end = event.content { return nil }
        return event
    }

    private func fault(_ problem: YAMLEvents.Problem) -> Fault {
        fault(.syntax(problem: problem.problem, context: problem.context), at: problem.place)
    }

    private func fault(_ payload: Fault.Payload, at place: Place?) -> Fault {
        Fault(file: file, place: place, payload)
    }

    private mutating func report(_ payload: Fault.Payload, at place: Place) {
        guard faults.count < YAMLDecoder.mostFaults else { return }
        faults.append(fault(payload, at: place))
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
