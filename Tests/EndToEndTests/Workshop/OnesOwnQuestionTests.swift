import Foundation
import TestSupport
import Testing

/// The questions on replacing somebody are for somebody alone: no room is asked them, in the room or before it.
struct OnesOwnQuestionTests {
    private static let ids = ["political-support.chief-executive-post", "political-support.director-post"]
    private static let words = ["needed a new chief executive", "needed a new director"]

    @Test func `no list, slip or screen of a room has them, and it is told how to answer them`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try canary.startWorkshop()
            let walk = ["present 12", "goto political-support"] + Array(repeating: "agree none", count: 12)
            let lines =
                walk + [
                    "triage all", "agenda", "unanswered", "check", "", "status", "back",
                    "goto \(Self.ids[0])", "goto \(Self.ids[1])", "note @\(Self.ids[1]) words", "next-best",
                ]
            let led = try canary.run("resume", room, input: lines.joined(separator: "\n") + "\nquit\n")
            let shown = led.outputText.onOneLine
            for words in Self.words { #expect(!shown.contains(words), "\(words)") }
            for id in Self.ids {
                #expect(shown.contains("`\(id)` is for somebody alone"), "\(id)")
            }
            #expect(shown.contains("Answer it in a session of your own"))
            let slips = try canary.run("slips", room, "--people", "2").outputText
            for words in Self.words { #expect(!slips.contains(words), "\(words)") }
            let sheet = canary.folder + "-sheet.yaml"
            try "\(Self.ids[0]): 3\n"
                .write(toFile: sheet, atomically: true, encoding: .utf8)
            let answered = try canary.run("answer", room, sheet)
            #expect(
                answered.status == .exited(1) && answered.errorText.onOneLine.contains("for somebody alone"))
        }
    }

    @Test func `they stay open, and results say that they were not asked`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try canary.startWorkshop()
            let lines = Array(repeating: "agree ?", count: 80)
            _ = try canary.run("resume", room, input: "present 12\n\(lines.joined(separator: "\n"))\nquit\n")
            let sentence =
                "2 questions are for somebody alone and were not asked in the room, so they stay open"
            for command in [["evaluate", room], ["show", room], ["export", room, "--format", "markdown"]] {
                let said = try PipedProcess.run(
                    Canary.path, command + ["--sessions", canary.folder], input: ""
                ).outputText.onOneLine
                #expect(said.contains(sentence) || command[0] == "show", "\(command): \(said.prefix(600))")
            }
            let counts = try canary.json("evaluate", room)["counts"] as? [String: Any]
            #expect(counts?["unanswered"] as? Int == 2, "\(counts ?? [:])")
            // Somebody alone is asked them.
            let alone = try canary.start("Alone")
            let asked = try canary.run("resume", alone, input: "goto \(Self.ids[1])\nquit\n").outputText
            #expect(asked.onOneLine.contains(Self.words[1]))
        }
    }

    @Test func `somebody who was invited to answer before the room is not asked them, either`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try canary.startWorkshop()
            let file = canary.folder + "-anna.canary.jsonl"
            let invited = try canary.run("invite", room, "-o", file)
            #expect(invited.status == .exited(0), "\(invited.errorText)")
            let walk = try canary.run(
                "resume", file,
                input:
                    "goto political-support\n2\n2\n2\n2\n2\n2\n2\n2\nunanswered\ngoto \(Self.ids[0])\nquit\n")
            for words in Self.words { #expect(!walk.outputText.onOneLine.contains(words), "\(words)") }
            #expect(walk.outputText.onOneLine.contains("for somebody alone"))
        }
    }
}

extension String {
    /// The text on one line, however it was wrapped.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
