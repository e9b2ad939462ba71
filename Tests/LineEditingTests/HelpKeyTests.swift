import TestSupport
import Testing

@Suite struct `F1` {
    @Test(arguments: ["\u{1B}OP", "\u{1B}[11~", "\u{1B}[[A"])
    func `enters help and keeps what was typed`(key: String) throws {
        let session = try probe()
        try session.send("half a li")
        try session.settle { $0.cursorLine == "> half a li" }
        try session.send(key)
        try session.settle {
            $0.contains("> help\nline: \"help\"\n> half a li") && $0.beforeCursor == "> half a li"
        }
        try session.send("ne\r")
        try session.settle(on: "line: \"half a line\"")
    }

    @Test func `works on an empty line and in the middle of one`() throws {
        let session = try probe(columns: 20)
        try session.send("\u{1B}OP")
        try session.settleAtPrompt(after: "line: \"help\"")
        try session.send("one two three four five six\u{1}")
        try session.settle { $0.beforeCursor == "> " }
        try session.send("\u{1B}OP")
        try session.settle { $0.contains("> help\nline: \"help\"\n> one two three four\n five six") }
        try session.send("\r")
        try session.settle { $0.unwrappedText.contains("line: \"one two three four five six\"") }
    }
}
