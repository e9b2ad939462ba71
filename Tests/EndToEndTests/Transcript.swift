import Foundation
import TestSupport
import Testing

/// A written-down visit: what is typed into a terminal and what must be seen, in a file of its own.
///
/// A line that begins with `#` is a comment. The others, in order:
/// - `-- NAME --` begins a file that is made beside the sessions; it goes on to the next line of that kind, and
///   `-- end --` ends the files, which come first;
/// - `canary …` opens a command in the terminal, `piped …` runs one with the lines that follow, each after `| `;
/// - `> TEXT` types a line, and waits for the next prompt; `keys TEXT` types keys alone, with `\e`, `\r`, `\t` and
///   `\xHH`; `ready` waits for the prompt before such keys;
/// - `see TEXT` waits until the text was shown since the last line was typed, wherever it was wrapped, and
///   `not TEXT` is sure that it was not;
/// - `resize COLUMNS` gives the terminal another width;
/// - `end STATUS` waits for the end; `output TEXT` and `errors TEXT` look at what the last piped command wrote;
/// - `journal TEXT` and `journal-not TEXT` look into the newest session's file, `file NAME TEXT` into another.
///
/// `$ID` is the newest session, `$DIR` the folder of the files.
struct Transcript {
    /// A terminal that a transcript can be played in.
    struct Setting: CustomTestStringConvertible, Sendable {
        var columns: Int
        var environment: [String: String]
        var keys: String

        var testDescription: String { "\(columns) columns, \(environment["LANG"] ?? ""), \(keys)" }

        /// The widths, locales and keys that every transcript is played with.
        static let all = [
            Setting(columns: 72, environment: ["LANG": "C.UTF-8"], keys: "emacs"),
            Setting(columns: 40, environment: ["LANG": "C"], keys: "vi"),
            Setting(columns: 200, environment: ["LANG": "C.UTF-8", "TERM": "dumb"], keys: "plain"),
        ]
    }

    private struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    let name: String
    private let lines: [(number: Int, text: String)]

    /// The transcript of that name.
    init(_ name: String) throws {
        self.name = name
        let text = try String(
            contentsOfFile: Canary.package + "/Tests/EndToEndTests/Transcripts/\(name).txt", encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
            ($0 + 1, String($1))
        }
    }

    /// Every transcript there is.
    static let names: [String] = {
        let folder = Canary.package + "/Tests/EndToEndTests/Transcripts"
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }()

    /// Plays it and throws where something is not as it is written.
    func play(in setting: Setting) throws {
        try Canary.inTemporaryFolder { canary in
            let folder = (canary.folder as NSString).deletingLastPathComponent
            if setting.keys == "vi" {
                try "bind -v\n".write(toFile: folder + "/.editrc", atomically: false, encoding: .utf8)
            }
            var environment = setting.environment as [String: String?]
            environment["HOME"] = folder
            var player = Player(
                canary: canary, folder: folder, setting: setting, environment: environment)
            for (number, line) in try player.makeFiles(lines) {
                do {
                    try player.play(line)
                } catch {
                    throw Problem(description: "\(name), line \(number): \(line)\n\(error)\n\(player.seen)")
                }
            }
            try player.finish()
        }
    }

    private struct Player {
        let canary: Canary
        let folder: String
        let setting: Setting
        let environment: [String: String?]
        private var terminal: TerminalSession?
        private var mark = 0
        private var piped: [String]?
        private var input: [String] = []
        private var result: PipedProcess.Result?

        init(canary: Canary, folder: String, setting: Setting, environment: [String: String?]) {
            self.canary = canary
            self.folder = folder
            self.setting = setting
            self.environment = environment
        }

        /// What was shown since the last line was typed, on one line and without escapes.
        var seen: String {
            guard let terminal else { return "" }
            return String(decoding: terminal.transcript.dropFirst(mark), as: UTF8.self).words
        }

        /// Makes the files at the beginning, and gives the lines that are left.
        func makeFiles(_ lines: [(Int, String)]) throws -> [(Int, String)] {
            guard lines.contains(where: { $0.1 == "-- end --" }) else { return lines }
            var (name, text, rest) = (String?.none, "", lines[...])
            while let (_, line) = rest.popFirst() {
                if line.hasPrefix("-- ") {
                    if let name {
                        try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
                    }
                    if line == "-- end --" { return Array(rest) }
                    (name, text) = (String(line.dropFirst(3).dropLast(3)), "")
                } else if name != nil {
                    text += line + "\n"
                }
            }
            return []
        }

