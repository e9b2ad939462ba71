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
        var missing: [String] = []
        var existing = path
        while try status(at: existing) == nil {
            missing.append(existing)
            let parent = existing.parentFolder
            if parent == existing { break }
            existing = parent
        }
        // Somebody may have been killed between making this one and syncing its name.
        try? syncFolder(existing.parentFolder)
        for folder in missing.reversed() {
            _ = try makeFolder(folder)
            try syncFolder(folder.parentFolder)
        }
    }
}

extension FileError {
    /// Whether a file was not made because its name is taken.
    package var isNameTaken: Bool { code == EEXIST }
}
