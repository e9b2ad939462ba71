import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct YAMLTests {
    @Test func `a syntax error has a place and a sentence`() throws {
        let reading = QuestionnaireReader.read(
            MarkedText("format: canary-questionnaire/1\ntitle: A: B\n").file)
        let fault = try #require(reading.faults.first)
        #expect(reading.faults.count == 1)
        #expect(fault.place == Place(line: 2, column: 9))
        #expect(FaultWording.message(fault) == "mapping values are not allowed in this context")
    }

    @Test func `a syntax error says what was being read`() throws {
        let fault = try #require(AnswersReader.read(MarkedText("a: [1, 2\nb: 3\n").file).faults.first)
        #expect(fault.code == .syntax)
        #expect(FaultWording.message(fault).contains("while parsing a flow sequence"))
        #expect(!FaultWording.message(fault).contains("\n"))
    }

    @Test func `a map before a stray sign is not called a key as well`() {
        #expect(faults(ofAnswers: "a.b:\n  - {id: g, s}1️⃣pports: [h]}\n") == ["1️⃣ syntax"])
    }

    @Test func `a second document is a fault`() {
        #expect(faults(ofAnswers: "a.b: 3\n1️⃣---\na.c: 4\n") == ["1️⃣ syntax"])
    }

    @Test func `an alias is refused`() {
        #expect(faults(ofAnswers: "a.b: &x [1, 2]\na.c: 1️⃣*x\n") == ["1️⃣ alias"])
    }

    @Test func `a merge key is refused`() {
        #expect(faults(ofAnswers: "a.b: &x {note: A}\na.c: {<<: 1️⃣*x, answer: 3}\n") == ["1️⃣ alias"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `a billion laughs are refused at once`() {
        var text = "a0: &a0 [lol, lol]\n"
        for level in 1...60 {
            text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
        }
        text += "? *a60\n: key\n"
        #expect(faults(ofAnswers: text) == ["2:10 alias"])
    }

    @Test(arguments: [
        "\u{feff}abc", "'\u{feff}abc'", "\"\u{feff}abc\"", "\"\\uFEFFabc\"", "|-\n    \u{feff}abc",
    ])
    func `a text that begins with a byte order mark keeps it`(text: String) throws {
        let entries = try readAnswers("a.b:\n  answer: 3\n  note: \(text)\n")
        #expect(
            entries.map(\.note).compactMap(\.self).map { Array($0.unicodeScalars) } == [
                Array("\u{feff}abc".unicodeScalars)
            ])
    }

    @Test func `words that look like an anchor and its alias are words`() throws {
        let words = "see &x first\nand *x later"
        #expect(try readAnswers("a.b: |\n  see &x first\n  and *x later\n").map(\.answer) == [.value(words)])
    }

    @Test func `an alias within its own anchor is refused`() {
        #expect(faults(ofAnswers: "a.b: &x [1️⃣*x]\n") == ["1️⃣ alias"])
    }

    @Test func `a text has all its characters, a NUL that is written as an escape among them`() throws {
        #expect(try readAnswers("a.b: \"x\\0y\"\n").map(\.answer) == [.value("x\0y")])
    }

    @Test func `a single value may stand in the deepest level, and its key is none`() {
        let deep = String(repeating: "{a: ", count: 61) + "b" + String(repeating: "}", count: 61)
        #expect(faults(ofQuestionnaire: "a:\n  b: \(deep)\n").allSatisfy { !$0.hasSuffix("too-deep") })
        let deeper = String(repeating: "{a: ", count: 62) + "1️⃣b" + String(repeating: "}", count: 62)
        #expect(faults(ofQuestionnaire: "a:\n  b: \(deeper)\n") == ["1️⃣ too-deep"])
    }

    @Test func `an alias of nothing is a fault`() {
        #expect(faults(ofAnswers: "a.b: 1️⃣*x\n") == ["1️⃣ syntax"])
    }

    @Test func `stars and ampersands in words are no aliases`() throws {
        #expect(
            try readAnswers("a.b: R&D and 2*3 *x\na.c: |\n  * one\n  * two & three\n").map(\.answer)
                == [.value("R&D and 2*3 *x"), .value("* one\n* two & three")])
    }

    @Test(arguments: [
        #"{a.b: {answer: 3, note: "Health & care"}, a.c: {answer: 3, note: "see * below"}}"#,
        "a.b: |\n  Housing & health\n  &\na.c: |\n  * one\n  *\n", "a.b: 'this & that'\na.c: 'a * b'\n",
    ])
    func `a mark without a name is a word, wherever it stands`(text: String) throws {
        #expect(faults(ofAnswers: text).isEmpty)
        #expect(try readAnswers(text).count == 2)
    }

    @Test func `lists in lists are read only so deep`() {
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        #expect(faults(ofAnswers: "a.b: \(deep)\n") == ["1:69 too-deep"])
    }

    @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[{", "a:\n "])
    func `endless nesting is a fault and no crash`(opening: String) {
        let text = String(repeating: opening, count: 20_000)
        #expect(!AnswersReader.read(MarkedText(text).file).faults.isEmpty)
    }

    @Test func `bytes that are no UTF-8 are a fault with a place`() {
        let bytes: [UInt8] = Array("a.b: 3\na.é: ".utf8) + [0xC3, 0x28]
        let faults = AnswersReader.read(SourceFile(name: "x", bytes: bytes)).faults
        #expect(faults.map(\.payload) == [.notUTF8])
        #expect(faults.map(\.place) == [Place(line: 2, column: 6)])
    }

    @Test(arguments: ["\0", "\u{1B}", "\u{7F}", "\u{9B}", "\u{FFFE}"])
    func `a control character is a fault with a place`(character: String) {
        #expect(faults(ofAnswers: "a.b: x1️⃣\(character)\n") == ["1️⃣ control-character"])
    }

    @Test func `a byte order mark is no part of the text`() {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("a.b: null".utf8)
        let faults = AnswersReader.read(SourceFile(name: "x", bytes: bytes)).faults
        #expect(faults.map(\.place) == [Place(line: 1, column: 6)])
    }

    @Test func `columns count Unicode scalars`() {
        #expect(faults(ofAnswers: "a.é: {note: 日本語, 1️⃣key: 1}\n") == ["1️⃣ unknown-key"])
    }

    @Test func `lines that end as on Windows are counted once`() {
        #expect(faults(ofAnswers: "a.b: 3\r\na.c: 4\r\n").isEmpty)
        let faults = AnswersReader.read(MarkedText("a.b: 3\r\na.c: null\r\n").file).faults
        #expect(faults.map(\.place) == [Place(line: 2, column: 6)])
    }

    @Test func `a file that is too large is not read`() {
        let file = SourceFile(
            name: "x", bytes: [UInt8](repeating: UInt8(ascii: "a"), count: SourceFile.largest + 1))
        #expect(AnswersReader.read(file).faults.map(\.payload) == [.tooLarge(limit: 4_194_304)])
    }

    @Test func `faults beyond the five hundredth are left out`() {
        let text = (0..<1_000).map { "a.q\($0): null\n" }.joined()
        #expect(AnswersReader.read(MarkedText(text).file).faults.count == 500)
    }
}
