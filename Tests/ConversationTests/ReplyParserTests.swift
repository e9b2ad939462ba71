import Instruments
import Sessions
import Testing

@testable import Conversation

/// How a typed line is understood.
struct ReplyParserTests {
    private let parser = ReplyParser(walkCommands)
    private let rating = AnswerKind.rating(
        AnswerKind.Rating(
            scaleID: "grip", scale: Scale(levels: ["A", "B", "C", "D"], metFrom: 3),
            descriptors: ["a", "b", "c", "d"]))
    private let choice = AnswerKind.choice([
        AnswerKind.Option(id: "present", text: "Present"),
        AnswerKind.Option(id: "partly", text: "In part"),
        AnswerKind.Option(id: "absent", text: "Absent"),
    ])

    @Test(arguments: [
        ("3", Reply.answer(.given(.rating(3)), note: nil)),
        ("  3  ", .answer(.given(.rating(3)), note: nil)),
        ("3 because of X", .answer(.given(.rating(3)), note: "because of X")),
        ("2, but only just", .answer(.given(.rating(2)), note: "but only just")),
        ("2.", .answer(.given(.rating(2)), note: nil)),
        ("Three", .answer(.given(.rating(3)), note: nil)),
        ("five", .notUnderstood(.unknownWord("five", nearest: []))),
        ("three managers left", .notUnderstood(.unknownWord("three", nearest: []))),
        ("level 3", .answer(.given(.rating(3)), note: nil)),
        ("2-3", .notUnderstood(.misfit(.outsideScale(given: "2-3", levels: 4)))),
        ("2,,", .notUnderstood(.misfit(.outsideScale(given: "2,,", levels: 4)))),
        ("3 some\nlines", .answer(.given(.rating(3)), note: "some\nlines")),
        ("?", .answer(.dontKnow, note: nil)),
        ("? ask finance", .answer(.dontKnow, note: "ask finance")),
        ("na no such post", .answer(.notApplicable(reason: "no such post"), note: nil)),
        (":na no such post", .answer(.notApplicable(reason: "no such post"), note: nil)),
        ("na", .notUnderstood(.misfit(.noReason))),
        ("5", .notUnderstood(.misfit(.outsideScale(given: "5", levels: 4)))),
        ("0", .notUnderstood(.misfit(.outsideScale(given: "0", levels: 4)))),
        ("-1", .notUnderstood(.misfit(.outsideScale(given: "-1", levels: 4)))),
        (
            "99999999999999999999",
            .notUnderstood(.misfit(.outsideScale(given: "99999999999999999999", levels: 4)))
        ),
        ("", .nothing),
        ("   ", .nothing),
        ("back", .command("back", "")),
        (":back", .command("back", "")),
        ("BACK", .command("back", "")),
        ("ev", .notUnderstood(.ambiguousWord("ev", matches: ["evidence", "evaluate"]))),
        ("evi data \"X\" y", .command("evidence", "data \"X\" y")),
        ("evi", .command("evidence", "")),
        ("Not really", .notUnderstood(.shortened("Not", command: "note"))),
        (
            "con the board is new",
            .notUnderstood(.ambiguousWord("con", matches: ["confirm", "concern", "confidential"]))
        ),
        (":not really", .command("note", "really")),
        ("no", .notUnderstood(.unknownWord("no", nearest: []))),
        ("exit", .command("quit", "")),
        ("skip", .command("next", "")),
        ("sign off director", .command("sign-off", "director")),
        ("n/a no such post", .answer(.notApplicable(reason: "no such post"), note: nil)),
        ("Don't know", .answer(.dontKnow, note: nil)),
        ("c", .answer(.given(.rating(3)), note: nil)),
        ("qiut", .notUnderstood(.unknownWord("qiut", nearest: ["quit"]))),
        ("xyzzy", .notUnderstood(.unknownWord("xyzzy", nearest: []))),
    ])
    func `a rating question`(line: String, reply: Reply) {
        #expect(parser.parse(line, for: rating) == reply)
    }

    @Test(arguments: [
        ("y", Reply.answer(.given(.yesNo(true)), note: nil)),
        ("Yes, twice", .answer(.given(.yesNo(true)), note: "twice")),
        ("no never", .answer(.given(.yesNo(false)), note: "never")),
        ("n", .answer(.given(.yesNo(false)), note: nil)),
        ("next", .command("next", "")),
        ("maybe", .notUnderstood(.misfit(.notYesNo(given: "maybe")))),
    ])
    func `a yes-no question`(line: String, reply: Reply) {
        #expect(parser.parse(line, for: .yesNo) == reply)
    }

    @Test(arguments: [
        ("2", Reply.answer(.given(.choice("partly")), note: nil)),
        ("absent since May", .answer(.given(.choice("absent")), note: "since May")),
        ("abs", .answer(.given(.choice("absent")), note: nil)),
        // What is on the screen is "In part".
        ("p", .answer(.given(.choice("present")), note: nil)),
        ("partly", .notUnderstood(.misfit(.unknownOption(given: "partly", options: ["1", "2", "3"])))),
        ("back", .command("back", "")),
    ])
    func `a choice question`(line: String, reply: Reply) {
        #expect(parser.parse(line, for: choice) == reply)
    }

    @Test
    func `several options are a list without spaces`() {
        let kind = AnswerKind.choices(choice.options)
        #expect(
            parser.parse("1,3 both", for: kind)
                == .answer(.given(.choices(["present", "absent"])), note: "both"))
        #expect(parser.parse("back", for: kind) == .command("back", ""))
    }

    @Test(arguments: [
        ("back", Reply.wordsOrCommand("back", command: "back")),
        ("Exit", .wordsOrCommand("Exit", command: "quit")),
        ("back to work", .answer(.given(.text("back to work")), note: nil)),
        (":back", .command("back", "")),
        ("?", .answer(.dontKnow, note: nil)),
        ("? who knows", .answer(.given(.text("? who knows")), note: nil)),
        ("na x", .answer(.given(.text("na x")), note: nil)),
        (":na x", .answer(.notApplicable(reason: "x"), note: nil)),
        ("::back", .answer(.given(.text(":back")), note: nil)),
    ])
    func `in a text question only a colon makes a command`(line: String, reply: Reply) {
        #expect(parser.parse(line, for: .text) == reply)
    }
}
