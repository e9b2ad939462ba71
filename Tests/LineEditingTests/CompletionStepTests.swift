import Terminal
import Testing

@testable import LineEditing

@Suite struct `What Tab does` {
    private func step(_ before: String, _ texts: [String], after: String = "") -> CompletionStep {
        CompletionStep(before: before, after: after, candidates: texts.map { Completion($0) })
    }

    @Test func `nothing without candidates`() {
        #expect(step("abc", []) == .nothing)
    }

    @Test func `one candidate replaces the word and adds a space`() {
        #expect(step("help sta", ["status"]) == .replace(scalars: 3, with: "status "))
        #expect(step("help\tsta", ["status"]) == .replace(scalars: 3, with: "status "))
        #expect(step("", ["status"]) == .replace(scalars: 0, with: "status "))
    }

    @Test func `no second space is added`() {
        #expect(step("sta", ["status"], after: " x") == .replace(scalars: 3, with: "status"))
    }

    @Test func `the same candidate twice is one`() {
        #expect(step("sta", ["status", "status"]) == .replace(scalars: 3, with: "status "))
    }

    @Test func `a candidate may be spelt otherwise than the word`() {
        #expect(step("STA", ["status"]) == .replace(scalars: 3, with: "status "))
    }

    @Test func `several replace the word by what they share`() {
        #expect(step("s", ["status", "statistics"]) == .replace(scalars: 1, with: "stat"))
    }

    @Test func `several that share no more are listed`() {
        #expect(
            step("stat", ["status", "statistics"]) == .list([Completion("status"), Completion("statistics")]))
    }

    @Test func `scalars are counted, not characters`() {
        #expect(step("e\u{301}", ["e\u{301}tat"]) == .replace(scalars: 2, with: "e\u{301}tat "))
    }
}

@Suite struct `A list of candidates` {
    private func lines(_ candidates: [Completion], rows: Int = 24, columns: Int = 40) -> [String] {
        CandidateList(candidates: candidates, size: TerminalSize(rows: rows, columns: columns)).lines
    }

    @Test func `stands side by side in as many columns as fit`() {
        let names = ["one", "two", "three", "four", "five", "six", "seven"]
        #expect(
            lines(names.map { Completion($0) }, columns: 24)
                == ["  one    two    three", "  four   five   six", "  seven"])
    }

    @Test func `has a row each with descriptions, cut at the edge`() {
        let candidates = [
            Completion("a", description: "first"), Completion("bbb", description: "second one"),
            Completion("c"),
        ]
        #expect(lines(candidates, columns: 15) == ["  a    first", "  bbb  second ", "  c"])
    }

    @Test func `cuts a description between words and marks the cut`() {
        let candidates = [Completion("a", description: "first of several words")]
        #expect(lines(candidates, columns: 20) == ["  a  first of ..."])
        #expect(lines(candidates, columns: 25) == ["  a  first of ..."])
        #expect(lines(candidates, columns: 26) == ["  a  first of several ..."])
        #expect(lines(candidates, columns: 28) == ["  a  first of several words"])
    }

    @Test func `leaves room for the prompt and says how much it leaves out`() {
        let candidates = (1...50).map { Completion("c\($0)", description: "d") }
        let shown = lines(candidates, rows: 10)
        #expect(shown.count == 7)
        #expect(shown.last == "  and 44 more lines")
    }

    @Test func `shows what in the name of a file would drive the terminal`() {
        #expect(
            lines([Completion("a\u{1B}[2J\u{9B}\nb"), Completion("a\u{202E}c")]) == [
                "  a\\u{1B}[2J\\u{9B}\\u{A}b", "  a\\u{202E}c",
            ])
    }

    @Test func `counts cells, not characters`() {
        let candidates = [Completion("日本", description: "x"), Completion("abcd", description: "y")]
        #expect(lines(candidates) == ["  日本  x", "  abcd  y"])
    }
}
