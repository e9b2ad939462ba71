import Foundation
import TestSupport
import Testing

/// A workshop's wall in a second window: it shows the question and the votes, and nothing of what is typed.
@Suite(.serialized) struct `The wall` {
    private func room(_ canary: Canary, _ lines: String...) throws -> String {
        let id = try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "Titlezq")
            .outputText.trimmingCharacters(in: .newlines)
        try canary.run(
            "resume", id, "--plain",
            input: RoomVisit.setUp(12))
        try canary.run("resume", id, "--plain", input: (lines + ["quit", ""]).joined(separator: "\n"))
        return id
    }

    private func lead(_ canary: Canary, _ id: String, _ lines: String...) throws {
        try canary.run("resume", id, "--plain", input: (lines + ["quit", ""]).joined(separator: "\n"))
    }

    private func text(_ terminal: TerminalSession) -> String {
        terminal.transcriptText.replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]/#, with: " ")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(.timeLimit(.minutes(2)))
    func `shows the question, the vote once it is revealed, both votes, and what was agreed`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try room(canary)
            let wall = try canary.terminal("wall", id, rows: 45, columns: 100)
            try wall.settle(on: "Nobody speaks.")
            #expect(wall.screen.contains("Political support 1. Question"))
            #expect(wall.screen.contains("4  Embedded: "))
            try lead(canary, id, "tally 1 5 0 4 d2")
            try wall.settle(on: "The vote is counted, and not shown yet.")
            #expect(!text(wall).contains("10 of 12 rated"))
            try lead(canary, id, "reveal")
            try wall.settle(on: "10 of 12 rated. Don't know: 2.")
            #expect(wall.screen.contains("████████████████████ 5"))
            #expect(wall.screen.contains("The votes: two camps."))
            try lead(canary, id, "revote")
            try wall.settle(on: "The room votes once more.")
            try lead(canary, id, "tally 0 7 3 0 d2", "reveal")
            try wall.settle(on: "This is the second vote.")
            #expect(wall.screen.contains("5 in the first vote") && wall.screen.contains("7 now"))
            try lead(canary, id, "agree 2")
            try wall.settle(on: "Political support 1: Agreed: 2, Emerging.")
            #expect(wall.screen.contains("Political support 2. Question"))
            for columns in [40, 72, 200] {
                wall.resize(rows: 30, columns: columns)
                try wall.settle { screen in
                    screen.contains("Nobody speaks.") || screen.contains("for yourself.")
                }
            }
            try wall.send("q")
            #expect(try wall.waitForEnd() == .exited(0))
            #expect(wall.modes == .usual)
            #expect(wall.transcriptText.hasSuffix("\u{1B}[?25h\u{1B}[?1049l"))
        }
    }

    @Test(.timeLimit(.minutes(3)))
    func `shows nothing that the facilitator types, and no result, in no form`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try room(canary)
            let page = canary.folder + "/../wall.html"
            let walls = [
                try canary.terminal("wall", id, "--html", page, rows: 60, columns: 120),
                try canary.terminal("wall", id, "--plain", rows: 60, columns: 120),
            ]
            for wall in walls { try wall.settle(on: "Nobody speaks.") }
            let room = try RoomVisit(canary, "resume", id)
            // Every command that keeps words, each with a word that nothing else has.
            let lines = [
                "note alphazq", "note + betazq", "evidence corporate \"Gammazq\" deltazq",
                "strength epsilonzq",
                "concern zetazq", "action etazq by thetazq 2099-12-15", "ask iotazq", "theme kappazq",
                "title Lambdazq", "authority Muzq", "tally 1 5 0 4 d2", "reveal", "yes",
                "other-view a few 1 nuzq", "agree na xizq", "yes", "park omicronzq by pizq 2099-12-15",
                "agree none rhozq", "goto political-support", "next-best", "triage", "evaluate", "next-steps",
                "",
                "read-back", "spread", "time", "agenda", "history", "status", "room minutes 77", "nonsensezq",
                "withdraw", "undo",
            ]
            for line in lines {
                try room.say(line)
                for wall in walls { _ = try? wall.settle(within: .milliseconds(60)) { _ in false } }
            }
            Thread.sleep(forTimeInterval: 0.8)
            #expect(try room.quit() == .exited(0))
            for wall in walls {
                let html = (try? String(contentsOfFile: page, encoding: .utf8)) ?? ""
                try wall.send("q")
                #expect(try wall.waitForEnd() == .exited(0))
                let shown = text(wall)
                #expect(shown.contains("10 of 12 rated"))
                for text in [shown, html] {
                    for word in [
                        "zq", "Zq", "Still possible", "intervention", "scrutiny", "findings", "minutes left",
                        "2099",
                        "vote was counted",
                    ] {
                        #expect(!text.lowercased().contains(word.lowercased()), "\(word)")
                    }
                }
            }
            #expect(
                try String(contentsOfFile: page, encoding: .utf8).contains("The workshop is closed."),
                "the page is emptied at the end")
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `shows how many have voted on the keypad, and is blank behind the curtain`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try room(canary, "present 3")
            let page = canary.folder + "/../wall.html"
            let wall = try canary.terminal("wall", id, "--html", page, rows: 45, columns: 100)
            try wall.settle(on: "Nobody speaks.")
            let room = try RoomVisit(canary, "resume", id)
            try room.terminal.send("ballot\r")
            try wall.settle(on: "0 of 3 have voted.")
            try room.terminal.send("3\r")
            try wall.settle(on: "1 of 3 have voted.")
            #expect(try String(contentsOfFile: page, encoding: .utf8).contains("1 of 3 have voted."))
            // Of a program that is gone nothing is believed.
            try room.crash(in: id)
            try wall.settle(on: "Nobody speaks.")
            try room.terminal.send("curtain\r")
            try wall.settle(on: "The wall is covered.")
            #expect(!wall.screen.contains("Political support"))
            #expect(try !String(contentsOfFile: page, encoding: .utf8).contains("Political support"))
            try room.terminal.send("\r")
            try wall.settle(on: "Nobody speaks.")
            #expect(try room.quit() == .exited(0))
            try wall.send("\u{3}")
            #expect(try wall.waitForEnd() == .exited(0))
            #expect(wall.modes == .usual)
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `of a sealed session asks for the passphrase in its own window, and leaves no trace on the session`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try room(canary)
            try canary.run("encrypt", id, "--passphrase-fd", "0", input: "four words in a row\n")
            let names = try FileManager.default.contentsOfDirectory(atPath: canary.folder).sorted()
            let wall = try canary.terminal("wall", id, rows: 45, columns: 100)
            try wall.settle(on: "Passphrase of")
            try wall.send("four words in a row\r")
            try wall.settle(on: "Nobody speaks.")
            #expect(!text(wall).contains("four words"))
            try wall.send("q")
            #expect(try wall.waitForEnd() == .exited(0))
            #expect(try FileManager.default.contentsOfDirectory(atPath: canary.folder).sorted() == names)
        }
    }

    @Test func `says once what is there where nobody sits at it, and is for workshops`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try room(canary, "tally 1 5 0 4 d2", "reveal")
            let result = try canary.run("wall", id)
            #expect(result.status == .exited(0))
            #expect(
                result.outputText.contains("2, Emerging") && result.outputText.contains("5 of 12 people."))
            #expect(!result.outputText.contains("\u{1B}") && !result.outputText.contains("█"))
            let alone = try canary.start("Alone")
            #expect(try canary.run("wall", alone).status == .exited(1))
            let page = try canary.file("there.html", "mine")
            #expect(try canary.run("wall", id, "--html", page).status == .exited(74))
            #expect(try String(contentsOfFile: page, encoding: .utf8) == "mine")
        }
    }
}
