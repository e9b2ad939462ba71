import Terminal
import Testing

@testable import Conversation

/// Lines by the cells that they take.
struct WrappingTests {
    @Test(arguments: [20, 40, 72])
    func `no line is wider than it may be, and no word is lost`(width: Int) {
        let text =
            "Does the council leader accept that children's services need to improve? 子ども の サービス "
            + String(repeating: "x", count: 100) + " end"
        let lines = Wrapping.lines(text, width: width)
        #expect(lines.allSatisfy { TextCells.width(of: $0) <= width })
        #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    @Test(arguments: ["x", "子", "e\u{301}", "👨‍👩‍👧", "\u{200B}a"])
    func `a word of any length is cut where the line is full`(letter: String) {
        let word = String(repeating: letter, count: 20_000)
        let lines = Wrapping.lines(word, width: 72)
        #expect(lines.joined() == word)
        #expect(lines.dropLast().allSatisfy { (71...72).contains(TextCells.width(of: $0)) })
    }

    @Test
    func `a command stays on one line`() {
        #expect(
            Wrapping.lines("Where is it? (\("goto plan.exists".onOnePiece))", width: 20)
                == ["Where is it?", "(goto plan.exists)"])
    }

    @Test
    func `line breaks of the text stay`() {
        #expect(Wrapping.lines("a\n\nb", width: 10) == ["a", "", "b"])
        #expect(Wrapping.lines("", width: 10) == [""])
    }
}
