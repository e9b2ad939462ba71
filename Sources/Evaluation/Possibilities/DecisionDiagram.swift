/// A shared, reduced, ordered binary decision diagram: sets of completions as graphs.
///
/// Every Boolean function of the variables has exactly one node, so two functions are equal when
/// their nodes are, and a function holds for some completion when its node is not `never`.
/// After R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (1986).
struct DecisionDiagram {
    /// A function of the variables.
    struct Node: Hashable, Sendable {
        let index: Int32
    }

    private struct Branch {
        let variable: Int32
        let low: Int32
        let high: Int32
    }

    /// What `choose` gave for three functions; `test` is 0 where nothing is noted, for it is never a leaf.
    private struct Choice {
        var test: Int32
        var high: Int32
        var low: Int32
        var result: Int32

        static let nothing = Choice(test: 0, high: 0, low: 0, result: 0)
    }

    /// Holds in no completion.
    static let never = Node(index: 0)
    /// Holds in every completion.
    static let always = Node(index: 1)

    /// Whether the limit was reached; from then on no answer of this diagram means anything.
    private(set) var isExhausted = false
    /// The number of variables made so far.
    private(set) var variableCount: Int32 = 0

    private let limit: Int
    private var branches: [Branch]
    /// The branches by their hashes, 0 where a place is free: a dictionary's hash takes longer than all the rest.
    private var places: [Int32] = []
    /// What was chosen before, each in the one place that its hash gives it; what comes later drives it out.
    private var chosen: [Choice] = []

    /// An empty diagram that holds at most `limit` nodes.
    init(limit: Int) {
        self.limit = limit
        // The two leaves come after every variable.
        branches = [
            Branch(variable: .max, low: 0, high: 0), Branch(variable: .max, low: 1, high: 1),
        ]
    }

    /// A new variable, after all others in the order.
    mutating func makeVariable() -> Node {
        defer { variableCount += 1 }
        return Node(index: branch(variableCount, low: 0, high: 1))
    }

    /// `high` where `test` holds and `low` elsewhere.
    mutating func choose(_ test: Node, _ high: Node, _ low: Node) -> Node {
        Node(index: choose(test.index, high.index, low.index))
    }

    /// Where both hold.
    mutating func and(_ left: Node, _ right: Node) -> Node {
        choose(left, right, Self.never)
    }

    /// Where at least one holds.
    mutating func or(_ left: Node, _ right: Node) -> Node {
        choose(left, Self.always, right)
    }

    /// Where it does not hold.
    mutating func not(_ node: Node) -> Node {
        choose(node, Self.never, Self.always)
    }

    /// The function with some variables settled.
    mutating func settle(_ values: [Int32: Bool], in node: Node) -> Node {
        var seen: [Int32: Int32] = [:]
        return Node(index: settle(values, in: node.index, &seen))
    }

    /// Where the function holds whatever the chosen variables are.
    mutating func always(_ node: Node, whatever isFree: (Int32) -> Bool) -> Node {
        var seen: [Int32: Node] = [:]
        return always(node, whatever: isFree, &seen)
    }

    /// Where the function is one or the other by what the chosen variables are.
    mutating func decided(_ node: Node, by isChosen: (Int32) -> Bool) -> Node {
        let whatever = always(node, whatever: isChosen)
        let opposite = not(node)
        let never = always(opposite, whatever: isChosen)
        let settled = or(whatever, never)
        return not(settled)
    }

    /// Whether the function holds for some values of the variables that are not settled.
    func canHold(_ node: Node, given settled: [Int32: Bool]) -> Bool {
        var seen: Set<Int32> = []
        var open = [node.index]
        while let index = open.popLast() {
            if index == 1 { return true }
            guard index > 1, seen.insert(index).inserted else { continue }
            let branch = branches[Int(index)]
            switch settled[branch.variable] {
            case true?: open.append(branch.high)
            case false?: open.append(branch.low)
            case nil:
                open.append(branch.low)
                open.append(branch.high)
            }
        }
        return false
    }

    /// The smallest sets of variables that have to be false for the function to hold, all others being true.
    ///
    /// - Parameters:
    ///   - node: the function.
    ///   - most: the most sets to list.
    /// - Returns: every set of the least size, none where the function never holds; nil for more than `most`.
    func fewestFalse(for node: Node, most: Int) -> [[Int32]]? {
        struct Fewest {
            /// How many variables are false; nil where the function cannot hold.
            var size: Int?
            /// How many sets there are of that size, counted up to one more than the most.
            var ways: Int
        }
        var known = [0: Fewest(size: nil, ways: 0), 1: Fewest(size: 0, ways: 1)]
        func fewest(_ index: Int32) -> Fewest {
            if let fewest = known[Int(index)] { return fewest }
            let branch = branches[Int(index)]
            let high = fewest(branch.high)
            let low = fewest(branch.low)
            var sides: [Fewest] = []
            if high.size != nil { sides.append(high) }
            if let size = low.size { sides.append(Fewest(size: size + 1, ways: low.ways)) }
            let size = sides.compactMap(\.size).min()
            let ways = sides.filter { $0.size == size }.reduce(0) { $0 + $1.ways }
            let result = Fewest(size: size, ways: min(ways, most + 1))
            known[Int(index)] = result
            return result
        }
        func sets(_ index: Int32) -> [[Int32]] {
            guard index > 1, let size = fewest(index).size else { return index == 1 ? [[]] : [] }
            let branch = branches[Int(index)]
            let high = fewest(branch.high).size == size ? sets(branch.high) : []
            let low = fewest(branch.low).size.map { $0 + 1 } == size ? sets(branch.low) : []
            return high + low.map { [branch.variable] + $0 }
        }
        guard fewest(node.index).ways <= most else { return nil }
        return sets(node.index)
    }

