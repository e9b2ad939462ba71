#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a file that may be of any size, a pipe or a device, and takes no more than it is allowed.
enum BoundedRead {
    /// The bytes of a file.
    ///
    /// - Throws: why the file cannot be read, or that it is larger than the limit.
    static func bytes(at path: String, limit: Int) throws(Fault.Payload) -> [UInt8] {
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
}
