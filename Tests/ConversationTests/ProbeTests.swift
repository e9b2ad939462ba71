import Instruments
import LineEditing
import SessionFiles
import Sessions
import Testing

@testable import Conversation

/// Probes: what is typed while one is open is its reply only where it can be nothing else.
struct ProbeTests {
    private static let id: Question.ID = "talk.role"

    private func note(_ lines: String...) throws -> String? {
        try Talk(lines.map(LineInput.line), of: Talk.interview).state.records[Self.id]?.note
    }

    @Test func `a number that names a probe shows that probe, whichever is open`() throws {
        let talk = try Talk("I lead it.", "1", "2", "the board", ":quit", of: Talk.interview)
        #expect(talk.state.records[Self.id]?.note == "With whom? the board")
        #expect(talk.words.contains("A number shows its probe."))
    }

    @Test(arguments: ["9", "99", "2020", "0.5", "no", "n/a", "N/A", "? not sure", "?", "don't know", "none"])
    func `a bare number or word is asked about before it is kept`(bare: String) throws {
        #expect(try note("I lead it.", "1", bare, ":quit") == nil)
        #expect(try note("I lead it.", "1", bare, "", ":quit") == nil)
        #expect(try note("I lead it.", "1", bare, "yes", ":quit") == "Since when? \(bare)")
        // The probe stays open behind a no.
        #expect(try note("I lead it.", "1", bare, "no", "since May", ":quit") == "Since when? since May")
        #expect(try note("I lead it.", bare, "", "", ":quit") == nil)
        let talk = try Talk("I lead it.", "1", bare, of: Talk.interview)
        #expect(talk.words.contains("Keep \"\(bare)\" as the reply?"))
    }

    @Test func `a command leaves what is asked about a bare reply, and the probe is open again`() throws {
        let talk = try Talk("I lead it.", "1", "99", ":status", "since May", ":quit", of: Talk.interview)
        #expect(talk.state.records[Self.id]?.note == "Since when? since May")
        let away = try Talk(
            "I lead it.", "1", "99", ":goto talk.else", "Nothing", ":quit", of: Talk.interview)
        #expect(away.state.records[Self.id]?.note == nil)
        #expect(away.state.response(to: "talk.else") == .given(.text("Nothing")))
    }

    @Test func `undo of a reply goes back to its probe, and what is typed then replaces no answer`() throws {
        let talk = try Talk(
            "I lead it.", "1", "in 2019", ":undo", "in 2020", "", "Nothing else.", ":quit", of: Talk.interview
        )
        #expect(talk.state.response(to: Self.id) == .given(.text("I lead it.")))
        #expect(talk.state.records[Self.id]?.note == "Since when? in 2020")
        #expect(talk.state.response(to: "talk.else") == .given(.text("Nothing else.")))
        let words = try Talk("I lead it.", "more", ":undo", "other", ":quit", of: Talk.interview)
        #expect(words.state.response(to: Self.id) == .given(.text("I lead it.")))
        #expect(words.state.records[Self.id]?.note == "other")
    }

    @Test func `redo of a reply is followed by more words, and no other answer`() throws {
        let talk = try Talk(
            "I lead it.", "1", "in 2019", ":undo", ":redo", "and since", ":quit", of: Talk.interview)
        #expect(talk.state.response(to: Self.id) == .given(.text("I lead it.")))
        #expect(talk.state.records[Self.id]?.note == "Since when? in 2019\nand since")
    }

    @Test func `a probe is taken up of an answered question, on the screen or just before it`() throws {
        let before = try Talk(
            "I lead it.", "", ":probe 2", "the board", "", "Nothing else.", ":quit", of: Talk.interview)
        #expect(before.state.records[Self.id]?.note == "With whom? the board")
        #expect(before.state.response(to: "talk.else") == .given(.text("Nothing else.")))
        let onScreen = try Talk(
            "I lead it.", "", ":back", ":probe 1", "2020 or so", "", "Nothing.", ":quit", of: Talk.interview)
        #expect(onScreen.state.records[Self.id]?.note == "Since when? 2020 or so")
        #expect(onScreen.state.response(to: Self.id) == .given(.text("I lead it.")))
        #expect(onScreen.state.response(to: "talk.else") == .given(.text("Nothing.")))
    }

    @Test func `whoever comes back is told that the probes are closed, and how they are asked`() throws {
        try Talk.open([.line(":probe 1"), .line("in May"), .line(":quit")], false, Talk.interview) {
            talk, said, _ in
            try talk.perform(.answer(Self.id, .given(.text("I lead it.")), note: nil))
            _ = talk.run()
            let words = said.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("What was being written on Talk 1 is closed."))
            #expect(talk.recorded.records[Self.id]?.note == "Since when? in May")
        }
        // Where something else came after it, nothing was being written.
        try Talk.open([.line(":quit")], false, Talk.interview) { talk, said, _ in
            try talk.perform(.answer(Self.id, .given(.text("I lead it.")), note: nil))
            try talk.perform(.title("Other"))
            _ = talk.run()
            #expect(!said.text.contains("is closed"))
        }
    }
}
