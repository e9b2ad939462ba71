import InstrumentChecks
import InstrumentTestSupport
import Instruments
import Testing

struct AskWhenTests {
    @Test func `ask-when must look at a question of the questionnaire`() throws {
        let text = feeding(
            """
            - id: plan.a
              text: A?
              kind: yes-no
              ask-when: {any: [{question: 1️⃣plan.x, is: [yes]}, {not: {question: 2️⃣plan.y, is: [no]}}]}
            """)
        #expect(
            try findings("unknown-question", questionnaire: text)
                == ["1️⃣ unknown-question", "2️⃣ unknown-question"])
    }

    @Test func `ask-when must wait for values that the question can have`() throws {
        let text = feeding(
            """
            - {id: plan.a, text: A?, kind: yes-no}
            - {id: plan.b, text: B?, kind: rating, levels: [x, y]}
            - {id: plan.c, text: C?, kind: choice, options: [{id: o, text: O}]}
            - {id: plan.d, text: D?, kind: yes-no, ask-when: {question: plan.a, is: [yes, 1️⃣1]}}
            - {id: plan.e, text: E?, kind: yes-no, ask-when: {question: plan.b, is: [1, 2, 2️⃣3, 3️⃣0]}}
            - {id: plan.f, text: F?, kind: yes-no, ask-when: {question: plan.c, is: [o, 4️⃣p]}}
            """)
        #expect(
            try findings("impossible-value", questionnaire: text) == [
                "1️⃣ impossible-value", "2️⃣ impossible-value", "3️⃣ impossible-value",
                "4️⃣ impossible-value",
            ])
    }

    @Test func `numbers, dates and texts have values, too`() throws {
        let text = feeding(
            """
            - {id: plan.a, text: A?, kind: number, min: 0, max: 9}
            - {id: plan.b, text: B?, kind: date}
            - {id: plan.c, text: C?, kind: text}
            - {id: plan.d, text: D?, kind: yes-no, ask-when: {question: plan.a, is: [0, 9, 1️⃣10]}}
            - {id: plan.e, text: E?, kind: yes-no, ask-when: {question: plan.b, is: [2026-11-21, 2️⃣soon]}}
            - {id: plan.f, text: F?, kind: yes-no, ask-when: {question: plan.c, is: [anything, 3️⃣5]}}
            """)
        #expect(
            try findings("impossible-value", questionnaire: text)
                == ["1️⃣ impossible-value", "2️⃣ impossible-value", "3️⃣ impossible-value"])
    }

    @Test func `an option called yes is written in quotation marks`() throws {
        let text = feeding(
            """
            - {id: plan.a, text: A?, kind: choice, options: [{id: yes, text: Yes}]}
            - {id: plan.b, text: B?, kind: yes-no, ask-when: {question: plan.a, is: [1️⃣yes, "yes"]}}
            """)
        #expect(try findings("impossible-value", questionnaire: text) == ["1️⃣ impossible-value"])
    }

    @Test func `questions that wait for each other are reported once`() throws {
        let text = feeding(
            """
            - {id: plan.a, text: A?, kind: yes-no, ask-when: 1️⃣{question: plan.b, is: [yes]}}
            - {id: plan.b, text: B?, kind: yes-no, ask-when: {question: plan.c, is: [yes]}}
            - {id: plan.c, text: C?, kind: yes-no, ask-when: {question: plan.a, is: [yes]}}
            """)
        #expect(try findings("cyclic-ask-when", questionnaire: text) == ["1️⃣ cyclic-ask-when"])
    }

    @Test func `a question that waits for itself is reported`() throws {
        let text = feeding(
            "- {id: plan.a, text: A?, kind: yes-no, ask-when: 1️⃣{question: plan.a, is: [yes]}}")
        #expect(try findings("cyclic-ask-when", questionnaire: text) == ["1️⃣ cyclic-ask-when"])
    }

    @Test func `a long chain is no circle and does no harm`() throws {
        let links = (1...3_000).map { number in
            "- {id: plan.q\(number), text: A?, kind: yes-no, "
                + "ask-when: {question: plan.q\(number - 1), is: [yes]}}\n"
        }
        let text = feeding("- {id: plan.q0, text: A?, kind: yes-no}\n" + links.joined())
        #expect(try findings("cyclic-ask-when", questionnaire: text) == [])
    }
}

struct NeverAskedTests {
    private func asked(_ askWhen: String, gate: String = "yes-no") throws -> [String] {
        try findings(
            "never-asked",
            questionnaire: feeding(
                """
                - {id: plan.a, text: A?, kind: \(gate)}
                - {id: plan.b, text: B?, kind: yes-no, ask-when: {question: plan.a, is: [yes]}}
                - {id: plan.c, text: C?, kind: yes-no, ask-when: 1️⃣\(askWhen)}
                """))
    }

    @Test(arguments: [
        "{all: [{question: plan.a, is: [yes]}, {question: plan.a, is: [no]}]}",
        "{all: [{question: plan.b, is: [yes]}, {question: plan.a, is: [no]}]}",
        "{all: [{question: plan.a, is: [yes]}, {not: {question: plan.a, is: [yes]}}]}",
    ])
    func `a question that contradicts itself is never asked`(askWhen: String) throws {
        #expect(try asked(askWhen) == ["1️⃣ never-asked"])
    }

    @Test(arguments: [
        "{question: plan.b, is: [no]}", "{not: {question: plan.a, is: [yes]}}",
        "{any: [{question: plan.a, is: [no]}, {question: plan.b, is: [yes]}]}",
        "{all: [{not: {question: plan.a, is: [yes]}}, {not: {question: plan.a, is: [no]}}]}",
    ])
    func `a question that some answers bring up is not reported`(askWhen: String) throws {
        #expect(try asked(askWhen) == [])
    }

    @Test func `a circle and an unknown question have findings of their own`() throws {
        #expect(try asked("{question: plan.c, is: [yes]}") == [])
        #expect(try asked("{question: plan.nowhere, is: [yes]}") == [])
    }

    @Test func `more options than can be tried are left alone`() throws {
        let names = (1...17).map { "o\($0)" }
        let options = names.map { "{id: \($0), text: O.}" }.joined(separator: ", ")
        #expect(
            try asked(
                "{question: plan.a, is: [\(names.joined(separator: ", "))]}",
                gate: "choices, options: [\(options)]") == [])
    }

    @Test func `an option that stands alone is never chosen together with another`() throws {
        let askWhen = "{all: [{question: plan.a, is: [x]}, {question: plan.a, is: [none]}]}"
        let options = "choices, options: [{id: x, text: X.}, {id: none, text: None., alone: true}]"
        #expect(try asked(askWhen, gate: options) == ["1️⃣ never-asked"])
        #expect(try asked(askWhen, gate: options.replacing(", alone: true", with: "")) == [])
    }
}
