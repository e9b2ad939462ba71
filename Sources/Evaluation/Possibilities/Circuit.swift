/// Boolean functions of variables as a circuit of gates: it stays small where a decision diagram grows too large.
///
/// Each gate is *and*. A function that holds nowhere, or everywhere, is found out when its gate is made: by samples,
/// and where they all agree by a search. So it is compared with `never` and `always` as in a diagram.
struct Circuit {
    typealias Node = DecisionDiagram.Node

    private struct Gate: Hashable {
        var left: Int32
        var right: Int32
    }

    /// Words of 64 samples for each gate.
    private static let width = 8
    /// The most conflicts of one search, and of all together.
    private static let patience = (each: 20_000, all: 100_000)

    /// A function is twice its gate, and one more where it is negated; gate 0 holds nowhere.
    private var gates = [Gate(left: 0, right: 0)]
    private var samples = [UInt64](repeating: 0, count: width)
    private var places: [Gate: Int32] = [:]
    /// The variable of each gate that is one.
    private var variables: [Int32: Int32] = [:]
    private var gatesOfVariables: [Int32] = []
    private var search = Satisfiability()
    /// The gates that the search knows.
    private var isKnown: [Bool] = []
    /// The gates of which nobody found out whether they can hold, or fail.
    private var undecided: Set<Int32> = []
    private var random: UInt64 = 0x9E37_79B9_7F4A_7C15

    /// The number of variables made so far.
    var variableCount: Int32 { Int32(gatesOfVariables.count) }

    /// Whether nobody found out whether a function can hold, or fail.
    func isUndecided(_ node: Node) -> Bool {
        !undecided.isEmpty && undecided.contains(node.index >> 1)
    }

    /// A new variable.
    mutating func makeVariable() -> Node {
        let gate = Int32(gates.count)
        variables[gate] = variableCount
        gatesOfVariables.append(gate)
        gates.append(Gate(left: 0, right: 0))
        // Some samples are mostly true, some mostly false: long rows of *all* and *any* are then met, too.
        for word in 0..<Self.width {
            var bits = nextRandom()
            for _ in 0..<(word / 2) { bits &= nextRandom() }
            samples.append(word % 2 == 0 ? bits : ~bits)
        }
        return Node(index: gate * 2)
    }

    /// `high` where `test` holds and `low` elsewhere.
    mutating func choose(_ test: Node, _ high: Node, _ low: Node) -> Node {
        if test.index == 1 || high == low { return high }
        if test.index == 0 { return low }
        let onHigh = and(test.index, high.index)
        let onLow = and(test.index ^ 1, low.index)
        return Node(index: and(onHigh ^ 1, onLow ^ 1) ^ 1)
    }

    /// The function with some variables settled.
    mutating func settle(_ values: [Int32: Bool], in node: Node) -> Node {
        var known: [Int32: Int32] = [0: 0]
        var open = [node.index >> 1]
        func found(_ literal: Int32) -> Int32? { known[literal >> 1].map { $0 ^ (literal & 1) } }
        while let gate = open.last {
            if known[gate] != nil {
                open.removeLast()
            } else if let variable = variables[gate] {
                known[gate] = values[variable].map { $0 ? 1 : 0 } ?? gate * 2
            } else {
                let parts = gates[Int(gate)]
                if let left = found(parts.left), let right = found(parts.right) {
                    known[gate] = and(left, right)
                } else {
                    open += [parts.left >> 1, parts.right >> 1]
                }
            }
        }
        return Node(index: found(node.index) ?? 0)
    }

    /// The variables that the function depends on; those of which nobody found it out are among them.
    mutating func support(of node: Node) -> Set<Int32> {
        var support: Set<Int32> = []
        let gates = cone(of: node.index >> 1).sorted()
        for gate in gates {
            guard let variable = variables[gate] else { continue }
            guard !isMoved(node.index >> 1, by: gate, in: gates) else {
                support.insert(variable)
                continue
            }
            let high = settle([variable: true], in: node)
            let low = settle([variable: false], in: node)
            if choose(high, Node(index: low.index ^ 1), low).index != 0 { support.insert(variable) }
        }
        return support
    }

