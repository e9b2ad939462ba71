import Glibc
import Testing

@testable import LineEditing

@Suite struct `A prompt for libedit` {
    @Test(arguments: [
        ("plain é: ", "plain é: "),
        ("", ""),
        ("\u{1B}[1mbold", "\u{1}\u{1B}[1m\u{1}bold"),
        ("\u{1B}[1m\u{1B}[36mx", "\u{1}\u{1B}[1m\u{1B}[36m\u{1}x"),
        ("a\u{1B}[0m", "\u{1}\u{1B}[0m\u{1}a"),
        ("a\u{1B}[1mb\u{1B}[0m", "a\u{1}\u{1B}[1m\u{1B}[0m\u{1}b"),
        ("one\ntwo\u{1}", "onetwo"),
        ("\u{1B}[1m", ""),
    ])
    func `has its escapes marked`(prompt: String, marked: String) {
        #expect(PromptText(prompt).marked == marked)
    }

    @Test func `is measured without escapes`() {
        #expect(PromptText("\u{1B}[1mRéponse\u{1B}[0m: ").visible == "Réponse: ")
    }
}

@Suite struct `The place of the cursor` {
    @Test(arguments: [
        ("", 0, 0), ("abc", 0, 3), ("0123456789", 1, 0), ("0123456789a", 1, 1), ("a\nb", 1, 1),
        ("a\tb", 0, 9), ("日本日本日", 1, 0), ("a日本日本日", 1, 2), ("e\u{301}", 0, 1), ("\u{1B}", 0, 2),
        ("0123456789\na", 2, 1),
    ])
    func `is reckoned as libedit does`(text: String, row: Int, column: Int) {
        let layout = LineLayout(after: text, columns: 10)
        #expect(layout.row == row)
        #expect(layout.column == column)
    }
}

@Suite struct `Pasted bytes` {
    @Test(arguments: [
        ("one", "one"), ("one\n", "one"), ("one\ntwo", "one\ntwo"), ("one\n\rtwo\n\r", "one\ntwo"),
        ("one\rtwo\r", "one\ntwo"),
        ("one\n\n\ntwo", "one\n\n\ntwo"), ("a\0b\tc", "ab\tc"), ("\n", ""), ("\none", "\none"),
        ("one\r\rtwo", "one\n\ntwo"),
    ])
    func `become text with LF between lines`(bytes: String, text: String) {
        #expect(PastedText.text(of: Array(bytes.utf8)) == text)
    }
}

@Suite struct `Splitting into lines` {
    @Test func `does not depend on how the bytes come`() {
        let bytes = Array("one\r\n\ntŷ\nlast\r".utf8)
        for size in 1...bytes.count {
            var splitter = LineSplitter()
            var lines: [String] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                splitter.append(Array(bytes[start..<min(start + size, bytes.count)]))
                while let line = splitter.nextLine() { lines.append(line) }
            }
            #expect(lines == ["one", "", "tŷ"])
            #expect(splitter.lastLine() == "last")
            #expect(splitter.lastLine() == nil)
        }
    }
}

@Suite struct `Keys` {
    /// The keys that come of bytes, up to the end.
    private func keys(_ bytes: [UInt8]) -> [Key] {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        defer { close(ends[0]) }
        #expect(write(ends[1], bytes, bytes.count) == bytes.count)
        close(ends[1])
        var input = KeyInput(descriptor: ends[0])
        var keys: [Key] = []
        while keys.last != .end { keys.append(input.next()) }
        return keys.dropLast()
    }

    @Test func `are characters`() {
        #expect(keys(Array("aŵ日👩".utf8)) == ["a", "ŵ", "日", "👩"].map { Key.scalar($0) })
    }

    @Test func `are repaired`() {
        #expect(
            keys([0xE9, 0x61, 0xFF, 0xC3])
                == ["\u{FFFD}", "a", "\u{FFFD}", "\u{FFFD}"].map { Key.scalar($0) })
    }

    @Test func `are no C1 control characters`() {
        #expect(keys(Array("a\u{9F}\u{85}b".utf8)) == ["a", "b"].map { Key.scalar($0) })
    }

    @Test func `keep sequences that libedit knows`() {
        #expect(keys(Array("\u{1B}[A\u{1B}".utf8)) == ["\u{1B}", "[", "A", "\u{1B}"].map { Key.scalar($0) })
        #expect(keys(Array("\u{1B}[20x".utf8)) == ["\u{1B}", "[", "2", "0", "x"].map { Key.scalar($0) })
    }

    @Test func `are help and pastes`() {
        #expect(
            keys(Array("\u{1B}OPx\u{1B}[200~one\rtwo\u{1B}[A\u{1B}[201~y".utf8)) == [
                .help, .scalar("x"), .paste("one\ntwo\u{1B}[A"), .scalar("y"),
            ])
    }
}

@Suite struct `A script` {
    @Test func `gives its lines, then the end, and notes what it was asked`() {
        let reader = ScriptedLineReader(lines: ["one", "two"])
        let none: (String) -> [Completion] = { _ in [] }
        #expect(reader.readLine(prompt: "1> ", completions: none) == .line("one"))
        reader.remember("one")
        #expect(reader.readLine(prompt: "2> ", completions: none) == .line("two"))
        #expect(reader.readLine(prompt: "3> ", completions: none) == .endOfInput)
        #expect(reader.prompts == ["1> ", "2> ", "3> "])
        #expect(reader.remembered == ["one"])
    }
}
