/// Says whether something can be true beside some clauses: a search that learns a clause from each conflict.
///
/// The clauses themselves can hold together, as those of gates always can.
/// After J. P. Marques-Silva and K. A. Sakallah, "GRASP" (1999), with the watched literals and the activities of
/// M. W. Moskewicz and others, "Chaff" (2001). A literal is twice its variable, and one more where it is negated.
struct Satisfiability {
    typealias Literal = Int32

    /// The literals of all clauses; before those of each clause stands how many they are.
    private var literals: [Literal] = []
    /// For each literal, where the clauses start that are looked at when it becomes false.
    private var watchers: [[Int32]] = []
    /// For each variable 1 where it is true, -1 where it is false, 0 where it is open.
    private var values: [Int8] = []
    private var levels: [Int32] = []
    /// Where the clause starts that made a variable what it is; 0 where none did.
    private var causes: [Int32] = []
    /// The literals that are true, in the order in which they became so.
    private var trail: [Literal] = []
    /// How long the trail was when each level began.
    private var beginnings: [Int] = []
    /// How many of the trail's literals have been followed up.
    private var spread = 0
    private var wasTrue: [Bool] = []
    private var isSeen: [Bool] = []
    private var queue = ActivityQueue()
    /// How many conflicts there have been.
    private(set) var conflicts = 0

    /// Makes room for variables up to a number.
    mutating func makeRoom(for variable: Int32) {
        while values.count <= Int(variable) {
            watchers.append([])
            watchers.append([])
            values.append(0)
            levels.append(0)
            causes.append(0)
            wasTrue.append(false)
            isSeen.append(false)
            queue.makeRoom()
        }
    }

    /// Adds a clause of two literals or more of different variables; nothing may be assumed yet.
    @discardableResult
    mutating func add(_ clause: [Literal]) -> Int32 {
        literals.append(Int32(clause.count))
        let start = Int32(literals.count)
        literals += clause
        watchers[Int(clause[0])].append(start)
        watchers[Int(clause[1])].append(start)
        // Its literals may be settled for good by now, and it has not been looked at then.
        if beginnings.isEmpty { spread = 0 }
        return start
    }

    /// Whether a literal can be true.
    ///
    /// - Parameters:
    ///   - goal: the literal.
    ///   - variables: those that decide it; every other one follows from them.
    ///   - most: the most conflicts.
    /// - Returns: nil where that is not found out with so many conflicts.
    mutating func canHold(_ goal: Literal, deciding variables: [Int32], conflicts most: Int) -> Bool? {
        defer { goBack(to: 0) }
        guard propagate() == nil else { return false }
        if value(goal) != 0 { return value(goal) > 0 }
        queue.refill(variables)
        assume(goal)
        var (left, sinceRestart, patience) = (most, 0, 64)
        while true {
            guard let conflict = propagate() else {
                if sinceRestart >= patience {
                    (sinceRestart, patience) = (0, patience + patience / 4)
                    goBack(to: 1)
                }
                guard let variable = nextOpenVariable() else { return true }
                assume(variable * 2 + (wasTrue[Int(variable)] ? 0 : 1))
                continue
            }
            (left, sinceRestart, conflicts) = (left - 1, sinceRestart + 1, conflicts + 1)
            guard left >= 0 else { return nil }
            let (learnt, level) = learn(from: conflict)
            goBack(to: level)
            let cause = learnt.count > 1 ? add(learnt) : 0
            set(learnt[0], because: cause)
            guard level == 0 else { continue }
            guard propagate() == nil, value(goal) >= 0 else { return false }
            if value(goal) == 0 { assume(goal) } else { beginnings.append(trail.count) }
        }
    }

    private mutating func nextOpenVariable() -> Int32? {
        while let variable = queue.removeFirst() {
            if values[Int(variable)] == 0 { return variable }
        }
        return nil
    }

