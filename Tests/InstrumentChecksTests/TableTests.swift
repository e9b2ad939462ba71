import InstrumentTestSupport
import Instruments
import Testing

@testable import InstrumentChecks

struct TableTests {
    @Test func `a combination without a rule is a gap`() throws {
        let text = table(
            "first",
            """
                  1️⃣- {when: [yes, any], then: x, source: s}
                  - {when: [no, yes], then: x, source: s}
            """)
        #expect(try findings("gap-in-table", framework: text) == ["1️⃣ gap-in-table"])
    }

    @Test func `a gap is told by its first combination`() throws {
        let rules = [DecisionTable.Rule(when: [.yes, .yes], then: "x", basis: .stated, source: "s")]
        let table = DecisionTable(
            id: "t", title: "T", hitPolicy: .unique, ranked: false, inputs: ["one", "two"],
            rules: rules, outcomes: [Outcome(id: "x", title: "X", means: Statement("X."))])
        let context = CheckContext(
            questionnaires: [],
            frameworks: [Framework(id: "f", version: "1", title: "F", tables: [table])])
        let gap = try #require(AllChecks.diagnostics(in: context).first)
        #expect(
            gap
                == Diagnostic(
                    .framework("f"), ["tables", 0, "rules"],
                    .gap(
                        "t",
                        example: [
                            Diagnostic.Assumption("one", .lacking, isGraded: false),
                            Diagnostic.Assumption("two", .lacking, isGraded: false),
                        ],
                        count: 3)))
        #expect(gap.message == "no rule of `t` covers one no, two no and 2 more")
    }

    @Test func `a table that collects may have gaps`() throws {
        let text = table("collect", "      - {when: [yes, any], then: x, source: s}")
        #expect(try findings("gap-in-table", framework: text) == [])
    }

    @Test func `rules that match the same are an overlap where one must be unique`() throws {
        let rules = """
                  - {when: [yes, any], then: x, source: s}
                  - 1️⃣{when: [any, yes], then: x, source: s}
                  - {when: [no, no], then: x, source: s}
            """
        #expect(
            try findings("overlap-in-table", framework: table("unique", rules))
                == ["1️⃣ overlap-in-table"])
        #expect(try findings("overlap-in-table", framework: table("first", rules)) == [])
    }

    @Test func `a rule behind others that take all its cases never fires`() throws {
        let text = table(
            "first",
            """
                  - {when: [yes, any], then: x, source: s}
                  - {when: [any, yes], then: x, source: s}
                  - 1️⃣{when: [yes, yes], then: x, source: s}
                  - {when: [any, any], then: x, source: s}
            """)
        #expect(try findings("masked-rule", framework: text) == ["1️⃣ masked-rule"])
    }

    @Test func `rules that only together take all cases mask, too`() throws {
        let text = table(
            "first",
            """
                  - {when: [yes, any], then: x, source: s}
                  - {when: [no, any], then: x, source: s}
                  - 1️⃣{when: [any, yes], then: x, source: s}
            """)
        #expect(try findings("masked-rule", framework: text) == ["1️⃣ masked-rule"])
    }

    @Test func `an outcome that only a masked rule gives is never reached`() throws {
        let text = table(
            "first",
            """
                  - {when: [any, any], then: x, source: s}
                  - {when: [yes, yes], then: y, source: s}
            """, outcomes: "[{id: x, title: X, means: X.}, 1️⃣{id: y, title: Y, means: Y.}]")
        #expect(
            try findings("outcome-never-reached", framework: text) == ["1️⃣ outcome-never-reached"])
    }

    @Test func `a table with too many inputs is said not to be checked`() throws {
        let inputs = (0..<17).map { Condition.ID("c\($0)") }
        let table = DecisionTable(
            id: "t", title: "T", hitPolicy: .first, ranked: false, inputs: inputs,
            rules: [DecisionTable.Rule(when: inputs.map { _ in .yes }, then: "x", basis: .stated)],
            outcomes: [Outcome(id: "x", title: "X", means: Statement("X."))])
        let context = CheckContext(
            questionnaires: [],
            frameworks: [Framework(id: "f", version: "1", title: "F", tables: [table])])
        #expect(
            AllChecks.diagnostics(in: context).map(\.content) == [.tableNotChecked(inputs: 17, rules: 1)])
    }

    @Test func `sixteen inputs are checked`() throws {
        let inputs = (0..<16).map { Condition.ID("c\($0)") }
        let table = DecisionTable(
            id: "t", title: "T", hitPolicy: .first, ranked: false, inputs: inputs,
            rules: [DecisionTable.Rule(when: inputs.map { _ in .yes }, then: "x", basis: .stated)],
            outcomes: [Outcome(id: "x", title: "X", means: Statement("X."))])
        let context = CheckContext(
            questionnaires: [],
            frameworks: [
                Framework(
                    id: "f", version: "1", title: "F",
                    elements: inputs.map { Element(id: .init("e\($0)"), statement: "So.", source: "s") },
                    conditions: inputs.map {
                        Condition(
                            id: $0, title: "C", when: .element(.init("e\($0)")), source: "s")
                    }, tables: [table])
            ])
        #expect(AllChecks.diagnostics(in: context).map(\.code) == [.gap])
    }
}

struct MonotoneTests {
    private func ranked(_ rules: String) -> String {
        table("first", rules, outcomes: "[{id: x, title: X, means: X.}, {id: y, title: Y, means: Y.}]")
            .replacing("    hit-policy: first\n", with: "    hit-policy: first\n    ranked: true\n")
    }

    @Test func `a condition that helps in one case and harms in another is reported`() throws {
        let rules = """
                  - {when: [yes, yes], then: y, source: s}
                  - {when: [yes, no], then: x, source: s}
                  - {when: [no, yes], then: x, source: s}
                  - {when: [no, no], then: y, source: s}
            """
        let text = ranked(rules).replacing("inputs: [one, two]", with: "inputs: [1️⃣one, 2️⃣two]")
        #expect(
            try findings("non-monotone-table", framework: text)
                == ["1️⃣ non-monotone-table", "2️⃣ non-monotone-table"])
    }

    @Test func `a condition that only harms is fine, unless a rating feeds it`() throws {
        let rules = """
                  - {when: [yes, any], then: y, source: s}
                  - {when: [any, any], then: x, source: s}
            """
        let text = ranked(rules).replacing("inputs: [one, two]", with: "inputs: [1️⃣one, two]")
        #expect(try findings("non-monotone-table", framework: text) == [])
        #expect(try findings("rating-harms", framework: text) == [])
        let fed = feeding("- {id: plan.a, text: A?, kind: rating, levels: [x, y], supports: [small/a]}")
        #expect(
            try findings("rating-harms", questionnaire: fed, framework: text) == ["1️⃣ rating-harms"])
    }
}
