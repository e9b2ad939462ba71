import Glibc
internal import Terminal

/// Reads lines that must not be seen: from a terminal without echo, or from a descriptor.
package enum SecretLine {
    /// The most bytes of one.
    private static let longest = 4_096

    /// A descriptor cannot be read to the end of its line, so that nobody knows what the line is.
    package struct Unreadable: Error, Equatable, Sendable {
        /// The descriptor.
        package let descriptor: Int32
        /// The system's `errno`.
        package let code: Int32
    }

    /// A line of a descriptor, read byte by byte, so that the next one is still there; nil where there is none.
    ///
    /// - Throws: `Unreadable` where reading fails before the line ends: the beginning of a secret is another secret.
    package static func read(from descriptor: Int32) throws(Unreadable) -> [UInt8]? {
        var line: [UInt8] = []
        while line.count < longest {
            var byte: UInt8 = 0
            let count = Glibc.read(descriptor, &byte, 1)
            if count < 0 {
                let code = errno
                if code == EINTR { continue }
                guard code == EAGAIN, waitForInput(of: descriptor) else {
                    throw Unreadable(descriptor: descriptor, code: code)
                }
                continue
            }
            guard count == 1, byte != UInt8(ascii: "\n") else { break }
            line.append(byte)
        }
        return line.isEmpty ? nil : line
    }

    /// Does something while the process's terminal shows nothing of what is typed; what was typed meanwhile, and not
    /// read, is forgotten: it was typed before anything was to be seen.
    package static func silently<Result, Fault: Error>(
        _ body: () throws(Fault) -> Result
    ) throws(Fault) -> Result {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return try body() }
        defer { _ = close(terminal) }
        guard let silent = SilentTerminal(terminal),
            let result = try silent.whileSilent({ (_: Int32) throws(Fault) in try body() })
        else { return try body() }
        return result
    }

    /// A line of the process's terminal; nil where there is none, and where somebody gave up by Ctrl-C or Ctrl-D.
    package static func readFromTerminal(prompt: String) -> [UInt8]? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        defer { _ = close(terminal) }
        return SilentTerminal(terminal)?.line(prompt: prompt)
    }
}

/// Waits until a descriptor, or one of two, can be read; false where that fails.
func waitForInput(of descriptors: Int32...) -> Bool {
    var waiting = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&waiting, nfds_t(waiting.count), -1) < 0 {
        guard errno == EINTR else { return false }
    }
    return true
}

/// A terminal that shows nothing of what is typed.
struct SilentTerminal {
    private let descriptor: Int32
    private let before: termios

    init?(_ descriptor: Int32) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
        self.descriptor = descriptor
        before = modes
    }

    /// Reads a line; nil where somebody gave up by Ctrl-C or Ctrl-D, and where a signal came.
    ///
    /// Whatever ends it, the terminal shows what is typed again: Ctrl-C is a key here and no signal, and a signal from
    /// elsewhere is held back until the terminal is as it was.
    func line(prompt: String) -> [UInt8]? {
        whileSilent { signals in
            // The prompt comes second: whoever sees it can type, and nothing of that is shown.
            write(prompt)
            defer { write("\n") }
            return typed(signals)
        } ?? nil
    }

    /// Does something while nothing is shown, and then forgets what was typed and not read; nil where the terminal
    /// refuses.
    func whileSilent<Result, Fault: Error>(
        _ body: (_ signals: Int32) throws(Fault) -> Result
    ) throws(Fault) -> Result? {
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG | ICANON)
        let signals = Signals.hold()
        defer { Signals.release(signals) }
        guard tcsetattr(descriptor, TCSAFLUSH, &silent) == 0 else { return nil }
        defer {
            var modes = before
            _ = tcsetattr(descriptor, TCSAFLUSH, &modes)
        }
        return try body(signals)
    }

    private func typed(_ signals: Int32) -> [UInt8]? {
        var line: [UInt8] = []
        while line.count < 4_096 {
            guard waitForInput(of: descriptor, signals), !signalWaits(at: signals) else { return nil }
            var byte: UInt8 = 0
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return nil }
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return line
            case 3, 4: return nil
            case 8, 127: while let last = line.popLast(), last & 0xC0 == 0x80 {}
            case 21: line.removeAll()
            default: line.append(byte)
            }
        }
        return line
    }

    private func signalWaits(at descriptor: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return descriptor >= 0 && poll(&waiting, 1, 0) == 1
    }

    private func write(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
