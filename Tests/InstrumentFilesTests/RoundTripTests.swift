import Foundation
import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct RoundTripTests {
    private func again<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
    }

    @Test func `a questionnaire equals itself after JSON`() throws {
        let tiny = try readQuestionnaire(tinyQuestionnaire)
        #expect(try again(tiny) == tiny)
    }

    @Test func `every kind of question equals itself after JSON`() throws {
        let tiny = try readQuestionnaire(
            questionnaire(
                withQuestions: """
                    - {id: plan.a, text: A?, kind: rating, levels: [x, y], hint: H, why: W}
                    - {id: plan.b, text: B?, kind: choices, options: [{id: o, text: O, supports: [f/e]}]}
                    - {id: plan.c, text: C?, kind: number, min: 1, unit: cases}
                    - {id: plan.d, text: D?, kind: date, ask-when: {not: {question: plan.c, is: [1, "1", yes]}}}
                    - {id: plan.e, text: E?, kind: choice, options: [{id: o, text: O}]}
                    - {id: plan.f, text: F?, kind: yes-no, warns-of: [{signature: s/x, when: yes}]}
                    - {id: plan.g, text: G?, kind: choices, options: [{id: o, text: O, alone: yes}]}
                    """))
        #expect(try again(tiny) == tiny)
    }

    @Test func `a framework equals itself after JSON`() throws {
        let small = try readFramework(smallFramework)
        #expect(try again(small) == small)
    }
}
