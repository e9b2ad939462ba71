/// A moment, in milliseconds since the start of 1970, UTC.
package struct Timestamp: Hashable, Sendable, Comparable {
    /// The milliseconds, from year 1 to year 9999.
    package let milliseconds: Int

    private static let earliest = -62_135_596_800_000
    private static let latest = 253_402_300_799_999

    /// A moment so many milliseconds after the start of 1970, UTC; one that no calendar has is the nearest that it has.
    package init(milliseconds: Int) {
        self.milliseconds = min(max(milliseconds, Self.earliest), Self.latest)
    }

    /// The moment that a clock tells, in seconds after the start of 1970, UTC; nil where it lies before 1970 or after the
    /// year 9999, which no event can be dated by.
    package init?(clock seconds: Double) {
        let milliseconds = (seconds * 1_000).rounded(.down)
        guard (0...Double(Self.latest)).contains(milliseconds) else { return nil }
        self.init(milliseconds: Int(milliseconds))
    }

    /// The date of an event by this clock, behind one of another date: never before that, unless that lies so far ahead
    /// that its clock must have been wrong. Such a date does not become that of all later events.
    package func following(_ last: Timestamp) -> Timestamp {
        last.isAhead(of: self) ? self : max(self, last)
    }

    /// Whether it lies so far after another that some clock must have been wrong: more than ten minutes.
    package func isAhead(of now: Timestamp) -> Bool { milliseconds - now.milliseconds > 600_000 }

    /// Reads `2026-11-21T09:53:00.123Z`, exactly so; nil when it is written otherwise.
    package init?(_ text: String) {
        self.init(utf8: Array(text.utf8)[...])
    }

    /// Reads the same from bytes.
    package init?(utf8 bytes: ArraySlice<UInt8>) {
        let start = bytes.startIndex
        func digits(_ range: Range<Int>) -> ArraySlice<UInt8> {
            bytes[(start + range.lowerBound)..<(start + range.upperBound)]
        }
        guard bytes.count == 24, bytes[start + 10] == UInt8(ascii: "T"),
            bytes[start + 13] == UInt8(ascii: ":"), bytes[start + 16] == UInt8(ascii: ":"),
            bytes[start + 19] == UInt8(ascii: "."), bytes[start + 23] == UInt8(ascii: "Z"),
            let date = CalendarDate(digits: digits(0..<10)),
            let hours = Int(digits: digits(11..<13)), hours < 24,
            let minutes = Int(digits: digits(14..<16)), minutes < 60,
            let seconds = Int(digits: digits(17..<19)), seconds < 60,
            let thousandths = Int(digits: digits(20..<23))
        else { return nil }
        milliseconds =
            ((date.daysSince1970 * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1_000
            + thousandths
    }

    /// The day that the moment lies in, UTC.
    package var date: CalendarDate {
        CalendarDate(daysSince1970: (milliseconds - millisecondsOfDay) / 86_400_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    private var millisecondsOfDay: Int {
        let rest = milliseconds % 86_400_000
        return rest < 0 ? rest + 86_400_000 : rest
    }
}

extension Timestamp: CustomStringConvertible {
    package var description: String {
        let rest = millisecondsOfDay
        let hours = padded(rest / 3_600_000, to: 2)
        let minutes = padded(rest / 60_000 % 60, to: 2)
        let seconds = padded(rest / 1_000 % 60, to: 2)
        return "\(date)T\(hours):\(minutes):\(seconds).\(padded(rest % 1_000, to: 3))Z"
    }
}
