import Instruments

// Names of things, and references to them.

extension YAMLDecoder {
    /// A well-formed name.
    mutating func id<Subject>(_ node: YAMLNode, key: String?) -> Identifier<Subject> {
        guard let text = scalar(node, key: key) else { return Identifier("") }
        let id = Identifier<Subject>(text)
        if !id.isWellFormed { report(.malformedID(text), at: node.place) }
        return id
    }

    /// The name under a key that must be there.
    mutating func id<Subject>(_ key: String, of fields: Fields) -> Identifier<Subject> {
        required(key, of: fields).map { id($0, key: key) } ?? Identifier("")
    }

    /// The names under a key; none where the key is absent.
    mutating func ids<Subject>(_ key: String, of fields: Fields) -> [Identifier<Subject>] {
        let nodes = items(key, of: fields)
        let ids: [Identifier<Subject>] = nodes.map { id($0, key: nil) }
        reportRepeated(ids.map(\.text), at: nodes.map(\.place))
        return ids
    }

    /// The references under a key; none where the key is absent.
    mutating func references<Subject>(_ key: String, of fields: Fields) -> [Reference<Subject>] {
        let nodes = items(key, of: fields)
        let references: [Reference<Subject>] = nodes.map { reference($0) }
        let names = references.map { $0.name.text.isEmpty ? "" : $0.description }
        reportRepeated(names, at: nodes.map(\.place))
        return references
    }

    /// A thing of a framework.
    mutating func reference<Subject>(_ node: YAMLNode) -> Reference<Subject> {
        let nothing = Reference<Subject>("", "")
        guard let text = scalar(node, key: nil) else { return nothing }
        guard let reference = Reference<Subject>(text), reference.framework.isWellFormed,
            reference.name.isWellFormed
        else {
            report(.malformedReference(text), at: node.place)
            return nothing
        }
        return reference
    }

    /// Reports each name that stands there for the second time.
    mutating func reportRepeated(_ names: [String], at places: [Place]) {
        var first: [String: Place] = [:]
        for (name, place) in zip(names, places) where !name.isEmpty {
            if let earlier = first[name] {
                report(.repeatedID(name, first: earlier), at: place)
            } else {
                first[name] = place
            }
        }
    }

    /// Reports each of the things whose name stands there for the second time.
    mutating func reportRepeated(idsOf nodes: [YAMLNode], _ names: [String]) {
        reportRepeated(names, at: nodes.map { $0.placeOfID })
    }
}

extension YAMLNode {
    /// Where the thing's name stands.
    fileprivate var placeOfID: Place {
        guard case .map(let entries) = content else { return place }
        return entries.first { $0.key == "id" }?.value.place ?? place
    }
}
