import Sessions
import Testing

/// What is typed about the plan does what it says, or nothing.
struct PlanCommandTests {
    @Test(arguments: ["begun", "finished", "cancel", "delete", "help", "?", "note something", "A1 done"])
    func `a word or two take no action's words away`(words: String) throws {
        let talk = try Talk("action @1 Train the staff", "action A1 \(words)", "quit")
        #expect(talk.state.actions.map(\.action.text) == ["Train the staff"])
        #expect(talk.words.contains("is no change of A1, and nothing was saved"))
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
}
