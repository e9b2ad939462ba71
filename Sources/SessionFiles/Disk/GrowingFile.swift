import Glibc

/// A file that is written piece by piece beside its target and seen when it is complete; mode 0600 whatever the umask.
package final class GrowingFile {
    private let disk: any Disk
    private let path: String
    private let draft: String
    private let file: OpenFile
    private var waiting: [UInt8] = []
    private var isFinished = false

    /// Begins a file; its folder is made where there is none.
    ///
    /// - Parameters:
    ///   - path: the file to make.
    ///   - replacing: whether a file that is there is replaced.
    /// - Throws: why there will be none; `EEXIST` where the name is taken.
    package init(_ path: String, replacing: Bool) throws(FileError) {
        disk = POSIXDisk()
        self.path = path
        draft = ReportFile.draft(of: path)
        try disk.makeFolders(path.parentFolder)
        try ReportFile.check(path, replacing: replacing)
        file = try disk.create(draft)
    }

    /// Adds bytes; they are on their way, not on the disk.
    package func append(_ bytes: some Sequence<UInt8>) throws(FileError) {
        waiting += bytes
        if waiting.count >= 1 << 16 { try flush() }
    }

    /// Gives the file its name once all of it is on the disk.
    ///
    /// - Parameter replacing: whether a file that is there is replaced.
    /// - Throws: why there is no file.
    package func finish(replacing: Bool) throws(FileError) {
        try flush()
        try disk.sync(file)
        if replacing { try disk.replace(path, with: draft) } else { try disk.rename(draft, to: path) }
        isFinished = true
        try disk.syncFolder(path.parentFolder)
    }

    private func flush() throws(FileError) {
        try disk.appendAll(waiting, to: file)
        waiting = []
    }

    deinit {
        disk.close(file)
        // Nothing is half-written: a file that did not become complete is taken away.
        if !isFinished { try? disk.remove(draft) }
    }
}
