package import Instruments

/// Knows on which line every part of an instrument stood.
package struct SourceLocations: Sendable {
    private let root: YAMLNode?

    /// The locations of a parsed file; nil for a file that could not be parsed.
    init(_ root: YAMLNode?) {
        self.root = root
    }

    /// The place of a part.
    ///
    /// - Parameter path: the keys and positions of the file, such as `["areas", 0, "questions", 3]`.
    /// - Returns: the place of the part, or of the nearest part around it that the file has.
    package func place(of path: [PathPart]) -> Place {
        guard var node = root else { return Place(line: 1, column: 1) }
        for part in path {
            guard let next = node.child(part) else { return node.place }
            node = next
        }
        return node.place
    }
}

extension YAMLNode {
    fileprivate func child(_ part: PathPart) -> YAMLNode? {
        switch (content, part) {
        case (.map(let entries), .key(let key)):
            entries.first { $0.key == key }?.value
        case (.list(let items), .index(let index)):
            items.indices.contains(index) ? items[index] : nil
        default:
            nil
        }
    }
}
