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
        case .file: guard replacing else { throw FileError(.create, path, code: EEXIST) }
        }
    }

    /// Where a file is made before it gets its name: beside it, under a short name of its own, since the whole name may
    /// be as long as a name can be.
    static func draft(of path: String) -> String {
        path.parentFolder.path(to: ".canary-\(getpid())-\(UInt32.random(in: 0...UInt32.max)).new")
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

    /// Writes a report beside its target and then gives it its name; mode 0600 whatever the umask.
    ///
    /// - Parameters:
    ///   - bytes: the report.
    ///   - path: the file to make.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: why there is no report; `EEXIST` where the name is taken. Nothing is half-written.
    package static func write(
        _ bytes: [UInt8], to path: String, replacing: Bool
    ) throws(FileError) {
        let disk = POSIXDisk()
        try check(path, replacing: replacing)
        let draft = draft(of: path)
        try disk.write(bytes, toNew: draft)
        do throws(FileError) {
            if replacing {
                guard Glibc.rename(draft, path) == 0 else {
                    throw FileError(.rename, path, code: errno)
                }
            } else {
                try disk.rename(draft, to: path)
            }
        } catch {
            try? disk.remove(draft)
            throw error
        }
        try disk.syncFolder(path.parentFolder)
    }
}
