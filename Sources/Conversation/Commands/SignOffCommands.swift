import Escaping
import Instruments
import Languages
import Reports
import Sessions

struct SignOffCommand: Command {
    let name = "sign-off"
    var usage: String { local("\(name) ROLE, or \(name) ROLE --with-unconfirmed") }
    var summary: String {
        local(
            "freezes the session as it stands, in the name of a role; answers that are to be confirmed hold it back"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let words = argument.split(separator: " ").map(String.init)
        let withUnconfirmed = words.contains { Self.withUnconfirmed.contains($0.lowercased()) }
        let role = words.filter { !Self.withUnconfirmed.contains($0.lowercased()) }.joined(separator: " ")
        guard !role.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local("a sign-off needs the role of whoever gives it"),
                    hint: local("such as: sign-off director of children's services")))
        }
        // Nobody looks through all the answers to be refused afterwards.
        let unconfirmed = talk.state.unconfirmed.count
        guard unconfirmed == 0 || withUnconfirmed || talk.state.signOff != nil else {
            throw .problem(Rejection.unconfirmed(unconfirmed).errorDescription)
        }
        return try talk.askingForRole(role) { talk throws(Interruption) in
            try talk.summarised(
                before: Expectation.Checked(
                    question: local("Sign off the answers as they stand?"),
                    refusal: local("Nothing was signed off.")
                ) { talk throws(Interruption) in
                    try signOff(in: role, withUnconfirmed: withUnconfirmed, talk)
                }, asksAgain: true)
        }
    }

    /// The word that lets a sign-off stand on answers that nobody has confirmed.
    private static let withUnconfirmed = ["--with-unconfirmed", "with-unconfirmed"]

    private func signOff(
        in role: String, withUnconfirmed: Bool, _ talk: Conversation
    ) throws(Interruption) -> Next {
        try talk.perform(.signOff(role: role, withUnconfirmed: withUnconfirmed))
        let unconfirmed = talk.state.signOff?.unconfirmed ?? 0
        try talk.say(
            local(
                "Signed off in the role of \(role.visible), as milestone \(talk.state.milestones.count).")
                + (talk.openToSign.map { " " + $0 } ?? "")
                + (unconfirmed == 0
                    ? ""
                    : " "
                        + plural(
                            unconfirmed, "Nobody had confirmed \(unconfirmed) answer; every report says so.",
                            "Nobody had confirmed \(unconfirmed) answers; every report says so.")))
        try talk.say(
            local(
                "Note this value elsewhere; canary verify --head compares the file with it: \(talk.head)"))
        try talk.say(
            local(
                "No answer can be changed now. Type reopen and the reason to go on. What becomes of actions can still be recorded."
            ))
        return .ask
    }
}

struct ReopenCommand: Command {
    let name = "reopen"
    var usage: String { local("\(name) REASON") }
    var summary: String {
        local("lets a session that is signed off be changed again; the sign-off is void then")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard !argument.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local("reopening needs a reason"),
                    hint: local("it stays on record, such as: reopen the figures for May were wrong")))
        }
        try talk.perform(.reopen(reason: argument))
        try talk.confirm(
            local("Saved: the session is open again, and the sign-off is void. Both stay on record."),
            gap: true)
        return .showQuestion
    }
}
