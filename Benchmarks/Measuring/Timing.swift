/// The time that a piece of work takes, in nanoseconds.
func nanoseconds(_ work: () throws -> Void) rethrows -> Int {
    let taken = try ContinuousClock().measure { try work() }.components
    return Int(taken.seconds) * 1_000_000_000 + Int(taken.attoseconds / 1_000_000_000)
}

/// The middle of some times; 0 of none.
func median(_ times: [Int]) -> Int {
    times.isEmpty ? 0 : times.sorted()[times.count / 2]
}