    /// Whether a variable changes a function in some sample.
    ///
    /// - Parameters:
    ///   - root: the function's gate.
    ///   - variable: the variable's gate.
    ///   - gates: the gates that the function is made of, each behind those that it is made of.
    /// - Returns: false where no sample shows it; it may change the function all the same.
    private func isMoved(_ root: Int32, by variable: Int32, in gates: [Int32]) -> Bool {
        for word in 0..<Self.width {
            var moved = [variable: ~sample(variable * 2, word)]
            for gate in gates where variables[gate] == nil {
                let parts = self.gates[Int(gate)]
                guard moved[parts.left >> 1] != nil || moved[parts.right >> 1] != nil else { continue }
                let sides = [parts.left, parts.right].map { side in
                    let bits = moved[side >> 1] ?? sample(side & ~1, word)
                    return side & 1 == 0 ? bits : ~bits
                }
                let bits = sides[0] & sides[1]
                if bits != sample(gate * 2, word) { moved[gate] = bits }
            }
            if moved[root] != nil { return true }
        }
        return false
    }

    private mutating func and(_ left: Int32, _ right: Int32) -> Int32 {
        if left == 0 || right == 0 || left == right ^ 1 { return 0 }
        if left == 1 || left == right { return right }
        if right == 1 { return left }
        let gate = Gate(left: min(left, right), right: max(left, right))
        if let known = places[gate] { return known }
        let made = Int32(gates.count)
        gates.append(gate)
        var (some, all) = (UInt64(0), UInt64.max)
        for word in 0..<Self.width {
            let bits = sample(left, word) & sample(right, word)
            samples.append(bits)
            (some, all) = (some | bits, all & bits)
        }
        var result = made * 2
        if some == 0, !canHold(made * 2) { result = 0 }
        if all == .max, !canHold(made * 2 + 1) { result = 1 }
        places[gate] = result
        return result
    }

    private func sample(_ literal: Int32, _ word: Int) -> UInt64 {
        let bits = samples[Int(literal >> 1) * Self.width + word]
        return literal & 1 == 0 ? bits : ~bits
    }

    /// Whether a function can hold; where nobody finds it out that is noted.
    private mutating func canHold(_ literal: Int32) -> Bool {
        let cone = cone(of: literal >> 1)
        for gate in cone { tell(gate) }
        let left = min(Self.patience.each, Self.patience.all - search.conflicts)
        if left > 0, let canHold = search.canHold(literal, deciding: cone, conflicts: left) { return canHold }
        undecided.insert(literal >> 1)
        return true
    }

    /// Tells the search what a gate is.
    private mutating func tell(_ gate: Int32) {
        while isKnown.count <= Int(gate) { isKnown.append(false) }
        guard !isKnown[Int(gate)] else { return }
        isKnown[Int(gate)] = true
        search.makeRoom(for: gate)
        guard variables[gate] == nil else { return }
        let parts = gates[Int(gate)]
        search.makeRoom(for: max(parts.left, parts.right) >> 1)
        search.add([gate * 2 + 1, parts.left])
        search.add([gate * 2 + 1, parts.right])
        search.add([gate * 2, parts.left ^ 1, parts.right ^ 1])
    }

    /// The gates that a gate is made of, itself among them; the gate that holds nowhere is never one.
    private func cone(of gate: Int32) -> [Int32] {
        var seen: Set<Int32> = [0]
        var (open, cone): ([Int32], [Int32]) = ([gate], [])
        while let gate = open.popLast() {
            guard seen.insert(gate).inserted else { continue }
            cone.append(gate)
            guard variables[gate] == nil else { continue }
            open += [gates[Int(gate)].left >> 1, gates[Int(gate)].right >> 1]
        }
        return cone
    }

    /// SplitMix64: the same samples every time.
    private mutating func nextRandom() -> UInt64 {
        random &+= 0x9E37_79B9_7F4A_7C15
        var mixed = random
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
