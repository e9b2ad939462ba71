import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// Words behind an answer, while the next question has come up already.
struct JustComeUpTests {
    /// Goes back to the first of two answered questions and answers it again.
    private static let again = ["3", "2", "back", "back", "4"]

    private func talk(_ lines: [String], isTerminal: Bool = true) throws -> Talk {
        try Talk((Self.again + lines + ["quit"]).map(LineInput.line), isTerminal: isTerminal)
    }

    @Test(arguments: [
        ("confidential", "confidential @1"), ("note x", "note @1 and the words"),
        ("strength x", "strength @1 and the words"), ("concern x", "concern @1 and the words"),
        ("evidence data x", "evidence @1 and the words"), ("action Do it", "action @1 and the words"),
        ("theme x", "theme @1 and the words"),
    ])
    func `they are told how they would go to the one before, although the next is answered`(
        line: String, hint: String
    ) throws {
        let talk = try talk([line])
        #expect(talk.words.contains("Plan 2 has just come up. For Plan 1 type: \(hint)"), "\(talk.words)")
        // Whoever went there has seen it.
        #expect(!(try self.talk(["goto 2", line])).words.contains("has just come up"))
    }

    @Test func `confidential off says how, and what it says works`() throws {
        let lines = ["confidential @1", "confidential @2", "confidential off"]
        let said = try talk(lines)
        #expect(said.words.contains("For Plan 1 type: confidential off @1"))
        let done = try talk(lines + ["confidential off @1"])
        #expect(done.state.records["plan.one"]?.confidential == false)
        // In front of an answer, too.
        let open = try Talk("3", "confidential off", "quit")
        #expect(open.words.contains("For Plan 1 type: confidential off @1"))
    }

    @Test(arguments: ["note x", "strength x", "concern x", "evidence data x", "action Do it", "confidential"])
    func `with no question on the screen they are refused with how to name one`(line: String) throws {
        let lines = ["goto talk.else", "The end.", line, ":\(line)"]
        let talk = try Talk(lines.map(LineInput.line), isTerminal: true)
        let record = try #require(talk.state.records["talk.else"])
        #expect(record.note == nil && !record.confidential && record.evidence.isEmpty)
        #expect(record.strengths + record.concerns + record.actions.map(\.text) == [])
        #expect(talk.words.contains("No question is on the screen, and nothing was saved"))
        let name = line.split(separator: " ").first ?? ""
        #expect(talk.words.contains("\(name) @2 for Talk 2, or \(name) @talk.else"), "\(talk.words)")
        let named = try Talk((lines + ["note @2 more"]).map(LineInput.line), isTerminal: true)
        #expect(named.state.records["talk.else"]?.note == "more")
    }

    @Test func `of an answer in words nobody says that its rating is shown`() throws {
        let talk = try Talk("I lead it.", ":confidential", of: Talk.interview)
        #expect(!talk.words.contains("rating") && talk.words.contains("its answer among them"))
    }

    @Test func `undo names what goes where the same was said twice`() throws {
        #expect(
            try Talk("3", "strength @1 good", "strength @1 good", "undo").words
                .contains("Strengths on Plan 1: \"good\" goes."))
        for (lines, says) in [
            (["3", "back", "3"], "It was this, given again: Plan 1: 3, Established."),
            (["note @1 x", "note @1 x"], "It was this, given again: Plan 1: note: x."),
            (
                ["confidential @1", "confidential @1"],
                "It was this, given again: Plan 1: marked as confidential."
            ),
        ] {
            #expect(try Talk((lines + ["undo"]).map(LineInput.line)).words.contains(says), "\(lines)")
            #expect(
                try Talk((lines + ["undo", "redo"]).map(LineInput.line)).words.contains("again. \(says)"))
        }
        let long = String(repeating: "word ", count: 60)
        #expect(
            try Talk("3", "note @1 \(long)", "note @1 + the end", "undo").words
                .contains("Note on Plan 1: \"the end\" goes; the words before it stay."))
    }

    @Test func `the end of the input in front of a question says that nothing was done`() throws {
        let talk = try Talk([.line("3"), .line("sign-off director")], isTerminal: true)
        #expect(talk.words.contains("Nothing was signed off."))
        #expect(talk.state.signOff == nil)
    }

    @Test func `a what-if takes names of levels, and each question once`() throws {
        #expect(try Talk("what-if plan.one=Not in place").words.contains("1, Not in place, instead of"))
        #expect(try Talk("what-if plan.one=embedded plan.two=2").words.contains("4, Embedded, instead of"))
        #expect(try Talk("what-if plan.one=3 plan.one=2").words.contains("is assumed twice"))
    }
}
