import BuiltInInstruments
import Evaluation
import Instruments
import Sessions
import Testing

@testable import Collation

/// Figures in few bytes, as a session's last event holds them.
struct PackedFiguresTests {
    private static let questionnaires = ["leadership", "early-warning", "corporate-health", "partnership"]

    /// A session answered at random, with evidence, links between problems and a sign-off.
    private func session(_ questionnaire: String, _ random: inout SplitMix) throws -> SessionState {
        let instruments = try #require(
            try BuiltIn.instruments.instruments(for: Questionnaire.ID(questionnaire)))
        var state = SessionState(
            Happening.Start(
                session: "s", title: "T", authority: random.below(2) == 0 ? nil : "Sir Ynys Môn",
                pins: InstrumentPins(instruments), position: instruments.questionnaire.questions.first?.id),
            at: Timestamp(milliseconds: 0), instruments: instruments)
        func perform(_ command: SessionCommand) {
            for event in (try? decide(command, state, now: Timestamp(milliseconds: 1_795_000_000_000))) ?? []
            {
                apply(event, to: &state)
            }
        }
        for question in instruments.questionnaire.questions where random.below(9) > 0 {
            switch question.kind {
            case _ where random.below(9) == 0: perform(.answer(question.id, .dontKnow, note: nil))
            case _ where random.below(20) == 0:
                perform(.answer(question.id, .notApplicable(reason: "none"), note: nil))
            case .rating(let rating):
                let level = random.below(rating.scale.levels.count) + 1
                perform(.answer(question.id, .given(.rating(level)), note: nil))
            case .yesNo: perform(.answer(question.id, .given(.yesNo(random.below(2) == 0)), note: nil))
            case .choice(let options):
                perform(
                    .answer(question.id, .given(.choice(options[random.below(options.count)].id)), note: nil))
            case .text: perform(.answer(question.id, .given(.text("words")), note: nil))
            default: break
            }
            if random.below(3) == 0 {
                let kinds = Evidence.Kind.allCases
                perform(
                    .addEvidence(
                        question.id, kind: kinds[random.below(kinds.count)], reference: "a file", text: ""))
            }
        }
        let problems = InstrumentIndex(instruments).problems.map { Reference($0.framework, $0.element.id) }
        for _ in 0..<min(problems.count, 40) {
            perform(
                .link(
                    Link(
                        from: problems[random.below(problems.count)],
                        to: problems[random.below(problems.count)])))
        }
        if random.below(2) == 0 {
            perform(.signOff(role: "chair"))
            perform(.reopen(reason: "more came in"))
            perform(.clear(instruments.questionnaire.questions[0].id))
        }
        return state
    }

    @Test(arguments: questionnaires)
    func `come out as they went in`(questionnaire: String) throws {
        var random = SplitMix(seed: 11)
        for _ in 0..<12 {
            let state = try session(questionnaire, &random)
            let index = InstrumentIndex(state.instruments)
            guard let figures = try? SessionFigures(state, index) else { continue }
            #expect(SessionFigures(packed: figures.packed, index) == figures)
            #expect(figures.packed.count < 4_000)
        }
    }

    @Test func `cut or changed they are refused, or are figures all the same`() throws {
        var random = SplitMix(seed: 12)
        let state = try session("leadership", &random)
        let index = InstrumentIndex(state.instruments)
        let packed = try SessionFigures(state, index).packed
        for length in packed.indices {
            #expect(SessionFigures(packed: Array(packed[..<length]), index) == nil)
        }
        #expect(SessionFigures(packed: packed + [0], index) == nil)
        var collator = Collator()
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
        let state = try session("leadership", &random)
        let packed = try SessionFigures(state, InstrumentIndex(state.instruments)).packed
        let other = try #require(try BuiltIn.instruments.instruments(for: "early-warning"))
        #expect(SessionFigures(packed: packed, InstrumentIndex(other)) == nil)
    }
}
