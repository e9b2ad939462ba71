import Languages

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes what was compiled.
enum SourceOutput {
    /// Why a file was not written.
    struct Failure: Error, CustomStringConvertible {
        /// The system's number of the error.
        let code: Int32

        var description: String { "cannot be written: \(systemWords(code))" }
    }

    /// Writes a file of source code, in the place of one that is there.
    static func save(_ text: String, to path: String) throws(Failure) {
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw Failure(code: errno) }
            rest = rest.dropFirst(count)
        }
    }
}
