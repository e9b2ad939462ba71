import TestSupport
import Testing

@Suite struct `A terminal that changes its size` {
    @Test(arguments: [20, 33, 120, 200])
    func `keeps the line`(columns: Int) throws {
        let session = try probe()
        let text = "the-plan-is-used-by-the-managers,-who-act-on-it-and-change-it-as-they-learn-more"
        try session.send(text)
        try session.settle { $0.unwrappedText.hasSuffix(text + "\n") }
        session.resize(rows: 24, columns: columns)
        try session.send("!")
        try session.settle { $0.unwrappedText.hasSuffix("> \(text)!\n") }
        try session.send("\r")
        try session.settle { $0.unwrappedText.contains("line: \"\(text)!\"") }
        #expect(session.screen.unwrappedText.hasPrefix("reader: EditLineReader\n> the-plan"))
    }

    @Test func `keeps what stands above the line`() throws {
        let session = try probe(columns: 60)
        try session.send("a question\r")
        try session.settleAtPrompt(after: "line: \"a question\"")
        try session.send(String(repeating: "0123456789", count: 10))
        try session.settle { $0.cursorLine.hasSuffix("0123456789") && $0.cursorRow == 4 }
        for columns in [30, 45, 25, 80] {
            session.resize(rows: 24, columns: columns)
            try session.send("x")
            try session.settle { $0.beforeCursor.hasSuffix("x") && $0.width == columns }
            try session.send("\u{7F}")
            try session.settle { !$0.contains("x") }
            #expect(session.screen.contains("> a question\nline: \"a question\"\n> 0123456789"))
        }
    }

    @Test func `does not mind where the cursor is`() throws {
        let session = try probe(columns: 40)
        let text = String(repeating: "0123456789", count: 10)
        try session.send(text + "\u{1}\u{1B}[C")
        try session.settle { $0.beforeCursor == "> 0" && $0.unwrappedText.hasSuffix("> \(text)\n") }
        session.resize(rows: 10, columns: 25)
        try session.send("X")
        try session.settle { $0.beforeCursor == "> 0X" }
        #expect(session.screen.contains("reader: EditLineReader\n> 0X123456789012345678901"))
        try session.send("\r")
        try session.settle { $0.unwrappedText.contains("line: \"0X123456789") }
    }
}
