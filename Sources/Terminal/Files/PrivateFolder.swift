internal import Glibc

/// A folder of this user's alone, in memory where the system has such a place; it is removed when it goes.
///
/// What is left of one whose program was killed is swept away by `sweep`: whoever uses a folder holds a lock on it,
/// and the programs that it starts hold the lock on.
struct PrivateFolder: ~Copyable {
    private static let beginning = "canary-edit-"
    let path: String
    /// Whether it stays when it goes. Its lock is held as long as this process lives, so that nobody sweeps it away.
    var isKept = false
    private let descriptor: Int32

    /// A new folder, mode 0700; nil where none can be made.
    init?(environment: [String: String]) {
        for place in Self.places(environment) {
            var template = Array("\(place)/\(Self.beginning)XXXXXX".utf8CString)
            guard let made = mkdtemp(&template) else { continue }
            let path = String(cString: made)
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
            if descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                self.path = path
                self.descriptor = descriptor
                return
            }
            if descriptor >= 0 { Glibc.close(descriptor) }
            rmdir(path)
        }
        return nil
    }

    /// Takes over a folder that was kept; nil where it is gone.
    init?(kept path: String) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        if isKept { return }
        Self.remove(path)
        Glibc.close(descriptor)
    }

    /// Removes the folders of programs that are gone.
    ///
    /// - Parameters:
    ///   - environment: the environment, which says where such folders are.
    ///   - precious: the name of a file that is not removed before a week has gone since it was first told of.
    ///   - now: the time, in seconds since 1970; nil where nobody is told of such files now.
    /// - Returns: the paths of such files that are to be told of.
    @discardableResult
    static func sweep(
        environment: [String: String], sparing precious: String, now: Int?
    ) -> [String] {
        var spared: [String] = []
        for place in places(environment) {
            for entry in FolderEntry.all(in: place) where entry.name.hasPrefix(beginning) {
                let path = "\(place)/\(entry.name)"
                let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                guard descriptor >= 0 else { continue }
                var status = stat()
                if fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
                    flock(descriptor, LOCK_EX | LOCK_NB) == 0
                {
                    let isSpared = isWorthTelling("\(path)/\(precious)")
                    if isSpared, now.map({ isFresh("\(path)/\(toldMark)", $0) }) != false {
                        spared.append("\(path)/\(precious)")
                    } else {
                        remove(path)
                    }
                }
                Glibc.close(descriptor)
            }
        }
        return spared
    }

    /// The folders of this user that programs have left that are gone by now.
    static func left(environment: [String: String]) -> [String] {
        places(environment).flatMap { place in
            FolderEntry.all(in: place).filter { $0.name.hasPrefix(beginning) }.map { "\(place)/\($0.name)" }
        }.filter { path in
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { return false }
            defer { Glibc.close(descriptor) }
            var status = stat()
            return fstat(descriptor, &status) == 0 && status.st_uid == geteuid()
                && flock(descriptor, LOCK_EX | LOCK_NB) == 0
        }
    }

    /// A file of this name in a folder says when somebody was first told of what is in it.
    private static let toldMark = ".told"

    /// Whether a mark is made just now, or less than a week old.
    private static func isFresh(_ mark: String, _ now: Int) -> Bool {
        if PrivateFile.write("\(now)", to: mark) { return true }
        guard let bytes = PrivateFile.read(mark, atMost: 64),
            let first = Int(String(decoding: bytes, as: UTF8.self))
        else { return false }
        return now < first + 7 * 86_400
    }

    private static func isWorthTelling(_ file: String) -> Bool {
        var status = stat()
        return lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    }

    /// Where such folders are made, in memory first.
    private static func places(_ environment: [String: String]) -> [String] {
        [environment["XDG_RUNTIME_DIR"], "/dev/shm", environment["TMPDIR"], "/tmp"].compactMap { place in
            place.flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
    }

    private static func remove(_ folder: String) {
        for entry in FolderEntry.all(in: folder) {
            let path = "\(folder)/\(entry.name)"
            if unlink(path) != 0, errno == EISDIR { remove(path) }
        }
        rmdir(folder)
    }
}
