import Foundation
import TestSupport
import Testing

/// Plain mode, as a screen reader speaks it.
struct PlainModeTests {
    /// A whole walk: every question answered one way or another, and every list and finding asked for.
    private static let commands =
        [
            "help", "help answering", "help words", "help all", "why", "look-for", "9", "nonsense", "na",
            "status",
        ] + (0..<90).map { ["3", "2 with a note on it", "?", "n", "na it does not arise"][$0 % 5] } + [
            "status", "answers", "unanswered", "check", "", "evaluate", "evaluate all", "explain tier",
            "explain tier tree", "paths", "next-best", "history", "undo", "redo", "sign-off director",
            "reopen a figure was wrong", "quit",
        ]

    @Test(arguments: ["leadership", "corporate-health", "partnership", "scoping-interview"])
    func `says everything in short lines of words`(questionnaire: String) throws {
        try Canary.inTemporaryFolder { canary in
            let isText = questionnaire == "scoping-interview"
            let input = Self.commands.map { isText && $0.first?.isLetter == true ? ":" + $0 : $0 }
            let result = try canary.run(
                "start", questionnaire, "--title", "T", input: input.joined(separator: "\n") + "\n")
            // Some of the lines are refused.
            #expect(result.status == .exited(1))
            for line in result.outputText.split(separator: "\n") {
                #expect(
                    line.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.isASCII }, "\(line)")
                #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "\(line)")
                #expect(line.count <= 72 || !line.contains(" "), "\(line)")
                #expect(line.contains { $0.isLetter || $0.isNumber }, "\(line)")
            }
        }
    }

    @Test func `says every change in words`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
            for (line, words) in [
                ("3", "Saved:"), ("back", "Answered: 3"), ("clear", "Cleared:"), ("undo", "taken back"),
                ("redo", "made again"), ("undo", "taken back"), ("note n", "Saved as the note"),
                ("evidence data x", "Saved as evidence"), ("strength s", "Saved as a strength"),
                ("concern c", "Saved as a concern"), ("action a", "Saved as action A1"),
                ("theme t", "Saved:"), ("ask a", "Saved as something"), ("confidential", "Saved:"),
                ("title t", "Saved:"), ("authority a", "Saved:"), ("sign-off director", "Signed off"),
                ("reopen r", "open again"),
            ] {
                let shown = try canary.run("resume", id, "--plain", "--quiet", input: line + "\n").outputText
                #expect(shown.contains(words), "\(line): \(shown)")
            }
        }
    }

    @Test func `shows the characters that drive a terminal or reverse words, wherever they come from`() throws
    {
        try Canary.inTemporaryFolder { canary in
            let hostile = "red \u{1B}[31m bell \u{7} over \u{202E}rtl\u{2066}"
            let output = try canary.run(
                "start", "leadership", "--title", hostile, "--authority", hostile,
                input:
                    "goto political-support\n3 \(hostile)\nevidence data \"\(hostile)\"\nback\nanswers\nhistory\ncheck\n\n9 \(hostile)\n"
            ).outputText
            for bad in ["\u{1B}", "\u{7}", "\u{202E}", "\u{2066}"] { #expect(!output.contains(bad)) }
            #expect(output.contains("\\u{1B}[31m") && output.contains("\\u{202E}rtl"))
        }
    }

    @Test func `takes a line of a hundred thousand characters, and stores composed text`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let long = String(repeating: "word ", count: 20_000)
            try canary.run(
                "resume", id, "--plain", input: "goto political-support\n3 \(long)\nnote @1 Glyndw\u{302}r\n")
            try canary.run("resume", id, "--plain", input: "undo\n")
            let first = "political-support.leader-accepts"
            #expect((try canary.answers(of: id)[first]?["note"] as? String)?.count == 99_999)
            try canary.run("resume", id, "--plain", input: "redo\n")
            let note = try canary.answers(of: id)[first]?["note"] as? String
            #expect(note?.unicodeScalars.elementsEqual("Glynd\u{175}r".unicodeScalars) == true)
        }
    }

    @Test(arguments: ["--plain", "--quiet"])
    func `takes lines that are pasted for no answers, and keeps them where that is confirmed`(option: String)
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
            let terminal = try canary.terminal("resume", id, option)
            let lines = ["3 The leader chairs the board:", "1. Minutes of May", "2. Report of June"]
            for (reply, said) in [
                ("", "Left out"), ("maybe", "is no answer to that"), ("yes", "the note on"),
            ] {
                if reply != "yes" {
                    try terminal.settle { $0.beforeCursor == "Your answer: " }
                    try terminal.send(lines.joined(separator: "\r") + (reply.isEmpty ? "\r" : ""))
                }
                try terminal.settle { $0.beforeCursor.hasSuffix("leave them out: ") }
                try terminal.send(reply + "\r")
                try terminal.settle { $0.unwrappedText.contains(said) }
            }
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            let answers = try canary.answers(of: id)
            #expect(answers.values.allSatisfy { $0["status"] as? String == "unanswered" })
            let note = answers["political-support.leader-accepts"]?["note"] as? String
            #expect(note == lines.joined(separator: "\n"))
        }
    }

    @Test func `refuses bytes that are no text, and reads Latin-1 where the locale says so`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
            let line = Array("3 caf".utf8) + [0xE9, 0x0A]
            let arguments = ["resume", id, "--plain", "--sessions", canary.folder]
            let refused = try PipedProcess.run(Canary.path, arguments, input: line)
            #expect(refused.outputText.contains("not UTF-8"))
            #expect(try canary.answers(of: id)["political-support.leader-accepts"]?["value"] is NSNull)
            let read = try PipedProcess.run(
                Canary.path, arguments, input: line, environment: ["LANG": "en_GB.ISO-8859-1"])
            #expect(read.outputText.contains("Saved: 3"))
            #expect(
                try canary.answers(of: id)["political-support.leader-accepts"]?["note"] as? String == "café")
        }
    }

    @Test func `is chosen in a terminal that speaks Latin-1, which then shows its own letters`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
            let terminal = try canary.terminal("resume", id, environment: ["LANG": "en_GB.ISO-8859-1"])
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try terminal.send(bytes: Array("3 caf".utf8) + [0xE9, 0x0D])
            try terminal.settle { $0.contains("Question 2 of") }
            try terminal.send("back\r")
            try terminal.settle { $0.contains("Note: caf") }
            #expect(terminal.transcript.firstRange(of: Array("Note: caf".utf8) + [0xE9]) != nil)
            #expect(
                try canary.answers(of: id)["political-support.leader-accepts"]?["note"] as? String == "café")
        }
    }

    @Test func `says of details of a person that they are saved only once they are`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let note = "note ring 020 7946 0958\n"
            let saved = try canary.run(
                "resume", id, "--plain", input: "goto political-support\n3\n\(note)sign-off director\n"
            )
            .outputText
            #expect(saved.contains("a phone number") && saved.contains("It is saved all the same"))
            let refused = try canary.run("resume", id, "--plain", input: note.replacing("ring", with: "call"))
                .outputText
            #expect(refused.contains("There is a problem") && !refused.contains("It is saved"))
            let other = try canary.start()
            let first = "political-support.leader-accepts"
            let sheet = try canary.file("sheet.yaml", "\(first): {answer: 2, note: ring 020 7946 0958}\n")
            let told = try canary.run("answer", other, sheet)
            #expect(
                told.status == .exited(0)
                    && told.errorText.contains("sheet.yaml:1:1: what was saved on `\(first)`"))
            #expect(!told.errorText.contains("7946"))
        }
    }

    @Test func `has no colour, and the editing terminal has it only where it is wanted`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.startAtFirstRating()
            func transcript(_ environment: [String: String?], _ arguments: String...) throws -> String {
                let terminal = try TerminalSession(
                    Canary.path, ["resume", id, "--sessions", canary.folder] + arguments,
                    environment: environment,
                    rows: 40)
                try terminal.settle { $0.beforeCursor == "Your answer: " }
                try terminal.send("9\r")
                try terminal.settle {
                    $0.contains("There is a problem") && $0.beforeCursor == "Your answer: "
                }
                return terminal.transcriptText
            }
            #expect(try transcript([:]).contains("\u{1B}[1;31mThere is a problem"))
            for quiet in [
                try transcript(["NO_COLOR": "1"]), try transcript(["CLICOLOR": "0"]),
                try transcript([:], "--no-colour"),
            ] { #expect(!quiet.contains("\u{1B}[1;31m")) }
            for plain in [try transcript([:], "--plain"), try transcript(["TERM": "dumb"])] {
                #expect(!plain.contains("\u{1B}"))
            }
        }
    }
}
