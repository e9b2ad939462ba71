internal import Glibc
internal import Terminal

/// What a wait for input came to.
enum Arrival: Equatable {
    case bytes([UInt8])
    case signal(Int32)
    case end
    case nothing
}

/// A descriptor that is read in blocks, with an ear for signals while nothing comes.
///
/// Ctrl-C makes a terminal drop what was typed, which may be between being told of bytes and reading them: a
/// read would then wait, and nobody listen for the signal. So a terminal is opened once more, for reading that
/// does not wait; its own descriptor is shared with the shell and stays as it is.
final class InputSource {
    let descriptor: Int32
    private let reopened: Int32
    /// The code of the error by which the input ended; nil where it simply ended, or has not.
    private(set) var failure: Int32?

    init(descriptor: Int32) {
        self.descriptor = descriptor
        let isTerminal = isatty(descriptor) == 1
        let flags = O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC
        // Not to be had where the terminal belongs to another user, after `su`.
        reopened = isTerminal ? open("/proc/self/fd/\(descriptor)", flags) : -1
    }

    deinit {
        if reopened >= 0 {
            close(reopened)
        }
    }

    /// Waits for bytes, a signal or the end, whichever is first; signals come before bytes.
    ///
    /// - Parameter milliseconds: How long to wait before `.nothing`; for ever when it is nil.
    /// - Returns: What came first.
    func next(within milliseconds: Int32? = nil) -> Arrival {
        while true {
            if let signal = Signals.next() {
                return .signal(signal)
            }
            var interests = [
                pollfd(fd: readable, events: Int16(POLLIN), revents: 0),
                pollfd(fd: Signals.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let ready = poll(&interests, 2, milliseconds ?? -1)
            if ready == 0 {
                return .nothing
            }
            // An interrupted call is a signal too: its number is in the pipe.
            if ready > 0, interests[1].revents == 0, let arrival = readBlock() {
                return arrival
            }
        }
    }

    /// Whether there are bytes to be read now.
    var hasMore: Bool {
        var interest = pollfd(fd: readable, events: Int16(POLLIN), revents: 0)
        return poll(&interest, 1, 0) > 0 && interest.revents & Int16(POLLIN) != 0
    }

    /// What stands on a terminal's line and was not entered yet; nothing where the terminal does not give it away.
    ///
    /// A terminal that edits for itself keeps the last piece of a paste until Enter, and whatever is typed next would be
    /// glued to it.
    func takeUnfinishedLine() -> [UInt8] {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0, modes.c_lflag & tcflag_t(ICANON) != 0 else { return [] }
        var open = modes
        open.c_lflag &= ~tcflag_t(ICANON)
        guard tcsetattr(descriptor, TCSANOW, &open) == 0 else { return [] }
        defer { tcsetattr(descriptor, TCSANOW, &modes) }
        guard hasMore, case .bytes(let bytes)? = readBlock() else { return [] }
        return bytes
    }

    private var readable: Int32 {
        reopened >= 0 ? reopened : descriptor
    }

    /// Reads once; nil when there was nothing after all.
    private func readBlock() -> Arrival? {
        var failure: Int32 = 0
        let block = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            let length = read(readable, buffer.baseAddress, buffer.count)
            failure = length < 0 ? errno : 0
            count = max(0, length)
        }
        switch failure {
        case 0: return block.isEmpty ? .end : .bytes(block)
        case EINTR, EAGAIN: return nil
        default:
            self.failure = failure
            return .end
        }
    }
}
