import Instruments
import LineEditing
import Sessions
import Testing

/// What is typed about the plan does what it says, or nothing.
struct PlanCommandTests {
    @Test(arguments: ["delete", "help", "?", "note something", "A1 done"])
    func `a word or two take no action's words away`(words: String) throws {
        let talk = try Talk("action @1 Train the staff", "action A1 \(words)", "quit")
        #expect(talk.state.actions.map(\.action.text) == ["Train the staff"])
        #expect(talk.words.contains("is no change of A1, and nothing was saved"))
    }

    @Test(arguments: [
        ("dropped, the leader did not want a mentor", Action.State.dropped), ("begun", .doing),
        ("in progress, two teams so far", .doing), ("finished", .done), ("Cancelled: no money", .dropped),
        ("done: the review took place in February, its report is due in April", .done),
    ])
    func `how far an action is may be said in other words, and takes none away`(
        words: String, state: Action.State
    ) throws {
        let talk = try Talk("action @1 Train the staff", "action A1 \(words)", "quit")
        #expect(talk.state.actions.map(\.action.text) == ["Train the staff"])
        #expect(talk.state.actions.map(\.action.state) == [state], "\(talk.words)")
    }

    @Test(arguments: ["A0 done", "A9 done", "A99999999 done", "A2: done", "a7, drop it now"])
    func `the name of no action is no words of a new one`(words: String) throws {
        let talk = try Talk("action @1 Train the staff", "action \(words)", "quit")
        #expect(talk.state.actions.count == 1)
        #expect(talk.words.contains("There is no action"))
    }

    @Test func `other words say what stood there before`() throws {
        let talk = try Talk("action @1 Train the staff", "action A1 Train all the staff", "quit")
        #expect(talk.state.actions.map(\.action.text) == ["Train all the staff"])
        #expect(talk.words.contains("It said: Train the staff"))
    }

    @Test func `evidence under a new reference says what it shows, or asks`() throws {
        func talk(_ lines: String...) throws -> Talk {
            let all = ["evidence @1 audit \"May audit\" nine in ten are good"] + lines + ["quit"]
            return try Talk(all.map(LineInput.line), isTerminal: true)
        }
        func held(_ talk: Talk) -> Evidence? { talk.state.records["plan.one"]?.evidence.first }
        let kept = try talk("edit E1 June audit", "yes")
        #expect(kept.words.contains("What E1 shows is: nine in ten are good. Does that still hold?"))
        #expect(held(kept)?.reference == "June audit" && held(kept)?.text == "nine in ten are good")
        #expect(
            kept.words.contains("It shows: nine in ten are good.") && kept.words.contains("Its kind is still")
        )
        let dropped = try talk("edit E1 June audit", "")
        #expect(held(dropped)?.reference == "May audit" && dropped.words.contains("Nothing was changed."))
        let both = try talk("edit E1 \"June audit\" eight in ten are good")
        #expect(held(both)?.reference == "June audit" && held(both)?.text == "eight in ten are good")
        let none = try talk("edit E1 \"June audit\" \"\"")
        #expect(held(none)?.reference == "June audit" && held(none)?.text == "")
        #expect(none.words.contains("What it shows is left open."))
    }

    @Test func `a role that may be a name is asked about before it is kept`() throws {
        for name in ["j. smith", "jane smith", "J Smith", "dr. patel"] {
            let lines = ["action @1 Train the staff by \(name)", "", "quit"].map(LineInput.line)
            let talk = try Talk(lines, isTerminal: true)
            #expect(talk.words.contains("may be somebody's name") && talk.state.actions.isEmpty, "\(name)")
        }
    }
}
