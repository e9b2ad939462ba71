import Glibc
import Sessions

extension SessionFolder {
    /// The journals of the folder by name, and how many other files stand beside them.
    ///
    /// Folders in it, such as `Examples/`, are not looked into, and hidden files are not counted.
    ///
    /// - Throws: why the folder cannot be read; that it is not there is an error, too.
    package func journals() throws(FolderFault) -> (ids: [String], others: Int) {
        do throws(FileError) {
            var (ids, others): ([String], Int) = ([], 0)
            let names = try disk.names(in: path)
            let copies = Set(ConflictCopy.among(names).map(\.name))
            for name in names where !name.hasPrefix(".") {
                if name.hasSuffix(JournalFormat.suffix), !copies.contains(name) {
                    ids.append(String(name.dropLast(JournalFormat.suffix.count)))
                } else if try disk.status(at: path.path(to: name))?.kind != .folder {
                    others += 1
                }
            }
            return (ids.sorted(), others)
        } catch {
            throw .file(error)
        }
    }

    /// Reads the session of a name that `journals()` gave; nothing is locked or changed.
    ///
    /// - Parameter id: the file's name without its ending.
    /// - Returns: the session as its journal has it.
    /// - Throws: why it cannot be read.
    package func read(journal id: String) throws(JournalFault) -> SavedSession {
        try read(path.path(to: id + JournalFormat.suffix))
    }
}
