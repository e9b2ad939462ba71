import Glibc

/// Reads lines that must not be seen: from a terminal without echo, or from a descriptor.
package enum SecretLine {
    /// The most bytes of one.
    private static let longest = 4_096

    /// A line of a descriptor, read byte by byte, so that the next one is still there; nil where there is none.
    package static func read(from descriptor: Int32) -> [UInt8]? {
        var line: [UInt8] = []
        while line.count < longest {
            var byte: UInt8 = 0
            let count = Glibc.read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1, byte != UInt8(ascii: "\n") else { break }
            line.append(byte)
        }
        return line.isEmpty ? nil : line
    }

    /// A line of the process's terminal; nil where there is none, and where somebody gave up by Ctrl-C or Ctrl-D.
    package static func readFromTerminal(prompt: String) -> [UInt8]? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        defer { _ = close(terminal) }
        return SilentTerminal(terminal)?.line(prompt: prompt)
    }
}

/// A terminal that shows nothing of what is typed.
private struct SilentTerminal {
    private let descriptor: Int32
    private let before: termios

    init?(_ descriptor: Int32) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
        self.descriptor = descriptor
        before = modes
    }

    /// Reads a line; nil where somebody gave up by Ctrl-C or Ctrl-D. Whatever ends it, the terminal shows what is
    /// typed again, because Ctrl-C is a key here and no signal.
    func line(prompt: String) -> [UInt8]? {
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG | ICANON)
        // The prompt comes second: whoever sees it can type, and nothing of that is shown.
        guard tcsetattr(descriptor, TCSAFLUSH, &silent) == 0 else { return nil }
        write(prompt)
        defer {
            var modes = before
            _ = tcsetattr(descriptor, TCSAFLUSH, &modes)
            write("\n")
        }
        var line: [UInt8] = []
        while line.count < 4_096 {
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

    private func write(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
