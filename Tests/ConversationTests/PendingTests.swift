import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// What is asked beside the questions: it is answered, or left by name, and nothing else answers a question.
struct PendingTests {
    private static var asked: Pending.Checked {
        Pending.Checked(question: "Sign off as shown?", refusal: "Nothing was signed off.") {
            talk throws(Interruption) in
            try talk.perform(.signOff(role: "director"))
            return .ask
        }
    }

    /// Everything that can be asked in a question's place.
    private static var prompts: [(String, Pending)] {
        let questions: [Question.ID] = ["plan.one", "plan.two", "plan.three"]
        return [
            ("yes or no", .yesOrNo(asked)), ("a list before a sign-off", .checking(questions, before: asked)),
            ("a list", .checking(questions, before: nil)),
            ("personal details", .personal(line: "3 x", during: nil)),
            ("a paste", .pasted("3 x\n2 y", during: nil)), ("a curtain", .curtain(during: nil)),
            ("a paste before a sign-off", .pasted("3 x\n2 y", during: .checking(questions, before: asked))),
        ]
    }

    private static let words = [
        "ok", "sure", "maybe", "fine", "go", "do", "it", "please", "yes", "no", "yess", "nope", "3", "the",
        "board", "agree",
        "signed", "ask", "note", "next", "week", "title", "and", "?", "dk", "na", "first", ".", "::", "level",
        "established",
    ]