    /// The variables that the function depends on.
    func support(of node: Node) -> Set<Int32> {
        var variables: Set<Int32> = []
        var seen: Set<Int32> = []
        var open = [node.index]
        while let index = open.popLast() {
            guard index > 1, seen.insert(index).inserted else { continue }
            let branch = branches[Int(index)]
            variables.insert(branch.variable)
            open.append(branch.low)
            open.append(branch.high)
        }
        return variables
    }

    /// The share of completions in which the function holds, 0 to 1.
    ///
    /// - Parameters:
    ///   - node: the function.
    ///   - chance: for each variable, the share of completions in which it is true, all else being equal.
    /// - Returns: the sum over the paths to `always`.
    func share(of node: Node, chance: [Double]) -> Double {
        var known: [Int32: Double] = [0: 0, 1: 1]
        func share(_ index: Int32) -> Double {
            if let share = known[index] { return share }
            let branch = branches[Int(index)]
            let high = chance[Int(branch.variable)]
            let result = high * share(branch.high) + (1 - high) * share(branch.low)
            known[index] = result
            return result
        }
        return share(node.index)
    }

    private mutating func always(
        _ node: Node, whatever isFree: (Int32) -> Bool, _ seen: inout [Int32: Node]
    ) -> Node {
        guard node.index > 1 else { return node }
        if let result = seen[node.index] { return result }
        let branch = branches[Int(node.index)]
        let low = always(Node(index: branch.low), whatever: isFree, &seen)
        let high = always(Node(index: branch.high), whatever: isFree, &seen)
        let result =
            isFree(branch.variable)
            ? and(low, high)
            : Node(index: self.branch(branch.variable, low: low.index, high: high.index))
        seen[node.index] = result
        return result
    }

    private mutating func branch(_ variable: Int32, low: Int32, high: Int32) -> Int32 {
        if low == high { return low }
        if branches.count * 2 > places.count { makeRoom() }
        var place = Self.hash(variable, low, high) & (places.count - 1)
        while places[place] != 0 {
            let branch = branches[Int(places[place])]
            if branch.variable == variable, branch.low == low, branch.high == high { return places[place] }
            place = (place + 1) & (places.count - 1)
        }
        guard branches.count < limit else {
            isExhausted = true
            return 0
        }
        let index = Int32(branches.count)
        branches.append(Branch(variable: variable, low: low, high: high))
        places[place] = index
        return index
    }

    /// Twice as many places, so that most branches are found where their hashes say.
    private mutating func makeRoom() {
        let size = max(64, places.count * 2)
        places = Array(repeating: 0, count: size)
        chosen = Array(repeating: .nothing, count: size)
        for index in branches.indices.dropFirst(2) {
            let branch = branches[index]
            var place = Self.hash(branch.variable, branch.low, branch.high) & (size - 1)
            while places[place] != 0 { place = (place + 1) & (size - 1) }
            places[place] = Int32(index)
        }
    }

    /// Mixes three numbers; multipliers of Knuth's kind, odd and without a pattern.
    private static func hash(_ first: Int32, _ second: Int32, _ third: Int32) -> Int {
        var hash = UInt64(truncatingIfNeeded: first) &* 0x9E37_79B9_7F4A_7C15
        hash ^= UInt64(truncatingIfNeeded: second) &* 0xC2B2_AE3D_27D4_EB4F
        hash ^= UInt64(truncatingIfNeeded: third) &* 0x1656_67B1_9E37_79F9
        return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) >> 3)
    }

    private mutating func choose(_ test: Int32, _ high: Int32, _ low: Int32) -> Int32 {
        if test == 1 || high == low { return high }
        if test == 0 || isExhausted { return low }
        if high == 1 && low == 0 { return test }
        // There is a branch, so there are places.
        let hash = Self.hash(test, high, low)
        let known = chosen[hash & (chosen.count - 1)]
        if known.test == test, known.high == high, known.low == low { return known.result }
        let top = min(
            branches[Int(test)].variable,
            min(branches[Int(high)].variable, branches[Int(low)].variable))
        let onHigh = choose(
            side(test, top, high: true), side(high, top, high: true), side(low, top, high: true))
        let onLow = choose(
            side(test, top, high: false), side(high, top, high: false), side(low, top, high: false))
        let result = branch(top, low: onLow, high: onHigh)
        chosen[hash & (chosen.count - 1)] = Choice(test: test, high: high, low: low, result: result)
        return result
    }

    private func side(_ index: Int32, _ variable: Int32, high: Bool) -> Int32 {
        let branch = branches[Int(index)]
        guard branch.variable == variable else { return index }
        return high ? branch.high : branch.low
    }

    private mutating func settle(
        _ values: [Int32: Bool], in index: Int32, _ seen: inout [Int32: Int32]
    ) -> Int32 {
        guard index > 1 else { return index }
        if let result = seen[index] { return result }
        let branch = branches[Int(index)]
        let result: Int32
        switch values[branch.variable] {
        case true?: result = settle(values, in: branch.high, &seen)
        case false?: result = settle(values, in: branch.low, &seen)
        case nil:
            let low = settle(values, in: branch.low, &seen)
            let high = settle(values, in: branch.high, &seen)
            result = self.branch(branch.variable, low: low, high: high)
        }
        seen[index] = result
        return result
    }
}
