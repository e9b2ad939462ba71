internal import Terminal

/// The files and folders that a path could go on with.
package enum FileCompletions {
    /// What may stand in place of a path that is typed so far; hidden files only where a dot was typed.
    package static func of(_ path: String) -> [Completion] {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let beginning = path.dropFirst(folder.count)
        return FolderEntry.all(in: folder.isEmpty ? "." : folder).filter { entry in
            // A word ends at a space, so a name that holds one cannot be completed.
            entry.name.hasPrefix(beginning) && !entry.name.contains(" ")
                && (!entry.name.hasPrefix(".") || beginning.hasPrefix("."))
        }.map { entry in
            Completion(folder + entry.name + (entry.isFolder ? "/" : ""), endsWord: !entry.isFolder)
        }.sorted { $0.text < $1.text }
    }
}
