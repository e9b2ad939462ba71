import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct ModelReaderTests {
    @Test func `a model is read`() throws {
        let small = try readFramework(
            framework(
                with: """
                    models:
                      - id: advice
                        title: Advice
                        needs: [both]
                        source: "small, 7"
                        means: {text: People advise., basis: interpolated}
                        under: {outcome: sector-led, reason: It builds on leaders.}
                        cautions: [{of: a, is: [no], text: Nobody is at hand., basis: interpolated}]
                    """))
        #expect(
            small.models == [
                Model(
                    id: "advice", title: "Advice", needs: ["both"], source: "small, 7",
                    means: Statement("People advise.", basis: .interpolated),
                    under: Model.Place(outcome: "sector-led", reason: "It builds on leaders."),
                    cautions: [
                        Caution(
                            of: .element("a"), when: [.no], text: "Nobody is at hand.", source: nil,
                            basis: .interpolated)
                    ])
            ])
    }

    @Test func `a model may stand beside the tiers`() throws {
        let small = try readFramework(
            framework(
                with: """
                    models:
                      - {id: x, title: X, needs: [both], source: s, means: M, under: {reason: None fits.}}
                    """))
        #expect(small.models.first?.under == Model.Place(outcome: nil, reason: "None fits."))
    }

    @Test func `an unknown condition among the needs is reported`() {
        let found = faults(
            ofFramework: framework(
                with: "models: [{id: x, title: X, needs: [both, 1️⃣size], source: s, means: M}]"))
        #expect(found == ["1️⃣ unknown-condition"])
    }
}
