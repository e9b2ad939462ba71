import Collation
import Conversation
import Evaluation
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// Reads the sessions of a folder one after the other and keeps their figures.
struct RegionReading {
    /// What was read.
    private(set) var collator = Collator()
    /// How many other files are in the folder.
    private(set) var others = 0
    /// What has to be said of files that were left out.
    private(set) var remarks: [Message] = []

    private let folder: SessionFolder
    private let tongue: Tongue
    /// The index of the instruments of each kind of session, made once.
    private var indices: [String: InstrumentIndex] = [:]
    private var unread = 0

    init(_ folder: SessionFolder, tongue: Tongue) {
        self.folder = folder
        self.tongue = tongue
    }

    /// Reads every session of the folder.
    ///
    /// - Parameters:
    ///   - tables: takes the facts of each session; nil where nobody wants them.
    ///   - progress: is told from time to time how far it is.
    /// - Throws: that the folder cannot be read or a table not written; a session that cannot be read is left out.
    mutating func readAll(
        _ tables: RegionTableFiles?, progress: (String) -> Void
    ) throws(CommandFault) {
        let names = try attempt({ [folder] () throws(FolderFault) in try folder.journals() }) { .folder($0) }
        others = names.others
        for (place, id) in names.ids.enumerated() {
            if place > 0, place.isMultiple(of: Self.progressEvery) {
                let (count, all) = (place, names.ids.count)
                progress(local("\(count) of \(all) sessions are read."))
            }
            try read(id, tables)
        }
        sumUp()
    }

    private static let progressEvery = 500

    private mutating func read(_ id: String, _ tables: RegionTableFiles?) throws(CommandFault) {
        let session: SessionState
        do throws(JournalFault) {
            session = try folder.read(journal: id).state
        } catch {
            leaveOut(id, error.wording)
            return
        }
        guard session.invitation == nil else {
            collator.addPreWork()
            return
        }
        let index = self.index(of: session)
        let figures: SessionFigures
        do throws(TooEntangled) {
            figures = try SessionFigures(session, index)
        } catch {
            leaveOut(id, error.wording)
            return
        }
        collator.add(figures, index)
        try tables?.add(id, figures, index)
    }

    private mutating func index(of session: SessionState) -> InstrumentIndex {
        let key = session.pins.key
        if let index = indices[key] { return index }
        let index = InstrumentIndex(session.spoken(in: tongue).instruments, pins: session.pins)
        indices[key] = index
        return index
    }

    private mutating func leaveOut(_ id: String, _ why: Wording) {
        collator.addUnreadable()
        unread += 1
        remarks.append(Wording(local("`\(id.visible)` is left out: \(why.message)")))
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
