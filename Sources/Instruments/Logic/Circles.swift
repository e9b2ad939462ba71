/// Finds circles in a graph without recursion, so that a long chain cannot exhaust the stack.
package struct Circles<Node: Hashable> {
    /// The circles found, each from its first node to the same node again; one for each step that closes one.
    package private(set) var found: [[Node]] = []
    /// How many nodes the longest way that was walked has; the length of the longest chain where there is no circle.
    package private(set) var deepest = 0

    /// Walks a graph, depth first. Linear in nodes and steps.
    ///
    /// - Parameters:
    ///   - nodes: the nodes, in the order in which they are looked at.
    ///   - next: where a node leads; nodes that are not among `nodes` lead nowhere.
    package init(among nodes: [Node], next: (Node) -> [Node]) {
        let known = Set(nodes)
        // How long the longest way down from each node is that is done with.
        var finished: [Node: Int] = [:]
        for start in nodes where finished[start] == nil {
            var path: [Node] = [start]
            var depths: [Node: Int] = [start: 0]
            var open: [[Node]] = [next(start).reversed()]
            var below: [Int] = [0]
            while let current = path.last, var rest = open.popLast() {
                guard let step = rest.popLast() else {
                    let length = (below.popLast() ?? 0) + 1
                    finished[current] = length
                    deepest = max(deepest, length)
                    if let last = below.popLast() { below.append(max(last, length)) }
                    path.removeLast()
                    depths[current] = nil
                    continue
                }
                open.append(rest)
                if let depth = depths[step] {
                    found.append(Array(path[depth...]) + [step])
                } else if let length = finished[step] {
                    if let last = below.popLast() { below.append(max(last, length)) }
                } else if known.contains(step) {
                    depths[step] = path.count
                    path.append(step)
                    open.append(next(step).reversed())
                    below.append(0)
                }
            }
        }
    }
}
