import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct QuestionnaireReaderTests {
    @Test func `the smallest questionnaire of the documentation is read`() throws {
        let tiny = try readQuestionnaire(tinyQuestionnaire)
        #expect(tiny.id == "tiny")
        #expect(tiny.version == "1.0.0")
        #expect(tiny.title == "A tiny check")
        #expect(tiny.minutes == 2)
        #expect(tiny.feeds == ["small"])
        #expect(tiny.scales["grip"]?.metFrom == 3)
        #expect(tiny.areas.map(\.id) == ["plan"])
        #expect(tiny.questions.map(\.id) == ["plan.exists", "plan.used"])
    }

    @Test func `the hash is that of the file's bytes`() {
        let file = SourceFile(name: "x", bytes: Array("abc".utf8))
        #expect(
            file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let reading = QuestionnaireReader.read(MarkedText(tinyQuestionnaire).file)
        #expect(reading.value?.sha256 == MarkedText(tinyQuestionnaire).file.sha256)
    }

    @Test func `an unknown key is reported with its line and column`() {
        let found = faults(
            ofQuestionnaire: """
                format: canary-questionnaire/1
                id: tiny
                version: 1.0.0
                title: A tiny check
                1️⃣colour: red
                areas:
                  - id: plan
                    title: Planning
                    questions:
                      - {id: plan.exists, text: Is there a plan?, kind: yes-no, 2️⃣reason: None}
                """)
        #expect(found == ["1️⃣ unknown-key", "2️⃣ unknown-key"])
    }

    @Test func `a missing key is reported where its map stands`() {
        let found = faults(
            ofQuestionnaire: """
                1️⃣format: canary-questionnaire/1
                id: tiny
                version: 1.0.0
                areas:
                  - 2️⃣id: plan
                    questions:
                      - 3️⃣{id: plan.exists, text: Is there a plan?}
                """)
        #expect(found == ["1️⃣ missing-key", "2️⃣ missing-key", "3️⃣ missing-key"])
    }

    @Test func `a key with nothing behind it is reported`() {
        let found = faults(ofQuestionnaire: tinyQuestionnaire.replacing(" A tiny check", with: "1️⃣"))
        #expect(found == ["1️⃣ wrong-shape"])
    }

    @Test func `a list where a text is needed is reported`() {
        let found = faults(
            ofQuestionnaire: tinyQuestionnaire.replacing("A tiny check", with: "1️⃣[A, B]"))
        #expect(found == ["1️⃣ wrong-shape"])
    }

    @Test func `a text where a list is needed is reported`() {
        let found = faults(ofQuestionnaire: tinyQuestionnaire.replacing("[small]", with: "1️⃣small"))
        #expect(found == ["1️⃣ wrong-shape"])
    }

    @Test func `minutes must be a whole number of at least one`() {
        #expect(
            faults(ofQuestionnaire: tinyQuestionnaire.replacing("minutes: 2", with: "minutes: 1️⃣0"))
                == ["1️⃣ out-of-range"])
        #expect(
            faults(ofQuestionnaire: tinyQuestionnaire.replacing("minutes: 2", with: "minutes: 1️⃣2.5"))
                == ["1️⃣ wrong-shape"])
    }

    @Test func `a list at the top is no questionnaire`() {
        #expect(faults(ofQuestionnaire: "1️⃣- a\n- b\n") == ["1️⃣ wrong-shape"])
    }

    @Test func `a framework's format is not a questionnaire's`() {
        #expect(
            faults(ofQuestionnaire: "format: 1️⃣canary-framework/1\nid: x\n") == ["1️⃣ unknown-format"])
    }

    @Test func `without a format nothing else is reported`() {
        #expect(faults(ofQuestionnaire: "1️⃣id: x\ncolour: red\n") == ["1️⃣ missing-key"])
    }

    @Test func `a version that is not of three numbers is a warning`() throws {
        let text = MarkedText(tinyQuestionnaire.replacing("1.0.0", with: "1️⃣2026"))
        let reading = QuestionnaireReader.read(text.file)
        #expect(text.describe(reading.faults) == ["1️⃣ version-not-in-three-parts"])
        #expect(reading.value?.version == "2026")
    }

    @Test func `an error leaves no value`() {
        let text = MarkedText(tinyQuestionnaire + "colour: red\n")
        #expect(QuestionnaireReader.read(text.file).value == nil)
    }

    @Test func `two areas of one name are reported at the second`() {
        let found = faults(
            ofQuestionnaire: """
                format: canary-questionnaire/1
                id: tiny
                version: 1.0.0
                title: A tiny check
                areas:
                  - {id: plan, title: Plan, questions: [{id: plan.a, text: A?, kind: yes-no}]}
                  - {id: 1️⃣plan, title: Plan, questions: [{id: plan.b, text: B?, kind: yes-no}]}
                """)
        #expect(found == ["1️⃣ repeated-id"])
    }

    @Test func `a questionnaire without areas and an area without questions are reported`() {
        #expect(
            faults(
                ofQuestionnaire: """
                    format: canary-questionnaire/1
                    id: tiny
                    version: 1.0.0
                    title: A tiny check
                    areas: 1️⃣[]
                    """) == ["1️⃣ empty-list"])
        #expect(
            faults(
                ofQuestionnaire: """
                    format: canary-questionnaire/1
                    id: tiny
                    version: 1.0.0
                    title: A tiny check
                    areas: [{id: plan, title: Plan, questions: 1️⃣[]}]
                    """) == ["1️⃣ empty-list"])
    }

    @Test func `the level that is met lies on the scale`() {
        let found = faults(
            ofQuestionnaire: tinyQuestionnaire.replacing("met-from: 3", with: "met-from: 1️⃣5"))
        #expect(found == ["1️⃣ out-of-range"])
    }

    @Test func `a framework fed twice is reported`() {
        let found = faults(
            ofQuestionnaire: tinyQuestionnaire.replacing("[small]", with: "[small, 1️⃣small]"))
        #expect(found == ["1️⃣ repeated-id"])
    }

    @Test func `a name with capitals or spaces in it is no name`() {
        let found = faults(ofQuestionnaire: tinyQuestionnaire.replacing("id: tiny", with: "id: 1️⃣a b"))
        #expect(found == ["1️⃣ malformed-id"])
    }

    @Test func `a block of text ends without a line break`() throws {
        let tiny = try readQuestionnaire(
            tinyQuestionnaire.replacing(
                "title: A tiny check", with: "title: >\n  A tiny\n  check\n"))
        #expect(tiny.title == "A tiny check")
    }
}
