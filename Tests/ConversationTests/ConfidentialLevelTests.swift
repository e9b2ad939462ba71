import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// `confidential level`: the level of an answer stays with those who gave it, and not its words alone.
struct ConfidentialLevelTests {
    @Test(arguments: [
        ("confidential level", Confidentiality.level), ("confidential level on", .level),
        ("Confidential Level", .level), ("confidential level off", .nothing), ("confidential", .words),
        ("confidential on", .words), ("confidential off", .nothing),
    ])
    func `it is of the question on the screen, or of the one that is named before or after it`(
        line: String, wanted: Confidentiality
    ) throws {
        let talk = try Talk(line, "3", "quit")
        #expect(talk.state.records["plan.one"]?.confidentiality == wanted)
        let named = try Talk("3", line.replacing("onfidential", with: "onfidential @1"), "quit")
        #expect(named.state.records["plan.one"]?.confidentiality == wanted)
        let behind = try Talk("3", "\(line) @plan.one", "quit")
        #expect(behind.state.records["plan.one"]?.confidentiality == wanted)
        #expect(behind.state.records["plan.two"]?.confidential != true)
    }

    @Test func `to mark the words does not tell the level again, and off takes one or both away`() throws {
        func held(_ lines: String...) throws -> Confidentiality? {
            try Talk((lines + ["3", "quit"]).map(LineInput.line), isTerminal: true)
                .state.records["plan.one"]?.confidentiality
        }
        #expect(try held("confidential level", "confidential") == .level)
        #expect(try held("confidential level", "confidential level off") == .words)
        #expect(try held("confidential", "confidential level off") == .words)
        #expect(try held("confidential level", "confidential off") == .nothing)
        #expect(try held("confidential level", "undo") == .nothing)
        #expect(try held("confidential", "confidential level", "undo") == .words)
        #expect(try held("confidential level", "undo", "redo") == .level)
    }

    @Test func `what is said names the level, on the screen, in the history and in what undo does`() throws {
        let talk = try Talk(
            "3", "confidential level @1", "back", "answers", "history plan.one", "undo", "quit")
        #expect(talk.words.contains("Saved: the level of Plan 1 stays with the authority"))
        #expect(talk.words.contains("it counts as open"))
        #expect(talk.words.contains("Its level and its words are confidential."))
        #expect(talk.words.contains("marked as confidential, its level, too"))
        #expect(talk.words.contains("The level and the words on Plan 1 are confidential no more."))
    }

    @Test func `anything else behind it is refused with what can be typed, and nothing is marked`() throws {
        for line in ["confidential levels", "confidential level maybe", "confidential off level"] {
            let talk = try Talk(line, "quit")
            #expect(talk.words.contains("onfidential level, or off behind either"), "\(talk.words)")
            #expect(talk.state.records["plan.one"]?.confidential != true)
        }
    }

    @Test func `a level on a question that has no answer yet says how it would go with the last`() throws {
        let talk = try Talk("3", "confidential level", "quit")
        #expect(talk.words.contains("For Plan 1 type: confidential level @1"), "\(talk.words)")
        let done = try Talk("3", "confidential level", "confidential level @1", "quit")
        #expect(done.state.records["plan.one"]?.confidentiality == .level)
    }
}
