internal import CTerminal
internal import Glibc

/// A sign from the window in which a room is led to the one on its wall: how many have voted, or that the curtain is drawn.
///
/// It is a file of this user's alone on a file system in memory, it holds one number and nothing else, and it goes when
/// the sign goes. Of a program that was killed it is no sign any more: whoever gives one holds a lock on it.
package final class WallSign {
    /// What it tells.
    package enum Kind: String, Sendable {
        /// How many have voted so far.
        case voted
        /// That nothing is to be seen on the wall.
        case curtain
    }

    private let path: String
    private let descriptor: Int32

    /// A sign for the wall of a session; nil where no file system in memory takes it.
    package init?(_ kind: Kind, of session: String, environment: [String: String]) {
        for path in Self.paths(kind, session, environment) {
            unlink(path)
            let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { continue }
            guard flock(descriptor, LOCK_EX) == 0 else {
                Glibc.close(descriptor)
                continue
            }
            self.path = path
            self.descriptor = descriptor
            return
        }
        return nil
    }

    deinit {
        unlink(path)
        Glibc.close(descriptor)
    }

    /// Tells a number in place of the one before it.
    package func tell(_ number: Int) {
        let digits = String(min(max(0, number), 999))
        var text = Array((String(repeating: " ", count: 3 - digits.count) + digits).utf8)
        // Always as long, so that whoever reads it meanwhile sees one of the two.
        pwrite(descriptor, &text, text.count, 0)
    }

    /// Removes what a program that was killed has left of the signs of a session.
    package static func sweep(_ session: String, environment: [String: String]) {
        for path in [Kind.voted, .curtain].flatMap({ paths($0, session, environment) }) {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
            Glibc.close(descriptor)
        }
    }

    /// The number that a sign tells; nil where nobody gives one.
    package static func read(_ kind: Kind, of session: String, environment: [String: String]) -> Int? {
        for path in paths(kind, session, environment) {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
            guard descriptor >= 0 else { continue }
            defer { Glibc.close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
                status.st_uid == geteuid(), flock(descriptor, LOCK_SH | LOCK_NB) != 0
            else { continue }
            var text = [UInt8](repeating: 0, count: 4)
            let count = pread(descriptor, &text, text.count, 0)
            let digits = String(decoding: text.prefix(max(0, count)), as: UTF8.self).filter { $0 != " " }
            if let number = Int(digits) { return number }
        }
        return nil
    }

    private static func paths(
        _ kind: Kind, _ session: String, _ environment: [String: String]
    ) -> [String] {
        [environment["XDG_RUNTIME_DIR"], "/dev/shm"].compactMap { place in
            guard let place, place.hasPrefix("/"), folder_is_in_memory(place), !session.contains("/") else {
                return nil
            }
            return "\(place)/canary-\(geteuid())-\(session).\(kind.rawValue)"
        }
    }
}
