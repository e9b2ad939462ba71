/// A file that is YAML with a map at its top.
struct Document {
    /// The map.
    let root: YAMLNode
    /// What is wrong with the YAML, although it can be read.
    let faults: [Fault]

    /// Parses a file.
    ///
    /// - Parameters:
    ///   - file: any bytes.
    ///   - prepare: changes the text before it is parsed.
    /// - Throws: the faults of a file that is no YAML, or has no map at its top.
    init(_ file: SourceFile, prepare: (String) -> String = { $0 }) throws(Faults) {
        let text: String
        do {
            text = prepare(try SourceText(file).text)
        } catch {
            throw Faults([error])
        }
        var composer = YAMLComposer(file: file.name)
        guard let root = composer.tree(of: text) else { throw Faults(composer.faults) }
        guard case .map = root.content else {
            let payload: Fault.Payload =
                root.isNull ? .empty : .wrongShape(key: nil, expected: .map, found: root.shape)
            throw Faults(composer.faults + [Fault(file: file.name, place: root.place, payload)])
        }
        self.root = root
        faults = composer.faults
    }

    /// The text under a key of the map; nil where there is none.
    func text(_ key: String) -> String? {
        guard case .map(let entries) = root.content,
            case .scalar(let text, _)? = entries.first(where: { $0.key == key })?.value.content
        else { return nil }
        return text
    }
}
