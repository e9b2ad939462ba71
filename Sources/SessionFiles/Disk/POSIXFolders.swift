import CSystem
import Glibc

// Names: what stands under them, giving and taking them.
extension POSIXDisk {
    package func status(of file: OpenFile) throws(FileError) -> FileStatus {
        var found = stat()
        try repeating(.status, file.path) { fstat(file.number, &found) }
        return FileStatus(found)
    }

    package func status(at path: String) throws(FileError) -> FileStatus? {
        var found = stat()
        do throws(FileError) {
            try repeating(.status, path) { lstat(path, &found) }
            return FileStatus(found)
        } catch {
            guard error.code == ENOENT || error.code == ENOTDIR else { throw error }
            return nil
        }
    }

    package func rename(_ path: String, to newPath: String) throws(FileError) {
        do throws(FileError) {
            // Unlike rename(2), this and link(2) never replace what stands under the new name.
            try repeating(.rename, newPath) { canary_rename_to_free_name(path, newPath) }
        } catch {
            // A system or a file system that knows no such flag.
            guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.code) else { throw error }
            try renameByLink(path, to: newPath)
        }
    }

    private func renameByLink(_ path: String, to newPath: String) throws(FileError) {
        do throws(FileError) {
            try repeating(.rename, newPath) { link(path, newPath) }
        } catch {
            // A file system without links, such as that of most USB sticks.
            guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(error.code) else { throw error }
            guard try status(at: newPath) == nil else {
                throw FileError(.rename, newPath, code: EEXIST)
            }
            try repeating(.rename, newPath) { Glibc.rename(path, newPath) }
            return
        }
        do throws(FileError) {
            try remove(path)
        } catch {
            // Two names would be a copy that nobody knows of.
            try? remove(newPath)
            throw error
        }
    }

    package func replace(_ path: String, with newcomer: String) throws(FileError) {
        try repeating(.rename, path) { Glibc.rename(newcomer, path) }
    }

    package func remove(_ path: String) throws(FileError) {
        try repeating(.remove, path) { unlink(path) }
    }

    package func rawNames(in folder: String) throws(FileError) -> [[UInt8]] {
        guard let stream = opendir(folder) else { throw FileError(.list, folder, code: errno) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                let code = errno
                guard code == 0 else { throw FileError(.list, folder, code: code) }
                return names
            }
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { start in
                    Array(UnsafeBufferPointer(start: start, count: 256).prefix { $0 != 0 })
                }
            }
            if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
        }
    }

    package func makeFolder(_ path: String) throws(FileError) -> Bool {
        do throws(FileError) {
            try repeating(.makeFolder, path) { mkdir(path, 0o700) }
        } catch {
            var found = stat()
            guard error.code == EEXIST, stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFDIR
            else { throw error }
            return false
        }
        if try status(at: path)?.permissions != 0o700 {
            do throws(FileError) {
                try repeating(.makeFolder, path) { fchmodat(AT_FDCWD, path, 0o700, AT_SYMLINK_NOFOLLOW) }
            } catch {
                _ = rmdir(path)
                throw error
            }
        }
        return true
    }

    package func syncFolder(_ path: String) throws(FileError) {
        let number = try repeating(.syncFolder, path) {
            Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        defer { _ = Glibc.close(number) }
        do throws(FileError) {
            try repeating(.syncFolder, path) { fsync(number) }
        } catch {
            // Some file systems cannot sync a folder at all; what they keep, they keep without being asked.
            guard error.code == EINVAL || error.code == EBADF else { throw error }
        }
    }
}

extension FileStatus {
    fileprivate init(_ found: stat) {
        let kind: Kind =
            switch found.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        self.init(
            kind: kind,
            identity: Identity(device: UInt64(found.st_dev), inode: UInt64(found.st_ino)),
            size: Int(found.st_size), owner: found.st_uid, permissions: found.st_mode & 0o7777,
            names: Int(found.st_nlink))
    }
}
