internal import Glibc

/// A folder of this user's alone, in memory where the system has such a place; it is removed when it goes.
///
/// What is left of one whose program was killed is swept away by `sweep`: whoever uses a folder holds a lock on it,
/// and the programs that it starts hold the lock on.
struct PrivateFolder: ~Copyable {
    private static let beginning = "canary-edit-"
    let path: String
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

    deinit {
        Self.remove(path)
        Glibc.close(descriptor)
    }

    /// Removes the folders of programs that are gone.
    static func sweep(environment: [String: String]) {
        for place in places(environment) {
            for entry in FolderEntry.all(in: place) where entry.name.hasPrefix(beginning) {
                let path = "\(place)/\(entry.name)"
                let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
                guard descriptor >= 0 else { continue }
                var status = stat()
                if fstat(descriptor, &status) == 0, status.st_uid == geteuid(),
                    flock(descriptor, LOCK_EX | LOCK_NB) == 0
                {
                    remove(path)
                }
                Glibc.close(descriptor)
            }
        }
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
