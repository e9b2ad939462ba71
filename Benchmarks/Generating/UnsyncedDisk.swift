import SessionFiles

/// The disk of the machine without its syncs: what is written here can be written again.
struct UnsyncedDisk: Disk {
    private let disk = POSIXDisk()

    func sync(_ file: OpenFile) {}
    func syncFolder(_ path: String) {}

    func open(_ path: String, for use: FileUse) throws(FileError) -> OpenFile {
        try disk.open(path, for: use)
    }

    func create(_ path: String) throws(FileError) -> OpenFile { try disk.create(path) }

    func read(_ file: OpenFile, at offset: Int, upTo count: Int) throws(FileError) -> [UInt8] {
        try disk.read(file, at: offset, upTo: count)
    }

    func append(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) -> Int {
        try disk.append(bytes, to: file)
    }

    func truncate(_ file: OpenFile, to length: Int) throws(FileError) {
        try disk.truncate(file, to: length)
    }

    func lock(_ file: OpenFile, _ lock: FileLock) throws(FileError) -> Bool { try disk.lock(file, lock) }

    func holder(of file: OpenFile) -> LockHolder? { disk.holder(of: file) }

    func unlock(_ file: OpenFile) { disk.unlock(file) }

    func close(_ file: OpenFile) { disk.close(file) }

    func limit(_ file: OpenFile, to permissions: UInt32) throws(FileError) {
        try disk.limit(file, to: permissions)
    }

    func status(of file: OpenFile) throws(FileError) -> FileStatus { try disk.status(of: file) }

    func status(at path: String) throws(FileError) -> FileStatus? { try disk.status(at: path) }

    func rename(_ path: String, to newPath: String) throws(FileError) {
        try disk.rename(path, to: newPath)
    }

    func replace(_ path: String, with newcomer: String) throws(FileError) {
        try disk.replace(path, with: newcomer)
    }

    func remove(_ path: String) throws(FileError) { try disk.remove(path) }

    func rawNames(in folder: String) throws(FileError) -> [[UInt8]] { try disk.rawNames(in: folder) }

    func makeFolder(_ path: String) throws(FileError) -> Bool { try disk.makeFolder(path) }
}
