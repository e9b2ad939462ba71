import BuiltInInstruments
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Collation

/// A session answered at random, with evidence and, half the time, a sign-off that stands no more; where there are
/// problems to link, some are, at most `links` of them. A room agrees on its answers.
func madeUpSession(
    of questionnaire: String = "leadership", id: String = "s", authority: String? = "Sir Ynys Môn",
    at time: Int = 1_795_000_000_000, links: Int = 0, inRoom: Bool = false, _ random: inout SplitMix
) throws -> SessionState {
    let instruments = try #require(
        try BuiltIn.instruments.instruments(for: Questionnaire.ID(questionnaire)))
    var state = SessionState(
        SessionEvent.Payload.Start(
            session: id, title: "T", authority: authority, pins: InstrumentPins(instruments),
            position: instruments.questionnaire.questions.first?.id, isWorkshop: inRoom),
        at: Timestamp(milliseconds: 0), instruments: instruments)
    func perform(_ command: SessionCommand) {
        for event in (try? decide(command, state, now: Timestamp(milliseconds: time))) ?? [] {
            apply(event, to: &state)
        }
    }
    func perform(_ question: Question, _ response: Response) {
        perform(
            inRoom
                ? .agree(question.id, Agreement(response, by: .consent), note: nil)
                : .answer(question.id, response, note: nil))
    }
    for question in instruments.questionnaire.questions where random.below(9) > 0 {
        switch question.kind {
        case _ where random.below(9) == 0: perform(question, .dontKnow)
        case _ where random.below(20) == 0: perform(question, .notApplicable(reason: "none"))
        case .rating(let rating):
            perform(question, .given(.rating(random.below(rating.scale.levels.count) + 1)))
        case .yesNo: perform(question, .given(.yesNo(random.below(2) == 0)))
        case .choice(let options):
            perform(question, .given(.choice(options[random.below(options.count)].id)))
        case .text: perform(question, .given(.text("words")))
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
    for _ in 0..<min(problems.count, links) {
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
