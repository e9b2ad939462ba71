import Foundation
import TestSupport
import Testing

/// What is installed beside the program: the manual, completions, the version, the list of parts.
struct ReleaseTests {
    @Test func `every command has a page that names its options`() throws {
        try withTemporaryFolder { folder in
            try Self.manual(into: folder + "/man")
            let commands = try Self.commands()
            #expect(commands.count >= 20)
            for command in commands {
                let name = command.path.joined(separator: "-")
                let page = try String(contentsOfFile: "\(folder)/man/\(name).1", encoding: .utf8)
                    .replacingOccurrences(of: "\\-", with: "-")
                #expect(page.hasPrefix(".TH \"\(name.uppercased())\" 1 "))
                for option in command.options {
                    #expect(page.contains("\\fB--\(option)\\fR"), "\(name) --\(option)")
                }
            }
            let pages = try FileManager.default.contentsOfDirectory(atPath: folder + "/man")
            #expect(pages.count == commands.count)
        }
    }

    @Test func `the manual's front page names every command`() throws {
        try withTemporaryFolder { folder in
            try Self.manual(into: folder)
            let page = try String(contentsOfFile: folder + "/canary.1", encoding: .utf8)
                .replacingOccurrences(of: "\\-", with: "-")
            for command in try Self.commands() where command.path.count == 2 {
                #expect(page.contains("\\fBcanary-\(command.path[1])(1)\\fR"), "\(command.path[1])")
            }
            for section in ["EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"] {
                #expect(page.contains("\n.SH \(section)\n"))
            }
        }
    }

