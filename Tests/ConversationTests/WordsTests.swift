import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// Notes, words on answers, pastes, undo: where what is typed goes, and what is said of it.
struct WordsTests {
    @Test func `another text in an answer's place shows the one that was there`() throws {
        let talk = try Talk("I chair the board", "", ":back", "ADCS, too", of: Talk.interview)
        #expect(talk.words.contains("It takes the place of: \"I chair the board\"."))
        #expect(talk.state.response(to: "talk.role") == .given(.text("ADCS, too")))
    }

    @Test(arguments: ["note", "edit"])
    func `nobody is asked for words where the session is signed off`(command: String) throws {
        let talk = try Talk(
            [.line("2"), .line("sign-off director"), .line("yes"), .line(command)], isTerminal: true)
        #expect(talk.state.signOff != nil)
        #expect(!talk.words.contains("Type the note on") && !talk.words.contains("Your editor opens"))
        #expect(talk.words.contains("Type reopen and the reason"))
    }

    @Test func `a theme goes with the question on the screen, or the one that is named, and no other`() throws
    {
        let talk = try Talk("3", "theme money", "theme @1 money", "theme @1 off money", "theme @one people")
        #expect(talk.words.contains("type: theme @1 and the theme"))
        #expect(talk.state.records["plan.one"]?.themes == ["people"])
        #expect(talk.state.records["plan.two"] == nil)
    }

    @Test func `a note before the answer goes with the question on the screen`() throws {
        let talk = try Talk("3", "note early words", "2 and more", "quit")
        #expect(talk.state.records["plan.one"]?.note == nil)
        #expect(talk.state.records["plan.two"]?.note == "early words\nand more")
        #expect(talk.words.contains("Kept with Plan 2, which has no answer yet. For Plan 1 type: note @1"))
    }

