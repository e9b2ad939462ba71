import Crypto
package import Disclosure
import Glibc
package import Sessions

/// What was told of the sessions of a folder, run by run: `.canary-releases.jsonl`, beside the sessions.
///
/// It is held locked from the first look at it until what is told now is on the disk, so that no two runs tell what
/// neither would have told after the other. It is whole whenever it is seen: its first line says how many lines follow
/// and what they hash to, so that one that was emptied or cut is a fault, and not a folder of which nothing was told.
package final class ReleaseLedger {
    /// The file's name.
    package static let name = ".canary-releases.jsonl"
    /// The most bytes of it: hundreds of releases of a large region.
    package static let largest = 16 * 1_024 * 1_024

    private let disk: any Disk
    private let path: String
    /// The file, locked; nil where there is none yet.
    private let file: OpenFile?
    private let salt: [UInt8]
    /// The lines behind the first as they stand, each with its line feed.
    private let lines: [UInt8]
    /// What the lines say, oldest first.
    private let entries: [Entry]

    /// Whether a folder has a ledger, or something in its place.
    package static func exists(in folder: String, on disk: any Disk = POSIXDisk()) throws(Fault) -> Bool {
        do throws(FileError) {
            return try disk.status(at: folder.path(to: name)) != nil
        } catch {
            throw .file(error)
        }
    }

    /// Opens the ledger of a folder; where there is none, it is made when something is recorded.
    ///
    /// - Parameters:
    ///   - folder: the folder of the sessions.
    ///   - disk: where it is.
    /// - Throws: why nothing can be recorded.
    package init(of folder: String, on disk: any Disk = POSIXDisk()) throws(Fault) {
        self.disk = disk
        path = folder.path(to: Self.name)
        guard let file = try Self.locked(path, on: disk) else {
            var random = SystemRandomNumberGenerator()
            file = nil
            salt = (0..<16).map { _ in random.next() }
            (lines, entries) = ([], [])
            return
        }
        do throws(Fault) {
            let content = try Content(try Self.contents(of: file, on: disk), path: path)
            self.file = file
            (salt, lines, entries) = (content.salt, content.lines, content.entries)
        } catch {
            disk.close(file)
            throw error
        }
    }

    deinit {
        if let file { disk.close(file) }
    }

    /// The file, which nobody else has; nil where there is none.
    private static func locked(_ path: String, on disk: any Disk) throws(Fault) -> OpenFile? {
        do throws(FileError) {
            guard try disk.status(at: path) != nil else { return nil }
            let file = try disk.open(path, for: .appending)
            do throws(FileError) {
                // Whoever had it may have put another in its place meanwhile.
                guard try disk.lock(file, .exclusive),
                    try disk.status(at: path)?.identity == disk.status(of: file).identity
                else { throw FileError(.lock, path, code: EWOULDBLOCK) }
                return file
            } catch {
                disk.close(file)
                throw error
            }
        } catch {
            throw .file(error)
        }
    }

    /// An authority and its figures as the ledger knows them: nobody's name, and no figure.
    ///
    /// - Parameters:
    ///   - authority: the authority's name.
    ///   - figures: all that any number told depends on.
    ///   - key: what the sessions are asked and read by.
    /// - Returns: two hashes.
    package func contributor(_ authority: String, _ figures: [UInt8], of key: String) -> Contributor {
        func digest(_ kind: String, _ bytes: [UInt8]) -> String {
            var hash = SHA256()
            hash.update(data: salt + Array("\(kind)\n\(key)\n\(authority)\n".utf8) + bytes)
            return String(decoding: hexadecimal(Array(hash.finalize().prefix(8))), as: UTF8.self)
        }
        return Contributor(authority: digest("authority", []), figures: digest("figures", figures))
    }

    /// How earlier releases of a questionnaire lie to what a run rests on now, oldest first.
    ///
    /// - Parameters:
    ///   - key: what the sessions are asked and read by.
    ///   - contributors: the authorities of this run.
    /// - Returns: an entry for each release.
    package func releases(of key: String, beside contributors: [Contributor]) -> [DatedRelease] {
        let now = Dictionary(
            contributors.map { ($0.authority, $0.figures) }, uniquingKeysWith: { first, _ in first })
        var then: [String: String] = [:]
        return entries.filter { $0.key == key }.map { entry in
            entry.apply(to: &then)
            let gone = then.count { now[$0.key] != $0.value }
            let new = now.count { then[$0.key] != $0.value }
            let both = now.count { (then[$0.key] ?? $0.value) != $0.value }
            return DatedRelease(
                at: entry.at,
                release: EarlierRelease(
                    gone: gone, new: new, differing: gone + new - both,
                    record: ReleaseRecord(
                        minimum: entry.fewest, respondents: then.count, counts: entry.told, most: entry.most)
                ))
        }
    }

    /// Makes durable what is about to be told.
    ///
    /// A questionnaire of which the same was told of the same authorities before needs no line.
    ///
    /// - Parameters:
    ///   - releases: what is told of each questionnaire.
    ///   - now: the time.
    /// - Throws: why it is not on the disk; then nothing may be told.
    package func record(_ releases: [NewRelease], now: Timestamp) throws(Fault) {
        var lines: [[UInt8]] = []
        for release in releases {
            let known = self.releases(of: release.key, beside: release.contributors).map(\.release)
            if known.contains(where: { $0.differing == 0 && $0.record == release.record }) { continue }
            var then: [String: String] = [:]
            for entry in entries where entry.key == release.key { entry.apply(to: &then) }
            lines.append(Entry(release, after: then, at: now).bytes)
        }
        if lines.isEmpty { return }
        let all = self.lines + lines.flatMap { $0 + [UInt8(ascii: "\n")] }
        let bytes = Content.header(salt, lines: all, count: entries.count + lines.count) + all
        guard bytes.count <= Self.largest else { throw .full(path: path) }
        do throws(FileError) {
            let draft = try Draft(for: path, on: disk)
            try draft.append(bytes)
            try draft.place(replacing: file != nil)
        } catch {
            // Where there was none, another run was faster.
            throw .file(
                error.isNameTaken ? FileError(.lock, path, code: EWOULDBLOCK) : error)
        }
    }

    private static func contents(of file: OpenFile, on disk: any Disk) throws(Fault) -> [UInt8] {
        do throws(FileError) {
            let status = try disk.status(of: file)
            guard status.kind == .file else { throw FileError(.open, file.path, code: EINVAL) }
            guard status.size <= largest else { throw FileError(.read, file.path, code: EFBIG) }
            return try disk.readAll(file, at: 0, upTo: largest)
        } catch {
            throw .file(error)
        }
    }
}

