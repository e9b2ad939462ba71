/// Boolean functions of some variables: sets of completions.
///
/// They are nodes of a decision diagram, which can also count and list, as long as it stays within its limit. Where it
/// does not, they are gates of a circuit. Either way a function that holds nowhere is `never`, and one that holds
/// everywhere `always`.
struct Functions {
    typealias Node = DecisionDiagram.Node

    /// Holds in no completion.
    static let never = DecisionDiagram.never
    /// Holds in every completion.
    static let always = DecisionDiagram.always

    /// The diagram, for what only a diagram can tell; it is empty where there is a circuit.
    var diagram: DecisionDiagram
    private var circuit: Circuit?

    /// Functions in a diagram of at most so many nodes; in a circuit where it is nil.
    init(limit: Int?) {
        diagram = DecisionDiagram(limit: limit ?? 0)
        circuit = limit == nil ? Circuit() : nil
    }

    /// Whether the limit was reached; from then on no function means anything.
    var isExhausted: Bool { circuit == nil && diagram.isExhausted }

    /// The number of variables made so far.
    var variableCount: Int32 { circuit?.variableCount ?? diagram.variableCount }

    /// Whether nobody found out whether a function can hold, or fail.
    func isUndecided(_ node: Node) -> Bool { circuit?.isUndecided(node) ?? false }

    /// A new variable, after all others in the order.
    mutating func makeVariable() -> Node {
        circuit?.makeVariable() ?? diagram.makeVariable()
    }

    /// `high` where `test` holds and `low` elsewhere.
    mutating func choose(_ test: Node, _ high: Node, _ low: Node) -> Node {
        circuit?.choose(test, high, low) ?? diagram.choose(test, high, low)
    }

    /// Where both hold.
    mutating func and(_ left: Node, _ right: Node) -> Node { choose(left, right, Self.never) }

    /// Where at least one holds.
    mutating func or(_ left: Node, _ right: Node) -> Node { choose(left, Self.always, right) }

    /// Where it does not hold.
    mutating func not(_ node: Node) -> Node { choose(node, Self.never, Self.always) }

    /// The function with some variables settled.
    mutating func settle(_ values: [Int32: Bool], in node: Node) -> Node {
        circuit?.settle(values, in: node) ?? diagram.settle(values, in: node)
    }

    /// The variables that the function depends on.
    mutating func support(of node: Node) -> Set<Int32> {
        circuit?.support(of: node) ?? diagram.support(of: node)
    }
}
