import Foundation
import Glibc
import TestSupport
import Testing

/// The hand-off of a note to an editor, and that nothing of it is left anywhere.
struct EditorTests {
    private static let hasVim = FileManager.default.isExecutableFile(atPath: "/usr/bin/vim")

    /// A session with one answer, in a terminal with a home and a place for temporary files of its own.
    private func inTerminal(
        editor: String, _ body: (Canary, TerminalSession, _ folder: String) throws -> Void
    ) throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            let id = try canary.start()
            try canary.run(
                "resume", id, "--plain", input: "goto political-support\n3 the first words\nback\n")
            let settings =
                "set undofile undodir=\(folder) backup writebackup backupdir=\(folder) directory=\(folder)\n"
            try settings.write(toFile: folder + "/.vimrc", atomically: false, encoding: .utf8)
            let terminal = try canary.terminal(
                "resume", id,
                environment: [
                    "VISUAL": nil, "EDITOR": editor, "HOME": folder, "XDG_RUNTIME_DIR": folder + "/run",
                ])
            try FileManager.default.createDirectory(
                atPath: folder + "/run", withIntermediateDirectories: true)
            try terminal.settle { $0.beforeCursor == "Your answer: " }
            try body(canary, terminal, folder)
        }
    }

    /// Every file under a folder that holds a text.
    private func files(under folder: String, holding text: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            FileManager.default.contents(atPath: "\(folder)/\(name)").map {
                String(decoding: $0, as: UTF8.self).contains(text)
            } ?? false
        }
    }

    @Test func `a note comes back from the editor as it was left`() throws {
        try inTerminal(editor: "sed -i s/first/NEEDLE/") { canary, terminal, folder in
            try terminal.send("edit\r")
            try terminal.settle { $0.contains("Saved as the note on") && $0.beforeCursor == "Your answer: " }
            let note = try canary.answers(of: "T")["political-support.leader-accepts"]?["note"] as? String
            #expect(note == "the NEEDLE words")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/run") == [])
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(0))
            #expect(terminal.modes == .usual)
        }
    }

    @Test func `what the editor left is not lost where its words are asked about`() throws {
        try inTerminal(editor: "sed -i 's/first/020 7946 0958/'") { canary, terminal, _ in
            try terminal.send("edit\r")
            try terminal.settle {
                $0.contains("a phone number") && $0.beforeCursor.hasSuffix("leave it out: ")
            }
            try terminal.send("yes\r")
            try terminal.settle { $0.contains("Saved as the note on") && $0.beforeCursor == "Your answer: " }
            let note = try canary.answers(of: "T")["political-support.leader-accepts"]?["note"] as? String
            #expect(note == "the 020 7946 0958 words")
        }
    }

    @Test func `what the editor left and nobody saved is not lost behind another answer`() throws {
        let editor = "sh -c 'echo confidential: NEEDLE > \"$1\"' sh"
        try inTerminal(editor: editor) { canary, terminal, folder in
            try terminal.send("edit\r")
            try terminal.settle {
                $0.contains("There is a problem") && $0.beforeCursor == "Your answer: "
            }
            try terminal.send("3 fine so far\r")
            try terminal.settle { $0.contains("Saved: 3") && $0.beforeCursor == "Your answer: " }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(74))
            #expect(terminal.transcriptText.contains("Not saved"))
            #expect(files(under: folder + "/run", holding: "NEEDLE").count == 1)
        }
    }

    @Test func `an editor that leaves a pipe in its file's place is waited for no longer`() throws {
        try inTerminal(editor: "sh -c 'rm \"$1\"; mkfifo \"$1\"' sh") { _, terminal, _ in
            try terminal.send("edit\r")
            try terminal.settle { $0.contains("There is a problem") && $0.beforeCursor == "Your answer: " }
        }
    }

    @Test(arguments: ["false", "no-such-editor", "true"])
    func `an editor that fails, or changes nothing, changes nothing`(editor: String) throws {
        try inTerminal(editor: editor) { canary, terminal, _ in
            try terminal.send("edit\r")
            try terminal.settle {
                ($0.contains("ended with status") || $0.contains("Nothing was changed"))
                    && $0.beforeCursor == "Your answer: "
            }
            let note = try canary.answers(of: "T")["political-support.leader-accepts"]?["note"] as? String
            #expect(note == "the first words")
        }
    }

    /// An editor that writes something and then ends in some way.
    private static let badEditors = [
        ("printf 'NEEDLE words' > \"$1\"; exit 3", "ended with status 3"),
        ("printf 'NEEDLE words' > \"$1\"; kill -9 $$", "ended with status 137"),
        ("printf 'NEEDLE caf\\351' > \"$1\"", "not UTF-8"),
        ("(printf NEEDLE; head -c 2000000 /dev/zero | tr '\\0' x) > \"$1\"", "larger than a note can be"),
    ]

    @Test(arguments: badEditors)
    func `what cannot be taken back is kept, named, and opened again`(script: String, says: String) throws {
        try withTemporaryFolder { place in
            let editor = place + "/bad-editor"
            try "#!/bin/sh\n\(script)\n".write(toFile: editor, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor)
            try inTerminal(editor: editor) { canary, terminal, folder in
                try terminal.send("edit\r")
                try terminal.settle {
                    let text = $0.unwrappedText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    return text.contains(says) && text.contains("Edit opens it again")
                        && $0.beforeCursor == "Your answer: "
                }
                let kept = files(under: folder, holding: "NEEDLE")
                #expect(kept.count == 1 && kept.allSatisfy { $0.hasPrefix("run/") })
                let attributes = try FileManager.default.attributesOfItem(
                    atPath: "\(folder)/\(kept.first ?? "")")
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
                let note = try canary.answers(of: "T")["political-support.leader-accepts"]?["note"] as? String
                #expect(note == "the first words")
                // The editor gets what it left, and this time it is taken back.
                try "#!/bin/sh\ngrep -aq NEEDLE \"$1\" && printf 'NEEDLE mended' > \"$1\"\n".write(
                    toFile: editor, atomically: false, encoding: .utf8)
                try terminal.send("edit\r")
                try terminal.settle {
                    $0.contains("Saved as the note on") && $0.beforeCursor == "Your answer: "
                }
                let mended =
                    try canary.answers(of: "T")["political-support.leader-accepts"]?["note"] as? String
                #expect(mended == "NEEDLE mended")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/run") == [])
                try terminal.send("quit\r")
                #expect(try terminal.waitForEnd() == .exited(0))
            }
        }
    }

    @Test func `what an editor left is opened again by whoever resumes`() throws {
        try inTerminal(editor: "sh -c 'echo NEEDLE > \"$1\"; exit 3' sh") { canary, terminal, folder in
            try terminal.send("edit\r")
            try terminal.settle { $0.contains("it left is kept") && $0.beforeCursor == "Your answer: " }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(74))
            let later = try canary.terminal(
                "resume", "T",
                environment: [
                    "VISUAL": nil, "EDITOR": "sed -i s/NEEDLE/MENDED/", "HOME": folder,
                    "XDG_RUNTIME_DIR": folder + "/run",
                ])
            try later.settle { $0.beforeCursor == "Your answer: " }
            try later.send("edit\r")
            try later.settle { $0.contains("Saved as the note on") && $0.beforeCursor == "Your answer: " }
            let note = try canary.answers(of: "T")["political-support.leader-accepts"]?["note"] as? String
            #expect(note == "MENDED")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/run") == [])
            try later.send("quit\r")
            #expect(try later.waitForEnd() == .exited(0))
        }
    }

    @Test func `what an editor left and nobody saved is named at the end, told for a week, and then swept`()
        throws
    {
        try inTerminal(editor: "sh -c 'echo NEEDLE > \"$1\"; exit 3' sh") { canary, terminal, folder in
            try terminal.send("edit\r")
            try terminal.settle { $0.contains("it left is kept") && $0.beforeCursor == "Your answer: " }
            try terminal.send("quit\r")
            #expect(try terminal.waitForEnd() == .exited(74))
            #expect(
                terminal.transcriptText.contains("what your editor left")
                    || terminal.transcriptText.contains("What your editor left"))
            #expect(!terminal.transcriptText.contains("Every answer is saved"))
            let place = ["XDG_RUNTIME_DIR": folder + "/run"]
            #expect(files(under: folder, holding: "NEEDLE").count == 1)
            for _ in 1...3 {
                let told = try canary.run(
                    "start", "leadership", "--plain", input: "quit\n", environment: place
                ).errorText
                #expect(told.contains("An editor left a text") && told.contains("note.txt"))
                #expect(files(under: folder, holding: "NEEDLE").count == 1)
            }
            func mark() -> String? {
                FileManager.default.enumerator(atPath: folder + "/run")?.compactMap { $0 as? String }
                    .first { $0.hasSuffix(".told") }
            }
            // The week begins when somebody could read it.
            #expect(mark() == nil)
            func visit() throws -> String {
                let terminal = try canary.terminal("start", "leadership", environment: place)
                try terminal.settle { $0.beforeCursor == "Your answer: " }
                try terminal.send("quit\r")
                #expect(try terminal.waitForEnd() == .exited(0))
                return terminal.transcriptText
            }
            #expect(try visit().contains("An editor left a text"))
            let path = "\(folder)/run/\(try #require(mark()))"
            let first = try #require(Int(try String(contentsOfFile: path, encoding: .utf8)))
            try "\(first - 7 * 86_400 - 1)".write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try !visit().contains("An editor left a text"))
            #expect(files(under: folder, holding: "NEEDLE") == [])
        }
    }

    @Test(.enabled(if: hasVim)) func `vim leaves nothing behind, whatever its settings are`() throws {
        try inTerminal(editor: "vim") { canary, terminal, folder in
            try terminal.send("edit\r")
            try terminal.settle { $0.contains("note.txt") && $0.contains("the first words") }
            try terminal.send("ANEEDLE one\u{1B}:w\r")
            try terminal.settle { $0.contains("written") }
            try terminal.send("ANEEDLE two\u{1B}:wq\r")
            try terminal.settle { $0.contains("Saved as the note on") && $0.beforeCursor == "Your answer: " }
            #expect(files(under: folder, holding: "NEEDLE").allSatisfy { $0.hasSuffix(".canary.jsonl") })
            #expect(!FileManager.default.fileExists(atPath: folder + "/.viminfo"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/run") == [])
        }
    }

    @Test(.enabled(if: hasVim)) func `vim obeys no mode line of a note, whatever its settings are`() throws {
        try inTerminal(editor: "vim") { canary, terminal, folder in
            try terminal.send("note vim: set textwidth=33 :\r")
            try terminal.settle { $0.beforeCursor == "Your answer: " && $0.contains("textwidth=33") }
            try "set modeline modelines=5\nautocmd!\n".write(
                toFile: folder + "/.vimrc", atomically: false, encoding: .utf8)
            try terminal.send("edit\r")
            try terminal.settle { $0.contains("note.txt") }
            try terminal.send(":set textwidth?\r")
            try terminal.settle { $0.contains("textwidth=0") }
            try terminal.send(":q\r")
            try terminal.settle { $0.beforeCursor == "Your answer: " }
        }
    }

    @Test(arguments: ["exit 3", "exit 0"])
    func `what was saved in the editor is kept in the session where the terminal is closed`(
        ending: String
    ) throws {
        let editor = "bash -c 'echo NEEDLE > \"$1\"; trap \"\(ending)\" HUP; sleep 20 & wait' sh"
        try inTerminal(editor: editor) { canary, terminal, folder in
            try terminal.send("edit\r")
            for _ in 0..<400 where files(under: folder + "/run", holding: "NEEDLE").isEmpty { usleep(50_000) }
            usleep(100_000)
            #expect(try terminal.hangUp() != .exited(0))
            let note = try canary.answers(of: "T")["political-support.leader-accepts"]?["note"] as? String
            #expect(note == "NEEDLE")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/run") == [])
        }
    }

    @Test(.enabled(if: hasVim)) func `what a kill leaves is told for a week, and then swept away`() throws {
        try inTerminal(editor: "vim") { canary, terminal, folder in
            try terminal.send("edit\r")
            try terminal.settle { $0.contains("note.txt") && $0.contains("the first words") }
            try terminal.send("ANEEDLE\u{1B}:w\r")
            try terminal.settle { $0.contains("written") }
            // While vim runs, its folder is its own, and a start elsewhere leaves it alone.
            try canary.run(
                "start", "leadership", "--plain", input: "quit\n",
                environment: ["XDG_RUNTIME_DIR": folder + "/run"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/run").count == 1)
            terminal.signal(SIGKILL)
            _ = try terminal.hangUp()
            #expect(files(under: folder, holding: "NEEDLE").allSatisfy { $0.hasPrefix("run/") })
            // Vim ends when its terminal does, but not at once.
            var told = ""
            for _ in 0..<100 where !told.contains("An editor left a text") {
                usleep(50_000)
                told = try canary.run(
                    "start", "leadership", "--plain", input: "quit\n",
                    environment: ["XDG_RUNTIME_DIR": folder + "/run"]
                ).errorText
            }
            #expect(told.contains("An editor left a text"))
            #expect(files(under: folder, holding: "NEEDLE").count == 1)
        }
    }

    @Test func `without a terminal there is no editor`() throws {
        try Canary.inTemporaryFolder { canary in
            let output = try canary.run(
                "start", "leadership", "--plain", input: "goto political-support\n3\nback\nedit\n"
            ).outputText
            #expect(output.contains("An editor needs a terminal"))
        }
    }
}
