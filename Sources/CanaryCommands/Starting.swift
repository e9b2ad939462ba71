import Conversation
import Escaping
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// A new session, and its walk.
struct Starting {
    let shared: SharedOptions
    /// The questionnaire's name.
    let questionnaire: String
    /// What the session is called; nil for the questionnaire and the day.
    var title: String?
    /// The authority that it is about.
    var authority: String?
    /// An earlier session whose answers are carried over.
    var from: String?
    /// Whether a room of several people votes and agrees.
    var isWorkshop = false
    /// Whether it is sealed with a passphrase.
    var isSealed = false
    /// Whether it is walked; else only its id is printed.
    var isWalked = true

    /// Starts it.
    func run() throws(CommandFault) -> ExitStatus {
        let passphrases = PassphraseSource(descriptor: shared.passphraseFd)
        let saved: SavedSession? = if let from { try shared.read(from, passphrases) } else { nil }
        let earlier = saved?.state
        // What was sealed does not come to lie in the clear because it is carried over.
        let isSealedLike = saved?.isSealed == true && !isSealed
        if let earlier, earlier.questionnaire.id.text != questionnaire {
            throw .refused(
                ErrorDescription(
                    local(
                        "the earlier session is of another questionnaire: \(earlier.questionnaire.title.visible)"
                    ), hint: local("carry answers over between sessions of one questionnaire")))
        }
        let session = try Walk(shared: shared).start(
            questionnaire, title: title, authority: authority ?? earlier?.authority,
            as: isWorkshop ? .workshop : .ordinary, isSealed: isSealed,
            sealedLike: isSealedLike ? passphrases : nil)
        if let earlier, isSealedLike, !shared.quiet {
            try shared.tell([
                local("The new session is sealed, too, with the passphrase of \(earlier.session).")
            ])
        }
        if let earlier { try inherit(from: earlier, session) }
        guard isWalked else {
            try attempt({ () throws(JournalFault) in try session.keepInstruments() }) { .journal($0) }
            try Surroundings.write(session.state.session + "\n")
            return .done
        }
        return try Walk(shared: shared).walk(session, isNew: true)
    }

    /// Carries answers over; where nothing fits, it is said and the session is empty.
    private func inherit(
        from earlier: SessionState, _ session: OpenSession
    ) throws(CommandFault) {
        // What is dated as the start is of it, and undo does not take it back.
        let now = session.state.started
        let entries = session.state.inheritance(from: earlier)
        let words = session.state.inheritedWords(of: entries, from: earlier)
        let measures = SessionState.inheritedMeasures(from: earlier)
        do throws(PerformFault) {
            for command in (entries.isEmpty ? [] : [.inherit(entries)]) + words + measures {
                _ = try session.perform(command, now: now)
            }
        } catch {
            throw .notSaved(error.errorDescription)
        }
        guard !shared.quiet, isWalked else { return }
        if !measures.isEmpty {
            try Surroundings.say([
                counted(
                    measures.count, "measure was carried over with its values.",
                    "measures were carried over with their values.")
            ])
        }
        try Surroundings.say([
            counted(
                entries.count,
                "answer was carried over from \(earlier.session), with the words, actions and themes that go with it.",
                "answers were carried over from \(earlier.session), with the words, actions and themes that go with them."
            ) + " " + local("Each is marked until you confirm it.")
        ])
    }
}
