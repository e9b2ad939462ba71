/// The dates of a session's events, as far as they tell whether the clocks that gave them were right.
package struct EventDates: Equatable, Sendable {
    /// When the last event happened, by its clock.
    package private(set) var last: Timestamp
    /// The latest of all dates.
    package private(set) var latest: Timestamp
    /// The numbers of the events that are dated before the one above them, in the order of the events.
    package private(set) var back: [Int] = []

    /// The dates of a session with one event.
    package init(first: Timestamp) {
        last = first
        latest = first
    }

    /// Adds the date of the next event.
    package mutating func add(_ event: SessionEvent) {
        if event.at < last { back.append(event.number) }
        last = event.at
        latest = max(latest, last)
    }

    /// Finds what no right clock gives; nil where nothing is wrong.
    ///
    /// - Parameter now: the time.
    /// - Returns: what is to be said wherever the session is shown, listed, checked or sent.
    package func faults(at now: Timestamp) -> ClockFaults? {
        let faults = ClockFaults(ahead: latest.isAhead(of: now) ? latest : nil, back: back)
        return faults == ClockFaults() ? nil : faults
    }
}

/// Dates in a session that a clock gave which was wrong.
package struct ClockFaults: Equatable, Sendable {
    /// The latest date, where it lies in the future.
    package var ahead: Timestamp?
    /// The numbers of the events that are dated before the one above them.
    package var back: [Int] = []
}
