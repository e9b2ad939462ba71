import Glibc

extension SessionFolder {
    /// Where sessions are, when nobody says otherwise.
    ///
    /// In this order: the option; `$CANARY_SESSIONS`; `./Sessions`, where that is a folder, no link,
    /// the user's own, and neither its group nor others may write to it; `$XDG_DATA_HOME/canary/sessions`
    /// or `~/.local/share/canary/sessions`.
    ///
    /// - Parameters:
    ///   - option: what `--sessions` says; nil where it is not there.
    ///   - environment: the environment; a variable without text counts as unset.
    ///   - user: the user's id.
    ///   - status: what stands under a path, links not followed; nil where nothing does.
    /// - Returns: the folder's path; the folder need not be there.
    /// - Throws: that there is no home to put them.
    package static func choose(
        option: String?, environment: [String: String], user: UInt32 = geteuid(),
        status: (String) -> FileStatus? = { try? POSIXDisk().status(at: $0) }
    ) throws(FolderFault) -> String {
        if let option { return option }
        let usual = usual(environment: environment, user: user, status: status)
        guard let first = usual.first else { throw .noHome }
        return first
    }

    /// Where sessions are looked for when no option names a folder, the one that is taken first.
    package static func usual(
        environment: [String: String], user: UInt32 = geteuid(),
        status: (String) -> FileStatus? = { try? POSIXDisk().status(at: $0) }
    ) -> [String] {
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        var folders: [String] = []
        if let named = variable("CANARY_SESSIONS") { folders.append(named) }
        if let here = status("Sessions"), here.kind == .folder, here.owner == user,
            here.permissions & 0o022 == 0
        {
            folders.append("Sessions")
        }
        // A relative one is to be ignored, says the XDG base directory specification.
        if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") {
            folders.append(data.path(to: "canary/sessions"))
        } else if let home = variable("HOME") {
            folders.append(home.path(to: ".local/share/canary/sessions"))
        }
        return folders
    }

    /// Whether a folder `Sessions` of the user's own is not taken because others can write to it.
    package static func passesOverSessionsHere(
        user: UInt32 = geteuid(),
        status: (String) -> FileStatus? = { try? POSIXDisk().status(at: $0) }
    ) -> Bool {
        guard let here = status("Sessions"), here.kind == .folder, here.owner == user else { return false }
        return here.permissions & 0o022 != 0
    }

    /// The folder's path from the root, links followed; as it was named where it is not there.
    package var place: String { Self.place(of: path) }

    /// Whether the folder is there.
    package var isThere: Bool { (try? disk.status(at: place))?.kind == .folder }

    /// The usual folders that hold sessions, other than this one, each with how many.
    package func others(environment: [String: String]) -> [(path: String, sessions: Int)] {
        var seen = [place]
        return Self.usual(environment: environment).compactMap { usual in
            let folder = SessionFolder(usual, on: disk)
            guard !seen.contains(folder.place) else { return nil }
            seen.append(folder.place)
            let count = (try? folder.journals())?.ids.count ?? 0
            return count == 0 ? nil : (folder.place, count)
        }
    }

    private static func place(of path: String) -> String {
        if let resolved = realpath(path, nil) {
            defer { free(resolved) }
            return String(cString: resolved)
        }
        guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        return String(cString: here).path(to: path)
    }
}
