import Glibc

/// A session or a folder of sessions that others on the machine could get at.
package struct WideAccess: Equatable, Sendable {
    /// The journal, or the folder that holds it.
    package let path: String
    /// The permission bits that it had, such as `0o644`.
    package let permissions: UInt32
    /// The bits that keep others away.
    package let wanted: UInt32
    /// Whether it has those now.
    package let isClosed: Bool
}

extension SessionFolder {
    /// Takes sessions, and the folders that hold them, away from everybody but the user.
    ///
    /// A journal is wide where others may read or write it; a folder is where others may write to it, for then they
    /// could put other files in. A folder that holds other things beside sessions is left as it is.
    ///
    /// The instruments beside the journals are nobody's secret, but whoever could write to them could change what is
    /// asked.
    ///
    /// - Parameter journals: the journals' paths; they are known to be journals. One that cannot be looked at is passed over.
    /// - Returns: what was wide; nothing where nothing was.
    package func close(journals: [String]) -> [WideAccess] {
        var folders: [String] = []
        for folder in journals.map(\.parentFolder) where !folders.contains(folder) { folders.append(folder) }
        return journals.compactMap { closed($0, .file, wide: 0o077, to: 0o600, ifAll: true) }
            + folders.compactMap(closedFolder) + folders.flatMap(closedInstruments)
    }

    private func closedInstruments(beside folder: String) -> [WideAccess] {
        let store = InstrumentStore.folder(in: folder)
        let files = ((try? disk.names(in: store)) ?? []).filter { $0.hasSuffix(".json") }.sorted()
        return [closed(store, .folder, wide: 0o022, to: 0o700, ifAll: true)].compactMap(\.self)
            + files.compactMap { closed(store.path(to: $0), .file, wide: 0o022, to: 0o600, ifAll: true) }
    }

    private func closedFolder(_ folder: String) -> WideAccess? {
        let names = (try? disk.names(in: folder)) ?? []
        let isOurs = names.allSatisfy { name in
            name.contains(".canary") || name.hasPrefix(".") || Self.ownNames.contains(name)
        }
        return closed(folder, .folder, wide: 0o022, to: 0o700, ifAll: isOurs)
    }

    /// What a folder of sessions may hold beside journals.
    private static let ownNames = ["instruments", "Examples", "README.md"]

    private func closed(
        _ path: String, _ kind: FileStatus.Kind, wide: UInt32, to wanted: UInt32, ifAll mayClose: Bool
    ) -> WideAccess? {
        guard let file = try? disk.open(path, for: .reading) else { return nil }
        defer { disk.close(file) }
        guard let before = try? disk.status(of: file), before.kind == kind, before.permissions & wide != 0,
            // Folders such as /tmp are everybody's, and keep people apart in another way.
            before.permissions & UInt32(S_ISVTX) == 0
        else { return nil }
        if mayClose { try? disk.limit(file, to: wanted) }
        let after = try? disk.status(of: file)
        return WideAccess(
            path: path, permissions: before.permissions, wanted: wanted,
            isClosed: after.map { $0.permissions & wide == 0 } ?? false)
    }
}
