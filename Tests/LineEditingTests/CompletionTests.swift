import TestSupport
import Testing

@Suite struct `Tab` {
    @Test func `completes the one that fits`() throws {
        let session = try probe()
        try session.send("statu\t")
        try session.settle { $0.beforeCursor == "> status " }
        try session.send("\r")
        try session.settle(on: "line: \"status \"")
    }

    @Test func `completes what all candidates begin with`() throws {
        let session = try probe()
        try session.send("help s\t")
        try session.settle { $0.beforeCursor == "> help stat" }
    }

    @Test func `lists candidates with what they mean`() throws {
        let session = try probe()
        try session.send("ev\t")
        try session.settle { $0.beforeCursor == "> ev" && $0.cursorRow > 2 }
        #expect(
            session.screen.text == """
                reader: EditLineReader
                > ev
                  evaluate  what the answers mean
                  evidence  what shows it
                > ev
                """)
        try session.send("a\t\r")
        try session.settle(on: "line: \"evaluate \"")
    }

    @Test func `lists candidates side by side`() throws {
        let session = try probe()
        try session.send("stat\t")
        try session.settle { $0.beforeCursor == "> stat" && $0.contains("  status      statistics") }
    }

    @Test func `lists below a line that is several rows long`() throws {
        let session = try probe(columns: 30)
        try session.send(String(repeating: "word ", count: 10) + "stat rest")
        try session.send(String(repeating: "\u{1B}[D", count: 5))
        try session.settle { $0.contains(" res") && $0.beforeCursor.hasSuffix("stat") }
        try session.send("\t")
        try session.settle { $0.contains("statistics") && $0.beforeCursor.hasSuffix("stat") }
        #expect(session.screen.unwrappedText.contains("stat rest\n  status      statistics\n> word"))
        try session.send("u\t\r")
        try session.settle {
            $0.unwrappedText.contains(
                "line: \"word word word word word word word word word word status rest\"")
        }
    }

    @Test func `completes words with accents`() throws {
        let session = try probe(environment: ["LC_ALL": "C"])
        try session.send("at Tŷ\t")
        try session.settle { $0.beforeCursor == "> at Tŷ-Môr " }
    }

    @Test func `adds no space where the word is not over`() throws {
        let session = try probe()
        try session.send("pl\tx\r")
        try session.settle(on: "line: \"plan/x\"")
    }

    @Test func `offers everything after a space`() throws {
        let session = try probe()
        try session.send("help \t")
        try session.settle {
            $0.beforeCursor == "> help " && $0.contains("evaluate") && $0.contains("Tŷ-Môr")
        }
    }

    @Test func `does nothing where nothing fits`() throws {
        let session = try probe()
        try session.send("zzz\t")
        try session.settle { $0.bells > 0 }
        #expect(session.screen.beforeCursor == "> zzz")
    }
}
