import Collation
import Conversation
import Evaluation
import Languages
import Reports
import SessionFiles
import Sessions

/// Reads the sessions of a folder and keeps their figures.
struct RegionReading {
    /// What was read.
    private(set) var collator = Collator()
    /// How many other files are in the folder.
    private(set) var others = 0
    /// What has to be said of files that were left out.
    private(set) var remarks: [Message] = []

    private let shared: SharedOptions
    private let path: String
    private let isReplaying: Bool
    private var unread = 0

    /// A reading of the folder at a path.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - shared: the options that every command has.
    ///   - isReplaying: whether every event is read, also where a session ends with its figures.
    init(_ path: String, _ shared: SharedOptions, isReplaying: Bool) {
        self.path = path
        self.shared = shared
        self.isReplaying = isReplaying
    }

    /// Reads every session of the folder.
    ///
    /// Two threads share them out where nobody wants tables, whose rows are in the order of the names. Sealed sessions
    /// are read after that, by the one who asks for a passphrase.
    ///
    /// - Parameter tables: takes the facts of each session; nil where nobody wants them.
    /// - Throws: that the folder cannot be read or a table not written; a session that cannot be read is left out.
    mutating func readAll(_ tables: RegionTableFiles?) throws(CommandFault) {
        let passphrases = PassphraseSource(descriptor: shared.passphraseFd)
        let folder = SharedOptions.folder(at: path, keys: passphrases.openOneOfMany)
        let names = try attempt({ () throws(FolderFault) in try folder.journals() }) { .folder($0) }
        others = names.others
        let tongue = shared.tongue
        var reader = RegionReader(
            folder, tongue: tongue, isAskingForPassphrases: true, isReplaying: isReplaying)
        var sealed: [String] = []
        if let tables {
            for (place, id) in names.ids.enumerated() {
                Self.tell(place, of: names.ids.count, shared)
                if let read = reader.read(id) { try tables.add(id, read.figures, read.index) }
            }
        } else {
            for outcome in readSideBySide(names.ids, tongue) {
                take(outcome)
                sealed += outcome.sealed
            }
        }
        for id in sealed.sorted() { reader.read(id) }
        take(reader.outcome)
        sumUp()
    }

    /// As many threads as machines for this have cores to spare; a journal is read faster than a disk seeks.
    private static let threads = 2
    private static let progressEvery = 500

    private func readSideBySide(_ ids: [String], _ tongue: Tongue) -> [RegionReader.Outcome] {
        let (path, shared, isReplaying) = (path, shared, isReplaying)
        return sideBySide(Self.threads) { number in
            var reader = RegionReader(
                SharedOptions.folder(at: path, keys: SessionFolder.noKeys), tongue: tongue,
                isAskingForPassphrases: false, isReplaying: isReplaying)
            for place in stride(from: number, to: ids.count, by: Self.threads) {
                // The caller's thread speaks the language that was asked for.
                if number == 0 { Self.tell(place, of: ids.count, shared) }
                reader.read(ids[place])
            }
            return reader.outcome
        }
    }

    /// Says how far it is, now and then.
    private static func tell(_ place: Int, of all: Int, _ shared: SharedOptions) {
        guard place > 0, place.isMultiple(of: progressEvery) else { return }
        let count = place
        shared.progress(local("\(count) of \(all) sessions are read."))
    }

    private mutating func take(_ outcome: RegionReader.Outcome) {
        collator.merge(outcome.collator)
        for (id, fault) in outcome.leftOut.sorted(by: { $0.id < $1.id }) {
            unread += 1
            let why = fault.wording
            remarks.append(Wording(local("`\(id.visible)` is left out: \(why.message)")))
        }
    }

    /// Adds how many files were left out, and what can be done about those without an authority.
    private mutating func sumUp() {
        if unread > 0 {
            remarks.append(
                Wording(
                    plural(
                        unread, "\(unread) session could not be read and is left out",
                        "\(unread) sessions could not be read and are left out")))
        }
        let unnamed = collator.unnamed
        if unnamed > 0 {
            remarks.append(
                Wording(
                    plural(
                        unnamed, "\(unnamed) session names no authority and is left out",
                        "\(unnamed) sessions name no authority and are left out"),
                    hint: local("the command authority NAME in the conversation names it")))
        }
        if others > 0 {
            remarks.append(
                Wording(
                    plural(
                        others, "\(others) other file was passed over",
                        "\(others) other files were passed over"))
            )
        }
    }
}
