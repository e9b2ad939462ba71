import BuiltInInstruments
import Evaluation
import Instruments
import Sessions
import Testing

@testable import Collation

/// Figures of many sessions, gathered in any order.
struct CollatorTests {
    /// A session of the leadership questionnaire, answered at random.
    private func session(
        _ id: String, _ authority: String?, at time: Int, _ random: inout SplitMix
    ) throws -> SessionState {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var state = SessionState(
            Happening.Start(
                session: id, title: "T", authority: authority, pins: InstrumentPins(instruments),
                position: instruments.questionnaire.questions.first?.id),
            at: Timestamp(milliseconds: 0), instruments: instruments)
        func perform(_ command: SessionCommand) {
            for event in (try? decide(command, state, now: Timestamp(milliseconds: time))) ?? [] {
                apply(event, to: &state)
            }
        }
        for question in instruments.questionnaire.questions where random.below(9) > 0 {
            switch question.kind {
            case _ where random.below(9) == 0: perform(.answer(question.id, .dontKnow, note: nil))
            case .rating: perform(.answer(question.id, .given(.rating(random.below(4) + 1)), note: nil))
            case .yesNo: perform(.answer(question.id, .given(.yesNo(random.below(2) == 0)), note: nil))
            default: break
            }
        }
        if random.below(2) == 0 {
            perform(.signOff(role: "chair"))
            perform(.reopen(reason: "more came in"))
            perform(.clear(instruments.questionnaire.questions[0].id))
        }
        return state
    }

    private func sessions(_ count: Int, seed: Int) throws -> [(SessionFigures, InstrumentIndex)] {
        var random = SplitMix(seed: seed)
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let index = InstrumentIndex(instruments)
        return try (0..<count).map { number in
            let state = try session(
                "s\(number)", number % 9 == 8 ? nil : "Council \(number % 7)", at: random.below(3), &random)
            return (try SessionFigures(state, index), index)
        }
    }

    @Test(arguments: 0..<4)
    func `the order of sessions does not matter, nor which collator saw them`(seed: Int) throws {
        let all = try sessions(30, seed: seed)
        var forwards = Collator()
        for (figures, index) in all { forwards.add(figures, index) }
        var (first, second) = (Collator(), Collator())
        for (place, item) in all.reversed().enumerated() {
            if place % 2 == 0 { first.add(item.0, item.1) } else { second.add(item.0, item.1) }
        }
        first.merge(second)
        let (one, other) = (forwards.gathered(), first.gathered())
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

    @Test func `what is judged quickly is what is evaluated`() throws {
        var random = SplitMix(seed: 7)
        var judged = 0
        for number in 0..<25 {
            let state = try session("s\(number)", "A", at: 1, &random)
            let index = InstrumentIndex(state.instruments)
            guard let quick = Standing(judging: state, index) else { continue }
            judged += 1
            #expect(quick == (try Standing(state, index)))
        }
        #expect(judged > 8)
    }

    @Test(arguments: 0..<4)
    func `figures say what the evaluation says`(seed: Int) throws {
        var random = SplitMix(seed: seed)
        let state = try session("s", "A", at: 1, &random)
        let index = InstrumentIndex(state.instruments)
        let figures = try SessionFigures(state, index)
        let findings = try evaluate(state.instruments, responses: state.responses, links: state.links)
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