    @Test func `a note goes with another question by its number or name`() throws {
        let talk = try Talk(
            "3", "note @1 by number", "strength @plan.one good", "concern @\"Plan 1\" bad",
            "evidence @1 data \"R\"",
            "action @1 Do it", "confidential @1", "note @9 lost", "quit")
        let record = talk.state.records["plan.one"]
        #expect(record?.note == "by number" && record?.strengths == ["good"] && record?.concerns == ["bad"])
        #expect(record?.evidence.first?.reference == "R" && record?.actions.first?.text == "Do it")
        #expect(record?.confidential == true)
        #expect(talk.state.records["plan.two"] == nil)
        #expect(
            talk.words.contains("this area has no question 9")
                || talk.words.contains("This area has no question 9"))
    }

    @Test func `a note that is replaced is shown, and words can be added to it`() throws {
        let talk = try Talk("note one", "note two", "note + three", "note ++ four", "note +five", "3", "quit")
        #expect(talk.words.contains("in place of the earlier one: \"one\""))
        #expect(talk.state.records["plan.one"]?.note == "+ four\nfive")
    }

    @Test func `another answer under a note shows the note`() throws {
        let talk = try Talk("3 because of X", "back", "2", "back", "1 new words", "quit")
        #expect(
            talk.words.contains("Note kept: \"because of X\". Where it holds no more, type note @plan.one"))
        #expect(talk.words.contains("It takes the place of the earlier note: \"because of X\"."))
        #expect(talk.state.records["plan.one"]?.note == "new words")
    }

    @Test func `lines behind an answer in words are further words on it, and Enter goes on`() throws {
        let talk = try Talk(
            "I lead it.", "A second line", "A third line", "", "Nothing else.", ":quit", of: Talk.interview)
        #expect(talk.state.response(to: "talk.role") == .given(.text("I lead it.")))
        #expect(talk.state.records["talk.role"]?.note == "A second line\nA third line")
        #expect(talk.state.response(to: "talk.else") == .given(.text("Nothing else.")))
    }

    @Test func `a probe is put before words only where it is taken up`() throws {
        let talk = try Talk(
            "I lead it.", "first", "2", "the board", "last", ":probe 1", "in 2020", "", ":quit",
            of: Talk.interview)
        #expect(
            talk.state.records["talk.role"]?.note
                == "first\nWith whom? the board\nlast\nSince when? in 2020")
    }

    @Test func `commands in between do not end what is written down, and none of it is lost`() throws {
        let talk = try Talk(
            "I lead it.", "first", ":status", "second", ":note third", ":why", "fourth", ":next", "Other.",
            ":quit",
            of: Talk.interview)
        #expect(talk.state.records["talk.role"]?.note == "first\nsecond\nthird\nfourth")
        #expect(talk.state.response(to: "talk.else") == .given(.text("Other.")))
    }

    @Test func `don't know in a text question is text, and that is said`() throws {
        let talk = try Talk("don't know", ":quit", of: Talk.interview)
        #expect(talk.state.response(to: "talk.role") == .given(.text("don't know")))
        #expect(talk.words.contains("For don't know type ? alone"))
    }

    @Test(arguments: [("yes", true), ("", false), ("no", false)])
    func `pasted lines answer nothing, and are kept only where that is confirmed`(reply: String, isKept: Bool)
        throws
    {
        let text = "3 The leader chairs the board:\n1. Minutes of May\n2. Report of June"
        let talk = try Talk([.gathered(text), .line(reply), .line("quit")], isTerminal: true)
        #expect(Counts(talk.state).unanswered == Counts(talk.state).questions)
        #expect(talk.state.records["plan.one"]?.note == (isKept ? text : nil))
        #expect(talk.words.contains("nothing of them was saved: 3 The leader chairs the board:"))
    }

    @Test func `pasted lines are one answer in words, and the lines of a note that is being typed`() throws {
        let answer = try Talk(
            [.gathered("one\ntwo"), .line("yes"), .line(":quit")], isTerminal: true, of: Talk.interview)
        #expect(answer.state.response(to: "talk.role") == .given(.text("one\ntwo")))
        let note = try Talk(
            [.line("note"), .gathered("one\n2\n."), .line("3"), .line("quit")], isTerminal: true)
        #expect(note.state.records["plan.one"]?.note == "one\n2")
        #expect(note.state.response(to: "plan.one") == .given(.rating(3)))
    }

    @Test func `undo and redo say what they take back and make again`() throws {
        let talk = try Talk("3 because", "back", "2", "undo", "redo", "next", "note more", "undo", "quit")
        #expect(
            talk.words.contains(
                "The last change is taken back. Plan 1 was 2, Emerging; it is 3, Established now."))
        #expect(
            talk.words.contains("The change is made again. Plan 1 was 3, Established; it is 2, Emerging now.")
        )
        #expect(talk.words.contains("Note on Plan 2: \"more\" before, no note after."))
    }

    @Test func `a long note is taken back as one, and does not make the journal grow with its square`() throws
    {
        let line = String(repeating: "word ", count: 16)
        let lines = ["3", "back", "note"] + (0..<1_000).map { "\($0) \(line)" } + [".", "quit"]
        let talk = try Talk(lines.map(LineInput.line))
        #expect(talk.length < 400_000)
        #expect(talk.state.records["plan.one"]?.note?.split(separator: "\n").count == 1_000)
        let undone = try Talk("3", "back", "note", "one", "two", "", "three", ".", "undo", "quit")
        #expect(undone.state.records["plan.one"]?.note == nil)
        #expect(undone.state.response(to: "plan.one") == .given(.rating(3)))
    }

    @Test func `undo never skips what cannot be taken back without asking`() throws {
        for (reply, isTakenBack) in [("yes", true), ("no", false), ("maybe", false), ("quit", false)] {
            try Talk.open([.line("undo"), .line(reply), .line("quit")], false) { talk, said, _ in
                let id: Question.ID = "plan.one"
                try talk.perform(.answer(id, .given(.rating(3)), note: nil))
                try talk.perform(
                    .recordRelease(
                        Release(
                            pack: "p", audience: "public", format: "csv",
                            sha256: String(repeating: "0", count: 64))))
                _ = talk.run()
                #expect(said.text.contains("cannot be taken back"))
                #expect((talk.recorded.response(to: id) == nil) == isTakenBack, "\(reply)")
            }
        }
    }

    @Test func `the history marks what was taken back, until it is made again`() throws {
        let taken = try Talk("3", "back", "note words of mine", "undo", "history", "quit").said
        #expect(taken.contains("words of mine (taken back since)"))
        let made = try Talk("3", "back", "note words of mine", "undo", "redo", "history", "quit").said
        #expect(!made.contains("taken back since"))
    }

    @Test func `undo asks where more than one answer goes`() throws {
        let sheet = AnswerSheet(entries: [
            .init(question: "plan.one", place: .init(line: 1, column: 1), answer: .value("3")),
            .init(question: "plan.two", place: .init(line: 2, column: 1), answer: .value("2")),
        ])
        for (reply, left) in [("yes", 0), ("no", 2), ("2", 2)] {
            try Talk.open([.line("undo"), .line(reply), .line("quit")], false) { talk, said, _ in
                try talk.perform(.recordSheet(sheet))
                _ = talk.run()
                #expect(said.text.contains("Change 2 answers at once?"))
                #expect(Counts(talk.recorded).questions - Counts(talk.recorded).unanswered == left)
            }
        }
    }

    @Test func `a script with a refused line ends as one`() throws {
        #expect(try Talk("3", "9", "quit").ending == .refusedSome(1))
        #expect(try Talk("3", "9").ending == .refusedSome(1))
        #expect(try Talk("3", "quit").ending == .left)
        #expect(try Talk("3").ending == .endOfInput)
    }

    @Test func `privacy works in the walk`() throws {
        #expect(try Talk("privacy", "quit").words.contains("freedom of information"))
    }
}

/// What a reviewer types.
struct ReviewReplyTests {
    @Test(arguments: [
        ("agree", ReviewReply.verdict(.agree, "")), ("a", .verdict(.agree, "")),
        ("agree the minutes show it", .verdict(.agree, "the minutes show it")),
        ("agree, not really", .notUnderstood("agree, not really")),
        ("agree or challenge", .notUnderstood("agree or challenge")),
        ("agree not with the level", .notUnderstood("agree not with the level")),
        ("a board paper shows it", .notUnderstood("a board paper shows it")),
        ("next week I will look", .notUnderstood("next week I will look")), ("next", .next), ("b", .back),
        ("challenge the audit says otherwise", .verdict(.challenge, "the audit says otherwise")),
        ("3", .own("3")), ("3 or 2", .notUnderstood("3 or 2")), ("no idea", .notUnderstood("no idea")),
        ("", .next),
        ("comment next is fine", .comment("next is fine")),
    ])
    func `is taken for what it says`(line: String, reply: ReviewReply) {
        #expect(ReviewReply(line, own: ["1", "2", "3", "4"]) == reply)
    }
}