    private func value(_ literal: Literal) -> Int8 {
        literal & 1 == 0 ? values[Int(literal >> 1)] : -values[Int(literal >> 1)]
    }

    private mutating func assume(_ literal: Literal) {
        beginnings.append(trail.count)
        set(literal, because: 0)
    }

    private mutating func set(_ literal: Literal, because cause: Int32) {
        let variable = Int(literal >> 1)
        values[variable] = literal & 1 == 0 ? 1 : -1
        levels[variable] = Int32(beginnings.count)
        causes[variable] = cause
        trail.append(literal)
    }

    private mutating func goBack(to level: Int) {
        guard beginnings.count > level else { return }
        let beginning = beginnings[level]
        for literal in trail[beginning...] {
            let variable = literal >> 1
            wasTrue[Int(variable)] = literal & 1 == 0
            values[Int(variable)] = 0
            queue.putBack(variable)
        }
        trail.removeSubrange(beginning...)
        beginnings.removeSubrange(level...)
        spread = min(spread, beginning)
    }

    /// Sets what follows; gives where the clause starts that nothing makes true any more.
    private mutating func propagate() -> Int32? {
        while spread < trail.count {
            let wrong = trail[spread] ^ 1
            spread += 1
            var watching: [Int32] = []
            swap(&watching, &watchers[Int(wrong)])
            var (kept, looked) = (0, 0)
            var conflict: Int32?
            clauses: while looked < watching.count {
                let clause = watching[looked]
                let start = Int(clause)
                looked += 1
                if literals[start] == wrong { literals.swapAt(start, start + 1) }
                let other = literals[start]
                if value(other) <= 0 {
                    var place = start + 2
                    let end = start + Int(literals[start - 1])
                    while place < end {
                        if value(literals[place]) >= 0 {
                            literals.swapAt(start + 1, place)
                            watchers[Int(literals[start + 1])].append(clause)
                            continue clauses
                        }
                        place += 1
                    }
                }
                watching[kept] = clause
                kept += 1
                if value(other) == 0 {
                    set(other, because: clause)
                } else if value(other) < 0 {
                    conflict = clause
                    break
                }
            }
            while looked < watching.count {
                watching[kept] = watching[looked]
                (kept, looked) = (kept + 1, looked + 1)
            }
            watching.removeLast(watching.count - kept)
            watchers[Int(wrong)] = watching
            if conflict != nil { return conflict }
        }
        return nil
    }

    /// The clause that a conflict teaches, and the level on which it says something new.
    ///
    /// Its first literal is the one that it makes true there; the second was the last to become false.
    private mutating func learn(from conflict: Int32) -> (clause: [Literal], level: Int) {
        var learnt: [Literal] = [0]
        var (clause, waiting, place) = (conflict, 0, trail.count)
        var seen: [Int32] = []
        let now = Int32(beginnings.count)
        while true {
            let start = Int(clause)
            for literal in literals[start..<(start + Int(literals[start - 1]))] {
                let variable = literal >> 1
                guard !isSeen[Int(variable)], levels[Int(variable)] > 0, value(literal) < 0 else { continue }
                isSeen[Int(variable)] = true
                seen.append(variable)
                queue.raise(variable)
                if levels[Int(variable)] == now { waiting += 1 } else { learnt.append(literal) }
            }
            repeat { place -= 1 } while !isSeen[Int(trail[place] >> 1)]
            waiting -= 1
            guard waiting > 0 else { break }
            clause = causes[Int(trail[place] >> 1)]
        }
        learnt[0] = trail[place] ^ 1
        for variable in seen { isSeen[Int(variable)] = false }
        queue.age()
        guard learnt.count > 1 else { return (learnt, 0) }
        let last = learnt.indices.dropFirst().max {
            levels[Int(learnt[$0] >> 1)] < levels[Int(learnt[$1] >> 1)]
        }
        learnt.swapAt(1, last ?? 1)
        return (learnt, Int(levels[Int(learnt[1] >> 1)]))
    }
}
