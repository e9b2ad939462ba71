internal import Glibc

/// Runs other programs that make a file of a file, out of sight.
enum ChildProcess {
    /// Where the first of some programs is, the likeliest name first; nil where none is.
    static func path(of names: [String], _ environment: [String: String]) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        return names.flatMap { name in folders.map { "\($0)/\(name)" } }
            .first { access($0, X_OK) == 0 }
    }

    /// Runs a program to its end, without a word of its own on the terminal.
    ///
    /// - Parameters:
    ///   - arguments: its path and what it is told.
    ///   - patience: how many seconds it may take.
    ///   - signals: a descriptor that can be read once a signal to end came.
    ///   - output: a private file that takes what it prints; nil where nobody wants that.
    /// - Returns: its status; 127 where it cannot be started, nil where it was ended after all that patience.
    static func run(
        _ arguments: [String], _ patience: Int, _ signals: Int32, into output: String? = nil
    ) -> Int32? {
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { pointers.forEach { free($0) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        let nothing = "/dev/null"
        posix_spawn_file_actions_addopen(&actions, 0, nothing, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, 1, output ?? nothing, O_WRONLY | (output == nil ? 0 : O_CREAT | O_EXCL), 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, nothing, O_WRONLY, 0)
        // A group of its own, so that all that it starts ends with it; and none of our signals held back.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        var process: pid_t = 0
        guard posix_spawn(&process, arguments[0], &actions, &attributes, &pointers, environ) == 0 else {
            return 127
        }
        return ended(process, patience, signals)
    }

    private static func ended(_ process: pid_t, _ patience: Int, _ signals: Int32) -> Int32? {
        var status: Int32 = 0
        for _ in 0..<patience * stepsPerSecond {
            let found = waitpid(process, &status, WNOHANG)
            if found == process {
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
            }
            if found < 0, errno != EINTR { return 127 }
            var waiting = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Int32(1_000 / stepsPerSecond)) != 1 else {
                end(process)
                return 128
            }
        }
        end(process)
        return nil
    }

    private static let stepsPerSecond = 50

    private static func end(_ process: pid_t) {
        kill(-process, SIGKILL)
        while waitpid(process, nil, 0) < 0, errno == EINTR {}
    }
}
