internal import Glibc

/// Writes text to a file descriptor, all of it, at once.
///
/// `Signals.install()` or `Signals.catchFailedWrites()` comes first, or a closed pipe kills the program.
package final class DescriptorOutput {
    /// Where the text goes.
    package let descriptor: Int32

    private let isTerminal: Bool

    /// Writes to a descriptor that somebody else opened and closes.
    package init(descriptor: Int32) {
        self.descriptor = descriptor
        isTerminal = isatty(descriptor) == 1
    }

    /// Standard output.
    package static func standardOutput() -> DescriptorOutput {
        DescriptorOutput(descriptor: STDOUT_FILENO)
    }

    /// Standard error.
    package static func standardError() -> DescriptorOutput {
        DescriptorOutput(descriptor: STDERR_FILENO)
    }

    /// Writes text as UTF-8 and returns when the system has taken all of it.
    ///
    /// - Throws: `OutputFault` when it does not; part of the text may be written then.
    package func write(_ text: String) throws(OutputFault) {
        if isTerminal, TerminalCharset.current.isLatin1 {
            return try write(bytes: TerminalCharset.current.bytes(of: text))
        }
        var text = text
        if let fault = text.withUTF8({ writeAll(UnsafeRawBufferPointer($0)) }) {
            throw fault
        }
    }

    /// Writes bytes as they are and returns when the system has taken all of them.
    ///
    /// - Throws: `OutputFault` when it does not; part of the bytes may be written then.
    package func write(bytes: [UInt8]) throws(OutputFault) {
        if let fault = bytes.withUnsafeBytes(writeAll) {
            throw fault
        }
    }

    private func writeAll(_ bytes: UnsafeRawBufferPointer) -> OutputFault? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Glibc.write(
                descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written >= 0 {
                rest = rest.dropFirst(written)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitForRoom()
            case EPIPE: return .closed
            // A terminal that has vanished; on a disk it is a broken disk.
            case EIO where isTerminal: return .closed
            case let code: return .failed(errno: code)
            }
        }
        return nil
    }

    private func waitForRoom() {
        var interest = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&interest, 1, -1)
    }
}
