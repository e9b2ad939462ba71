/// A step from a value to one within it: an object's key, or an array's index.
struct JSONStep: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = "\(intValue)"
        self.intValue = intValue
    }
}

extension JSONDocument {
    /// The steps from the outermost value to the one at a place.
    func path(to place: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var outer = 0
        while outer < place {
            let isObject = nodes[outer].kind == .object
            var inner = outer + 1
            var index = 0
            // Of an object, every other node is a key.
            while nodes[inner].next <= place {
                inner = nodes[inner].next
                index += 1
            }
            if isObject, index.isMultiple(of: 2) { return path }
            let key = isObject ? (try? text(of: nodes[inner - 1])) ?? "" : ""
            path.append(isObject ? JSONStep(stringValue: key) : JSONStep(intValue: index))
            outer = inner
        }
        return path
    }
}
