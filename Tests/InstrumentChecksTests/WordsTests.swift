import InstrumentChecks
import InstrumentTestSupport
import Instruments
import Testing

struct WordsTests {
    @Test func `a level whose descriptor is blank is reported`() throws {
        let text = feeding("- {id: plan.a, text: A?, kind: rating, levels: [x, 1️⃣\" \"]}")
        #expect(try findings("missing-descriptor", questionnaire: text) == ["1️⃣ missing-descriptor"])
    }

    @Test func `two levels that say the same are reported at the second`() throws {
        let text = feeding(
            "- {id: plan.a, text: A?, kind: rating, levels: [They do., 1️⃣they do]}")
        #expect(try findings("repeated-descriptor", questionnaire: text) == ["1️⃣ repeated-descriptor"])
    }

    @Test func `two options with the same words are reported at the second`() throws {
        let text = feeding(
            """
            - id: plan.a
              text: A?
              kind: choice
              options: [{id: a, text: Not at all}, {id: b, text: 1️⃣"not  At all "}, {id: c, text: Not at}]
            """)
        #expect(try findings("repeated-option", questionnaire: text) == ["1️⃣ repeated-option"])
    }

    @Test(arguments: [
        ("3", true), ("c.", true), ("Three", true), ("2", false), ("9", false), ("3 of them", false),
    ])
    func `an option that reads as the number of another is reported`(words: String, isReported: Bool) throws {
        let text = feeding(
            """
            - id: plan.a
              text: A?
              kind: choice
              options: [{id: x, text: Nobody}, {id: y, text: 1️⃣"\(words)"}, {id: z, text: Everybody}]
            """)
        #expect(
            try findings("misleading-option", questionnaire: text)
                == (isReported ? ["1️⃣ misleading-option"] : []))
    }

    @Test func `a question without a source is reported`() throws {
        let text = feeding(
            """
            - 1️⃣{id: plan.a, text: A?, kind: yes-no}
            - {id: plan.b, text: B?, kind: yes-no, why: 2️⃣Plans help.}
            - {id: plan.c, text: C?, kind: yes-no, why: {text: Plans help., source: s}}
            - {id: plan.d, text: D?, kind: yes-no, why: {text: Ours., basis: interpolated}}
            """)
        #expect(
            try findings("missing-source", questionnaire: text)
                == ["1️⃣ missing-source", "2️⃣ missing-source"])
    }

    @Test func `an element and a condition without a source are reported`() throws {
        let text = """
            format: canary-framework/1
            id: small
            version: 1.0.0
            title: A small framework
            elements:
              - 1️⃣{id: a, statement: A holds.}
              - {id: b, statement: B holds., basis: interpolated, reason: Ours.}
            conditions:
              - 2️⃣{id: both, when: {all: [a, b]}}
            models:
              - 3️⃣{id: m, title: M, needs: [both], means: M.}
            """
        #expect(
            try findings("missing-source", framework: text)
                == ["1️⃣ missing-source", "2️⃣ missing-source", "3️⃣ missing-source"])
    }

    @Test func `an outcome that says nothing is reported`() throws {
        let text = table(
            "first", "      - {when: [any, any], then: x, source: s}",
            outcomes: "[1️⃣{id: x, title: X}]")
        #expect(
            try findings("outcome-without-guidance", framework: text)
                == ["1️⃣ outcome-without-guidance"])
    }

    @Test func `conditions that are part of each other are reported once`() throws {
        let text = framework(with: "").replacing(
            "  - {id: both, when: {all: [a, b]}",
            with: "  - {id: one, when: 1️⃣{any: [a, both]}, source: s}\n  - {id: both, when: {all: [b, one]}")
        #expect(try findings("cyclic-conditions", framework: text) == ["1️⃣ cyclic-conditions"])
    }
}
