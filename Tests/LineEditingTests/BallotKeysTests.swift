import TestSupport
import Testing

@testable import LineEditing

/// What the keys of a ballot come to.
@Suite struct `Keys of a ballot` {
    /// What comes of bytes, without those that do nothing.
    private func presses(_ text: String, levels: Int = 4) -> [BallotKeys.Press] {
        var keys = BallotKeys(levels: levels, wayOut: "count")
        return text.utf8.map { keys.take($0) }.filter { $0 != .nothing }
    }

    @Test(arguments: [
        ("1\r", 0), ("4\n", 3), ("0\r", 4), (".\r", 5), (",\r", 5), ("13\r", 2), ("3.0\r", 4),
        ("9\u{7F}2\r", 1),
        ("2x\r", 1), ("\u{1B}Os\u{1B}OM", 2), ("\u{1B}On\r", 5),
    ])
    func `are a ballot with Enter, and the last of them counts`(text: String, cell: Int) {
        #expect(presses(text) == [.cast(cell)])
    }

    @Test(arguments: [
        "\r", "\r\r\r", "5\r", "9\r", "+-*/\r", "\u{1B}[4~\r", "\u{1B}[1~\r", "\u{1B}[A\r", "\u{1B}2\r",
        "3\u{8}\r",
        "abc\r", "cou\r", "coun4t\u{7F}\r", "1",
    ])
    func `that are no ballot do nothing`(text: String) {
        #expect(presses(text) == [])
    }

    @Test func `of yes or no are 1 and 2`() {
        #expect(presses("1\r2\r3\r0\r.\r", levels: 2) == [.cast(0), .cast(1), .cast(2), .cast(3)])
    }

    @Test func `end the vote by a word alone, which no keypad types`() {
        #expect(presses("count\r") == [.ended])
        #expect(presses("3count\r") == [.ended])
        #expect(presses("ccount\r") == [.ended])
        #expect(presses("\u{3}") == [.left])
        var random = SplitMix(seed: 7)
        let pad = Array("0123456789.,+-*/=\r\r\r\u{7F}".utf8)
        var keys = BallotKeys(levels: 4, wayOut: "count")
        for _ in 0..<20_000 {
            let press = keys.take(pad[Int(random.next() % UInt64(pad.count))])
            #expect(press != .ended && press != .left)
        }
    }

    @Test func `of one person leave nothing for the next`() {
        #expect(presses("3\r\r\r") == [.cast(2)])
        #expect(presses("3") == [])
        #expect(presses("cou\rnt\r") == [])
    }
}
