import Foundation
import TestSupport
import Testing

/// Which language the program speaks, and what it says of a translation that cannot be used.
struct LanguageTests {
    private static let english = "There are no sessions yet."
    private static let welsh = "Nid oes sesiynau eto."
    private static let good = """
        msgid ""
        msgstr "Language: cy\\n"

        msgid "There are no sessions yet. canary start leadership begins one."
        msgstr "\(welsh)"

        """

    /// Lists no sessions, with a file of translations.
    private func list(
        _ options: [String] = [], translation: String? = good, environment: [String: String?] = [:]
    ) throws -> PipedProcess.Result {
        try withTemporaryFolder { folder in
            let languages = folder + "/Languages"
            try FileManager.default.createDirectory(atPath: languages, withIntermediateDirectories: true)
            try translation?.write(toFile: languages + "/cy.po", atomically: false, encoding: .utf8)
            return try PipedProcess.run(
                Canary.path, ["list", "--sessions", folder + "/s", "--questionnaires", folder] + options,
                input: "", environment: environment)
        }
    }

    /// What went wrong, line by line; where there is nothing to list is said beside it.
    private func faults(_ result: PipedProcess.Result) -> [Substring] {
        result.errorText.split(separator: "\n").filter { $0.hasPrefix("canary: ") || $0.hasPrefix("hint: ") }
    }

    @Test(arguments: ["cy", "cy-GB", "cy_GB"])
    func `an option asks for a language`(code: String) throws {
        let result = try list(["--lang", code])
        #expect(result.status == .exited(0))
        #expect(result.outputText == Self.welsh + "\n")
    }

    @Test func `the environment asks for a language, and the option comes before it`() throws {
        #expect(try list(environment: ["LANG": "cy_GB.UTF-8"]).outputText == Self.welsh + "\n")
        #expect(
            try list(environment: ["LANG": "cy_GB.UTF-8", "LC_ALL": "C"]).outputText.hasPrefix(Self.english))
        #expect(
            try list(["--lang", "en"], environment: ["LANG": "cy_GB.UTF-8"]).outputText
                .hasPrefix(Self.english))
    }

    @Test func `a language without a translation is English`() throws {
        let result = try list(["--lang", "cy"], translation: nil)
        #expect(result.status == .exited(0) && faults(result).isEmpty)
        #expect(result.outputText.hasPrefix(Self.english))
    }

    @Test func `a broken translation that was asked for ends the command, with its line`() throws {
        let result = try list(["--lang", "cy"], translation: Self.good + "msgid \"Open.\"\nmsgstr \"{1}\"\n")
        #expect(result.status == .exited(1))
        #expect(result.errorText.contains("/Languages/cy.po:7: the English text has no {1}\nhint: "))
        #expect(result.output.isEmpty)
    }

    @Test func `a broken translation that the environment asks for is told once, and English goes on`() throws
    {
        let result = try list(translation: "msgid \"a", environment: ["LANG": "cy"])
        #expect(result.status == .exited(0))
        #expect(result.outputText.hasPrefix(Self.english))
        #expect(faults(result).count == 2)
        #expect(result.errorText.contains("/Languages/cy.po:1: "))
    }

    @Test func `a translation that cannot be read ends the command with status 74`() throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/Languages/cy.po", withIntermediateDirectories: true)
            let result = try PipedProcess.run(
                Canary.path,
                ["list", "--lang", "cy", "--questionnaires", folder, "--sessions", folder + "/s"])
            #expect(result.status == .exited(74))
        }
    }

    @Test(arguments: ["../cy", "cymraeg", ""])
    func `what is no language is wrong usage`(text: String) throws {
        #expect(try list(["--lang", text]).status == .exited(64))
    }

    @Test func `journals and JSON are the same in every language`() throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent + "/q"
            try PseudoLanguage.write(to: folder)
            let options = ["--lang", "cy", "--questionnaires", folder, "--sessions", canary.folder]
            let id = try PipedProcess.run(Canary.path, ["start", "leadership", "--no-walk"] + options)
                .outputText.trimmingCharacters(in: .newlines)
            try PipedProcess.run(
                Canary.path, ["resume", id] + options,
                input: "goto political-support\n3 a note\nna a reason\nevidence data x\n")
            #expect(try !String(contentsOfFile: canary.journal(of: id), encoding: .utf8).contains("⟦"))
            for command in [["list"], ["show", id], ["evaluate", id]] {
                let arguments = command + ["--format", "json", "--sessions", canary.folder]
                let other = try PipedProcess.run(
                    Canary.path, arguments + ["--lang", "cy", "--questionnaires", folder])
                #expect(try other.output == PipedProcess.run(Canary.path, arguments).output)
            }
        }
    }
}
