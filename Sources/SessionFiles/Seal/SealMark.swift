import Glibc

// Beside a sealed journal lies a hidden file that says so, so that a journal in the clear under the same name is no
// session. It is there only while the journal is sealed: it comes after the sealing and goes before the opening for good,
// and whoever opens a sealed journal to write makes the one that a crash, or an earlier version, left out.

/// The mark beside a journal that is sealed.
enum SealMark {
    /// What stands in the mark, for whoever finds it.
    static let text =
        "The session of this name is sealed: Canary opens no journal in the clear in its place.\n"

    /// Where the mark of a journal lies.
    static func path(of journal: String) -> String {
        journal.parentFolder.path(to: ".\(journal.lastName).sealed")
    }
}

extension Disk {
    /// Whether a journal is marked as sealed.
    func isMarkedSealed(_ journal: String) throws(FileError) -> Bool {
        do throws(FileError) {
            return try status(at: SealMark.path(of: journal)) != nil
        } catch {
            // No mark was ever made beside a name that is too long for one.
            guard error.code == ENAMETOOLONG else { throw error }
            return false
        }
    }

    /// Marks a journal that is sealed, where it is not marked yet.
    ///
    /// The journal is sealed without it, and whoever opens it to write tries again: so nothing fails where this does.
    func markSealed(_ journal: String) {
        guard (try? isMarkedSealed(journal)) == false else { return }
        guard let draft = try? Draft(for: SealMark.path(of: journal), on: self) else { return }
        try? draft.append(SealMark.text.utf8)
        try? draft.place(replacing: false)
    }

    /// Takes the mark away, so that a journal in the clear can stand there.
    ///
    /// - Returns: the path of the mark; nil where there was none.
    /// - Throws: why it is still there.
    @discardableResult
    func unmarkSealed(_ journal: String) throws(FileError) -> String? {
        guard try isMarkedSealed(journal) else { return nil }
        let mark = SealMark.path(of: journal)
        try remove(mark)
        try syncFolder(mark.parentFolder)
        return mark
    }
}
