package import Sessions

// What changes a whole journal: it is written anew beside the old one and takes its place in one step.
extension SessionFolder {
    /// Takes the words of a place out of a journal for good.
    ///
    /// - Parameters:
    ///   - place: where they stand; a question may be of the version that is asked now or of an earlier one.
    ///   - path: the journal, as `resolve` gives it.
    ///   - now: the time.
    ///   - random: where its salts come from.
    /// - Returns: how many events held words, and the files beside the journal that were removed because they may
    ///   hold some; nil where no event does: then nothing was changed.
    /// - Throws: why nothing was changed, or, after the words are gone from the journal, why a file beside it is
    ///   still there.
    package func redact(
        _ place: WordsPlace, in path: String, now: Timestamp,
        random: any RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(JournalFault) -> (events: Int, removed: [String])? {
        var random = random
        let session = try open(path, random: random)
        guard !session.state.isReadOnly else { throw .laterVersion(path: path) }
        var lines = try JournalLines(of: path, on: disk, seal: session.seal)
        guard let redaction = redaction(of: place, in: lines.entries.map(\.event)) else { return nil }
        let event = SessionEvent(
            number: session.state.lastNumber + 1, at: now.following(session.state.lastAt),
            what: .redacted(redaction))
        let numbers = Set(redaction.instead.map(\.number))
        lines.remove(numbers, adding: event, salt: random.salt())
        try session.replace(with: lines, sealedWith: session.seal)
        return (numbers.count, try removeLeftovers(beside: path))
    }

    /// All words that `redact` can take out, by place.
    ///
    /// - Parameter path: the journal, as `resolve` gives it; nothing is changed.
    /// - Returns: the words; none where there are none.
    /// - Throws: why the journal cannot be read.
    package func words(in path: String) throws(JournalFault) -> [PlacedWords] {
        var seal: Seal?
        if try isSealed(path) {
            seal = try reading(path) { file throws(JournalFault) in try read(file, keys: keys) }.seal
        }
        return try JournalLines(of: path, on: disk, seal: seal).entries.map(\.event).placedWords
    }

    /// The other sessions of the folder that hold words which are to be taken out of one, in a place of the same kind:
    /// those that it was started from, or that were started from it.
    ///
    /// - Parameters:
    ///   - words: the words, as `words(in:)` gives them.
    ///   - place: where they stand.
    ///   - path: the journal that they are taken out of.
    /// - Returns: those that hold any, and those that could not be looked into: sealed, damaged, or with more words than can
    ///   be compared.
    /// - Throws: why the folder cannot be read.
    package func copies(
        of words: [String], at place: WordsPlace, besides path: String
    ) throws(FolderFault) -> (holding: [SessionListing], unread: [SessionListing]) {
        let own = try? disk.status(at: path)?.identity
        let name = path.split(separator: "/").last
        var (holding, unread): ([SessionListing], [SessionListing]) = ([], [])
        // A second name of the same file keeps the old one.
        for other in try list()
        where other.path.split(separator: "/").last != name
            || (try? disk.status(at: other.path)?.identity) != own
        {
            guard other.fault == nil, let theirs = try? self.words(in: other.path) else {
                unread.append(other)
                continue
            }
            let texts = theirs.filter { place.allOfItsKind.covers($0.place) }.flatMap(\.words)
            switch texts.hold(words) {
            case true?: holding.append(other)
            case false?: break
            case nil: unread.append(other)
            }
        }
        return (holding, unread)
    }

    /// Whether a journal is sealed; it is not opened for that.
    package func isSealed(_ path: String) throws(JournalFault) -> Bool {
        try reading(path) { file throws(JournalFault) in
            let first = try onDisk { () throws(FileError) in
                try disk.readAll(file, at: 0, upTo: SealFormat.beginning.count)
            }
            return first == SealFormat.beginning
        }
    }

    /// Seals a journal that is in the clear.
    ///
    /// - Parameters:
    ///   - path: the journal, as `resolve` gives it.
    ///   - seal: makes the seal for a session of that id.
    /// - Returns: the files beside the journal that were removed because they may hold words in the clear; nil
    ///   where it is sealed already.
    /// - Throws: why nothing was changed, or, after the journal is sealed, why a file beside it is still there.
    package func encrypt(
        _ path: String, with seal: (_ session: String) throws(JournalFault) -> Seal
    ) throws(JournalFault) -> [String]? {
        let session = try open(path)
        guard session.seal == nil else { return nil }
        let lines = try JournalLines(of: path, on: disk, seal: nil)
        try session.replace(with: lines, sealedWith: try seal(session.state.session))
        return try removeLeftovers(beside: path)
    }

    /// Opens a sealed journal for good; false where it is in the clear.
    package func decrypt(_ path: String) throws(JournalFault) -> Bool {
        let session = try open(path)
        guard let seal = session.seal else { return false }
        let lines = try JournalLines(of: path, on: disk, seal: seal)
        try session.replace(with: lines, sealedWith: nil)
        return true
    }

    /// Seals a sealed journal anew: under another passphrase, and by another key.
    ///
    /// Whoever knows the old passphrase and has the old file learns nothing of what is written from now on.
    ///
    /// - Parameters:
    ///   - path: the journal, as `resolve` gives it.
    ///   - seal: makes the new seal for a session of that id.
    /// - Returns: the files beside the journal that were removed because they may hold earlier words; nil where it is
    ///   in the clear.
    /// - Throws: why nothing was changed, or, after the journal is sealed anew, why a file beside it is still there.
    package func changePassphrase(
        of path: String, with seal: (_ session: String) throws(JournalFault) -> Seal
    ) throws(JournalFault) -> [String]? {
        let session = try open(path)
        guard let old = session.seal else { return nil }
        let lines = try JournalLines(of: path, on: disk, seal: old)
        try session.replace(with: lines, sealedWith: try seal(session.state.session))
        return try removeLeftovers(beside: path)
    }

    /// Removes a journal and everything beside it that is its own; instruments stay, for they are nobody's words.
    ///
    /// - Parameter path: the journal, as `resolve` gives it; it need not be sound.
    /// - Returns: the files that were removed, how many other names the journal had, which still hold it, and the
    ///   inode that they are found by.
    /// - Throws: why something is still there; `.locked` where somebody has it open, `.foreign` where the file is
    ///   neither named like a journal nor begins like one.
    package func erase(_ path: String) throws(JournalFault) -> (
        removed: [String], otherNames: Int, inode: UInt64
    ) {
        let file = try onDisk { () throws(FileError) in try disk.open(path, for: .appending) }
        defer { disk.close(file) }
        let status = try onDisk { () throws(FileError) in try disk.status(of: file) }
        guard status.kind == .file else { throw .notAFile(path: path) }
        let beginnings = [SealFormat.beginning, JournalFormat.beginning]
        let first = try onDisk { () throws(FileError) in
            try disk.readAll(file, at: 0, upTo: SealFormat.beginning.count)
        }
        guard path.hasSuffix(JournalFormat.suffix) || beginnings.contains(where: first.starts) else {
            throw .foreign(path: path)
        }
        guard try onDisk({ () throws(FileError) in try disk.lock(file, .exclusive) }) else {
            throw .locked(path: path, disk.holder(of: file))
        }
        let leftovers = try removeLeftovers(beside: path)
        let mark = try onDisk { () throws(FileError) in
            let mark = try disk.unmarkSealed(path)
            try disk.remove(path)
            try disk.syncFolder(path.parentFolder)
            return mark
        }
        return (
            [path] + leftovers + (mark.map { [$0] } ?? []), max(0, status.names - 1), status.identity.inode
        )
    }

    /// Removes what crashes left beside a journal: its torn tails, and drafts, of which nobody knows whose words they hold.
    private func removeLeftovers(beside path: String) throws(JournalFault) -> [String] {
        let folder = path.parentFolder
        return try onDisk { () throws(FileError) in
            let torn = "\(path.lastName).torn-"
            let tails = try disk.names(in: folder).filter { $0.hasPrefix(torn) }.sorted().map {
                folder.path(to: $0)
            }
            for tail in tails { try disk.remove(tail) }
            let removed = try tails + disk.sweepDrafts(in: folder)
            if !removed.isEmpty { try disk.syncFolder(folder) }
            _ = try? disk.sweepDrafts(in: InstrumentStore.folder(in: folder))
            return removed
        }
    }
}

extension [String] {
    /// Whether some of these texts are among others, or are parts of them, or the other way round; nil where comparing each with
    /// each is more than a machine does while somebody waits.
    fileprivate func hold(_ others: [String]) -> Bool? {
        guard Set(self).isDisjoint(with: others) else { return true }
        func bytes(_ texts: [String]) -> Int { texts.reduce(0) { $0 + $1.utf8.count } }
        let most = 200_000_000
        guard count * bytes(others) + others.count * bytes(self) <= most else { return nil }
        return contains { text in others.contains { text.holds($0) || $0.holds(text) } }
    }
}

extension String {
    /// Whether it is another text, or holds it where that is more than a word or two.
    fileprivate func holds(_ other: String) -> Bool {
        self == other || other.utf8.count >= 12 && contains(other)
    }
}
