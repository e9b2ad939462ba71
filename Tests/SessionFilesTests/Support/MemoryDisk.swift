import Glibc

@testable import SessionFiles

/// A disk in memory that forgets, when it crashes, all that was not synced.
///
/// Each file has its bytes and the bytes that are durable, each folder its names and the names that
/// are durable. `Crash` says what is left of the difference.
final class MemoryDisk: Disk {
    /// A file or a folder.
    final class Node {
        let inode: UInt64
        let isFolder: Bool
        var bytes: [UInt8] = []
        var durableBytes: [UInt8] = []
        var names: [String: Node] = [:]
        var durableNames: [String: Node] = [:]
        /// What last changed a folder's names, which is what a sync of it is for.
        var lastChange: Sync?
        var locks: [Int32: FileLock] = [:]
        /// Whether it has not taken its target's name yet.
        var isDraft = false

        init(inode: UInt64, isFolder: Bool) {
            self.inode = inode
            self.isFolder = isFolder
        }
    }

    private struct Handle {
        var node: Node
        var hasWritten: Bool
        var wasCut = false
    }

    let root: Node
    private var lastInode: UInt64
    private var handles: [Int32: Handle] = [:]
    private var lastHandle: Int32 = 2

    /// The most bytes that one read gives.
    var longestRead = Int.max

    /// How many operations there were.
    private(set) var operations = 0
    /// The operations so far, for the operations that a test wants to meet.
    private(set) var history: [FileError.Operation?] = []
    /// How many reads there were of files that the reader had locked.
    private(set) var lockedReads = 0
    /// The operations, counted from 1, that fail, each with its `errno`.
    var failures: [Int: Int32] = [:]
    /// After so many operations everything fails: the machine has died.
    var diesAfter: Int?
    /// The most bytes that one write takes.
    var mostPerWrite = Int.max
    /// Syncs that do nothing and say that they did.
    var ignored: Set<Sync> = []

    convenience init() {
        self.init(root: Node(inode: 1, isFolder: true), lastInode: 1)
    }

    init(root: Node, lastInode: UInt64) {
        self.root = root
        self.lastInode = lastInode
    }

    /// What is left for the next process, on the next start of the machine if need be.
    func after(_ crash: Crash) -> MemoryDisk {
        var remains = Remains(crash)
        return MemoryDisk(root: remains.node(of: root), lastInode: lastInode)
    }

    private func count(_ operation: FileError.Operation?, _ path: String) throws(FileError) {
        if let diesAfter, operations >= diesAfter {
            throw FileError(operation ?? .status, path, code: EIO)
        }
        operations += 1
        history.append(operation)
        if let code = failures[operations] {
            throw FileError(operation ?? .status, path, code: code)
        }
    }

    // MARK: Files

    func open(_ path: String, for use: FileUse) throws(FileError) -> OpenFile {
        try count(.open, path)
        guard let node = node(at: path) else { throw FileError(.open, path, code: ENOENT) }
        return handle(node, path)
    }

    func create(_ path: String) throws(FileError) -> OpenFile {
        try count(.create, path)
        guard node(at: path) == nil else { throw FileError(.create, path, code: EEXIST) }
        let node = newNode(isFolder: false)
        node.isDraft = path.name.hasPrefix(Draft.beginning)
        try parent(of: path, .create).names[path.name] = node
        try parent(of: path, .create).lastChange = nil
        return handle(node, path)
    }

    func read(_ file: OpenFile, at offset: Int, upTo count: Int) throws(FileError) -> [UInt8] {
        try self.count(.read, file.path)
        let node = try node(of: file)
        if node.locks[file.number] != nil { lockedReads += 1 }
        return Array(node.bytes.dropFirst(offset).prefix(min(count, longestRead)))
    }

