import Instruments
import Sessions
import Testing

@Suite struct `Signing off` {
    @Test func `freezes the session until it is opened again, and both stay on record`() throws {
        var session = try Given(.well, .title("Spring"), .signOff(role: "director"))
        let refusal = Rejection.signedOff(role: "director", at: .noon)
        for command in [
            .noWell, .clear("well.exists"), .note("well.exists", "x"), .title("x"), .undo, .redo,
            .migrate(to: Village.later), .signOff(role: "leader"),
        ] as [SessionCommand] {
            #expect(throws: refusal) { try session.when(command) }
        }
        try session.when(.move(to: "people.words"))
        try session.when(.reopen(reason: "a figure was wrong"))
        try session.when(.title("Summer"))
        #expect(session.state.signOff == nil)
        let milestone = try #require(session.state.milestones.first)
        #expect(milestone.role == "director" && milestone.session.title == "Spring")
        #expect(milestone.reopened?.reason == "a figure was wrong")
        try session.when(.undo)
        try session.when(.signOff(role: "leader"))
        #expect(session.state.milestones.map(\.session.title) == ["Spring", "Spring"])
    }

    @Test func `needs a role, and opening again a reason and a sign-off`() throws {
        var session = Given()
        #expect(throws: Rejection.emptyText) { try session.when(.signOff(role: " ")) }
        #expect(throws: Rejection.notSignedOff) { try session.when(.reopen(reason: "why not")) }
        try session.when(.signOff(role: "chair"))
        #expect(throws: Rejection.emptyText) { try session.when(.reopen(reason: "")) }
    }
}
