import Instruments
import LineEditing
import Sessions
import Testing

@testable import Conversation

/// An answer, and words, go to the question on the screen and to no other.
struct OnScreenTests {
    /// Every command, with something behind it where it takes something.
    private static let lines =
        walkCommands.map(\.name)
        + [
            "goto plan.two", "note later", "evaluate all", "answers plan", "explain nothing", "theme money",
            "what-if plan.two=3", "title Other", "language en", "history plan.one", "confirm plan",
            "link a leads-to b", "probe 1", "evidence document x", "strength x", "action x", "note + y",
        ]

    @Test func `whatever was typed before, an answer goes to the question shown last or to none`() throws {
        var random = SystemRandomNumberGenerator()
        for line in Self.lines where !["quit", "edit"].contains(line) {
            for _ in 0..<4 {
                let before = ["1", "?", "next", "goto plan.three", "2 with words", ""].randomElement(
                    using: &random)
                let lines = [before ?? "", line, "4", "? x", "na y"]
                try Talk.open(lines.map(LineInput.line), true) { talk, said, _ in
                    try talk.showQuestion()
                    for typed in lines {
                        let shown = Self.shown(in: said.text)
                        let held = talk.recorded.records
                        let prompt = talk.expectation
                        let next = try talk.step()
                        let changed = talk.recorded.records.filter {
                            held[$0.key]?.response != $0.value.response
                        }
                        if prompt == nil, typed != line {
                            #expect(changed.keys.allSatisfy { "\($0)" == shown }, "\(lines)")
                        }
                        if next == .showQuestion { try talk.showQuestion() }
                    }
                }
            }
        }
    }

    /// The question that was shown last, as the screen heads it.
    private static func shown(in said: String) -> String? {
        let heads = said.matches(of: /(Plan|Talk)\. Question (\d) of/)
        let ends = said.ranges(of: "This is the end of the questions.").last
        guard let last = heads.last, ends.map({ $0.lowerBound < last.range.lowerBound }) ?? true else {
            return nil
        }
        let names = last.output.1 == "Plan" ? ["one", "two", "three"] : ["role", "else"]
        return "\(last.output.1.lowercased()).\(names[(Int(last.output.2) ?? 1) - 1])"
    }

    @Test func `where the walk went on unseen, an answer is refused with the way back`() throws {
        try Talk.open(["2", "? nobody has told me", "dk", "confidential", "", "2"].map(LineInput.line), true)
        {
            talk, said, _ in
            try talk.showQuestion()
            // As a walk does that ends without showing where it stands.
            try talk.perform(.move(to: "plan.two"))
            for _ in 0..<3 {
                _ = try talk.step()
                #expect(talk.recorded.records["plan.two"] == nil)
                #expect(
                    said.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                        .contains("No question is on the screen"))
            }
            _ = try talk.step()
            #expect(talk.recorded.records["plan.two"] == nil)
            let next = try talk.step()
            #expect(next == .showQuestion)
            try talk.showQuestion()
            _ = try talk.step()
            #expect(talk.recorded.records["plan.two"]?.response == .given(.rating(2)))
        }
    }

    @Test func `the prompt asks for an answer only where the question is on the screen`() throws {
        let reader = ScriptedLineReader(lines: ["status", "status"], isTerminal: true)
        try Talk.withReader(reader) { talk in
            try talk.showQuestion()
            _ = try talk.step()
            try talk.perform(.move(to: "plan.two"))
            _ = try talk.step()
        }
        #expect(reader.prompts == ["Your answer: ", "Your command: "])
    }

    @Test(arguments: ["evaluate all", "goto talk.else", "Goto talk.else", "answers talk", "help words"])
    func `a command as the screen names it is no answer in words`(line: String) throws {
        let talk = try Talk(line, "", "\(line) and more", of: Talk.interview)
        #expect(talk.words.contains("may be your words, or the command \(line.lowercased())"))
        #expect(talk.state.response(to: "talk.role") == .given(.text("\(line) and more")))
    }

    @Test func `no word that begins a command stands without its colon in what an interview lists`() throws {
        let talk = try Talk(":unanswered", of: Talk.interview)
        #expect(talk.said.contains("(:goto talk.role)"))
    }
}

/// Words that say that they are confidential are asked about, whatever they are kept as.
struct ConfidentialWordsTests {
    static let lines = [
        "3 confidential: the lead member is leaving", "3, Confidential - she leaves",
        "note confidential she leaves",
        "note + in confidence, she leaves", "concern confidential - she leaves", "strength Confidential: x",
        "action confidential: replace her by head of HR", "na confidential: she left",
        "evidence data \"x\" confidential she said so", "? off the record, she leaves",
        "note @plan.two strictly confidential: she leaves", "2 chair is off sick, confidential",
        "2 private, he is leaving in May", "3 OFFICIAL-SENSITIVE: budget gap not yet public",
        "3 x (this is confidential)", "3 x. Keep it confidential please",
        "2 keep this to yourselves: he drinks",
        "3 sensitive - see the letter", "3 (conf) he drinks", "2 restricted: see HR",
        "concern she leaves - confidential", "note he told me in confidence",
    ]

    @Test(arguments: lines)
    func `they are not saved before somebody says what is meant`(line: String) throws {
        let talk = try Talk(line)
        #expect(talk.state.records.isEmpty)
        #expect(talk.words.contains("may ask to be kept confidential, and nothing was saved"))
    }

    @Test(arguments: lines)
    func `on a question that is marked they are saved`(line: String) throws {
        let talk = try Talk("confidential", "confidential @plan.two", line)
        #expect(!talk.words.contains("nothing was saved"))
        let records = Array(talk.state.records.values)
        #expect(!records.contains { !$0.confidential })
    }

    @Test func `nothing is asked of reviewers that asks for confidence`() throws {
        let talk = try Talk("ask confidential: is the chair ill", "ask whether plans are read")
        #expect(talk.words.contains("Peer reviewers read what they are asked"))
        #expect(talk.state.asks == ["whether plans are read"])
    }

    @Test(arguments: [
        "3 the board keeps confidential papers", "note confidentiality is in doubt",
        "3 staff have grown in confidence", "note the hotline is confidential", "3 the private sector helps",
        "note restricted budgets, and sensitive talks with staff",
    ])
    func `words that only speak of it are kept`(line: String) throws {
        let talk = try Talk(line)
        #expect(!talk.state.records.isEmpty)
    }
}

/// What is shown before a report leaves is all that the report can tell.
struct AnswersShownTests {
    @Test(arguments: ["answers", "check"])
    func `what is written on a question is shown, answered or not`(command: String) throws {
        let talk = try Talk(
            "note Told before the answer", "strength Good board", "concern No money",
            "action Ask again by head of HR 2027-03-01", "confidential", command, "back")
        for words in [
            "Not answered.", "Told before the answer", "Strength: Good board", "Concern: No money",
            "Action A1: Ask again. By head of HR.", "Its words are confidential.",
        ] {
            #expect(talk.words.contains(words), "\(words)")
        }
    }

    @Test func `the question shows what is written on it before it is answered`() throws {
        let talk = try Talk("note Told before the answer", "confidential", "again")
        #expect(
            talk.words.contains(
                "Not answered yet. Its words are confidential. Note: Told before the answer"))
    }
}