    func append(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(FileError) -> Int {
        do throws(FileError) {
            try count(.write, file.path)
        } catch {
            // A disk that fills up takes some of it first.
            try node(of: file).bytes += bytes.prefix(bytes.count / 2)
            throw error
        }
        let taken = bytes.prefix(mostPerWrite)
        try node(of: file).bytes += taken
        handles[file.number]?.hasWritten = true
        return taken.count
    }

    func sync(_ file: OpenFile) throws(FileError) {
        let node = try node(of: file)
        do throws(FileError) {
            try count(.sync, file.path)
        } catch {
            // A sync that fails may have done its work all the same.
            if diesAfter == nil { node.durableBytes = node.bytes }
            throw error
        }
        if !ignored.contains(try kind(of: file)) { node.durableBytes = node.bytes }
        handles[file.number]?.wasCut = false
    }

    func truncate(_ file: OpenFile, to length: Int) throws(FileError) {
        try count(.truncate, file.path)
        let node = try node(of: file)
        node.bytes = Array(node.bytes.prefix(length))
        let isRollback = handles[file.number]?.hasWritten == true
        handles[file.number]?.wasCut = isRollback
    }

    func lock(_ file: OpenFile, _ lock: FileLock) throws(FileError) -> Bool {
        try count(.lock, file.path)
        let node = try node(of: file)
        let others = node.locks.filter { $0.key != file.number }.values
        guard others.allSatisfy({ $0 == .shared && lock == .shared }) else { return false }
        node.locks[file.number] = lock
        return true
    }

    func limit(_ file: OpenFile, to permissions: UInt32) throws(FileError) {
        try count(.limit, file.path)
    }

    func unlock(_ file: OpenFile) {
        handles[file.number]?.node.locks[file.number] = nil
    }

    func close(_ file: OpenFile) {
        unlock(file)
        handles[file.number] = nil
    }

    func status(of file: OpenFile) throws(FileError) -> FileStatus {
        try count(.status, file.path)
        return try node(of: file).status
    }

    // MARK: Names

    func status(at path: String) throws(FileError) -> FileStatus? {
        try count(.status, path)
        return node(at: path)?.status
    }

    func rename(_ path: String, to newPath: String) throws(FileError) {
        try count(.rename, newPath)
        guard node(at: newPath) == nil else { throw FileError(.rename, newPath, code: EEXIST) }
        guard let node = node(at: path) else { throw FileError(.rename, path, code: ENOENT) }
        try parent(of: path, .rename).names[path.name] = nil
        let folder = try parent(of: newPath, .rename)
        folder.names[newPath.name] = node
        folder.lastChange = newPath.name.contains(".torn-") ? .tornFolder : .startFolder
        node.isDraft = false
    }

    func replace(_ path: String, with newcomer: String) throws(FileError) {
        try count(.rename, path)
        guard let node = node(at: newcomer) else { throw FileError(.rename, newcomer, code: ENOENT) }
        try parent(of: newcomer, .rename).names[newcomer.name] = nil
        let folder = try parent(of: path, .rename)
        folder.names[path.name] = node
        folder.lastChange = .rewriteFolder
        node.isDraft = false
    }

    func holder(of file: OpenFile) -> LockHolder? { nil }

    func remove(_ path: String) throws(FileError) {
        try count(.remove, path)
        try parent(of: path, .remove).names[path.name] = nil
    }

    func rawNames(in folder: String) throws(FileError) -> [[UInt8]] {
        try count(.list, folder)
        guard let node = node(at: folder) else { throw FileError(.list, folder, code: ENOENT) }
        return node.names.keys.map { Array($0.utf8) }
    }

    func makeFolder(_ path: String) throws(FileError) -> Bool {
        try count(.makeFolder, path)
        if node(at: path) != nil { return false }
        let folder = try parent(of: path, .makeFolder)
        folder.names[path.name] = newNode(isFolder: true)
        folder.lastChange = .madeFolder
        return true
    }

    func syncFolder(_ path: String) throws(FileError) {
        try count(.syncFolder, path)
        guard let node = node(at: path) else { throw FileError(.syncFolder, path, code: ENOENT) }
        let kind = path.name == "instruments" ? .instrumentFolder : node.lastChange ?? .openingFolder
        if !ignored.contains(kind) { node.durableNames = node.names }
        // Whatever comes next is somebody making sure again.
        node.lastChange = nil
    }

    // MARK: Inside

    /// What stands under a path.
    func node(at path: String) -> Node? {
        path.split(separator: "/").reduce(root as Node?) { $0?.names[String($1)] }
    }

    /// The names of drafts in a folder.
    func drafts(in folder: String) -> [String] {
        (node(at: folder)?.names.keys.filter { Draft.isDraft($0, of: "") } ?? []).sorted()
    }

    private func node(of file: OpenFile) throws(FileError) -> Node {
        guard let handle = handles[file.number] else { throw FileError(.status, file.path, code: EBADF) }
        return handle.node
    }

    private func parent(
        of path: String, _ operation: FileError.Operation
    ) throws(FileError) -> Node {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        guard let node = node(at: folder) else { throw FileError(operation, path, code: ENOENT) }
        return node
    }

    private func newNode(isFolder: Bool) -> Node {
        lastInode += 1
        return Node(inode: lastInode, isFolder: isFolder)
    }

    private func handle(_ node: Node, _ path: String) -> OpenFile {
        lastHandle += 1
        handles[lastHandle] = Handle(node: node, hasWritten: false)
        return OpenFile(number: lastHandle, path: path)
    }

    private func kind(of file: OpenFile) throws(FileError) -> Sync {
        if try node(of: file).isDraft {
            if file.path.name.contains(".torn-") { return .tornFile }
            return file.path.contains("/instruments/") ? .instrumentFile : .startFile
        }
        guard let handle = handles[file.number] else { throw FileError(.sync, file.path, code: EBADF) }
        if handle.wasCut { return .rollback }
        return handle.hasWritten ? .append : .openingFile
    }
}

extension MemoryDisk.Node {
    var status: FileStatus {
        FileStatus(
            kind: isFolder ? .folder : .file, identity: .init(device: 1, inode: inode),
            size: bytes.count, owner: 1_000, permissions: isFolder ? 0o700 : 0o600,
            names: 1)
    }
}

extension String {
    /// The last part of a path.
    var name: String { split(separator: "/").last.map(String.init) ?? "" }
}

extension Disk {
    /// Makes a file with these bytes in one go, as no program of ours does.
    func write(_ bytes: [UInt8], toNew path: String) throws(FileError) {
        let file = try create(path)
        defer { close(file) }
        try appendAll(bytes, to: file)
        try sync(file)
    }
}