    @Test
    func `the same program gives the same pages, without a word to the formatter that it does not know`()
        throws
    {
        try withTemporaryFolder { folder in
            try Self.manual(into: folder + "/one")
            try Self.manual(into: folder + "/two")
            let same = try PipedProcess.run("diff", ["-r", folder + "/one", folder + "/two"], input: "")
            #expect(same.status == .exited(0))
            let formatted = try PipedProcess.run(
                "bash", ["-c", "groff -man -Tutf8 -ww -z '\(folder)'/one/*.1"], input: "")
            #expect(formatted.status == .exited(0))
            #expect(formatted.errorText == "")
        }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completions know every command and option`(shell: String) throws {
        let script = try PipedProcess.run(
            Canary.path, ["--generate-completion-script", shell], input: ""
        ).outputText
        for command in try Self.commands() {
            #expect(script.contains(command.path.last ?? ""), "\(shell): \(command.path)")
            for option in command.options {
                let isThere = script.contains("--\(option)") || script.contains("-l '\(option)'")
                #expect(isThere, "\(shell): \(command.path) --\(option)")
            }
        }
    }

    @Test func `the version names the program and the formats that its files have`() throws {
        let text = try PipedProcess.run(Canary.path, ["--version"], input: "").outputText
        let shape = /canary [0-9]+\.[0-9]+\.[0-9]+ \((?:canary-[a-z]+\/[0-9]+,\s)*canary-[a-z]+\/[0-9]+\)\n/
        #expect(text.wholeMatch(of: shape) != nil, "\(text)")
        try Canary.inTemporaryFolder { canary in
            let session = try canary.start()
            let journal = try String(contentsOfFile: canary.journal(of: session), encoding: .utf8)
            let first = journal.firstMatch(of: /canary-session\/[0-9]+/).map { String($0.output) }
            var formats = [first ?? ""]
            for arguments in [
                ["evaluate", session], ["export", session], ["questionnaire", "show", "leadership"],
            ] {
                let json = try PipedProcess.run(
                    Canary.path, arguments + ["--format", "json", "--sessions", canary.folder], input: "")
                let object = try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any]
                formats.append(object?["format"] as? String ?? "")
            }
            for format in formats {
                #expect(!format.isEmpty && text.contains(format), "\(format)")
            }
        }
    }

    @Test func `the version is the one that the changelog tells of first`() throws {
        let changelog = try String(contentsOfFile: Canary.package + "/CHANGELOG.md", encoding: .utf8)
        let first = changelog.firstMatch(of: /\n## ([0-9.]+)/)?.1
        let text = try PipedProcess.run(Canary.path, ["--version"], input: "").outputText
        #expect(text.hasPrefix("canary \(first ?? "none") ("))
    }

    @Test func `the list of parts is complete and the licences name every package`() throws {
        let resolved = Canary.package + "/Package.resolved"
        let pins =
            (try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: resolved)))
            as? [String: Any])?["pins"] as? [[String: Any]] ?? []
        #expect(pins.count >= 3)
        let copyright = try String(contentsOfFile: Canary.package + "/Packaging/copyright", encoding: .utf8)
        let packages = pins.map { pin in
            let identity = pin["identity"] as? String ?? ""
            #expect(copyright.contains(identity), "\(identity)")
            return [
                "identity": identity, "url": pin["location"] ?? "", "dependencies": [String](),
                "version": (pin["state"] as? [String: Any])?["version"] ?? "",
            ]
        }
        try withTemporaryFolder { folder in
            try JSONSerialization.data(withJSONObject: ["dependencies": packages])
                .write(to: URL(filePath: folder + "/packages.json"))
            let (list, package) = (folder + "/parts.json", Canary.package)
            let version = try PipedProcess.run(Canary.path, ["--version"], input: "").outputText
                .split(separator: " ")[1]
            let made = try PipedProcess.run(
                "python3",
                [
                    package + "/Packaging/sbom.py", "--version", String(version), "--program", Canary.path,
                    "--packages", folder + "/packages.json", "--checkouts", package + "/.build/checkouts",
                    "-o", list,
                ], input: "",
                // It asks the toolchain for its version.
                environment: ["PATH": ProcessInfo.processInfo.environment["PATH"]])
            #expect(made.status == .exited(0), "\(made.errorText)")
            let checker = package + "/Tests/EndToEndTests/Release/check_parts.py"
            let checked = try PipedProcess.run("python3", [checker, list, Canary.path, resolved], input: "")
            #expect(checked.status == .exited(0), "\(checked.outputText)\(checked.errorText)")
        }
    }

    @Test func `what is installed is the program with all that goes with it, and is removed without a trace`()
        throws
    {
        try withTemporaryFolder { folder in
            let variables = [
                "DIST=\(folder)/dist", "DESTDIR=\(folder)/root", "PROGRAM=\(Canary.path)",
                "CHECKOUTS=.build/checkouts", "PREFIX=/usr",
            ]
            let make = ["--silent", "-C", Canary.package]
            let installed = try PipedProcess.run("make", make + ["dist", "install"] + variables, input: "")
            #expect(installed.status == .exited(0), "\(installed.errorText)")
            let root = folder + "/root/usr/"
            for file in [
                "bin/canary", "share/man/man1/canary.1", "share/man/man1/canary-import-review.1",
                "share/bash-completion/completions/canary", "share/zsh/site-functions/_canary",
                "share/fish/vendor_completions.d/canary.fish", "share/canary/schemas/pack.schema.json",
                "share/doc/canary/copyright", "share/doc/canary/docs/guide.md",
            ] {
                #expect(FileManager.default.fileExists(atPath: root + file), "\(file)")
            }
            let notices = try String(contentsOfFile: root + "share/doc/canary/notices.txt", encoding: .utf8)
            #expect(notices.contains("swift-crypto: NOTICE.txt"))
            let packages = try String(contentsOfFile: Canary.package + "/Package.resolved", encoding: .utf8)
                .matches(of: /"location" : ".*\/([^\/"]+?)(?:\.git)?"/).map { String($0.1) }
            let named = notices.matches(of: /\n([\w-]+): LICENSE/).map { String($0.1) }
            #expect(Set(named) == Set(packages))
            let shown = try PipedProcess.run(root + "bin/canary", ["--version"], input: "")
            #expect(shown.outputText.hasPrefix("canary "))

            let removed = try PipedProcess.run("make", make + ["uninstall"] + variables, input: "")
            #expect(removed.status == .exited(0))
            let left = try PipedProcess.run("find", [folder + "/root", "-type", "f"], input: "")
            #expect(left.outputText == "")
        }
    }

    @Test func `a release is built in a folder whose name has blanks`() throws {
        try withTemporaryFolder { folder in
            let place = folder + "/a folder"
            for name in ["Packaging", "Sources/CanaryCommands", "bin"] {
                try FileManager.default.createDirectory(
                    atPath: "\(place)/\(name)", withIntermediateDirectories: true)
            }
            for file in ["Makefile", "Packaging/release.mk", "Sources/CanaryCommands/ProgramVersion.swift"] {
                try FileManager.default.copyItem(
                    atPath: "\(Canary.package)/\(file)", toPath: "\(place)/\(file)")
            }
            // It says what it is called with, a line each.
            let swift = place + "/bin/swift"
            try "#!/bin/sh\nprintf '%s\\n' \"$@\" >&2\n".write(
                toFile: swift, atomically: false, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift)
            let path = "\(place)/bin:" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
            let script = "cd '\(place)' && mkdir -p '.build-rel/static' && make --silent build"
            let result = try PipedProcess.run("sh", ["-c", script], input: "", environment: ["PATH": path])
            let words = result.errorText.split(separator: "\n").map(String.init)
            let flag = try #require(words.firstIndex { $0.hasPrefix("-L") }, "\(result.errorText)")
            #expect(words[flag].hasSuffix("/a folder/.build-rel/static") && words[flag - 1] == "-Xswiftc")
            #expect(FileManager.default.fileExists(atPath: place + "/.build-rel/static/libstdc++.a"))
        }
    }

    /// A command, and the long options that it takes.
    private struct Command {
        let path: [String]
        let options: [String]
    }

    /// Every command that the program tells of.
    private static func commands() throws -> [Command] {
        let dump = try PipedProcess.run(Canary.path, ["--experimental-dump-help"], input: "")
        let object = try JSONSerialization.jsonObject(with: Data(dump.output)) as? [String: Any]
        return commands(in: object?["command"] as? [String: Any] ?? [:], below: [])
    }

    private static func commands(in command: [String: Any], below path: [String]) -> [Command] {
        let name = command["commandName"] as? String ?? ""
        guard name != "help" else { return [] }
        let options = (command["arguments"] as? [[String: Any]] ?? []).flatMap { argument in
            (argument["names"] as? [[String: Any]] ?? []).filter { $0["kind"] as? String == "long" }
                .compactMap { $0["name"] as? String }
        }
        let own = Command(path: path + [name], options: options)
        let subcommands = command["subcommands"] as? [[String: Any]] ?? []
        return [own] + subcommands.flatMap { commands(in: $0, below: own.path) }
    }

    private static func manual(into folder: String) throws {
        let made = try PipedProcess.run(
            "python3", [Canary.package + "/Packaging/manual.py", Canary.path, folder], input: "",
            environment: ["SOURCE_DATE_EPOCH": "1800000000"])
        #expect(made.status == .exited(0), "\(made.errorText)")
    }
}
