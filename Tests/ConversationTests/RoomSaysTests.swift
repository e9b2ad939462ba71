import Disclosure
import Foundation
import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// What a room's screen says of what it does, asks before it, and keeps off the wall.
struct RoomSaysTests {
    /// A room of twelve that does what lines say; what was said, on one line, and where it stands.
    private func room(
        _ lines: [LineInput], isTerminal: Bool = true
    ) throws -> (words: String, state: SessionState) {
        try Talk.open(lines, isTerminal, as: .workshop) { talk, said, _ in
            try talk.perform(
                .arrangeRoom(RoomArrangement(present: 12, minutes: 180, voting: .cards, share: .shape)))
            try talk.perform(.agreeGroundRules)
            _ = talk.run()
            return (said.text.split(whereSeparator: \.isWhitespace).joined(separator: " "), talk.recorded)
        }
    }

    private func room(_ lines: String...) throws -> (words: String, state: SessionState) {
        try room(lines.map(LineInput.line))
    }

    @Test(arguments: [
        "note first words\ntally\n2 6 0 3 d1", "note first words\ntally 2 6 0 3 d1\n2 6 0 3 d1",
        "note first words\n2 6 0 3 d1", "note first words\n:tally\n2 6 0 3 d1\nmore", "tally\n2 6 0 3 d1",
        "2 6 0 3 d1\nnote more",
    ])
    func `lines that came at once show and keep nothing from the first on that may be counts`(paste: String)
        throws
    {
        let (words, state) = try room([.pasted(paste), .line("yes")])
        #expect(!words.contains("2 6 0 3"), "\(words)")
        #expect(words.contains("they are not shown"))
        #expect(words.contains("first words") == paste.contains("first words"))
        #expect(state.records["plan.one"]?.note?.contains("6 0") != true)
        #expect(state.roomRecord(of: "plan.one").votes.isEmpty)
    }

    @Test func `park takes the question that is named, and leaves the room where it is`() throws {
        let (words, state) = try room("goto 2", "park @1 find the minutes by head of quality 2099-12-15")
        #expect(words.contains("Plan 1 is parked"), "\(words)")
        #expect(state.roomRecord(of: "plan.one").parked?.text == "find the minutes")
        #expect(state.roomRecord(of: "plan.two").parked == nil && state.position == "plan.two")
    }

    @Test func `park asks whether its words go with a question that an agreement has just brought up`() throws
    {
        let line = "park find the minutes by head of quality 2099-12-15"
        let (words, state) = try room("agree 3 majority", line, "no")
        #expect(words.contains("Plan 2 is on the screen. Do these words go with it?"), "\(words)")
        #expect(words.contains("For Plan 1 type: park @1 and the words."))
        #expect(state.roomRecord(of: "plan.two").parked == nil)
        #expect(try room("agree 3 majority", line, "yes").state.roomRecord(of: "plan.two").parked != nil)
    }

    @Test(arguments: [
        ("agree none", "the room does not agree"), ("agree 3 majority", "3, Established"),
        ("park find the minutes by head of quality 2099-12-15", "find the minutes"),
        ("other-view a few 2 we saw less", "we saw less"),
    ])
    func `undo says what it takes back`(line: String, told: String) throws {
        let words = try room(line, "undo").words
        let behind = words.components(separatedBy: "The last change is taken back.").last ?? ""
        #expect(words.contains("The last change is taken back.") && behind.contains(told), "\(words)")
        #expect(!behind.contains("What the room holds"))
    }

    @Test func `undo says which setting of the room stays`() throws {
        let words = try room("agree 3 majority", "room minutes 60", "undo", "no").words
        #expect(words.contains("stays: the room was set up: 60 minutes"), "\(words)")
    }

    @Test(arguments: [true, false])
    func `a word that becomes a note is named before the room agrees, at a terminal or not`(isTerminal: Bool)
        throws
    {
        let (words, state) = try room([.line("agree 3 mostly")], isTerminal: isTerminal)
        #expect(words.contains("`mostly` is kept as a note. Can everyone live with"), "\(words)")
        #expect(!state.roomRecord(of: "plan.one").isSettled)
        let agreed = try room([.line("agree 3 mostly"), .line("yes")], isTerminal: isTerminal).state
        #expect(agreed.records["plan.one"]?.note == "mostly")
    }

    @Test func `agree none on an agreed question says what it takes away, and asks`() throws {
        let asked = try room("agree 3 majority", "goto 1", "agree none", "no")
        #expect(asked.words.contains("The answer is 3, Established, and agree none takes it away."))
        #expect(asked.state.response(to: "plan.one") == .given(.rating(3)))
        let done = try room("agree 3 majority", "goto 1", "agree none", "yes")
        #expect(done.words.contains("It was 3, Established before."))
        #expect(done.state.response(to: "plan.one") == nil)
    }

    @Test(arguments: ["time", "read-back", "unanswered", "check"])
    func `what is open is one number, with what is not by its name`(command: String) throws {
        let words = try room(
            "agree 3 majority", "agree none", "agree ?", "yes", ":park by head of quality 2099-12-15",
            ":\(command)"
        ).words
        #expect(words.contains("1 question is open. Besides: 1 with no agreement"), "\(words)")
        #expect(words.contains("1 parked"))
        #expect(words.contains("1 don't know") == (command != "unanswered"))
    }

    @Test func `sign-off asks also where the answers were checked before`() throws {
        let (words, state) = try room("check", "", "sign-off head of service", "no")
        #expect(
            words.contains("Sign off the answers as they stand?")
                && words.contains("Nothing was signed off."), "\(words)")
        #expect(state.signOff == nil)
    }

    @Test func `a session that is signed off offers nothing that it refuses`() throws {
        let words = try room("tally 0 0 12 0", "sign-off head of service", "yes", "again").words
        let behind = words.components(separatedBy: "Signed off in the role").last ?? ""
        #expect(behind.contains("A vote is counted and was not shown."), "\(behind)")
        #expect(!behind.contains("type reveal") && !behind.contains("Type tally"))
    }

    @Test func `a second vote is not offered where other people are there than voted first`() throws {
        #expect(try room("tally 0 0 6 6", "reveal", "yes").words.contains("Type revote"))
        let words = try room("tally 0 0 6 6", "present 11", "reveal", "yes").words
        #expect(words.contains("Saved: 11 people vote.") && !words.contains("Type revote"), "\(words)")
    }
}
