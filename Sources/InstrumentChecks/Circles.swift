/// Finds circles in a graph without recursion, so that a long chain cannot exhaust the stack.
struct Circles<Node: Hashable> {
    /// The circles found, each from its first node to the same node again; one for each step that closes one.
    private(set) var found: [[Node]] = []

    /// Walks a graph, depth first. Linear in nodes and steps.
    ///
    /// - Parameters:
    ///   - nodes: the nodes, in the order in which they are looked at.
    ///   - next: where a node leads; nodes that are not among `nodes` lead nowhere.
    init(among nodes: [Node], next: (Node) -> [Node]) {
        let known = Set(nodes)
        var finished: Set<Node> = []
        for start in nodes where !finished.contains(start) {
            var path: [Node] = [start]
            var depths: [Node: Int] = [start: 0]
            var open: [[Node]] = [next(start).reversed()]
            while let current = path.last, var rest = open.popLast() {
                guard let step = rest.popLast() else {
                    finished.insert(current)
                    path.removeLast()
                    depths[current] = nil
                    continue
                }
                open.append(rest)
                if let depth = depths[step] {
                    found.append(Array(path[depth...]) + [step])
                } else if known.contains(step), !finished.contains(step) {
                    depths[step] = path.count
                    path.append(step)
                    open.append(next(step).reversed())
                }
            }
        }
    }
}
