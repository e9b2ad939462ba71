import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct RepeatedKeysTests {
    @Test func `a repeated key is reported where it stands again, and the reading goes on`() {
        let found = faults(
            ofQuestionnaire: """
                format: canary-questionnaire/1
                id: tiny
                version: 1.0.0
                title: A tiny check
                1️⃣title: Another
                areas:
                  - id: plan
                    title: Planning
                    2️⃣"id": goal
                    questions:
                      - id: plan.a
                        text: A?
                        kind: yes-no
                        3️⃣kind: text
                4️⃣colour: red
                """)
        #expect(found == ["1️⃣ repeated-key", "2️⃣ repeated-key", "3️⃣ repeated-key", "4️⃣ unknown-key"])
    }

    @Test func `a key may be repeated more than once`() {
        #expect(
            faults(ofAnswers: "a.b: 1\n1️⃣a.b: 2\n2️⃣a.b: 3\n") == [
                "1️⃣ repeated-key", "2️⃣ repeated-key",
            ])
    }

    @Test func `the fault says where the key stood first`() throws {
        let fault = try #require(AnswersReader.read(MarkedText("a.b: 1\na.b: 2\n").file).faults.first)
        #expect(fault.payload == .repeatedKey("a.b", first: Place(line: 1, column: 1)))
    }

    @Test func `a repeated key within one line is reported where it stands again`() {
        #expect(faults(ofAnswers: "{a.b: 1, 1️⃣a.b: 2}\n") == ["1️⃣ repeated-key"])
    }

    @Test func `a repeated key before a syntax error is reported with it`() {
        #expect(
            faults(ofAnswers: "a.b: 1\n1️⃣a.b: 2\na.c: x2️⃣: y\n") == ["1️⃣ repeated-key", "2️⃣ syntax"])
    }

    @Test func `a repeated key in JSON is found on its line`() {
        #expect(
            faults(ofAnswers: "{\n  \"a.b\": 1,\n  1️⃣\"a.b\":2\n}\n") == ["1️⃣ repeated-key"])
    }

    @Test func `the same key in another map is none`() throws {
        #expect(try readAnswers("a.b:\n  note: A\na.c:\n  note: B\n").count == 2)
    }

    @Test(.timeLimit(.minutes(1)))
    func `many repeated keys come to an end`() {
        let text = (0..<2_000).map { "a.q\($0 % 1_000): 1\n" }.joined()
        let faults = AnswersReader.read(MarkedText(text).file).faults
        #expect(faults.count == 500)
    }
}
