import InstrumentChecks
import InstrumentTestSupport
import Instruments
import Testing

struct MeasureTests {
    private let signatures = Framework(
        id: "risk", version: "1", title: "Risk",
        signatures: SignatureSet(
            thresholds: SignatureSet.Thresholds(
                watchFrom: 1, evidentAbovePercent: 50, combiningFrom: 2, widespreadFromCategories: 2),
            basis: .interpolated, reason: "R", categories: [],
            members: [Signature(id: "x", category: "A", title: "X", risk: "X.", source: "s")],
            statuses: [], earlyWarning: [], balance: Statement("B.")))

    @Test func `an element that no question measures is reported where its framework is fed`() throws {
        let text = feeding(
            "- {id: plan.a, text: A?, kind: yes-no, supports: [small/a]}", feeds: "[1️⃣small]")
        #expect(
            try findings("element-never-measured", questionnaire: text, framework: framework(with: ""))
                == ["1️⃣ element-never-measured"])
    }

    @Test func `an option measures an element`() throws {
        let text = feeding(
            """
            - {id: plan.a, text: A?, kind: yes-no, supports: [small/a]}
            - {id: plan.b, text: B?, kind: choice, options: [{id: x, text: X, supports: [small/b]}]}
            """)
        #expect(
            try findings("element-never-measured", questionnaire: text, framework: framework(with: ""))
                == [])
    }

    @Test func `a question that measures nothing is reported`() throws {
        let text = feeding(
            """
            - 1️⃣{id: plan.a, text: A?, kind: yes-no}
            - {id: plan.b, text: B?, kind: yes-no, supports: [small/a]}
            - {id: plan.c, text: C?, kind: yes-no, warns-of: [risk/x]}
            """)
        #expect(
            try findings("question-measures-nothing", questionnaire: text)
                == ["1️⃣ question-measures-nothing"])
    }

    @Test func `a text question need not measure`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: text}")
        #expect(try findings("question-measures-nothing", questionnaire: text) == [])
    }

    @Test func `a question that decides what is asked need not measure`() throws {
        let text = feeding(
            """
            - {id: plan.a, text: A?, kind: yes-no}
            - {id: plan.b, text: B?, kind: text, ask-when: {question: plan.a, is: [yes]}}
            """)
        #expect(try findings("question-measures-nothing", questionnaire: text) == [])
    }

    @Test func `an interview need not measure`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: yes-no}", feeds: "[]")
        #expect(try findings("question-measures-nothing", questionnaire: text) == [])
    }

    @Test func `a signature with one indicator is reported`() throws {
        let text = feeding(
            "- {id: plan.a, text: A?, kind: yes-no, warns-of: [risk/x, small/y]}", feeds: "[1️⃣risk]")
        #expect(
            try findings("few-indicators", questionnaire: text, others: [signatures])
                == ["1️⃣ few-indicators"])
    }

    @Test func `a signature with two indicators is not reported`() throws {
        let text = feeding(
            """
            - {id: plan.a, text: A?, kind: yes-no, warns-of: [risk/x]}
            - {id: plan.b, text: B?, kind: yes-no, warns-of: [risk/x]}
            """, feeds: "[risk]")
        #expect(try findings("few-indicators", questionnaire: text, others: [signatures]) == [])
    }
}
