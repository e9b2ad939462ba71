import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct AnswersReaderTests {
    private typealias Entry = AnswerSheet.Entry

    @Test func `single values are kept as they are written`() throws {
        let entries = try readAnswers(
            """
            a.rating: 3
            a.quoted: "3"
            a.yes: yes
            a.no: false
            a.option: some-option
            a.text: Some words, and more.
            a.unknown: dont-know
            a.date: 2026-11-21
            """)
        #expect(
            entries.map(\.answer) == [
                .value("3"), .value("3"), .value("yes"), .value("false"), .value("some-option"),
                .value("Some words, and more."), .value("dont-know"), .value("2026-11-21"),
            ])
    }

    @Test func `a list of options is a list`() throws {
        #expect(try readAnswers("a.b: [x, y]").map(\.answer) == [.list(["x", "y"])])
    }

    @Test func `an entry says where it stands`() throws {
        #expect(
            try readAnswers("a.b: 3\na.c: 4\n").map(\.place)
                == [Place(line: 1, column: 1), Place(line: 2, column: 1)])
    }

    @Test func `a map holds an answer and what goes with it`() throws {
        let entries = try readAnswers(
            """
            a.b:
              answer: 3
              note: He said so.
              evidence:
                - {kind: audit, reference: "Audit, May", text: Half are late.}
                - {kind: data, reference: Dashboard}
              strengths: [Steady]
              concerns: [Slow, Costly]
              confidential: yes
            """)
        #expect(
            entries == [
                Entry(
                    question: "a.b", place: Place(line: 1, column: 1), answer: .wrapped("3"),
                    note: "He said so.",
                    evidence: [
                        AnswerSheet.WrittenEvidence(
                            kind: "audit", reference: "Audit, May", text: "Half are late."),
                        AnswerSheet.WrittenEvidence(kind: "data", reference: "Dashboard", text: ""),
                    ], strengths: ["Steady"], concerns: ["Slow", "Costly"], confidentiality: .words)
            ])
    }

    @Test(arguments: [
        ("yes", Confidentiality.words), ("true", .words), ("no", .nothing), ("level", .level),
    ])
    func `how much is confidential is a yes, a no or the level`(text: String, read: Confidentiality) throws {
        let entries = try readAnswers("a.b: {answer: 3, confidential: \(text)}")
        #expect(entries.map(\.confidentiality) == [read])
    }

    @Test func `anything else that is to be confidential is refused where it stands`() throws {
        let reading = AnswersReader.read(
            SourceFile(
                name: "a.yaml", bytes: Array("a.b:\n  answer: 3\n  confidential: levels\n".utf8)))
        let fault = try #require(reading.faults.first)
        #expect(fault.place == Place(line: 3, column: 17) && fault.question == "a.b")
        #expect(
            fault.payload
                == .unknownWord("levels", key: "confidential", known: ["yes", "no", "level"]))
    }

    @Test func `a keyword under answer is wrapped, so that a text question can take it`() throws {
        #expect(try readAnswers("a.b: {answer: dont-know}").map(\.answer) == [.wrapped("dont-know")])
    }

    @Test func `a list under answer is a list`() throws {
        #expect(try readAnswers("a.b: {answer: [x]}").map(\.answer) == [.list(["x"])])
    }

    @Test func `not applicable has a reason`() throws {
        #expect(
            try readAnswers("a.b: {not-applicable: We have none.}").map(\.answer)
                == [.notApplicable(reason: "We have none.")])
    }

    @Test func `an entry may only add to an answer`() throws {
        #expect(try readAnswers("a.b: {note: More.}").map(\.answer) == [nil])
    }

    @Test func `JSON is read like YAML`() throws {
        let json = """
            {
            \t"a.b": 3,
            \t"a.c": {"answer": true, "note": "Line\\nbreak", "evidence": []},
              "a.d": ["x", "y"], "a.e": "caf\\u00e9 \\/ 😀"
            }
            """
        let entries = try readAnswers(json)
        #expect(
            entries.map(\.answer) == [
                .value("3"), .wrapped("true"), .list(["x", "y"]), .value("café / 😀"),
            ])
        #expect(entries.map(\.note) == [nil, "Line\nbreak", nil, nil])
    }

    @Test func `a pair of escapes for one character is joined in JSON`() throws {
        #expect(
            try readAnswers(#"{"a.b": "\ud83d\ude00 and \\ud83d\\ude00"}"#).map(\.answer)
                == [.value(#"😀 and \ud83d\ude00"#)])
    }

    @Test func `half a pair of escapes is a fault`() {
        #expect(faults(ofAnswers: #"{"a.b": "\ud83d"}"#) == ["1:12 syntax"])
    }

    @Test func `a null answer is reported`() {
        #expect(
            faults(
                ofAnswers: """
                    a.b:1️⃣
                    a.c: 2️⃣null
                    a.d: {answer: 3️⃣~}
                    """) == ["1️⃣ no-answer", "2️⃣ no-answer", "3️⃣ no-answer"])
    }

    @Test func `a fault names its question`() {
        let reading = AnswersReader.read(MarkedText("a.b: 3\na.c: null\na.d: {note: []}\n").file)
        #expect(reading.faults.map(\.question) == ["a.c", "a.d"])
        #expect(reading.value == nil)
    }

    @Test func `a question that stands there twice is reported with its name`() {
        let text = MarkedText("a.b: 3\na.c: 2\n1️⃣a.b: 4\n2️⃣a.c: null\n")
        let faults = AnswersReader.read(text.file).faults
        #expect(text.describe(faults) == ["1️⃣ repeated-key", "2️⃣ repeated-key"])
        #expect(faults.map(\.question) == ["a.b", "a.c"])
    }

    @Test func `a key that stands there twice in an entry names the entry's question`() {
        let text = MarkedText("a.b:\n  note: A\n  1️⃣note: B\na.c: 3\n")
        let faults = AnswersReader.read(text.file).faults
        #expect(text.describe(faults) == ["1️⃣ repeated-key"])
        #expect(faults.map(\.question) == ["a.b"])
    }

    @Test func `an answer and a not applicable exclude each other`() {
        #expect(
            faults(ofAnswers: "a.b: {answer: 3, 1️⃣not-applicable: None}")
                == ["1️⃣ answer-and-not-applicable"])
    }

    @Test func `an unknown key in an entry is reported`() {
        #expect(faults(ofAnswers: "a.b: {1️⃣rating: 3}") == ["1️⃣ unknown-key"])
    }

    @Test func `an entry that says nothing is reported`() {
        #expect(faults(ofAnswers: "a.b: 1️⃣{}") == ["1️⃣ empty-entry"])
    }

    @Test func `a null among options is reported`() {
        #expect(faults(ofAnswers: "a.b: [x, 1️⃣null]") == ["1️⃣ wrong-shape"])
    }

    @Test func `evidence needs a kind`() {
        #expect(faults(ofAnswers: "a.b: {evidence: [1️⃣{reference: R}]}") == ["1️⃣ missing-key"])
    }

    @Test func `a sheet is a map`() {
        #expect(faults(ofAnswers: "1️⃣[3, 4]") == ["1️⃣ wrong-shape"])
    }

    @Test func `an empty sheet is reported`() {
        #expect(faults(ofAnswers: "") == ["empty"])
        #expect(faults(ofAnswers: "# nothing\n") == ["empty"])
    }
}
