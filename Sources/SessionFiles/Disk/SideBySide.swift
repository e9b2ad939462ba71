import Glibc

/// Does pieces of work side by side and waits for all of them.
///
/// The first is done by the caller; where the system has no thread to give, the caller does the rest, too.
///
/// - Parameters:
///   - count: how many pieces there are, at least 1.
///   - work: does the piece of that number; it shares nothing that changes with the others.
/// - Returns: what each came to, in their order.
package func sideBySide<Result: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) -> Result
) -> [Result] {
    let pieces = (1..<max(count, 1)).map { number in Work { work(number) } }
    var threads: [pthread_t?] = []
    for piece in pieces {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(piece)
        let failure = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Running>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            }, context.toOpaque())
        if failure != 0 { context.release() }
        threads.append(failure == 0 ? thread : nil)
    }
    let first = work(0)
    return [first]
        + zip(threads, pieces).map { thread, piece in
            if let thread { pthread_join(thread, nil) }
            return piece.outcome()
        }
}

/// What a thread runs, whatever it comes to.
private class Running {
    func run() {}
}

/// One piece of work; the thread that it is given to is joined before anybody else looks at it.
private final class Work<Result>: Running {
    private let work: () -> Result
    private var result: Result?

    init(_ work: @escaping () -> Result) {
        self.work = work
    }

    override func run() { result = work() }

    func outcome() -> Result { result ?? work() }
}
