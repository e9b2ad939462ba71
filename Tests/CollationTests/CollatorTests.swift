import BuiltInInstruments
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Collation

/// Figures of many sessions, gathered in any order.
struct CollatorTests {
    private func sessions(_ count: Int, seed: Int) throws -> [(SessionFigures, InstrumentIndex)] {
        var random = SplitMix(seed: seed)
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let index = InstrumentIndex(instruments)
        return try (0..<count).map { number in
            let state = try madeUpSession(
                id: "s\(number)", authority: number % 9 == 8 ? nil : "Council \(number % 7)",
                at: random.below(3), &random)
            return (try SessionFigures(state, index), index)
        }
    }

    @Test(arguments: 0..<4)
    func `the order of sessions does not matter, nor which collator saw them`(seed: Int) throws {
        let all = try sessions(30, seed: seed)
        var forwards = Collator(now: Timestamp(milliseconds: 1_800_000_000_000))
        for (figures, index) in all { forwards.add(figures, index) }
        var (first, second) = (
            Collator(now: Timestamp(milliseconds: 1_800_000_000_000)),
            Collator(now: Timestamp(milliseconds: 1_800_000_000_000))
        )
        for (place, item) in all.reversed().enumerated() {
            if place % 2 == 0 { first.add(item.0, item.1) } else { second.add(item.0, item.1) }
        }
        first.merge(second)
        let (one, other) = (forwards.questionnaires(), first.questionnaires())
        #expect(one.map(\.authorities) == other.map(\.authorities))
        #expect(one.map(\.figures) == other.map(\.figures))
        #expect(
            forwards.coverage(of: one, others: 0, atLeast: 5)
                == first.coverage(of: other, others: 0, atLeast: 5))
        #expect(one.first?.authorities.count == 7)
    }

    @Test func `an authority is known whatever its capitals and spaces`() {
        #expect(Collator.name("  Fenmoor  Council ") == Collator.name("fenmoor council"))
    }

    @Test(arguments: ["\u{200B}", "\u{2060}", "\u{AD}", "\u{34F}", "\u{FE0F}", "\u{E0041}", "\u{3164}"])
    func `an authority is not made two by what cannot be seen`(hidden: String) {
        #expect(Collator.name("Fen\(hidden)moor\(hidden)") == Collator.name("Fenmoor"))
    }

    @Test(arguments: 0..<4)
    func `figures say what the evaluation says`(seed: Int) throws {
        var random = SplitMix(seed: seed)
        let state = try madeUpSession(&random)
        let index = InstrumentIndex(state.instruments)
        let figures = try SessionFigures(state, index)
        // Sensitive answers count as open.
        let told = state.withoutWithheld()
        let findings = evaluate(told.instruments, responses: told.responses, links: told.links)
        #expect(figures.now.models == findings.models.map(\.status))
        #expect(figures.now.answers.count { $0 == .dontKnow } == findings.counts.dontKnow)
        #expect(figures.now.answers.count { $0 == .unanswered } == findings.counts.unanswered)
        let tier = try #require(findings.tier)
        let place = try #require(index.tier)
        let possible = index.tables[place].table.outcomes.enumerated()
            .filter { figures.now.tables[place].possible & 1 << UInt64($0.offset) != 0 }.map(\.element.id)
        #expect(possible == tier.possible)
        #expect(figures.milestones.count == state.milestones.count)
    }
}
