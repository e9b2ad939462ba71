#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a file that may be of any size, or a pipe, and takes no more than it is allowed.
enum BoundedRead {
    /// The bytes of a file.
    ///
    /// - Throws: why the file cannot be read, or that it is larger than the limit.
    static func bytes(at path: String, limit: Int) throws(Fault.Payload) -> [UInt8] {
        // Asked by name first: opening a device can already do something.
        var found = stat()
        guard unsafe stat(path, &found) == 0 else {
            throw errno == ENOENT ? .fileMissing : .unreadable(Fault.Obstacle(errno))
        }
        if let obstacle = Fault.Obstacle(kind: found.st_mode) { throw .unreadable(obstacle) }
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT ? .fileMissing : .unreadable(Fault.Obstacle(errno))
        }
        defer { close(descriptor) }

        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = unsafe part.withUnsafeMutableBytes { buffer in
                unsafe read(descriptor, buffer.baseAddress, buffer.count)
            }
            if count == 0 { return bytes }
            if count < 0 {
                guard errno == EINTR else { throw .unreadable(Fault.Obstacle(errno)) }
                continue
            }
            bytes += part.prefix(count)
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
        }
    }
}

extension Fault.Obstacle {
    /// What an error of the system means for a file.
    fileprivate init(_ number: Int32) {
        switch number {
        case EACCES, EPERM: self = .notAllowed
        case EISDIR: self = .isFolder
        default: self = .other(number)
        }
    }

    /// Why a thing of that kind is not read; nil for a file and for a pipe.
    fileprivate init?(kind mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG, S_IFIFO: return nil
        case S_IFDIR: self = .isFolder
        case S_IFSOCK: self = .isSocket
        default: self = .isDevice
        }
    }
}
