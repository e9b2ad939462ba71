/// A moment by which something has to have happened.
struct Deadline {
    let limit: Duration
    private let end: ContinuousClock.Instant

    init(after limit: Duration) {
        self.limit = limit
        end = ContinuousClock.now + limit
    }

    /// What is left, for `poll`: 0 when the time is up.
    var milliseconds: Int32 {
        let left = ContinuousClock.now.duration(to: end) / Duration.milliseconds(1)
        return Int32(max(0, min(left.rounded(.up), 2_000_000_000)))
    }

    var isOver: Bool {
        ContinuousClock.now >= end
    }
}
