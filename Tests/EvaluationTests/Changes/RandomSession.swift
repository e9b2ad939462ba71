import InstrumentFiles
import Instruments
import Sessions
import TestSupport
import Testing

/// Sessions with random answers and links, made as anybody makes them: by deciding and applying.
struct RandomSession {
    var state: SessionState

    /// A session with answers to most questions; now and then one is not known or not applicable.
    init(_ instruments: InstrumentSet, _ random: inout SplitMix) {
        let start = SessionEvent.Payload.Start(
            session: "test", title: "T", authority: nil,
            pins: InstrumentPins(
                questionnaire: InstrumentPin(
                    id: instruments.questionnaire.id.text, version: "1", sha256: ""),
                frameworks: []),
            position: instruments.questionnaire.questions.first?.id)
        state = SessionState(start, at: Timestamp(milliseconds: 0), instruments: instruments)
        let share = random.pick([20, 60, 90, 100])
        for question in instruments.questionnaire.questions where random.chance(share) {
            give(randomResponse(to: question, instruments, &random), to: question.id)
        }
        let problems = instruments.problems
        guard problems.count > 1 else { return }
        for _ in 0..<random.number(in: 0...3) {
            perform(.link(Link(from: random.pick(problems), to: random.pick(problems))))
        }
    }

    /// Gives an answer; a question that is not asked takes none.
    @discardableResult
    mutating func give(_ response: Response, to question: Question.ID) -> Bool {
        perform(.answer(question, response, note: nil))
    }

    /// Does what is asked, where it is not refused.
    @discardableResult
    mutating func perform(_ command: SessionCommand) -> Bool {
        guard let events = try? decide(command, state, now: Timestamp(milliseconds: 1)) else { return false }
        for event in events { apply(event, to: &state) }
        return true
    }
}

/// Any answer that a question takes.
func randomResponse(
    to question: Question, _ instruments: InstrumentSet, _ random: inout SplitMix
) -> Response {
    if random.chance(8) { return .dontKnow }
    if random.chance(4) { return .notApplicable(reason: "There is none here.") }
    return .given(random.pick(ordinaryAnswers(to: question, in: instruments.questionnaire)))
}

/// A questionnaire from another world, which lies beside the end-to-end tests.
func foreignInstruments() throws -> InstrumentSet {
    let folder =
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/EndToEndTests/Foreign"
    return try #require(
        try InstrumentLibrary(folder: folder).read().instruments(for: "server-room", others: []))
}

/// The instruments that ship, and the foreign ones.
func instrumentsToTry(_ id: Questionnaire.ID) throws -> InstrumentSet {
    id == "server-room" ? try foreignInstruments() : try Shipped.instruments(id)
}
