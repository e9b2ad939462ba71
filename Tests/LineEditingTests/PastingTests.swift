import TestSupport
import Testing

@Suite struct `Pasting` {
    private func pasted(_ text: String) -> String {
        "\u{1B}[200~\(text)\u{1B}[201~"
    }

    @Test func `several lines become one text`() throws {
        let session = try probe()
        try session.send("note " + pasted("first\rsecond\r\rfourth\r"))
        try session.settle { $0.cursorLine == "fourth" }
        #expect(session.screen.contains("> note first\nsecond\n\nfourth"))
        try session.send(" and more\r")
        try session.settle(on: #"pasted: "note first\nsecond\n\nfourth and more""#)
        try session.settle { $0.beforeCursor == "> " }
        try session.send("next\r")
        try session.settle(on: "line: \"next\"")
    }

    @Test(arguments: ["first\nsecond\n", "first\r\nsecond\r\n"])
    func `line ends are told apart however they are sent`(text: String) throws {
        let session = try probe()
        try session.send(pasted(text))
        try session.settle { $0.cursorLine == "second" }
        try session.send("\r")
        try session.settle(on: #"pasted: "first\nsecond""#)
    }

    @Test func `one line waits for Enter`() throws {
        let session = try probe()
        try session.send(pasted("quit\r"))
        try session.settle { $0.beforeCursor == "> quit" }
        try session.send("e\r")
        try session.settle(on: "line: \"quite\"")
    }

    @Test func `a text comes back from the history whole`() throws {
        let session = try probe()
        try session.send(pasted("first\rsecond") + "\r")
        try session.settleAtPrompt(after: #"pasted: "first\nsecond""#)
        try session.send("\u{1B}[A")
        try session.settle { $0.cursorLine == "second" }
        try session.send("!\r")
        try session.settle(on: #"pasted: "first\nsecond!""#)
    }

    @Test func `twenty thousand characters arrive`() throws {
        let session = try probe(rows: 50, columns: 200)
        let text = String(repeating: "Tŷ-Môr 7 ", count: 2_500).dropLast()
        try session.send(pasted(String(text)) + "\r")
        try session.settle { $0.unwrappedText.contains("line: \"\(text)\"") }
    }

    @Test func `a thousand lines arrive`() throws {
        let session = try probe(rows: 20, columns: 80)
        let text = (1...1_000).map { "line \($0) of what was copied" }
        try session.send(pasted(text.joined(separator: "\r")) + "\r")
        try session.settle { screen in
            screen.unwrappedText.contains(
                "pasted: \"\(text.joined(separator: "\\n"))\"")
        }
    }

    @Test func `Ctrl-C leaves a paste that does not end`() throws {
        let session = try probe()
        try session.send("\u{1B}[200~some text")
        try session.send("\u{3}")
        try session.settleAtPrompt(after: "interrupted")
        try session.send("fine\r")
        try session.settle(on: "line: \"fine\"")
    }

    @Test func `a terminal is told to mark pastes only while a line is read`() throws {
        let session = try probe()
        try session.send("quit\r")
        #expect(try session.waitForEnd() == .exited(0))
        let text = session.transcriptText
        #expect(text.split(separator: "\u{1B}[?2004h").count == 2)
        #expect(text.hasSuffix("\u{1B}[?2004l"))
    }
}
