internal import Glibc

/// Files in a private folder.
enum PrivateFile {
    /// Makes a file of this user's alone; whether it is whole.
    static func write(_ text: String, to path: String) -> Bool {
        write(path) { output throws(OutputFault) in try output.write(text) }
    }

    /// Makes a file of bytes; whether it is whole.
    static func write(_ bytes: [UInt8], to path: String) -> Bool {
        write(path) { output throws(OutputFault) in try output.write(bytes: bytes) }
    }

    private static func write(
        _ path: String, _ body: (DescriptorOutput) throws(OutputFault) -> Void
    ) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        do throws(OutputFault) {
            try body(DescriptorOutput(descriptor: file))
            return true
        } catch {
            return false
        }
    }

    /// Takes a file away from everybody else: an editor that saves by renaming makes it anew.
    static func makePrivate(_ path: String) {
        _ = fchmodat(AT_FDCWD, path, 0o600, AT_SYMLINK_NOFOLLOW)
    }

    /// Reads a file; nil where there is none, or where it is larger than that.
    static func read(_ path: String, atMost largest: Int) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1_024)
        while true {
            let count = Glibc.read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer.prefix(count)
            guard bytes.count <= largest else { return nil }
        }
    }
}