extension ReleaseLedger {
    /// Why nothing can be recorded.
    package enum Fault: Error, Equatable, Sendable {
        /// The system refused something.
        case file(FileError)
        /// A line is not one of ours; the number counts from 1.
        case damaged(path: String, line: Int)
        /// There is nothing in it, though none was ever made empty.
        case empty(path: String)
        /// Lines are gone, or others than those that were written.
        case cut(path: String)
        /// It would be larger than any that is read.
        case full(path: String)
    }

    /// An authority and its figures, as salted hashes.
    package struct Contributor: Equatable, Sendable {
        /// Stands for the authority.
        package let authority: String
        /// Stands for its figures.
        package let figures: String
    }

    /// An earlier release beside what a run rests on now.
    package struct DatedRelease: Equatable, Sendable {
        /// When it was.
        package let at: Timestamp
        /// What it said, and how many authorities differ.
        package let release: EarlierRelease
    }

    /// What is released of a questionnaire now.
    package struct NewRelease {
        let key: String
        let questionnaire: InstrumentPin
        let contributors: [Contributor]
        let record: ReleaseRecord

        /// A release with all its fields.
        ///
        /// - Parameters:
        ///   - key: what the sessions are asked and read by.
        ///   - questionnaire: the questionnaire.
        ///   - contributors: the authorities.
        ///   - record: what it says.
        package init(
            key: String, questionnaire: InstrumentPin, contributors: [Contributor], record: ReleaseRecord
        ) {
            self.key = key
            self.questionnaire = questionnaire
            self.contributors = contributors
            self.record = record
        }
    }
}
