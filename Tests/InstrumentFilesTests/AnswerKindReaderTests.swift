import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct AnswerKindReaderTests {
    private func kind(_ keys: String) throws -> AnswerKind? {
        try readQuestionnaire(
            questionnaire(withQuestions: "- {id: plan.a, text: A?, \(keys)}")
        ).questions.first?.kind
    }

    private func faultsOf(_ keys: String) -> [String] {
        faults(ofQuestionnaire: questionnaire(withQuestions: "- {id: plan.a, text: A?, \(keys)}"))
    }

    @Test func `a rating uses the scale grip unless it names another`() throws {
        let scale = Scale(levels: ["Low", "High"], metFrom: 2)
        #expect(
            try kind("kind: rating, levels: [x, y]")
                == .rating(AnswerKind.Rating(scaleID: "grip", scale: scale, descriptors: ["x", "y"])))
    }

    @Test func `yes-no, date and text need nothing more`() throws {
        #expect(try kind("kind: yes-no") == .yesNo)
        #expect(try kind("kind: date") == .date)
        #expect(try kind("kind: text") == .text)
    }

    @Test func `a choice has options that may support elements`() throws {
        #expect(
            try kind("kind: choice, options: [{id: a, text: A, supports: [f/e]}, {id: no, text: No}]")
                == .choice([
                    AnswerKind.Option(id: "a", text: "A", supports: [Reference("f", "e")]),
                    AnswerKind.Option(id: "no", text: "No"),
                ]))
    }

    @Test func `a number may have limits and a unit`() throws {
        #expect(
            try kind("kind: number, min: 0, max: 12.5, unit: cases")
                == .number(AnswerKind.NumberRange(least: 0, greatest: 12.5, unit: "cases")))
        #expect(try kind("kind: number") == .number(AnswerKind.NumberRange()))
    }

    @Test func `a rating without levels, and a choice without options, are reported`() {
        #expect(
            faults(
                ofQuestionnaire: questionnaire(
                    withQuestions: """
                        - 1️⃣{id: plan.a, text: A?, kind: rating}
                        - 2️⃣{id: plan.b, text: B?, kind: choice}
                        """)) == ["1️⃣ missing-key", "2️⃣ missing-key"])
    }

    @Test func `a number of descriptors unlike the scale's levels is reported`() {
        #expect(faultsOf("kind: rating, levels: 1️⃣[x, y, z]") == ["1️⃣ level-count"])
    }

    @Test func `an unknown scale is reported`() {
        #expect(faultsOf("kind: rating, scale: 1️⃣grap, levels: [x, y]") == ["1️⃣ unknown-scale"])
    }

    @Test func `an unknown kind is reported once, with no fault about its keys`() {
        #expect(faultsOf("kind: 1️⃣poll, options: [a]") == ["1️⃣ unknown-word"])
    }

    @Test func `a key of another kind is reported`() {
        #expect(faultsOf("kind: yes-no, 1️⃣levels: [x, y]") == ["1️⃣ key-out-of-place"])
    }

    @Test func `two options of one name are reported`() {
        #expect(
            faultsOf("kind: choice, options: [{id: a, text: A}, {id: 1️⃣a, text: B}]")
                == ["1️⃣ repeated-id"])
    }

    @Test func `limits the wrong way round are reported`() {
        #expect(faultsOf("kind: number, min: 3, 1️⃣max: 2") == ["1️⃣ range-reversed"])
    }

    @Test func `a limit that is no finite number is reported`() {
        #expect(faultsOf("kind: number, min: 1️⃣lots") == ["1️⃣ wrong-shape"])
        #expect(faultsOf("kind: number, min: 1️⃣inf") == ["1️⃣ wrong-shape"])
        #expect(faultsOf("kind: number, min: 1️⃣0x10") == ["1️⃣ wrong-shape"])
    }
}
