import InstrumentTestSupport
import Testing

/// What is wrong with a table's cells only where answers bring it about.
struct CellTests {
    /// A framework of three elements with conditions that mean something to one another, and a table on two of them.
    private func framework(_ hitPolicy: String, _ conditions: String, _ rules: String) -> String {
        """
        format: canary-framework/1
        id: small
        version: 1.0.0
        title: A small framework
        elements:
          - {id: a, statement: A holds., source: s}
          - {id: b, statement: B holds., source: s}
          - {id: c, statement: C holds., source: s}
        conditions:
        \(conditions)
        tables:
          - id: verdict
            hit-policy: \(hitPolicy)
            inputs: [one, two]
            outcomes: [{id: x, title: X, means: X.}, {id: y, title: Y, means: Y.}]
            rules:
        \(rules)
        """
    }

    private let opposites = """
          - {id: one, when: {all: [a, b]}, source: s}
          - {id: two, when: {not: {all: [a, b]}}, source: s}
        """
    private let implied = """
          - {id: one, when: {all: [a, b]}, source: s}
          - {id: two, when: a, source: s}
        """

    @Test func `conditions that cover everything leave no gap, and a default does no harm`() throws {
        let covered = """
                  - {when: [yes, any], then: x, source: s}
                  - {when: [any, yes], then: y, source: s}
            """
        let text = framework("first", opposites, covered)
        #expect(try findings("gap-in-table", framework: text) == [])
        #expect(try findings("order-dependent", framework: text) == [])
        let more = framework(
            "first", opposites, covered + "\n" + "      - {when: [any, any], then: y, source: s}")
        for code in ["gap-in-table", "rule-never-fires", "masked-rule", "order-dependent"] {
            #expect(try findings(code, framework: more) == [], "\(code)")
        }
    }

    @Test func `a rule in the middle that no answers make fire is warned of`() throws {
        let text = framework(
            "first", implied,
            """
                      - 1️⃣{when: [yes, no], then: x, source: s}
                      - {when: [any, yes], then: y, source: s}
                      - {when: [any, any], then: x, source: s}
            """)
        #expect(try findings("rule-never-fires", framework: text) == ["1️⃣ rule-never-fires"])
    }

    @Test func `a gap that answers bring about is one, with an example of theirs`() throws {
        let text = framework(
            "first", implied,
            """
                      1️⃣- {when: [yes, any], then: x, source: s}
                      - {when: [no, no], then: y, source: s}
            """)
        #expect(try findings("gap-in-table", framework: text) == ["1️⃣ gap-in-table"])
    }

    @Test func `rules of conditions that exclude each other do not overlap`() throws {
        let rules = """
                  - {when: [yes, any], then: x, source: s}
                  - {when: [any, yes], then: y, source: s}
            """
        #expect(try findings("overlap-in-table", framework: framework("unique", opposites, rules)) == [])
        let both = framework("unique", implied, rules)
        #expect(try findings("overlap-in-table", framework: both).count == 1)
    }

    @Test func `the questions decide what comes about`() throws {
        // Three levels of one question: the third implies the second.
        let text = framework(
            "first",
            """
              - {id: one, when: b, source: s}
              - {id: two, when: a, source: s}
            """,
            """
                      - {when: [yes, any], then: x, source: s}
                      - {when: [any, no], then: y, source: s}
                      - {when: [any, any], then: y, source: s}
            """)
        #expect(try findings("order-dependent", framework: text).count == 1)
        let asked = feeding(
            """
            - id: plan.level
              text: How far is the plan?
              kind: choice
              options:
                - {id: none, text: There is none.}
                - {id: second, text: It is written., supports: [small/a, small/c]}
                - {id: third, text: It is lived., supports: [small/a, small/b]}
              why: {text: It matters., source: s}
            """)
        #expect(try findings("order-dependent", questionnaire: asked, framework: text) == [])
    }
}
