import Glibc
import Sessions

extension SessionFolder {
    /// The sessions of the folder, the one that changed last first, those that cannot be read at the end.
    ///
    /// Folders in it, such as `Examples/`, are not looked into. A folder that is not there holds none.
    package func list() throws(FolderFault) -> [SessionListing] {
        newestFirst(try ids().map { listing($0, path(of: $0)) })
    }

    private func newestFirst(_ listings: [SessionListing]) -> [SessionListing] {
        listings.sorted { left, right in
            switch (left.changed, right.changed) {
            case (let left?, let right?) where left != right: left > right
            case (_?, nil): true
            case (nil, _?): false
            default: left.id < right.id
            }
        }
    }

    /// Finds a session by its exact id, a path (it holds a `/` or ends in `.jsonl`), a title, capitals
    /// or not, or the beginning of its id, tried in that order.
    ///
    /// - Returns: the path of its journal; one that was given as a path is not looked for.
    /// - Throws: that no session goes by the name, or which ones do.
    package func resolve(_ name: String) throws(FolderFault) -> String {
        if name.contains("/") { return name }
        let ids = try ids()
        if ids.contains(name) { return path(of: name) }
        if name.hasSuffix(".jsonl") { return name }
        let all = newestFirst(
            ids.filter { mayBeTitled(name, path(of: $0)) }.map { listing($0, path(of: $0)) })
        let exact = all.filter { $0.title == name }
        let titled = exact.isEmpty ? all.filter { $0.title?.lowercased() == name.lowercased() } : exact
        // What people are asked to answer for a workshop has its title, and may lie beside it.
        let own = titled.filter { !$0.isInvited }
        if !titled.isEmpty { return try only(own.isEmpty ? titled : own, named: name, among: all) }
        let damaged = all.filter { $0.state == .damaged && titleOfDamaged($0.path) == name }
        if !damaged.isEmpty { return try only(damaged, named: name, among: all) }
        let begun = name.isEmpty ? [] : ids.filter { $0.hasPrefix(name) }
        return try only(begun.map { listing($0, path(of: $0)) }, named: name, among: all)
    }

    /// Whether a session may have a title, capitals or not: its first line has another, and no later line gives one.
    ///
    /// What cannot be told by that, as of a sealed or a damaged session, may have any.
    private func mayBeTitled(_ name: String, _ path: String) -> Bool {
        guard let bytes = try? disk.contents(of: path, atMost: JournalFormat.longest),
            let end = bytes.firstIndex(of: UInt8(ascii: "\n")),
            let line = JournalLine(Array(bytes[..<end])), line.type == "started",
            line.damage(expecting: 1, after: JournalFormat.firstChain) == nil,
            let what = try? SessionEvent.Payload(type: line.type, body: line.body),
            case .started(let start) = what, start.title.lowercased() != name.lowercased()
        else { return true }
        var rest = bytes[end...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            rest = rest[(end + 1)...]
            // The layout of a line is fixed: its type stands behind the ninth quotation mark.
            let parts = rest.prefix(100).split(
                separator: UInt8(ascii: "\""), maxSplits: 10, omittingEmptySubsequences: false)
            guard parts.count > 9 else { continue }
            if parts[9].elementsEqual("titled".utf8) || parts[9].elementsEqual("started".utf8) { return true }
        }
        return false
    }

    /// The title of a session that cannot be read, by what is sound in it; nil where nothing tells.
    ///
    /// A title is not worth going through many megabytes of somebody's: such a file goes by its id.
    private func titleOfDamaged(_ path: String) -> String? {
        guard let size = try? disk.status(at: path)?.size, size <= JournalFormat.longestLine else {
            return nil
        }
        let inspection = try? reading(path) { file throws(JournalFault) in
            try JournalInspection(file, on: disk, keys: Self.noKeys)
        }
        return inspection?.sound.reduce(nil) { title, line in
            switch line.event.what {
            case .started(let start): start.title
            case .titled(let text): text
            default: title
            }
        }
    }

    /// The journals of the folder that no command can name, because their names are not UTF-8; other bytes than ASCII
    /// are written out.
    package func unnameable() -> [String] {
        let names = (try? disk.rawNames(in: path)) ?? []
        return names.filter {
            $0.reversed().starts(with: JournalFormat.suffix.utf8.reversed())
                && String(validating: $0, as: UTF8.self) == nil
        }.map { name in
            name.map { byte in
                (0x20..<0x7F).contains(byte)
                    ? String(Unicode.Scalar(byte))
                    : "\\x" + String(decoding: hexadecimal([byte]), as: UTF8.self)
            }.joined()
        }.sorted()
    }

    private func only(
        _ matches: [SessionListing], named name: String, among all: [SessionListing]
    ) throws(FolderFault) -> String {
        guard let match = matches.first else {
            let sealed = all.count { listing in
                if case .sealed? = listing.fault { true } else { false }
            }
            throw .noSuchSession(name, in: path, sealed: sealed)
        }
        guard matches.count == 1 else { throw .ambiguous(name, matches: matches) }
        return match.path
    }

    private func path(of id: String) -> String { path.path(to: id + JournalFormat.suffix) }

    private func ids() throws(FolderFault) -> [String] {
        do throws(FileError) {
            let names = try disk.names(in: path)
            let copies = Set(ConflictCopy.among(names).map(\.name))
            return names.filter { $0.hasSuffix(JournalFormat.suffix) && !$0.hasPrefix(".") }
                .filter { !copies.contains($0) }
                .map { String($0.dropLast(JournalFormat.suffix.count)) }
                .sorted()
        } catch {
            guard error.code == ENOENT else { throw .file(error) }
            return []
        }
    }

    private func listing(_ id: String, _ path: String) -> SessionListing {
        do throws(JournalFault) {
            return try reading(path) { file throws(JournalFault) in
                let isLocked = isLocked(file)
                return SessionListing(
                    id, path: path, try read(file, keys: Self.noKeys).state, isLocked: isLocked)
            }
        } catch {
            return SessionListing(id, path: path, error)
        }
    }

    /// Whether somebody has the journal open for writing; where locks do not work, nobody does.
    private func isLocked(_ file: OpenFile) -> Bool {
        guard let isFree = try? disk.lock(file, .shared) else { return false }
        if isFree { disk.unlock(file) }
        return !isFree
    }
}
