import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct TableReaderTests {
    @Test func `a rule's words and cautions are read`() throws {
        let small = try readFramework(
            framework(
                withRules: """
                    - when: [no]
                      then: fine
                      basis: interpolated
                      reason: The source is silent.
                      says: Nothing is lost.
                      cautions:
                        - {of: {not: both}, is: [no, unknown], text: Take care., basis: stated, source: s}
                    """))
        #expect(
            small.tables.first?.rules == [
                DecisionTable.Rule(
                    when: [.no], then: "fine", basis: .interpolated, reason: "The source is silent.",
                    says: "Nothing is lost.",
                    cautions: [
                        Caution(
                            of: .not(.condition("both")), when: [.no, .unknown], text: "Take care.",
                            source: "s", basis: .stated)
                    ])
            ])
    }

    @Test func `cells unlike the inputs are reported`() {
        let found = faults(
            ofFramework: framework(withRules: "- {when: 1️⃣[yes, no], then: fine, source: s}"))
        #expect(found == ["1️⃣ cell-count"])
    }

    @Test func `a cell is yes, no or any`() {
        let found = faults(
            ofFramework: framework(withRules: "- {when: [1️⃣maybe], then: fine, source: s}"))
        #expect(found == ["1️⃣ unknown-word"])
    }

    @Test func `an unknown outcome in a rule is reported`() {
        let found = faults(
            ofFramework: framework(withRules: "- {when: [any], then: 1️⃣good, source: s}"))
        #expect(found == ["1️⃣ unknown-outcome"])
    }

    @Test func `a rule that the source states says where`() {
        let found = faults(ofFramework: framework(withRules: "- 1️⃣{when: [any], then: fine}"))
        #expect(found == ["1️⃣ missing-source"])
    }

    @Test func `a rule that is ours says why`() {
        let found = faults(
            ofFramework: framework(
                withRules: "- 1️⃣{when: [any], then: fine, basis: interpolated, source: s}"))
        #expect(found == ["1️⃣ missing-reason"])
    }

    @Test func `an unknown condition among the inputs is reported`() {
        let found = faults(
            ofFramework: framework(withRules: "- {when: [any], then: fine, source: s}")
                .replacing("inputs: [both]", with: "inputs: [1️⃣a]"))
        #expect(found == ["1️⃣ unknown-condition"])
    }

    @Test func `a caution is shown for yes, no or unknown`() {
        let found = faults(
            ofFramework: framework(
                withRules: """
                    - when: [any]
                      then: fine
                      source: s
                      cautions: [{of: a, is: [1️⃣any], text: Take care.}]
                    """))
        #expect(found == ["1️⃣ unknown-word"])
    }

    @Test func `an outcome carries its guidance and its focus`() throws {
        let small = try readFramework(
            framework(withRules: "- {when: [any], then: fine, source: s}").replacing(
                "means: It goes well.}",
                with: """
                    means: {text: Good., source: s}, benefits: [A], works-when: [B], fits-when: [C], \
                    settle-first: [D], focus: [{when: a, text: Look here., source: s}]}
                    """))
        #expect(
            small.tables.first?.outcomes == [
                Outcome(
                    id: "fine", title: "Fine", means: Statement("Good.", source: "s"),
                    benefits: [Statement("A")], worksWhen: [Statement("B")],
                    fitsWhen: [Statement("C")], settleFirst: [Statement("D")],
                    focus: [Outcome.Focus(when: .element("a"), text: "Look here.", source: "s")])
            ])
    }

    @Test func `an outcome without means is left to the checks`() throws {
        let small = try readFramework(
            framework(withRules: "- {when: [any], then: fine, source: s}")
                .replacing(", means: It goes well.", with: ""))
        #expect(small.tables.first?.outcomes.first?.means == Statement(""))
    }

    @Test func `the only role is tier`() {
        let found = faults(
            ofFramework: framework(withRules: "- {when: [any], then: fine, source: s}")
                .replacing("hit-policy: first", with: "hit-policy: first\n    role: 1️⃣headline"))
        #expect(found == ["1️⃣ unknown-word"])
    }
}
