import Instruments
import Languages
import Reports
import Sessions

struct SignOffCommand: Command {
    let name = "sign-off"
    var usage: String { local("\(name) ROLE") }
    var summary: String { local("freezes the session as it stands, in the name of a role") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard !argument.isEmpty else {
            throw .problem(
                Wording(
                    local("a sign-off needs the role of whoever gives it"),
                    hint: local("such as: sign-off director of children's services")))
        }
        return try talk.checked(
            Expectation.Checked(
                question: local("Sign off as shown?"), refusal: local("Nothing was signed off.")
            ) { talk throws(Interruption) in try signOff(in: argument, talk) })
    }

    private func signOff(in role: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.perform(.signOff(role: role))
        let counts = Counts(talk.state)
        let open = counts.unanswered + counts.dontKnow
        try talk.say(
            local(
                "Signed off in the role of \(role.visible), as milestone \(talk.state.milestones.count).")
                + (open == 0
                    ? ""
                    : " "
                        + counted(
                            open, "question has no answer, or don't know.",
                            "questions have no answer, or don't know.")))
        try talk.say(
            local(
                "Note this value elsewhere; canary verify --head compares the file with it: \(talk.head)"))
        try talk.say(local("Nothing can be changed now. Type reopen and the reason to go on."))
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
                Wording(
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
