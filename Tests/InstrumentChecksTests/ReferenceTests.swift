import InstrumentChecks
import InstrumentTestSupport
import Instruments
import Testing

struct ReferenceTests {
    @Test func `a framework that is fed and missing is named`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: text}", feeds: "[small, 1️⃣large]")
        #expect(
            try findings("fed-framework-missing", questionnaire: text, framework: framework(with: ""))
                == ["1️⃣ fed-framework-missing"])
    }

    @Test func `an element that a framework has not is reported`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: yes-no, supports: [small/a, 1️⃣small/c]}")
        #expect(
            try findings("unknown-element", questionnaire: text, framework: framework(with: ""))
                == ["1️⃣ unknown-element"])
    }

    @Test func `an element that an option supports must be there, too`() throws {
        let text = feeding(
            "- {id: plan.a, text: A?, kind: choice, options: [{id: x, text: X, supports: [1️⃣small/c]}]}")
        #expect(
            try findings("unknown-element", questionnaire: text, framework: framework(with: ""))
                == ["1️⃣ unknown-element"])
    }

    @Test func `an element of a framework that nobody knows is reported`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: yes-no, supports: [1️⃣large/a]}")
        #expect(
            try findings("unknown-element", questionnaire: text, framework: framework(with: ""))
                == ["1️⃣ unknown-element"])
    }

    @Test func `elements of a missing framework that is fed are not reported again`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: yes-no, supports: [small/a]}")
        #expect(try findings("unknown-element", questionnaire: text) == [])
        #expect(try findings("unknown-signature", questionnaire: text) == [])
    }

    @Test func `a signature that a framework has not is reported`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: yes-no, warns-of: [1️⃣small/x]}")
        #expect(
            try findings("unknown-signature", questionnaire: text, framework: framework(with: ""))
                == ["1️⃣ unknown-signature"])
    }

    @Test func `a good reference into a framework that is not fed is a warning`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: yes-no, supports: [1️⃣small/a]}", feeds: "[]")
        #expect(
            try findings("reference-not-fed", questionnaire: text, framework: framework(with: ""))
                == ["1️⃣ reference-not-fed"])
        #expect(
            try findings("unknown-element", questionnaire: text, framework: framework(with: "")) == [])
    }

    @Test func `a model under an outcome that no headline table has is reported`() throws {
        let models = """
            models:
              - {id: m, title: M, needs: [both], source: s, means: M., under: {outcome: 1️⃣x, reason: R.}}
            """
        let headline = Framework(
            id: "isos", version: "1", title: "T",
            tables: [
                DecisionTable(
                    id: "tier", title: "Tier", role: .tier, hitPolicy: .first, ranked: true, inputs: [],
                    rules: [], outcomes: [Outcome(id: "y", title: "Y", means: Statement("Y."))])
            ])
        let both = feeding("- {id: plan.a, text: A?, kind: yes-no}", feeds: "[small, isos]")
        #expect(
            try findings(
                "unknown-place-of-model", questionnaire: both, framework: framework(with: models),
                others: [headline])
                == ["1️⃣ unknown-place-of-model"])
        // A headline that is never shown beside the model says nothing about it.
        #expect(
            try findings(
                "unknown-place-of-model", framework: framework(with: models), others: [headline]) == [])
        #expect(
            try findings("unknown-place-of-model", framework: framework(with: models)) == [])
    }
}
