import Escaping
package import Instruments
import Languages
import Reports
package import SessionFiles
package import Sessions
package import Terminal

/// What is said before the first question, without waiting for an answer.
package struct Greeting {
    private let session: OpenSession
    private let isNew: Bool
    private let current: InstrumentSet?
    private let isQuiet: Bool
    private let hasReadPrivacy: Bool
    private let now: Timestamp

    /// The greeting of a session.
    ///
    /// - Parameters:
    ///   - session: the session, open for writing.
    ///   - isNew: whether it has just been started; then the page on privacy is shown.
    ///   - current: the questionnaire of that name and its frameworks as a new session would get them; nil
    ///     where there are none.
    ///   - isQuiet: whether to leave out what is said only to be friendly.
    ///   - now: the time; a session that changed later than that was changed by a wrong clock.
    ///   - hasReadPrivacy: whether the page on privacy was shown just before.
    package init(
        session: OpenSession, isNew: Bool, current: InstrumentSet?, isQuiet: Bool,
        now: Timestamp, hasReadPrivacy: Bool = false
    ) {
        self.now = now
        self.hasReadPrivacy = hasReadPrivacy
        self.session = session
        self.current = current
        self.isNew = isNew
        self.isQuiet = isQuiet
    }

    /// Shows it.
    package func show(on screen: Screen) throws(OutputFault) {
        let state = session.state
        let parts = [state.questionnaire.title, state.authority, state.title].compactMap(\.self)
        // Where nobody gave the session a title, it begins with that of its questionnaire.
        let isTitled = !state.title.hasPrefix(state.questionnaire.title)
        try screen.say(
            parts.dropFirst(isTitled ? 0 : 1).map { "\($0)." }.joined(separator: " "), as: .heading)
        let isText = state.position.flatMap { state.questionnaire.question($0) }?.kind == .text
        try screen.say(
            isText
                ? local("Each answer is saved as you give it. Type :help, :back, :next or :quit at any time.")
                : local("Each answer is saved as you give it. Type help, back, next or quit at any time."),
            gap: true)
        let changed = current.map(state.pins.changes) ?? []
        if !changed.isEmpty {
            try screen.say(
                local(
                    "Changed since this session started: \(listed(changed)). The session goes on with the "
                        + "questions and rules that it started with. Type migrate to see what moving to the "
                        + "changed ones would do."), gap: true)
        }
        if state.invitation != nil {
            try screen.say(
                local(
                    "You were asked to answer alone, before a workshop. Leave out what you do not want to answer, and do not write your name. When you are done, canary submit seals your answers for the workshop; until they are merged, whoever holds its session can open them."
                ), gap: true)
        }
        if let tail = session.tornTail {
            let torn = plural(
                tail.length,
                "The last line of the file was unfinished, as after a crash: \(tail.length) byte.",
                "The last line of the file was unfinished, as after a crash: \(tail.length) bytes.")
            let copy = tail.copy.map { local("It is kept in \($0).") }
            let sentences = [torn, copy, local("Everything before it is there.")]
            try screen.say(sentences.compactMap(\.self).joined(separator: " "), gap: true)
        }
        for fault in state.dates.faults(at: now)?.localizedDescription ?? [] {
            try screen.say(fault, gap: true)
        }
        if let unchecked = state.uncheckedDescription { try screen.say(unchecked, gap: true) }
        if !state.lost.isEmpty {
            let count = state.lost.count
            try screen.say(
                counted(
                    count, "event of this session could not be brought back when it was salvaged.",
                    "events of this session could not be brought back when it was salvaged."), gap: true)
        }
        if let signOff = state.signOff {
            try screen.say(
                local(
                    "Signed off on \(signOff.at.date.localizedDescription) in the role of \(signOff.role.visible). Type "
                        + "reopen and the reason to change anything."), gap: true)
        }
        if let service = SyncedFolder.service(of: session.place) {
            try screen.say(
                local(
                    "The folder of this session looks as if \(service) copied it elsewhere. Choose another "
                        + "with --sessions, or seal the session with canary encrypt."), gap: true)
        }
        if state.isReadOnly {
            try screen.say(
                local(
                    "This session holds events of a later version of Canary. It can be read here, and not "
                        + "changed."), gap: true)
        }
        if isNew && !isQuiet && !hasReadPrivacy { try showPrivacy(on: screen) }
        if !isQuiet {
            for line in WelcomeBack(state, today: now.date).lines(mark: isText ? ":" : "") {
                try screen.say(line, gap: true)
            }
        }
    }

    private func showPrivacy(on screen: Screen) throws(OutputFault) {
        try screen.say(local("Before you start:"))
        let place =
            switch session.exposure {
            case nil:
                local(
                    "Your answers are kept in \(session.path), which only your user account can read. "
                        + "Nothing is sent anywhere.")
            case .readable:
                local(
                    "Your answers are kept in \(session.path). Its disk does not keep others on this machine from reading it: choose another folder with --sessions, or seal the session with canary encrypt. Nothing is sent anywhere."
                )
            case .replaceable:
                local(
                    "Your answers are kept in \(session.path). Others on this machine cannot read it, and can put another file in its place, because they can write to its folder: choose another folder with --sessions. Nothing is sent anywhere."
                )
            }
        let facts = [
            place,
            local(
                "A request under freedom of information can reach this file, whatever is marked "
                    + "confidential in it."),
            local("Do not name anyone whom you serve, their families or members of staff."),
        ]
        for fact in facts { try screen.say("-", fact) }
        try screen.gap()
    }
}
