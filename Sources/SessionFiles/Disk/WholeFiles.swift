import Glibc

extension Disk {
    /// The names in a folder, in no order, without those that are not UTF-8.
    func names(in folder: String) throws(FileError) -> [String] {
        try rawNames(in: folder).compactMap { String(validating: $0, as: UTF8.self) }
    }

    /// Reads so many bytes from an offset in bytes, in as many goes as it takes; fewer only where the file ends.
    func readAll(_ file: OpenFile, at offset: Int, upTo count: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let more = try read(file, at: offset + bytes.count, upTo: count - bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// Writes all the bytes at the end of the file, in as many goes as it takes.
    func appendAll(_ bytes: [UInt8], to file: OpenFile) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let taken = try append(rest, to: file)
            // A disk that takes nothing and gives no reason would keep us here for ever.
            guard taken > 0 else { throw FileError(.write, file.path, code: EIO) }
            rest = rest.dropFirst(taken)
        }
    }

    /// All bytes of a file; nil where there is no such file.
    func contents(of path: String, atMost most: Int) throws(FileError) -> [UInt8]? {
        let file: OpenFile
        do throws(FileError) {
            file = try open(path, for: .reading)
        } catch {
            guard error.code == ENOENT else { throw error }
            return nil
        }
        defer { close(file) }
        let status = try status(of: file)
        guard status.kind != .folder else { throw FileError(.read, path, code: EISDIR) }
        guard status.kind == .file, status.size <= most else {
            throw FileError(.read, path, code: EFBIG)
        }
        var bytes: [UInt8] = []
        while bytes.count < most {
            let more = try read(file, at: bytes.count, upTo: max(1, status.size - bytes.count))
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// Makes a folder and those above it, each durable before the next is made in it.
    func makeFolders(_ path: String) throws(FileError) {
        try sync(try makeFoldersAndLeaveLast(path))
    }

    /// Makes a folder and those above it, each but the last durable before the next is made in it.
    ///
    /// - Returns: the names that may not be on the disk yet.
    func makeFoldersAndLeaveLast(_ path: String) throws(FileError) -> UnsyncedFolders {
        var missing: [String] = []
        var existing = path
        while try status(at: existing) == nil {
            missing.append(existing)
            let parent = existing.parentFolder
            if parent == existing { break }
            existing = parent
        }
        for folder in missing.reversed() {
            _ = try makeFolder(folder)
            if folder != path { try syncFolder(folder.parentFolder) }
        }
        return UnsyncedFolders(found: existing, made: missing.first)
    }

    /// Returns once the names of folders are on the disk.
    func sync(_ folders: UnsyncedFolders) throws(FileError) {
        // Not everybody may read the folder that holds one that was there.
        try? syncFolder(folders.found.parentFolder)
        if let made = folders.made { try syncFolder(made.parentFolder) }
    }
}

/// Folders whose names may not be on the disk.
struct UnsyncedFolders {
    /// The folder that was there: who made it may have been killed before its name was synced.
    var found: String
    /// The folder that was made; nil where it was there.
    var made: String?
}

extension FileError {
    /// Whether a file was not made because its name is taken.
    package var isNameTaken: Bool { code == EEXIST }
}
