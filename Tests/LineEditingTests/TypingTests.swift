import TestSupport
import Testing

@Suite struct `Typing a line` {
    @Test func `a line typed is returned`() throws {
        let session = try probe()
        try session.send("the plan is used\r")
        try session.settleAtPrompt(after: "line: \"the plan is used\"")
        try session.send("quit\r")
        #expect(try session.waitForEnd() == .exited(0))
        #expect(session.modes == .usual)
    }

    @Test func `an empty line is a line`() throws {
        let session = try probe()
        try session.send("\r")
        try session.settleAtPrompt(after: "line: \"\"")
    }

    @Test func `the middle of a line can be mended`() throws {
        let session = try probe()
        try session.send("plan used")
        try session.send("\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[Dis ")
        try session.settle { $0.cursorLine == "> plan is used" && $0.beforeCursor == "> plan is " }
        try session.send("\u{7F}\u{7F}\u{7F}was \r")
        try session.settle(on: "line: \"plan was used\"")
    }

    @Test(arguments: ["C", "POSIX", "C.UTF-8", "xx_XX"])
    func `é and ŵ survive in any locale`(locale: String) throws {
        let session = try probe(environment: ["LANG": locale, "LC_ALL": locale])
        try session.send("Siân, Tŷ-Môr, café, 日本, 👩‍🏫\r")
        try session.settleAtPrompt(after: "line: \"Siân, Tŷ-Môr, café, 日本, 👩‍🏫\"")
    }

    @Test func `a mark that stands on a letter is kept`() throws {
        let session = try probe()
        try session.send("cafe\u{301} ok\r")
        try session.settle(on: "line: \"cafe\u{301} ok\"")
    }

    @Test func `wide characters wrap where they do not fit`() throws {
        let session = try probe(columns: 21)
        try session.send("日本語日本語日本語日本語x\u{1B}[D\u{7F}\r")
        try session.settle { $0.unwrappedText.contains("line: \"日本語日本語日本語日本x\"") }
    }

    @Test func `a prompt with accents and colour stands right`() throws {
        let prompt = "\u{1B}[1m\u{1B}[36mRéponse Ŵ\u{1B}[0m: "
        let session = try TerminalSession(
            BuiltProducts.path(of: "LineEditingProbe"), ["edit", prompt], environment: ["LC_ALL": "C"])
        try session.settle { $0.beforeCursor == "Réponse Ŵ: " }
        try session.send("abc\u{1B}[D\u{1B}[DX\r")
        try session.settle(on: "line: \"aXbc\"")
        #expect(session.screen.contains("Réponse Ŵ: aXbc"))
        #expect(session.transcriptText.contains("\u{1B}[1m\u{1B}[36mR"))
    }

    @Test func `a byte that is no UTF-8 shows, and the line goes on`() throws {
        let session = try probe()
        try session.send(bytes: [0x63, 0x61, 0x66, 0xE9])
        try session.settle { $0.cursorLine == "> caf\u{FFFD}" }
        try session.send(" ok\r")
        try session.settle(on: "line: \"caf\u{FFFD} ok\"")
    }

    @Test func `a line longer than the screen is returned whole`() throws {
        let session = try probe(rows: 6, columns: 20)
        let text = (1...80).map(String.init).joined(separator: " ")
        try session.send(text + "\r")
        try session.settle { $0.unwrappedText.contains("line: \"\(text)\"") }
    }

    @Test func `twenty thousand characters arrive from a terminal that marks no pastes`() throws {
        let session = try probe(rows: 50, columns: 200)
        let text = String(String(repeating: "Tŷ-Môr 7 ", count: 2_500).dropLast())
        try session.send(text + "\r")
        try session.settle { $0.unwrappedText.contains("line: \"\(text)\"") }
    }

    @Test(arguments: ["\u{1B}[5~", "\u{1B}[2~", "\u{1B}[15~", "\u{1B}OQ"])
    func `a key without a meaning leaves nothing in the line`(key: String) throws {
        let session = try probe()
        try session.send("a\(key)b\r")
        try session.settle(on: "line: \"ab\"")
    }

    @Test func `early keys are not lost`() throws {
        let session = try TerminalSession(BuiltProducts.path(of: "LineEditingProbe"), ["edit", "> "])
        try session.send("first\r")
        try session.settle(on: "line: \"first\"")
    }
}
