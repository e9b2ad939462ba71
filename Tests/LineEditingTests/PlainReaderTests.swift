import Glibc
import TestSupport
import Testing

@Suite struct `The plain reader` {
    private func plain(_ input: [UInt8], environment: [String: String?] = [:]) throws -> PipedProcess.Result {
        try PipedProcess.run(
            BuiltProducts.path(of: "LineEditingProbe"), ["plain", "? "], input: input,
            environment: environment)
    }

    private func plain(_ input: String) throws -> PipedProcess.Result {
        try plain(Array(input.utf8))
    }

    /// What the probe says when it hears these lines and then the end.
    private func conversation(_ lines: [String]) -> String {
        "reader: PlainLineReader\n" + lines.map { "? \nline: \($0.debugDescription)\n" }.joined()
            + "? \nend of input\n"
    }

    @Test func `reads ten thousand lines in their order`() throws {
        let lines = (1...10_000).map { "answer \($0): é ŵ" }
        let result = try plain(lines.map { $0 + "\n" }.joined())
        #expect(result.status == .exited(0))
        #expect(result.outputText == conversation(lines))
        #expect(result.errors.isEmpty)
    }

    @Test func `reads a last line without a newline`() throws {
        #expect(try plain("one\ntwo").outputText == conversation(["one", "two"]))
    }

    @Test func `reads nothing from nothing`() throws {
        #expect(try plain("").outputText == conversation([]))
    }

    @Test func `reads lines that end in CR LF`() throws {
        #expect(try plain("one\r\n\r\ntwo\r\n").outputText == conversation(["one", "", "two"]))
    }

    @Test func `repairs bytes that are no UTF-8`() throws {
        let result = try plain([0x63, 0xE9, 0x0A, 0xFF, 0xFE, 0x0A, 0x6F, 0x6B, 0x0A])
        #expect(result.outputText == conversation(["c\u{FFFD}", "\u{FFFD}\u{FFFD}", "ok"]))
    }

    @Test func `drops a byte order mark at the start only`() throws {
        #expect(try plain("\u{FEFF}one\n\u{FEFF}two\n").outputText == conversation(["one", "\u{FEFF}two"]))
    }

    @Test func `reads a line of five million characters`() throws {
        let line = String(repeating: "long line ", count: 500_000)
        #expect(try plain(line + "\nshort\n").outputText == conversation([line, "short"]))
    }

    @Test func `takes no line of which the terminal kept only the beginning`() throws {
        let session = try probe("plain")
        try session.send(String(repeating: "x", count: 4_000) + "\r")
        try session.settleAtPrompt(after: "x\"")
        try session.send(String(repeating: "y", count: 4_300) + "\r")
        try session.settleAtPrompt(after: "cut")
    }

    @Test(arguments: ["C", "C.UTF-8"])
    func `prints no escapes and keeps accents in any locale`(locale: String) throws {
        let result = try plain(Array("Tŷ-Môr\n".utf8), environment: ["LC_ALL": locale, "TERM": "xterm"])
        #expect(result.outputText == conversation(["Tŷ-Môr"]))
        #expect(!result.output.contains(0x1B))
    }

    @Test func `is used where input is no terminal`() throws {
        let result = try PipedProcess.run(
            BuiltProducts.path(of: "LineEditingProbe"), ["edit"], input: "one\n")
        #expect(result.outputText.hasPrefix("reader: PlainLineReader\n"))
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal ends the wait for a pipe`(signal: Int32) throws {
        // The shell keeps the pipe open and sends the signal once the prompt is there.
        let script = """
            mkfifo in out
            "$0" plain '?' <in >out &
            exec 3>in 4<out
            read -r reader <&4
            IFS= read -r -d '?' prompt <&4
            kill -\(signal) $!
            read -r rest <&4
            read -r said <&4
            echo "$said"
            wait $!
            echo "$?"
            """
        try withTemporaryFolder { folder in
            let result = try PipedProcess.run(
                "/bin/bash", ["-c", script, BuiltProducts.path(of: "LineEditingProbe")], in: folder)
            #expect(result.outputText == "signal: \(signal)\n\(128 + signal)\n")
        }
    }

    @Test(arguments: ["plain", "edit"])
    func `lines that come at once at a terminal are one text, with what was not entered`(mode: String) throws
    {
        let session = try probe(mode)
        try session.send("3 the leader:\r1. Minutes\r2. Report of June")
        try session.settleAtPrompt(after: #"gathered: "3 the leader:\n1. Minutes\n2. Report of June""#)
        try session.send("kept\r")
        try session.settleAtPrompt(after: "line: \"kept\"")
        try session.send("one\r\r")
        try session.settle { $0.contains("line: \"one\"") && $0.contains("line: \"\"") }
    }

    @Test(arguments: ["plain", "edit"])
    func `lines that are there before the first prompt, or come in pieces, are one text, too`(mode: String)
        throws
    {
        let early = try TerminalSession(BuiltProducts.path(of: "LineEditingProbe"), [mode, "> "])
        try early.send("first\rsecond\r")
        try early.settle(on: #"gathered: "first\nsecond"#)
        // A busy machine may bring two pieces further apart than the reader waits, even where they were sent in time, for the
        // system hands them over by a process of its own. Then they are two pastes, and it is tried again.
        let isOne = try (0..<20).contains { _ in
            let session = try probe(mode)
            for piece in ["one\r", "two\r", "thr", "ee\r"] {
                try session.send(piece)
                usleep(8_000)
            }
            let whole = #"gathered: "one\ntwo\nthree"#
            return try session.settle { $0.contains(whole) || $0.contains("line: \"") }.contains(whole)
        }
        #expect(isOne)
    }

    @Test func `works on a terminal that edits for itself`() throws {
        let session = try probe("plain")
        try session.send("mispelt\u{7F}\u{7F}\u{7F}\u{7F}spelt ŵ\r")
        try session.settle(on: "line: \"misspelt ŵ\"")
        try session.send("dropped\u{3}")
        try session.settleAtPrompt(after: "interrupted")
        try session.send("kept\r")
        try session.settle(on: "line: \"kept\"")
        try session.send("\u{4}")
        #expect(try session.waitForEnd() == .exited(0))
        #expect(session.screen.contains(">\nend of input"))
        #expect(!session.transcript.contains(0x1B))
    }
}
