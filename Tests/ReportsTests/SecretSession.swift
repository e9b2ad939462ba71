import Instruments
import Sessions
import TestSupport

@testable import Reports

/// Sessions that are the same but for one answer, of which nobody but the authority may learn.
struct SecretSession {
    /// What makes the answer a secret.
    enum Mark: CaseIterable {
        /// Its question is sensitive.
        case sensitive
        /// Its level was marked before the session was signed off.
        case level
        /// Its level was marked after that, and holds for what was told then, too.
        case levelLater
    }

    let instruments: InstrumentSet
    let question: Question
    let mark: Mark
    let seed: Int
    /// Whether every other answer is a good one, so that findings hang on the secret.
    var isGoodElse = false

    init(_ shipped: InstrumentSet, _ id: Question.ID, _ mark: Mark, seed: Int) {
        var questionnaire = shipped.questionnaire
        for area in questionnaire.areas.indices {
            for place in questionnaire.areas[area].questions.indices
            where questionnaire.areas[area].questions[place].id == id {
                questionnaire.areas[area].questions[place].isSensitive = mark == .sensitive
            }
        }
        instruments = InstrumentSet(questionnaire: questionnaire, frameworks: shipped.frameworks)
        question = questionnaire.questions.first { $0.id == id } ?? questionnaire.questions[0]
        self.mark = mark
        self.seed = seed
    }

    /// What could be answered: nothing among it.
    var responses: [Response?] {
        let values: [AnswerValue] =
            switch question.kind {
            case .rating: [.rating(1), .rating(4)]
            case .yesNo: [.yesNo(true), .yesNo(false)]
            case .choice(let options): [.choice(options[0].id), .choice(options[options.count - 1].id)]
            case .choices(let options): [.choices([options[0].id])]
            case .number: [.number(1)]
            case .date: [.date(CalendarDate(daysSince1970: 1))]
            case .text: [.text("ZQTEXT")]
            }
        return [nil, .dontKnow, .notApplicable(reason: "ZQREASON")] + values.map { .given($0) }
    }

    /// A session of random answers that was signed off and opened again, with the secret as it was then and as it is now;
    /// nil where the other answers mean that the question is not asked.
    func state(_ earlier: Response?, _ now: Response?, hasWords: Bool) throws -> SessionState? {
        var random = SplitMix(seed: seed)
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: "A", pins: InstrumentPins(instruments),
                position: question.id), at: Timestamp(milliseconds: 0), instruments: instruments)
        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        func keep(_ response: Response?) throws {
            if let response { return try perform(.answer(question.id, response, note: nil)) }
            // So that as much happened.
            try perform(
                state.response(to: question.id) == nil ? .title("T") : .clear(question.id))
        }
        let id = question.id
        if state.asked.contains(id) { try keep(responses.last ?? nil) }
        for other in instruments.questionnaire.questions
        where other.id != id && (isGoodElse || random.next() % 9 != 0) {
            let level = isGoodElse ? 2 : Int(random.next() % 4)
            let isYes = isGoodElse || random.next() % 2 == 0
            guard state.asked.contains(other.id) else { continue }
            let value: AnswerValue? =
                switch other.kind {
                case .rating: .rating(level + 1)
                case .yesNo: .yesNo(isYes)
                case .choice(let options): .choice(options[level % options.count].id)
                case .choices, .number, .date, .text: nil
                }
            guard let value else { continue }
            try perform(.answer(other.id, .given(value), note: nil))
            try perform(.addEvidence(other.id, kind: .data, reference: "Minutes", text: ""))
        }
        guard state.asked.contains(id) else { return nil }
        if mark == .level { try perform(.setConfidential(id, .level)) }
        try keep(earlier)
        try perform(.signOff(role: "director", withUnconfirmed: true))
        try perform(.reopen(reason: "more is known"))
        try keep(now)
        if hasWords {
            try perform(.note(id, "ZQNOTE"))
            try perform(.addEvidence(id, kind: .audit, reference: "ZQREFERENCE", text: "ZQ"))
            try perform(.addStrength(id, "ZQSTRENGTH"))
            try perform(.addConcern(id, "ZQCONCERN"))
            try perform(
                .addAction(
                    id,
                    Action(
                        text: "ZQACTION", role: "ZQROLE", due: CalendarDate("2027-01-31"), state: .dropped,
                        outcome: "ZQOUTCOME", finding: "isos/tier", measure: "ZQMEASURE")))
            // Only an answer has themes.
            if now != nil { try perform(.setTheme(id, "ZQTHEME", isOn: true)) }
        }
        if mark == .levelLater { try perform(.setConfidential(id, .level)) }
        let problems = Set(question.supports + question.kind.options.flatMap(\.supports))
        if let from = instruments.problems.first(where: problems.contains),
            let to = instruments.problems.first(where: { !problems.contains($0) })
        {
            try perform(.link(Link(from: from, to: to, note: "ZQLINK")))
        }
        try perform(
            .fileReview(
                Review(
                    id: "0", pack: "0", role: "peer", date: CalendarDate(daysSince1970: 0),
                    entries: [
                        Review.Entry(question: id, verdict: .challenge, own: nil, comment: "ZQCOMMENT")
                    ]),
                ReviewFiling(allowsOtherPack: true)))
        return state
    }
}
