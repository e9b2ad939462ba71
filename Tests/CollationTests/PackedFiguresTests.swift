import BuiltInInstruments
import Instruments
import Sessions
import Testing

@testable import Collation

/// Figures in few bytes, as a session's last event holds them.
struct PackedFiguresTests {
    private static let questionnaires = ["leadership", "early-warning", "corporate-health", "partnership"]

    @Test(arguments: questionnaires)
    func `come out as they went in`(questionnaire: String) throws {
        var random = SplitMix(seed: 11)
        for _ in 0..<12 {
            let state = try madeUpSession(of: questionnaire, links: 40, &random)
            let index = InstrumentIndex(state.instruments)
            guard let figures = try? SessionFigures(state, index) else { continue }
            #expect(SessionFigures(packed: figures.packed, index) == figures)
            #expect(figures.packed.count < 4_000)
        }
    }

    @Test func `cut or changed they are refused, or are figures all the same`() throws {
        var random = SplitMix(seed: 12)
        let state = try madeUpSession(&random)
        let index = InstrumentIndex(state.instruments)
        let packed = try SessionFigures(state, index).packed
        for length in packed.indices {
            #expect(SessionFigures(packed: Array(packed[..<length]), index) == nil)
        }
        #expect(SessionFigures(packed: packed + [0], index) == nil)
        var collator = Collator(now: Timestamp(milliseconds: 1_800_000_000_000))
        for place in packed.indices {
            for bit in 0..<8 {
                var changed = packed
                changed[place] ^= 1 << UInt8(bit)
                guard let figures = SessionFigures(packed: changed, index) else { continue }
                // What is taken for figures can be worked with.
                collator.add(figures, index)
                #expect(figures.now.answers.count == index.questions.count)
                #expect(figures.changed.description.count == 24)
            }
        }
        for gathered in collator.gathered() { _ = gathered.parted(atLeast: 5).told(atLeast: 5) }
    }

    @Test func `of one questionnaire are none of another`() throws {
        var random = SplitMix(seed: 13)
        let state = try madeUpSession(&random)
        let packed = try SessionFigures(state, InstrumentIndex(state.instruments)).packed
        let other = try #require(try BuiltIn.instruments.instruments(for: "early-warning"))
        #expect(SessionFigures(packed: packed, InstrumentIndex(other)) == nil)
    }
}
