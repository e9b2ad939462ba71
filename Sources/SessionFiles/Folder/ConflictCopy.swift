/// A copy of a session that a service made because two machines changed the session at once.
///
/// Which one is right only people can say: it is no session of its own, and is never counted as one.
package struct ConflictCopy: Equatable, Sendable {
    /// The file's name.
    package let name: String
    /// The id of the session that it is a copy of.
    package let original: String
    /// Who made it, as far as the name tells.
    package let service: String

    /// The copy that a file's name tells of; nil for the name of a session, and of anything else.
    package init?(name: String) {
        guard name.hasSuffix(".jsonl"), !name.hasPrefix(".") else { return nil }
        let stem = name.dropLast(".jsonl".count)
        // Services put their mark before the last ending, or before all of them.
        let whole = stem.hasSuffix(".canary") ? stem.dropLast(".canary".count) : stem
        guard let (original, service) = Self.marks(whole) else { return nil }
        let id = original.hasSuffix(".canary") ? original.dropLast(".canary".count) : original
        guard stem.contains(".canary"), !id.isEmpty else { return nil }
        self.name = name
        self.original = String(id)
        self.service = service
    }

    /// The copies among the names of a folder.
    ///
    /// What could be a session's own name is one where the session that it would be a copy of is not there: nothing
    /// that is the only one left is ever passed over.
    static func among(_ names: [String]) -> [ConflictCopy] {
        let all = Set(names)
        return names.compactMap(ConflictCopy.init(name:)).filter { copy in
            !copy.name.hasSuffix(JournalFormat.suffix) || all.contains(copy.original + JournalFormat.suffix)
        }
    }

    private static func marks(_ stem: Substring) -> (Substring, String)? {
        if let range = stem.firstRange(of: ".sync-conflict-") {
            return (stem[..<range.lowerBound], "Syncthing")
        }
        if stem.hasSuffix(")"), let open = stem.lastIndex(of: "(") {
            let words = stem[stem.index(after: open)...].dropLast().lowercased()
            let before = stem[..<open]
            let original = before.hasSuffix(" ") ? before.dropLast() : before
            if words.contains("conflict") { return (original, "Dropbox or Nextcloud") }
            if !words.isEmpty, words.allSatisfy(\.isNumber), words.count < 4 {
                return (original, "Google Drive or a download")
            }
        }
        // OneDrive adds a hyphen and the machine's name.
        if let range = stem.firstRange(of: ".canary-") {
            return (stem[..<range.lowerBound], "OneDrive")
        }
        let parts = stem.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        if parts.count == 3,
            parts[..<2].allSatisfy({ $0.utf8.count == 4 && $0.utf8.allSatisfy(SessionID.alphabet.contains) }),
            !parts[2].isEmpty
        {
            return (stem.dropLast(parts[2].count + 1), "OneDrive")
        }
        return nil
    }
}

extension SessionFolder {
    /// The copies that services made of sessions of the folder, by name. A folder that is not there holds none.
    package func conflictCopies() -> [ConflictCopy] {
        ConflictCopy.among(((try? disk.names(in: path)) ?? []).sorted())
    }
}
