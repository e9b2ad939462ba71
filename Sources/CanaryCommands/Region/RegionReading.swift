import Collation
import Conversation
import Escaping
import Evaluation
import Languages
import Reports
import SessionFiles
import Sessions

/// Reads the sessions of a folder and keeps their figures.
struct RegionReading {
    /// What was read.
    private(set) var collator: Collator
    /// How many other files are in the folder.
    private(set) var others = 0
    /// What has to be said of files that were left out.
    private(set) var remarks: [ErrorDescription] = []

    private let shared: SharedOptions
    private let path: String
    private let now: Timestamp
    private var unread = 0
    /// The sessions that the system refused to give.
    private var refused: [String] = []

    /// A reading of the folder at a path.
    ///
    /// - Parameters:
    ///   - path: the folder.
    ///   - shared: the options that every command has.
    ///   - now: the time.
    init(_ path: String, _ shared: SharedOptions, now: Timestamp) {
        collator = Collator(now: now)
        self.now = now
        self.path = path
        self.shared = shared
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
        let localization = shared.localization
        var reader = RegionReader(
            folder, localization: localization, isAskingForPassphrases: true, now: now)
        var sealed: [String] = []
        if let tables {
            for (place, id) in names.ids.enumerated() {
                Self.tell(place, of: names.ids.count, shared)
                if let read = reader.read(id) { try tables.add(id, read.figures, read.index) }
            }
        } else {
            for outcome in readSideBySide(names.ids, localization) {
                take(outcome)
                sealed += outcome.sealed
            }
        }
        for id in sealed.sorted() { reader.read(id) }
        take(reader.outcome)
        sumUp()
    }

    /// That there are sessions which the system refused to give, so that nothing can be told; nil where there are none.
    var refusal: ErrorDescription? {
        guard !refused.isEmpty else { return nil }
        return ErrorDescription(
            local(
                "nothing is told, since not every session could be read: \(listed(refused.map(\.visible)))"),
            hint: local(
                "mend what kept them from being read, or move them out of the folder, and run it again"))
    }

    /// As many threads as machines for this have cores to spare; a journal is read faster than a disk seeks.
    private static let threads = 2
    private static let progressEvery = 500

    private func readSideBySide(_ ids: [String], _ localization: Localization) -> [RegionReader.Outcome] {
        let (path, shared, now) = (path, shared, now)
        return sideBySide(Self.threads) { number in
            var reader = RegionReader(
                SharedOptions.folder(at: path, keys: SessionFolder.noKeys), localization: localization,
                isAskingForPassphrases: false, now: now)
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
        for id in outcome.unchecked.sorted() {
            remarks.append(ErrorDescription(local("nobody can check the instruments of `\(id.visible)`")))
        }
        for (id, fault) in outcome.leftOut.sorted(by: { $0.id < $1.id }) {
            unread += 1
            if fault.refusal != nil { refused.append(id) }
            let why = fault.errorDescription
            remarks.append(ErrorDescription(local("`\(id.visible)` is left out: \(why.message)")))
        }
    }

    /// Names for authorities with several sessions which one counts, and sessions whose clock was wrong.
    private mutating func sayWhichCount() {
        let questionnaires = collator.questionnaires()
        let choices = questionnaires.flatMap { zip($0.returns, $0.passedOver) }.filter { !$0.1.isEmpty }
        for (counted, passedOver) in choices.prefix(Self.mostChoices) {
            let others = passedOver.map { "`\($0.session.visible)` (\($0.localizedDescription))" }.joined(
                separator: ", ")
            remarks.append(
                ErrorDescription(
                    local(
                        "of \(counted.authority.visible), `\(counted.session.visible)` (\(counted.localizedDescription)) counts, and not \(others)"
                    )))
        }
        if choices.count > Self.mostChoices {
            let more = choices.count - Self.mostChoices
            remarks.append(
                ErrorDescription(
                    plural(
                        more, "\(more) more authority has several sessions, of which one counts",
                        "\(more) more authorities have several sessions, of which one counts"),
                    hint: local("--draft names all of them")))
        }
        let early = questionnaires.flatMap { $0.returns + $0.passedOver.flatMap(\.self) }.filter(
            \.isFromFuture)
        for session in early.prefix(Self.mostChoices) {
            remarks.append(
                ErrorDescription(
                    local(
                        "`\(session.session.visible)` changed on \(session.changed.date.localizedDescription), which is still to come"
                    ), hint: local("the clock here, or there, is wrong")))
        }
    }

    /// The most authorities of which the choice of a session is named where numbers are told.
    private static let mostChoices = 12

    /// Adds how many files were left out, and what can be done about those without an authority.
    private mutating func sumUp() {
        sayWhichCount()
        if unread > 0 {
            remarks.append(
                ErrorDescription(
                    plural(
                        unread, "\(unread) session could not be read and is left out",
                        "\(unread) sessions could not be read and are left out")))
        }
        let unnamed = collator.unnamed
        if unnamed > 0 {
            remarks.append(
                ErrorDescription(
                    plural(
                        unnamed, "\(unnamed) session names no authority and is left out",
                        "\(unnamed) sessions name no authority and are left out"),
                    hint: local("the command authority NAME in the conversation names it")))
        }
        if others > 0 {
            remarks.append(
                ErrorDescription(
                    plural(
                        others, "\(others) other file was passed over",
                        "\(others) other files were passed over"))
            )
        }
    }
}
