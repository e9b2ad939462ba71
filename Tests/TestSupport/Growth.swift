import Glibc

/// How many times as long something takes with each doubling of how much there is of it, by the processor time of this
/// thread: about two where it is linear, four where it is quadratic.
///
/// Two doublings are measured and their mean is taken, and the two amounts in turn, so that what else the machine does
/// weighs less.
///
/// - Parameters:
///   - count: how much there is of it at first.
///   - prepare: makes what is worked on; its time does not count.
///   - work: does it.
/// - Returns: the root of the quotient of the shortest of five times each.
package func growth<Input>(
    from count: Int, prepare: (Int) throws -> Input, _ work: (Input) throws -> Void
) rethrows -> Double {
    let inputs = try [count, 4 * count].map(prepare)
    var shortest = [Double.infinity, .infinity]
    for _ in 0..<5 {
        for (place, input) in inputs.enumerated() {
            let start = processorSeconds()
            try work(input)
            shortest[place] = min(shortest[place], processorSeconds() - start)
        }
    }
    return (shortest[1] / shortest[0]).squareRoot()
}

/// The processor time of this thread until now.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