        mutating func play(_ line: String) throws {
            let (word, rest) = split(line)
            if word != "|" { try runPiped() }
            switch word {
            case "", "#": break
            case let comment where comment.hasPrefix("#"): break
            case "canary": try open(rest)
            case "piped":
                piped = arguments(rest)
                input = []
            case "|": input.append(rest)
            case ">": try type(rest + "\r")
            case "ready": try waitForPrompt()
            case "keys": try type(unescaped(rest), waits: false)
            case "see": try see(rest)
            case "not": if seen.contains(rest) { throw Problem(description: "it was shown") }
            case "resize": terminal?.resize(rows: 40, columns: Int(rest) ?? 80)
            case "end": try end(rest)
            case "output": try check(result?.outputText.words, holds: rest)
            case "errors": try check(result?.errorText.words, holds: rest)
            case "journal":
                try waitForPrompt()
                try check(journal(), holds: rest)
            case "journal-not":
                try waitForPrompt()
                if try journal().contains(rest) { throw Problem(description: "it is there") }
            case "file":
                try waitForPrompt()
                let (name, text) = split(rest)
                try check(
                    String(contentsOfFile: "\(folder)/\(resolved(name))", encoding: .utf8),
                    holds: resolved(text))
            default: throw Problem(description: "no such line in a transcript")
            }
        }

        mutating func finish() throws {
            try runPiped()
            terminal?.signal(9)
        }

        private mutating func open(_ text: String) throws {
            terminal = try TerminalSession(
                Canary.path, arguments(text) + ["--sessions", canary.folder], environment: environment,
                rows: 40,
                columns: setting.columns, in: folder)
            mark = 0
        }

        private mutating func type(_ text: String, waits: Bool = true) throws {
            if waits { try waitForPrompt() }
            mark = terminal?.transcript.count ?? 0
            try terminal?.send(resolved(text))
        }

        /// Waits until the cursor stands behind a prompt, and nothing else.
        private func waitForPrompt() throws {
            // What was typed has to be answered first, or the prompt is still the one that it was typed at.
            try terminal?.settle { screen in
                let line = screen.beforeCursor
                guard mark == 0 || terminal?.transcript[mark...].contains(10) == true else { return false }
                return line.hasSuffix(": ") && line.contains(where: \.isLetter)
            }
        }

        private func see(_ text: String) throws {
            let wanted = resolved(text).lowercased()
            try terminal?.settle { _ in seen.lowercased().contains(wanted) }
        }

        private mutating func end(_ status: String) throws {
            guard let terminal else { throw Problem(description: "nothing was opened") }
            let ended = try terminal.waitForEnd()
            guard "\(ended)" == "exited(\(status))" else { throw Problem(description: "it ended: \(ended)") }
            guard terminal.modes == .usual else {
                throw Problem(description: "the terminal is not as it was")
            }
            self.terminal = nil
        }

        private mutating func runPiped() throws {
            guard let arguments = piped else { return }
            piped = nil
            let text = input.map { resolved($0) + "\n" }.joined()
            result = try PipedProcess.run(
                Canary.path, arguments + ["--sessions", canary.folder], input: text, environment: environment,
                in: folder)
        }

        private func check(_ text: String?, holds wanted: String) throws {
            guard let text, text.contains(resolved(wanted)) else {
                throw Problem(description: "it is not in: \(text ?? "nothing")")
            }
        }

        private func journal() throws -> String { try canary.newestJournal() }

        private var id: String { canary.newestSession ?? "" }

        private func arguments(_ text: String) -> [String] {
            var (words, word, quoted) = ([String](), "", false)
            for character in resolved(text) {
                if character == "\"" {
                    quoted.toggle()
                } else if character == " ", !quoted {
                    if !word.isEmpty { words.append(word) }
                    word = ""
                } else {
                    word.append(character)
                }
            }
            return words + (word.isEmpty ? [] : [word])
        }

        private func resolved(_ text: String) -> String {
            guard text.contains("$") else { return text }
            return text.replacing("$ID", with: id).replacing("$DIR", with: folder)
        }

        private func split(_ line: String) -> (String, String) {
            let word = line.prefix { $0 != " " }
            return (String(word), String(line.dropFirst(word.count + 1)))
        }

        private func unescaped(_ text: String) -> String {
            text.replacing("\\e", with: "\u{1B}").replacing("\\r", with: "\r").replacing("\\t", with: "\t")
                .replacing(/\\x([0-9A-F]{2})/) { match in
                    UInt8(match.1, radix: 16).map { String(UnicodeScalar($0)) } ?? ""
                }
        }
    }
}

extension String {
    /// The words on one line, without escapes.
    fileprivate var words: String {
        replacing(/\x{1B}\[[0-9;?]*[A-Za-z]/, with: "").split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
