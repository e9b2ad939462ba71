import Crypto
import Glibc

/// A report that is complete when it is seen.
package enum ReportFile {
    /// Looks whether a report can be written, before it is made.
    ///
    /// - Parameters:
    ///   - path: the file to make.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: `EEXIST` where the name is taken, and another error where what stands there cannot be replaced.
    package static func check(_ path: String, replacing: Bool) throws(FileError) {
        guard !path.isEmpty else { throw FileError(.create, path, code: ENOENT) }
        guard let status = try POSIXDisk().status(at: path) else { return }
        switch status.kind {
        case .folder: throw FileError(.create, path, code: EISDIR)
        case .link: throw FileError(.create, path, code: ELOOP)
        case .other: throw FileError(.create, path, code: ENXIO)
        case .file:
            guard replacing else { throw FileError(.create, path, code: EEXIST) }
            // Whatever asks for it, no report takes the place of a session.
            guard !path.hasSuffix(".canary.jsonl"), !path.hasSuffix(".canary.jsonl.sealed") else {
                throw FileError(.create, path, code: EPERM)
            }
        }
    }

    /// The SHA-256 of a file, in hexadecimal.
    package static func sha256(_ bytes: [UInt8]) -> String {
        String(decoding: hexadecimal(Array(SHA256.hash(data: bytes))), as: UTF8.self)
    }

    /// Removes a file that somebody sent, once what it held is kept.
    ///
    /// - Parameter path: the file.
    /// - Throws: why it is still there.
    package static func remove(_ path: String) throws(FileError) {
        let disk = POSIXDisk()
        try disk.remove(path)
        try disk.syncFolder(path.parentFolder)
    }

    /// Writes a report to a draft, all of it on the disk, so that only its name is missing; mode 0600 whatever the umask.
    ///
    /// - Parameters:
    ///   - bytes: the report.
    ///   - path: the file to make.
    ///   - replacing: whether a file that is there is replaced.
    /// - Returns: the draft; without `place` it goes again.
    /// - Throws: why there is none; `EEXIST` where the name is taken.
    package static func prepare(
        _ bytes: [UInt8], for path: String, replacing: Bool
    ) throws(FileError) -> Draft {
        try check(path, replacing: replacing)
        let draft = try Draft(for: path)
        try draft.append(bytes)
        try draft.complete()
        return draft
    }

    /// Writes a report, which is seen when it is whole and on the disk.
    ///
    /// - Parameters:
    ///   - bytes: the report.
    ///   - path: the file to make.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: why there is no report; `EEXIST` where the name is taken. Nothing is half-written.
    package static func write(
        _ bytes: [UInt8], to path: String, replacing: Bool
    ) throws(FileError) {
        try prepare(bytes, for: path, replacing: replacing).place(replacing: replacing)
    }

    /// Begins a report that is written piece by piece; its folder is made where there is none.
    ///
    /// - Parameters:
    ///   - path: the file to make.
    ///   - replacing: whether a file that is there is replaced.
    /// - Returns: the draft.
    /// - Throws: why there will be none; `EEXIST` where the name is taken.
    package static func begin(_ path: String, replacing: Bool) throws(FileError) -> Draft {
        try POSIXDisk().makeFolders(path.parentFolder)
        try check(path, replacing: replacing)
        return try Draft(for: path)
    }
}
