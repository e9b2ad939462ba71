import Glibc

/// How many times as long something takes where there is twice as much of it, by the processor time of this thread; about
/// two where it is linear, four where it is quadratic.
///
/// - Parameters:
///   - count: how much there is of it at first.
///   - prepare: makes what is worked on; its time does not count.
///   - work: does it.
/// - Returns: the quotient of the shortest of three times each.
package func growth<Input>(
    from count: Int, prepare: (Int) throws -> Input, _ work: (Input) throws -> Void
) rethrows -> Double {
    func time(_ count: Int) throws -> Double {
        let input = try prepare(count)
        var shortest = Double.infinity
        for _ in 0..<3 {
            let start = processorSeconds()
            try work(input)
            shortest = min(shortest, processorSeconds() - start)
        }
        return shortest
    }
    return try time(2 * count) / time(count)
}

/// The processor time of this thread until now.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
