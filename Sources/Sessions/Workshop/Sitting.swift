/// How long a room has been at work: since the first vote or agreement of a sitting.
///
/// What was set up days before, and the night between two sittings, is no time that anybody spent.
struct Sitting: Sendable {
    /// The longest pause within a sitting, in milliseconds; it is ours.
    private static let longestPause = 4 * 60 * 60_000

    /// When the room voted or agreed first; nil where it has not begun.
    private var began: Timestamp?

    /// Takes in what happened.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - last: when something happened before it.
    mutating func take(_ event: SessionEvent, after last: Timestamp) {
        if Self.isOver(at: event.at, after: last) { began = nil }
        switch event.what {
        case .voted, .recounted, .agreed: began = began ?? event.at
        case .roomArranged(let arrangement) where arrangement.minutes != nil: began = nil
        default: break
        }
    }

    /// The whole minutes of a sitting that goes on at a time; 0 where none does.
    func minutes(at now: Timestamp, after last: Timestamp) -> Int {
        guard let began, !Self.isOver(at: now, after: last) else { return 0 }
        return max(0, now.milliseconds - began.milliseconds) / 60_000
    }

    private static func isOver(at now: Timestamp, after last: Timestamp) -> Bool {
        now.milliseconds - last.milliseconds > longestPause
    }
}

extension SessionState {
    /// The whole minutes that a room has used in this sitting.
    ///
    /// - Parameter now: the time.
    /// - Returns: the minutes; 0 where the session is no workshop.
    package func minutesUsed(at now: Timestamp) -> Int { room?.sitting.minutes(at: now, after: lastAt) ?? 0 }
}
