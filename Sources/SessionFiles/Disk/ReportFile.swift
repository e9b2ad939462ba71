import Glibc

/// A report that is complete when it is seen.
package enum ReportFile {
    /// Writes a report beside its target and then gives it its name; mode 0600 whatever the umask.
    ///
    /// - Parameters:
    ///   - text: the report.
    ///   - path: the file to make.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: why there is no report; `EEXIST` where the name is taken. Nothing is half-written.
    package static func write(
        _ text: String, to path: String, replacing: Bool
    ) throws(FileError) {
        let disk = POSIXDisk()
        if let status = try disk.status(at: path) {
            guard replacing, status.kind == .file else {
                throw FileError(.create, path, code: EEXIST)
            }
        }
        let draft = path.parentFolder.path(to: ".\(path.lastName).new-\(getpid())")
        try disk.write(Array(text.utf8), toNew: draft)
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
