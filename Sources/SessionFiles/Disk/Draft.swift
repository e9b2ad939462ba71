import Glibc

/// A file that is written beside its target and takes the target's name once all of it is on the disk.
///
/// This is the one way in which a file is made or replaced: whoever sees the target sees it whole, as it was or as it
/// is now. A draft is locked for as long as somebody works on it, and goes with whoever gives it up. The draft of a
/// program that was killed is locked by nobody: whoever writes into the folder next sweeps it away.
package final class Draft {
    private let disk: any Disk
    private let target: String
    private let name: String
    private var waiting: [UInt8] = []
    /// Whether it has its target's name.
    private(set) var isPlaced = false
    private var isHandedOn = false
    /// The file, which errors call by its target's name.
    let file: OpenFile
    /// Where the draft is until it takes its target's name.
    var path: String { target.parentFolder.path(to: name) }

    /// Begins a draft in the folder of its target, which is there, and sweeps that folder.
    ///
    /// - Parameters:
    ///   - target: the file that it is to be.
    ///   - disk: where that is.
    /// - Throws: why there is no draft.
    package init(for target: String, on disk: any Disk = POSIXDisk()) throws(FileError) {
        let folder = target.parentFolder
        _ = try? disk.sweepDrafts(in: folder, of: target.lastName)
        for number in 1...Self.most {
            let name = Self.beginning + String(number)
            let path = folder.path(to: name)
            let made: OpenFile
            do throws(FileError) {
                made = try disk.create(path)
            } catch {
                if error.isNameTaken { continue }
                throw FileError(error.operation, target, code: error.code)
            }
            guard try Self.isKept(made, for: target, on: disk) else { continue }
            self.disk = disk
            self.target = target
            self.name = name
            file = OpenFile(number: made.number, path: target)
            return
        }
        throw FileError(.create, target, code: EBUSY)
    }

    /// Locks a draft that was just made; false where somebody swept it away before that.
    private static func isKept(
        _ made: OpenFile, for target: String, on disk: any Disk
    ) throws(FileError) -> Bool {
        do throws(FileError) {
            // A disk that knows no locks lets nobody sweep either. One that failed to give this lock would: it is asked again.
            let isLocked = (try? disk.lock(made, .exclusive)) ?? (try? disk.lock(made, .exclusive)) ?? true
            let status = try disk.status(of: made)
            if isLocked, try disk.status(at: made.path)?.identity == status.identity { return true }
            disk.close(made)
            return false
        } catch {
            try? disk.remove(made.path)
            disk.close(made)
            throw FileError(error.operation, target, code: error.code)
        }
    }

    deinit {
        // Under the lock, so that the name is not yet another's.
        if !isPlaced, (try? disk.remove(path)) == nil {
            // Where the name cannot be taken away, the words can.
            try? disk.truncate(file, to: 0)
        }
        if !isHandedOn { disk.close(file) }
    }

    /// Adds bytes; they are on their way, not on the disk.
    package func append(_ bytes: some Sequence<UInt8>) throws(FileError) {
        waiting += bytes
        if waiting.count >= 1 << 16 { try flush() }
    }

    /// Returns once all of it is on the disk; only the name is missing.
    package func complete() throws(FileError) {
        try flush()
        try disk.sync(file)
    }

    /// Completes it and gives it its target's name.
    ///
    /// - Parameters:
    ///   - replacing: whether a file that is there is replaced.
    ///   - isLast: whether the folder is synced; whoever places several files in it does that after the last.
    /// - Throws: why there is no new file, `EEXIST` where the name is taken; where a file is replaced and the folder
    ///   cannot be synced, the new one is there and may be the old one again after a power cut.
    package func place(replacing: Bool, isLast: Bool = true) throws(FileError) {
        try complete()
        if replacing { try disk.replace(target, with: path) } else { try disk.rename(path, to: target) }
        isPlaced = true
        guard isLast else { return }
        do throws(FileError) {
            try disk.syncFolder(target.parentFolder)
        } catch {
            // Nothing was there before: then nothing is there after an error.
            if !replacing { try? disk.remove(target) }
            throw error
        }
    }

    /// The open file, with its lock, for whoever goes on with it and closes it.
    func handOn() -> OpenFile {
        isHandedOn = true
        return file
    }

    private func flush() throws(FileError) {
        try disk.appendAll(waiting, to: file)
        waiting = []
    }
}

extension Draft {
    /// How the names of drafts begin, whatever the target's name: a number follows.
    static let beginning = ".canary-new-"
    /// The most drafts that may be worked on in a folder at once.
    private static let most = 10_000

    /// Whether a file of this name is a draft, and nothing else.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - target: a file of the same folder, drafts of which were named after it by version 0.1.
    /// - Returns: whether it is one, of this version or of that.
    static func isDraft(_ name: String, of target: String) -> Bool {
        func isNumber(_ text: Substring) -> Bool {
            !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        if name.hasPrefix(beginning) { return isNumber(name.dropFirst(beginning.count)) }
        guard name.hasPrefix(".") else { return false }
        if name.hasSuffix(JournalFormat.suffix + ".new") { return true }
        let middle = ".new-"
        let number = name.lastIndex { !$0.isNumber }.map { name[name.index(after: $0)...] } ?? ""
        let rest = name.dropFirst().dropLast(number.count)
        guard isNumber(number), rest.hasSuffix(middle) else { return false }
        let stem = rest.dropLast(middle.count)
        return stem == target
            || stem.utf8.count == 69 && stem.hasSuffix(".json") && stem.dropLast(5).allSatisfy(\.isHexDigit)
    }
}

extension Disk {
    /// Removes the drafts of programs that are gone; the drafts that somebody works on are locked and stay.
    ///
    /// - Parameters:
    ///   - folder: the folder.
    ///   - target: a file of the folder, drafts of which were named after it by version 0.1.
    /// - Returns: the paths that were removed.
    /// - Throws: why the folder cannot be read, or why a draft that nobody works on is still there.
    @discardableResult
    func sweepDrafts(in folder: String, of target: String = "") throws(FileError) -> [String] {
        var removed: [String] = []
        for name in try names(in: folder).filter({ Draft.isDraft($0, of: target) }).sorted() {
            let path = folder.path(to: name)
            // One that cannot be opened is another user's, or was just renamed.
            guard let file = try? open(path, for: .appending) else { continue }
            defer { close(file) }
            guard isAbandoned(file) else { continue }
            try remove(path)
            removed.append(path)
        }
        return removed
    }

    /// Whether nobody works on a draft, which is locked then, and it still stands under its name.
    private func isAbandoned(_ file: OpenFile) -> Bool {
        guard let status = try? status(of: file), status.kind == .file,
            (try? lock(file, .exclusive)) ?? false,
            let here = try? self.status(at: file.path)
        else { return false }
        return here.identity == status.identity
    }
}
