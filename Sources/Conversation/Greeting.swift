package import Instruments
package import LineEditing
import Reports
package import SessionFiles
import Sessions

/// What is said before the first question, without waiting for an answer.
package struct Greeting {
    private let session: OpenSession
    private let isNew: Bool
    private let current: InstrumentSet?
    private let isQuiet: Bool

    /// The greeting of a session.
    ///
    /// - Parameters:
    ///   - session: the session, open for writing.
    ///   - isNew: whether it has just been started; then the page on privacy is shown.
    ///   - current: the questionnaire of that name and its frameworks as a new session would get them; nil
    ///     where there are none.
    ///   - isQuiet: whether to leave out what is said only to be friendly.
    package init(session: OpenSession, isNew: Bool, current: InstrumentSet?, isQuiet: Bool) {
        self.session = session
        self.current = current
        self.isNew = isNew
        self.isQuiet = isQuiet
    }

    /// Shows it.
    package func show(on screen: Screen) throws(OutputFault) {
        let state = session.state
        let authority = state.authority.map { " \($0)." } ?? ""
        try screen.say("\(state.questionnaire.title).\(authority) \(state.title).")
        try screen.say(
            "Each answer is saved as you give it. Type help, back, next or quit at any time.",
            gap: true)
        let changed = current.map(state.changes) ?? []
        if !changed.isEmpty {
            try screen.say(
                "Changed since this session started: \(listed(changed)). The session goes on with the "
                    + "questions and rules that it started with. Type migrate to see what moving to the "
                    + "changed ones would do.", gap: true)
        }
        if let tail = session.tornTail {
            let copy = tail.copy.map { " It is kept in \($0)." } ?? ""
            try screen.say(
                "The end of the file was torn, as after a crash: \(tail.length) bytes that were never "
                    + "shown as saved.\(copy) Everything before it is there.", gap: true)
        }
        if state.isReadOnly {
            try screen.say(
                "This session holds events of a later version of Canary. It can be read here, and not "
                    + "changed.", gap: true)
        }
        if isNew && !isQuiet { try showPrivacy(on: screen) }
    }

    private func showPrivacy(on screen: Screen) throws(OutputFault) {
        try screen.say("Before you start:")
        let facts = [
            "Your answers are kept in \(session.path), which only your user account can read. "
                + "Nothing is sent anywhere.",
            "A request under freedom of information can reach this file, whatever is marked "
                + "confidential in it.",
            "Do not name anyone whom you serve, their families or members of staff.",
        ]
        for fact in facts { try screen.say("-", fact) }
        try screen.gap()
    }
}
