import Foundation
import Glibc
import TestSupport
import Testing

/// Names and files that are not what a command needs: each is read, or refused in words that say what to do.
struct OddFilesTests {
    private func onOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func folder(_ canary: Canary) -> String {
        (canary.folder as NSString).deletingLastPathComponent
    }

    @Test func `a file to write may have the longest name that there is, and no longer one`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let folder = folder(canary)
            let longest = folder + "/" + String(repeating: "é", count: 127) + "n"
            let written = try canary.run("export", id, "--format", "html", "-o", longest)
            #expect(written.status == .exited(0), "\(written.errorText)")
            #expect(FileManager.default.fileExists(atPath: longest))
            let longer = try canary.run("export", id, "--format", "html", "-o", longest + "n")
            #expect(longer.status == .exited(74) && longer.errorText.contains("hint: choose a shorter name"))
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".") } == []
            )
        }
    }

    @Test func `force replaces files alone, and what else is there is named`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let folder = folder(canary)
            let file = try canary.file("there.html", "mine")
            try FileManager.default.createDirectory(
                atPath: folder + "/place", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link", withDestinationPath: file)
            for (path, words) in [
                (folder + "/place", "it is a folder"), (folder + "/link", "it is a symbolic link"),
                ("/dev/null", "it is a device, a pipe or a socket"), ("", "the name of the file is empty"),
            ] {
                for more in [[], ["--force"]] {
                    let result = try PipedProcess.run(
                        Canary.path,
                        ["export", id, "--format", "html", "-o", path, "--sessions", canary.folder] + more,
                        input: "")
                    #expect(result.status == .exited(74), "\(path)")
                    let said = onOneLine(result.errorText)
                    #expect(said.contains(words) && said.contains("hint: "), "\(path): \(said)")
                    #expect(!said.contains("--force"), "\(path): \(said)")
                }
            }
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
            let taken = try canary.run("export", id, "--format", "html", "-o", file)
            #expect(taken.errorText.contains("add --force"))
        }
    }

    @Test func `a pipe is read like a file, a device and a socket are refused`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let folder = folder(canary)
            let pack = folder + "/pack.json"
            try canary.run("export", id, "--format", "json", "-o", pack)
            let review = folder + "/review.json"
            let shell = """
                "$1" review <(cat "$2") --role "lead peer" -o "$3" --plain --sessions "$4" <<<"agree" &&
                "$1" import-review "$5" /dev/stdin --yes --sessions "$4" <"$3" &&
                "$1" answer "$5" /dev/stdin --sessions "$4" <<<"political-support.leader-accepts: 2" &&
                cat "$3" | "$1" import-review "$5" /dev/stdin --yes --sessions "$4"
                """
            let read = try PipedProcess.run(
                "bash", ["-c", shell, "bash", Canary.path, pack, review, canary.folder, id], input: "")
            #expect(read.status == .exited(0), "\(read.errorText)")
            #expect(read.outputText.contains("Filed as review 1"))
            #expect(read.outputText.contains("filed already, as review 1"))

            let socket = folder + "/socket"
            let made = try PipedProcess.run(
                "python3",
                ["-c", "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])", socket],
                input: "")
            #expect(made.status == .exited(0), "\(made.errorText)")
            for (path, words) in [
                ("/dev/null", "is a device, and neither a file nor a pipe"),
                ("/dev/zero", "is a device, and neither a file nor a pipe"),
                (socket, "is a socket, and neither a file nor a pipe"), (folder, "is a folder"),
            ] {
                for command in [["review", path], ["import-review", id, path], ["answer", id, path]] {
                    let result = try PipedProcess.run(
                        Canary.path, command + ["--sessions", canary.folder], input: "")
                    #expect(result.status == .exited(74), "\(command)")
                    #expect(result.errorText.contains("canary: \(path): \(words)"), "\(result.errorText)")
                }
            }
        }
    }

    @Test func `a list in JSON holds what steers a terminal as escapes`() throws {
        try Canary.inTemporaryFolder { canary in
            let title = "a\u{9B}2J\u{202E}b\u{7F}c"
            try canary.run("start", "leadership", "--no-walk", "--title", title, "--authority", title)
            let listed = try canary.run("list", "--format", "json").outputText
            #expect(
                listed.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
            #expect(!listed.unicodeScalars.contains("\u{202E}"))
            let sessions = try canary.json("list")["sessions"] as? [[String: Any]] ?? []
            #expect(sessions.map { $0["title"] as? String } == [title])
        }
    }

    @Test func `a damaged session is found by its title, after one that can be read`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring round")
            try canary.run(
                "resume", id, "--plain", input: "goto political-support\n3\n2\n1\ntitle Autumn round\n")
            let path = canary.journal(of: id)
            var lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(
                String.init)
            lines[3] = lines[3].replacing("\"rating\":2", with: "\"rating\":4")
            try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try canary.run("show", "Autumn round").errorText.contains("is damaged in line 4"))
            #expect(try canary.run("verify", "Autumn round").status == .exited(2))
            let salvaged = try canary.run("verify", "Autumn round", "--salvage")
            #expect(salvaged.outputText.contains("A new session holds all that is sound"))
            // The new one can be read, so that the title is its own now.
            #expect(try canary.run("show", "Autumn round").status == .exited(0))
            #expect(try canary.run("verify", "Spring round").status == .exited(1))
        }
    }

    @Test func `a journal whose name is not UTF-8 is said`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let shell = "cp \"$1\" \"$2/caf$(printf '\\351').canary.jsonl\""
            let copied = try PipedProcess.run(
                "bash", ["-c", shell, "bash", canary.journal(of: id), canary.folder], input: "")
            #expect(copied.status == .exited(0), "\(copied.errorText)")
            let said = onOneLine(try canary.run("list").outputText)
            #expect(said.contains("caf\\xe9.canary.jsonl: its name is not UTF-8"), "\(said)")
            #expect(try canary.json("list")["unnameable"] as? [String] == ["caf\\xe9.canary.jsonl"])
        }
    }

    @Test func `an invitation beside its workshop leaves the title to the workshop`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.run(
                "start", "leadership", "--workshop", "--no-walk", "--title", "The board"
            ).outputText.trimmingCharacters(in: .newlines)
            let invited = canary.folder + "/anna"
            #expect(try canary.run("invite", "The board", "-o", invited).status == .exited(0))
            #expect(try canary.json("show", "The board")["id"] as? String == id)
            #expect(try canary.json("show", "anna")["id"] as? String == "anna")
            let long = canary.folder + "/" + String(repeating: "n", count: 230)
            let refused = try canary.run("invite", "The board", "-o", canary.folder + "/ben", long)
            #expect(refused.status != .exited(0) && refused.errorText.contains("choose a shorter name"))
            #expect(!FileManager.default.fileExists(atPath: canary.folder + "/ben.canary.jsonl"))
            // Where the system refuses a file, it is that, and no wrong name of a session.
            let beside = try canary.run("invite", "The board", "-o", canary.journal(of: id) + "/one")
            #expect(beside.status == .exited(74) && beside.errorText.contains("not a folder"))
        }
    }

    @Test(.enabled(if: getuid() == 0)) func `a file that may not be written to is the one to look at`() throws
    {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let shell = """
                chmod 755 "$1" && chown -R nobody "$2" && chmod 444 "$2/$3.canary.jsonl" &&
                exec setpriv --reuid=nobody --clear-groups "$4" resume "$3" --plain --sessions "$2" </dev/null
                """
            let result = try PipedProcess.run(
                "bash", ["-c", shell, "bash", folder(canary), canary.folder, id, Canary.path], input: "")
            #expect(
                onOneLine(result.errorText).contains(
                    "look at the permissions of the file, and of the folder"),
                "\(result.errorText)")
        }
    }

    @Test func `a file that is larger than any session is named, and not read`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start("Spring")
            let large = canary.folder + "/large.canary.jsonl"
            try FileManager.default.copyItem(atPath: canary.journal(of: id), toPath: large)
            // As large as ten thousand sessions, and no room taken.
            try #require(FileHandle(forWritingAtPath: large)).truncate(atOffset: 1 << 40)
            let listed = try canary.run("list")
            #expect(listed.status == .exited(0), "\(listed.errorText)")
            #expect(onOneLine(listed.outputText).contains("its file is larger than 128 MB"))
            for words in [
                ["show", "large"], ["verify", "large"], ["resume", "large"],

            ] {
                let refused = try PipedProcess.run(
                    Canary.path, words + ["--sessions", canary.folder], input: "")
                #expect(refused.status == .exited(1), "\(words)")
            }
            #expect(try canary.run("show", "Spring").status == .exited(0))
            #expect(try canary.run("show", "nowhere").status == .exited(1))
        }
    }

    @Test func `a session of a million damaged lines is verified in a hundred lines`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let file = try #require(FileHandle(forWritingAtPath: canary.journal(of: id)))
            try file.seekToEnd()
            try file.write(contentsOf: Data(repeating: UInt8(ascii: "\n"), count: 1_000_000))
            let verified = try canary.run("verify", id)
            #expect(verified.status == .exited(2))
            #expect(verified.outputText.contains("999900 more lines are damaged."))
            #expect(verified.outputText.split(separator: "\n").count < 120)
        }
    }

    @Test func `what is wrong is said in a length that can be read, whatever it quotes`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let long = String(repeating: "x", count: 100_000)
            let key = try canary.file(
                "sheet.yaml", "? " + String(repeating: "k", count: 3_000_000) + "\n: 1\n")
            let value = try canary.file(
                "other.yaml",
                "political-support.leader-accepts: {answer: \(String(repeating: "v", count: 3_000_000))}\n")
            let questionnaire = try canary.file(
                "q.yaml", "format: \(String(repeating: "f", count: 3_000_000))\n")
            for words in [
                ["show", long], ["show", id, "--" + long], ["start", long], ["help", long],
                ["answer", id, key],
                ["answer", id, value], ["questionnaire", "check", questionnaire], ["verify", long],
                ["evaluate", id, "--what-if", long], ["list", "--format", long], ["list", "--lang", long],
            ] {
                let result = try PipedProcess.run(
                    Canary.path, words + ["--sessions", canary.folder], input: "")
                #expect(result.status != .exited(0), "\(words[0])")
                let said = result.errors.count + result.output.count
                #expect(said < 8_000 && said > 0, "\(words.map { $0.prefix(20) }): \(said)")
                #expect(
                    (result.errorText + result.outputText).contains("[… "), "\(words.map { $0.prefix(20) })")
            }
            let typed = try canary.run("resume", id, "--plain", input: "goto \(long)\n")
            #expect(typed.output.count < 8_000 && onOneLine(typed.outputText).contains("[… "))
        }
    }

    @Test func `a note of millions of lines is shown and sent in less than 200 MB`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.start()
            let sheet = try canary.file(
                "sheet.yaml",
                "political-support.leader-accepts:\n  answer: 3\n  note: |\n    a\n"
                    + String(repeating: "\n", count: 3_900_000) + "    x\n")
            let measure = """
                import resource, subprocess, sys
                status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
                print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
                """
            for words in [["answer", id, sheet], ["show", id], ["export", id, "--format", "markdown"]] {
                let result = try PipedProcess.run(
                    "python3", ["-c", measure, Canary.path] + words + ["--sessions", canary.folder],
                    input: "",
                    timeLimit: .seconds(240))
                let figures = result.outputText.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
                try #require(figures.count == 2, "\(result.errorText)")
                #expect(figures[0] == 0 && figures[1] < 200_000, "\(words): \(figures)")
            }
        }
    }
}
