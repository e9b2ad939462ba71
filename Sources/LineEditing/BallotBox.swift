import Glibc
internal import Terminal

/// Takes ballots that one person after the other types on the process's terminal, which shows nothing of them.
///
/// Nothing but the counts is held, in one place of memory that is counted up where it stands and wiped at the end: from
/// no copy of it could an order be read, and keys and times are kept nowhere.
package final class BallotBox {
    /// How the ballots ended.
    package enum Ending: Equatable, Sendable {
        /// As many were cast as there are people.
        case full
        /// Somebody typed the word that ends the vote.
        case ended
        /// Somebody gave up, a signal came, or the terminal is gone: nothing is counted.
        case left
    }

    /// What was cast.
    package struct Ballots: Equatable, Sendable {
        /// How it ended.
        package let ending: Ending
        /// How many chose each level, then how many don't know, then to how many it does not apply; empty where
        /// nothing is counted.
        package let counts: [Int]
    }

    /// How long keys do nothing behind a ballot, in milliseconds: those that bounce, and those of whoever types twice.
    private static let deadTime = 2_000

    private let descriptor: Int32
    private let signals: Int32

    private init(descriptor: Int32, signals: Int32) {
        self.descriptor = descriptor
        self.signals = signals
    }

    /// Does something with a box while the terminal shows nothing of what is typed.
    ///
    /// - Returns: what it returns; nil where there is no terminal.
    /// - Throws: what it throws.
    package static func open<Result, Fault: Error>(
        _ body: (BallotBox) throws(Fault) -> Result
    ) throws(Fault) -> Result? {
        let terminal = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        defer { _ = close(terminal) }
        guard let silent = SilentTerminal(terminal) else { return nil }
        return try silent.whileSilent { signals throws(Fault) in
            try body(BallotBox(descriptor: terminal, signals: signals))
        }
    }

    /// Takes ballots until everybody has voted, or somebody ends it.
    ///
    /// - Parameters:
    ///   - people: how many vote.
    ///   - levels: how many levels there are.
    ///   - wayOut: the word that ends the vote.
    ///   - tell: says how many have voted, at first and after each ballot.
    /// - Returns: what was cast.
    package func take(people: Int, levels: Int, wayOut: String, telling tell: (Int) -> Void) -> Ballots {
        let size = levels + 2
        let cells = UnsafeMutablePointer<Int>.allocate(capacity: size)
        cells.initialize(repeating: 0, count: size)
        defer {
            explicit_bzero(cells, size * MemoryLayout<Int>.stride)
            cells.deallocate()
        }
        var counts: [Int] { (0..<size).map { cells[$0] } }
        var keys = BallotKeys(levels: levels, wayOut: wayOut)
        var voted = 0
        tell(voted)
        while voted < people {
            guard let byte = next() else { return Ballots(ending: .left, counts: []) }
            switch keys.take(byte) {
            case .nothing: continue
            case .left: return Ballots(ending: .left, counts: [])
            case .ended: return Ballots(ending: voted == 0 ? .left : .ended, counts: counts)
            case .cast(let cell): cells[cell] += 1
            }
            voted += 1
            tell(voted)
            guard waitUnmoved() else { return Ballots(ending: .left, counts: []) }
        }
        return Ballots(ending: .full, counts: counts)
    }

    /// Waits for `y` or `n` and Enter; whatever else is typed does nothing, for it may be a ballot that came too late.
    ///
    /// - Returns: whether it is yes; false also where somebody gave up, and where a signal came.
    package func isAgreed() -> Bool {
        var answer: UInt8 = 0
        var length = 0
        while let byte = next() {
            switch byte {
            case 3, 4: return false
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if length == 1, answer == UInt8(ascii: "y") { return true }
                if length == 1, answer == UInt8(ascii: "n") { return false }
                length = 0
            default:
                answer = byte | 0x20
                length += 1
            }
        }
        return false
    }

    /// Writes text on the terminal, as it is.
    package func write(_ text: String) {
        try? DescriptorOutput(descriptor: descriptor).write(text)
    }

    /// The next byte that is typed; nil where the terminal is gone, and where a signal waits.
    private func next() -> UInt8? {
        while true {
            guard waitForInput(of: descriptor, signals), !signalWaits else { return nil }
            var byte: UInt8 = 0
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            return count == 1 ? byte : nil
        }
    }

    private var signalWaits: Bool {
        var waiting = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
        return signals >= 0 && poll(&waiting, 1, 0) == 1
    }

    /// Lets the dead time pass, in which what is typed is forgotten without being read.
    ///
    /// - Returns: false where the terminal is gone, or a signal waits.
    private func waitUnmoved() -> Bool {
        let end = Self.milliseconds + Self.deadTime
        while true {
            let rest = end - Self.milliseconds
            guard rest > 0 else { break }
            var waiting = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&waiting, 2, Int32(rest)) >= 0 || errno == EINTR else { return false }
            if waiting[1].revents != 0 || waiting[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
                return false
            }
            if waiting[0].revents != 0 { tcflush(descriptor, TCIFLUSH) }
        }
        tcflush(descriptor, TCIFLUSH)
        return true
    }

    private static var milliseconds: Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
    }
}
