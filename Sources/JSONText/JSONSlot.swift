/// A place in a JSON text that is still to be filled.
///
/// It is an object, because a container that was asked for goes on filling what is already in another.
final class JSONSlot {
    /// What stands there.
    enum Content {
        case nothing
        /// A number, `true`, `false` or `null`, as it is written.
        case word(String)
        case text(String)
        case array([JSONSlot])
        case object([String: JSONSlot])
    }

    var content = Content.nothing

    /// A new slot at the end of an array.
    func element() -> JSONSlot {
        let slot = JSONSlot()
        guard case .array(var elements) = content else {
            content = .array([slot])
            return slot
        }
        // Nobody else holds the elements while one is added, so they are not copied.
        content = .nothing
        elements.append(slot)
        content = .array(elements)
        return slot
    }

    /// A new slot under a key of an object; of two under one key the later stays.
    func member(_ key: String) -> JSONSlot {
        let slot = JSONSlot()
        guard case .object(var members) = content else {
            content = .object([key: slot])
            return slot
        }
        content = .nothing
        members[key] = slot
        content = .object(members)
        return slot
    }

    /// How many elements there are.
    var count: Int {
        if case .array(let elements) = content { elements.count } else { 0 }
    }

    /// Makes it an array, unless it is one.
    func makeArray() {
        if case .array = content { return }
        content = .array([])
    }

    /// Makes it an object, unless it is one.
    func makeObject() {
        if case .object = content { return }
        content = .object([:])
    }
}
