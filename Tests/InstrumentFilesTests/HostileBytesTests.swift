import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct HostileBytesTests {
    /// A generator that repeats itself, so that a crash can be repeated.
    private struct Chance: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let answers = """
        a.b: 3
        a.c: {answer: "x\\n", evidence: [{kind: data, reference: 'it''s'}]}
        a.d: |
          * text
        """

    private func readAll(_ bytes: [UInt8]) {
        let file = SourceFile(name: "x", bytes: bytes)
        let faults =
            QuestionnaireReader.read(file).faults + FrameworkReader.read(file).faults
            + AnswersReader.read(file).faults + InstrumentReader.read(file).faults
        for fault in faults { _ = (FaultWording.message(fault), FaultWording.hint(fault), fault.code) }
    }

    @Test(arguments: [tinyQuestionnaire, smallFramework, answers])
    func `no prefix of a file crashes a reader`(text: String) {
        let bytes = Array(text.utf8)
        for count in 0...bytes.count { readAll(Array(bytes.prefix(count))) }
    }

    @Test(arguments: [tinyQuestionnaire, smallFramework, answers])
    func `no changed bytes crash a reader`(text: String) {
        var chance = Chance(state: 42)
        let signs = Array("[]{}&*!|>'\"%@`#,:?- \n\r\t\0~<=\u{FF}\u{2028}é".utf8)
        for _ in 0..<1_500 {
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                let position = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<4, using: &chance) {
                case 0: bytes[position] = UInt8.random(in: 0...255, using: &chance)
                case 1: bytes.insert(signs.randomElement(using: &chance) ?? 0, at: position)
                case 2: bytes.remove(at: position)
                default:
                    let end = min(bytes.count, position + Int.random(in: 0...40, using: &chance))
                    bytes += bytes[position..<end]
                }
            }
            readAll(bytes)
        }
    }

    @Test(arguments: [
        [], [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], Array("---".utf8), Array("...".utf8),
        Array("%YAML 9.9\n---\na: b".utf8), Array("!!binary x".utf8), Array("? ? ? a".utf8),
        Array("? [a, b]\n: c".utf8), Array("? {a: b}\n: c".utf8), Array("\"\\ud800\"".utf8),
        Array("<<: {a: b}".utf8), Array("a: !!int x".utf8), Array("null".utf8), Array("- ".utf8),
        Array("\u{F0000}: a\n\u{F0000}: b".utf8), Array("\"\": a\n\"\": b".utf8),
    ])
    func `odd files are faults and no crash`(bytes: [UInt8]) {
        readAll(bytes)
        let file = SourceFile(name: "x", bytes: bytes)
        #expect(!QuestionnaireReader.read(file).faults.isEmpty)
    }
}
