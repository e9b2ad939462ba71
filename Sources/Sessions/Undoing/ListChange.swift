/// What brings a list back to what it was: some elements take the place of others.
///
/// It holds what changes and no copy of the list, so that a session of thousands of changes is no larger than they are.
struct ListChange<Element: Sendable>: Sendable {
    /// Where in the list.
    private let place: Int
    /// How many elements go; as many as there are, where there are fewer.
    private let count: Int
    /// What takes their place.
    private let elements: [Element]

    private init(place: Int, count: Int, elements: [Element]) {
        self.place = place
        self.count = count
        self.elements = elements
    }

    /// Brings back a list that had so many elements before others were added at its end.
    init(cuttingTo count: Int) {
        self.init(place: count, count: .max, elements: [])
    }

    /// Brings back the element at a place, in which another one stands now.
    init(puttingBack element: Element, at place: Int) {
        self.init(place: place, count: 1, elements: [element])
    }

    /// Does it.
    ///
    /// - Returns: what brings the list back to what it was until now.
    func exchanged(in list: inout [Element]) -> ListChange {
        let start = min(place, list.count)
        let end = start + min(count, list.count - start)
        let gone = Array(list[start..<end])
        if start < end || !elements.isEmpty { list.replaceSubrange(start..<end, with: elements) }
        return ListChange(place: start, count: elements.count, elements: gone)
    }
}

extension ListChange where Element: Equatable {
    /// Brings back a list that is another one now; linear in its length.
    init(from before: [Element], to now: [Element]) {
        let start = zip(before, now).prefix { $0 == $1 }.count
        let most = min(before.count, now.count) - start
        let end = zip(before.reversed(), now.reversed()).prefix(most).prefix { $0 == $1 }.count
        self.init(
            place: start, count: now.count - start - end,
            elements: Array(before[start..<(before.count - end)]))
    }
}
