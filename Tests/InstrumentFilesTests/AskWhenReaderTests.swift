import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct AskWhenReaderTests {
    private func text(_ askWhen: String) -> String {
        questionnaire(withQuestions: "- {id: plan.a, text: A?, kind: yes-no, ask-when: \(askWhen)}")
    }

    private func askWhen(_ askWhen: String) throws -> AskWhen? {
        try readQuestionnaire(text(askWhen)).questions.first?.askWhen
    }

    @Test func `values are numbers, yes or no, and words`() throws {
        #expect(
            try askWhen("{question: plan.b, is: [1, yes, no, true, false, a-word, 1.5]}")
                == .answer(
                    "plan.b",
                    among: [
                        .whole(1), .yes(true), .yes(false), .yes(true), .yes(false), .word("a-word"),
                        .word("1.5"),
                    ]))
    }

    @Test func `values in quotation marks are words`() throws {
        #expect(
            try askWhen(#"{question: plan.b, is: ["yes", '3']}"#)
                == .answer("plan.b", among: [.word("yes"), .word("3")]))
    }

    @Test func `comparisons nest under all, any and not`() throws {
        #expect(
            try askWhen(
                "{all: [{question: plan.b, is: [1]}, {any: [{not: {question: plan.c, is: [2]}}]}]}")
                == .all([
                    .answer("plan.b", among: [.whole(1)]),
                    .any([.not(.answer("plan.c", among: [.whole(2)]))]),
                ]))
    }

    @Test func `a comparison needs values`() {
        #expect(faults(ofQuestionnaire: text("1️⃣{question: plan.b}")) == ["1️⃣ missing-key"])
        #expect(faults(ofQuestionnaire: text("{question: plan.b, is: 1️⃣[]}")) == ["1️⃣ empty-list"])
    }

    @Test func `two forms in one map are reported`() {
        #expect(
            faults(ofQuestionnaire: text("1️⃣{question: plan.b, is: [1], not: {all: []}}"))
                == ["1️⃣ not-exactly-one"])
    }

    @Test func `a bare word is no comparison`() {
        #expect(faults(ofQuestionnaire: text("1️⃣always")) == ["1️⃣ wrong-shape"])
    }
}