    @Test func `no word drops out, and no number behind it answers a question`() throws {
        var random = SystemRandomNumberGenerator()
        for round in 0..<10 {
            for (name, prompt) in Self.prompts {
                var line = ""
                repeat {
                    let count = Int.random(in: 1...3, using: &random)
                    line = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }
                        .joined(separator: " ")
                } while ["yes", "no", "next"].contains(line)
                    || ["note", "ask", "title"].contains { line == $0 || line.hasPrefix($0 + " ") }
                try Talk.open([.line(line), .line("2"), .line("4")], true) { talk, _, _ in
                    talk.expectation = prompt
                    _ = try talk.step()
                    // A number of the list goes to its question, which is then on the screen.
                    let isOnScreen = Int(line).map { (1...3).contains($0) } == true && name.contains("list")
                    #expect(isOnScreen || talk.expectation != nil, "\(round) \(name): \(line)")
                    _ = isOnScreen ? .ask : try talk.step()
                    #expect(talk.recorded.records.isEmpty, "\(round) \(name): \(line)")
                    #expect(talk.recorded.signOff == nil, "\(name): \(line)")
                }
            }
        }
    }

    @Test(arguments: ["status", "quit", "back", "exit", ":status", "check"])
    func `a command in full leaves what is asked, and says that nothing was done`(command: String) throws {
        let prompts: [Pending] = [.yesOrNo(Self.asked), .checking(["plan.one"], before: Self.asked)]
        for before in prompts {
            try Talk.open([.line("4"), .line(command)], true) { talk, said, _ in
                // Something is behind, so that back has a place to go to.
                _ = try talk.step()
                talk.expectation = before
                let next = try talk.step()
                let words = said.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(words.contains("Not answered, and nothing was done: Sign off as shown?"))
                // It is neither a yes nor a no.
                #expect(!words.contains("Nothing was signed off."))
                #expect(
                    command == "quit" || command == "exit"
                        ? next == .leave : next == .showQuestion || command == "check")
                #expect(talk.recorded.signOff == nil)
            }
        }
    }

    @Test(arguments: ["help", ":help", "HELP", "help undo"])
    func `help is shown, and what is asked stays asked`(line: String) throws {
        for (name, prompt) in Self.prompts {
            try Talk.open([.line(line)], true) { talk, said, _ in
                talk.expectation = prompt
                let asked = prompt.prompt
                let next = try talk.step()
                #expect(next == .ask)
                #expect(talk.expectation?.prompt == asked, "\(name)")
                #expect(!said.text.isEmpty && !said.text.contains("Nothing was signed off."), "\(name)")
                if case .yesOrNo = prompt { #expect(said.text.contains("Sign off as shown?")) }
            }
        }
    }

    @Test func `a command with its words leaves what is asked and is done`() throws {
        for (name, prompt) in Self.prompts {
            try Talk.open([.line("note the board said so"), .line("2")], true) { talk, _, _ in
                talk.expectation = prompt
                _ = try talk.step()
                // Under a paste lies what was asked before it.
                #expect(talk.expectation == nil || name == "a paste before a sign-off", "\(name)")
                #expect(talk.recorded.records["plan.one"]?.note == "the board said so", "\(name)")
                #expect(talk.recorded.records["plan.one"]?.response == nil && talk.recorded.signOff == nil)
            }
        }
    }

    @Test func `a command that is refused leaves nothing`() throws {
        for (name, prompt) in Self.prompts where prompt.isAskedAgain {
            try Talk.open([.line("goto nowhere")], true) { talk, said, _ in
                talk.expectation = prompt
                _ = try talk.step()
                #expect(said.text.contains("There is a problem."))
                #expect(talk.expectation?.prompt == prompt.prompt, "\(name)")
            }
        }
    }

    @Test func `the name of a command alone is asked back where words are asked for`() throws {
        let names = ["evidence", "Quit", "next.", "sign off", "exit", "undo", "title", "goto 1", "Note that"]
        for name in names {
            var talk = try Talk(name, "words", of: Talk.interview)
            #expect(talk.state.records["talk.role"]?.response == .given(.text(name)), "\(name)")
            talk = try Talk(name, "", of: Talk.interview)
            #expect(talk.state.records.isEmpty, "\(name)")
            // Behind an answer, too.
            talk = try Talk("I chair the board", name, "words", of: Talk.interview)
            #expect(talk.state.records["talk.role"]?.note == name, "\(name)")
            talk = try Talk("I chair the board", name, "2", of: Talk.interview)
            #expect(talk.state.records["talk.role"]?.note == nil, "\(name)")
        }
        let talk = try Talk("confidential", "command", "I chair the board", of: Talk.interview)
        #expect(talk.state.records["talk.role"]?.confidential == true)
        #expect(talk.state.records["talk.role"]?.response == .given(.text("I chair the board")))
        // Words that only begin so are words.
        #expect(
            try Talk("next year we plan", of: Talk.interview).state.records["talk.role"]?.response
                == .given(.text("next year we plan")))
    }

    @Test func `the name of a command alone is no line of a long note, whatever its letters`() throws {
        let names = ["quit", "Quit", "exit", "undo", "status", "evaluate", "next", "sign-off", "help"]
        for name in names {
            let talk = try Talk("note", "first", name, "second", ".")
            #expect(talk.state.records["plan.one"]?.note == "first\nsecond", "\(name)")
            guard name != "help" else { continue }
            #expect(
                talk.words.contains(
                    "`\(name)` is the name of a command, and this line of the note was not saved."),
                "\(name): \(talk.words)")
            // Nothing was done, and the note goes on.
            #expect(talk.words.contains("Saved as the note on Plan 1."), "\(name)")
            let first = try Talk("note", name, "second", ".")
            #expect(first.state.records["plan.one"]?.note == "second", "\(name)")
        }
        // Behind a colon it is the command, and with more words it is a line.
        let left = try Talk("note", "first", ":quit", "second")
        #expect(left.state.records["plan.one"]?.note == "first" && left.ending == .left)
        let words = try Talk("note", "quit rates are high", "::quit", ".")
        #expect(words.state.records["plan.one"]?.note == "quit rates are high\n:quit")
    }

    @Test func `once it is refused, the question is shown before the next number can answer it`() throws {
        try Talk.open([.line("no")], true) { talk, _, _ in
            talk.expectation = .checking(["plan.one"], before: Self.asked)
            let next = try talk.step()
            #expect(next == .showQuestion)
            #expect(talk.expectation == nil)
        }
    }

    @Test func `a line that is refused can be brought back`() throws {
        let lines = ["9 with some words behind it", "9 with some words behind it and more"]
        let reader = KeepingReader(lines)
        try Talk.withReader(reader) { talk in
            _ = try talk.step()
            _ = try talk.step()
            #expect(reader.kept == lines)
        }
    }
}

/// A terminal that can bring a line back.
private final class KeepingReader: LineReader {
    private var lines: [String]
    private(set) var kept: [String] = []
    let isTerminal = true

    init(_ lines: [String]) { self.lines = lines.reversed() }

    func readLine(prompt: String, completions: @escaping (String) -> [Completion]) -> LineInput {
        lines.popLast().map(LineInput.line) ?? .endOfInput
    }

    func remember(_ line: String) {}

    func keep(_ text: String) -> Bool {
        kept.append(text)
        return true
    }
}
