import TestSupport
import Testing

@Suite struct `What is on the screen` {
    @Test(arguments: 1...12)
    func `is the line, whatever was done to it`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let columns = Int.random(in: 12...40, using: &random)
        let session = try probe(rows: 40, columns: columns)
        var line = EditedLine()
        for _ in 0..<80 {
            try session.send(line.edit(using: &random))
            let expected = line.rows(columns: columns)
            try session.settle { screen in
                let first = screen.cursorRow - expected.cursor.row
                return screen.cursorColumn == expected.cursor.column && first > 0
                    && Array(screen.rows[first...].prefix(expected.rows.count)) == expected.rows
                    && screen.rows[(first + expected.rows.count)...].allSatisfy(\.isEmpty)
                    && screen.rows[..<first].joined() == "reader: EditLineReader"
            }
        }
        try session.send("\r")
        let text = String(line.text).debugDescription
        try session.settle {
            $0.unwrappedText.contains("line: \(text)") || $0.unwrappedText.contains("pasted: \(text)")
        }
    }

    @Test func `has wide characters in their place`() throws {
        let session = try probe(columns: 60)
        try session.send("日本👩x\u{1}")
        try session.settle { $0.beforeCursor == "> " && $0.cursorLine == "> 日本👩x" }
        try session.send("ab")
        try session.settle { $0.beforeCursor == "> ab" && $0.cursorLine == "> ab日本👩x" }
        try session.send("\u{1B}[C\u{1B}[C語\u{7F}\u{7F}")
        try session.settle { $0.beforeCursor == "> ab日" && $0.cursorLine == "> ab日👩x" }
        try session.send("\u{5}!\r")
        try session.settle(on: "line: \"ab日👩x!\"")
    }
}

/// A line as an editor would have it that makes no mistakes.
private struct EditedLine {
    private(set) var text: [Character] = []
    private var cursor = 0

    /// Does something to the line, and says what to type for it.
    mutating func edit(using random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where cursor > 0:
            cursor -= 1
            return "\u{1B}[D"
        case 1 where cursor < text.count:
            cursor += 1
            return "\u{1B}[C"
        case 2 where cursor > 0:
            cursor -= 1
            text.remove(at: cursor)
            return "\u{7F}"
        case 3:
            cursor = 0
            return "\u{1}"
        case 4:
            cursor = text.count
            return "\u{5}"
        case 5:
            insert("one\ntwo")
            return "\u{1B}[200~one\rtwo\u{1B}[201~"
        default:
            let word = ["a", "éŵ", "plan ", "of the council"].randomElement(using: &random) ?? ""
            insert(word)
            return word
        }
    }

    private mutating func insert(_ word: String) {
        text.insert(contentsOf: word, at: cursor)
        cursor += word.count
    }

    /// The rows of prompt and line without blanks at their ends, and the place of the cursor among them.
    func rows(columns: Int) -> (rows: [String], cursor: (row: Int, column: Int)) {
        var rows: [[Character]] = [[]]
        var place = (row: 0, column: 0)
        for (index, character) in (Array("> ") + text).enumerated() {
            if index == cursor + 2 { place = (rows.count - 1, rows[rows.count - 1].count) }
            if character != "\n" { rows[rows.count - 1].append(character) }
            if character == "\n" || rows[rows.count - 1].count == columns { rows.append([]) }
        }
        if cursor == text.count { place = (rows.count - 1, rows[rows.count - 1].count) }
        return (rows.map { String($0[..<(($0.lastIndex { $0 != " " } ?? -1) + 1)]) }, place)
    }
}

/// The same numbers in every run.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
