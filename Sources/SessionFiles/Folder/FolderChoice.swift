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
        func variable(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        if let option { return option }
        if let named = variable("CANARY_SESSIONS") { return named }
        if let here = status("Sessions"), here.kind == .folder, here.owner == user,
            here.permissions & 0o022 == 0
        {
            return "Sessions"
        }
        // A relative one is to be ignored, says the XDG base directory specification.
        if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") {
            return data.path(to: "canary/sessions")
        }
        guard let home = variable("HOME") else { throw .noHome }
        return home.path(to: ".local/share/canary/sessions")
    }
}
