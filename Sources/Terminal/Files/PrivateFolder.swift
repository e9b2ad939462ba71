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
            // Whoever ends removes the folder that holds them, and may do so just now.
            for _ in 0..<3 {
                guard let holder = Self.madeHolder(in: place) else { break }
                var template = Array("\(holder)/\(Self.beginning)XXXXXX".utf8CString)
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
        Self.removeHolder(of: path)
    }

    /// Removes the folders of programs that are gone.
    ///
    /// - Parameters:
    ///   - environment: the environment, which says where such folders are.
    ///   - precious: the name of a file that is not removed before a week has gone since it was first told of.
    ///   - now: the time, in seconds since 1970; nil where nobody is told of such files now.
    ///   - isThorough: whether those are sought, too, that version 0.1 left in the places themselves.
    /// - Returns: the paths of such files that are to be told of.
    @discardableResult
    static func sweep(
        environment: [String: String], sparing precious: String, now: Int?,
        thoroughly isThorough: Bool = false
    ) -> [String] {
        var spared: [String] = []
        for path in all(environment, thoroughly: isThorough) {
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
                    removeHolder(of: path)
                }
            }
            Glibc.close(descriptor)
        }
        return spared
    }

    /// The folders of this user that programs have left that are gone by now.
    static func left(environment: [String: String]) -> [String] {
        all(environment, thoroughly: true).filter { path in
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

    /// Lists every such folder, also of programs that are there.
    ///
    /// - Parameters:
    ///   - environment: the environment, which says where such folders are.
    ///   - isThorough: whether those are sought, too, that version 0.1 left in the places themselves.
    /// - Returns: their paths.
    private static func all(_ environment: [String: String], thoroughly isThorough: Bool) -> [String] {
        places(environment).flatMap { place in
            let holder = holder(in: place)
            let holders = isThorough && holder != place ? [holder, place] : [holder]
            return holders.flatMap { holder in
                FolderEntry.all(in: holder).filter { $0.name.hasPrefix(beginning) }
                    .map { "\(holder)/\($0.name)" }
            }
        }
    }

    /// The folder that holds such folders of this user: a place for temporary files may hold thousands, and is not
    /// listed at each start. Where somebody else took its name, it is the place itself.
    private static func holder(in place: String) -> String {
        let holder = "\(place)/canary-\(geteuid())"
        var status = stat()
        guard lstat(holder, &status) == 0 else { return holder }
        return isOurs(status) ? holder : place
    }

    private static func madeHolder(in place: String) -> String? {
        let holder = holder(in: place)
        if holder == place || mkdir(holder, 0o700) == 0 { return holder }
        var status = stat()
        guard errno == EEXIST, lstat(holder, &status) == 0 else { return nil }
        return isOurs(status) ? holder : place
    }

    private static func isOurs(_ status: stat) -> Bool {
        status.st_mode & S_IFMT == S_IFDIR && status.st_uid == geteuid() && status.st_mode & 0o077 == 0
    }

    /// Removes the folder that holds a folder, where that was the last.
    private static func removeHolder(of path: String) {
        let holder = path.split(separator: "/").dropLast().joined(separator: "/")
        if holder.hasSuffix("canary-\(geteuid())") { rmdir("/\(holder)") }
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
