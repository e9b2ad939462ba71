import Instruments
import SessionFiles
import Sessions

/// Makes up one session: some areas from sheets, others question by question, with words, second thoughts and sign-offs.
struct SessionMaker {
    private let instruments: InstrumentSet
    private var random: SplitMix
    /// Where the journal's name and its salts come from.
    private let names: SplitMix
    private var now: Timestamp
    private let sound: Double

    /// A maker of one session under a seed.
    init(_ instruments: InstrumentSet, seed: UInt64, number: Int) {
        self.instruments = instruments
        random = SplitMix(seed: seed, of: number)
        names = SplitMix(seed: ~seed, of: number)
        // Monday, 5 January 2026, nine o'clock; then a session every few minutes.
        now = Timestamp(milliseconds: 1_767_603_600_000 + number * 311_000)
        sound = random.one(of: [0.3, 0.5, 0.7, 0.85, 0.95]) ?? 0.5
    }

    /// Makes the session in a folder.
    mutating func make(in folder: SessionFolder, number: Int) throws {
        let title = instruments.questionnaire.title
        let session = try folder.start(
            title: "\(title) \(number)", authority: random.one(of: Words.authorities),
            instruments: instruments, now: now, random: names)
        for area in instruments.questionnaire.areas {
            let isSheet = random.happens(0.94)
            try isSheet ? answerBySheet(area, session) : answerOneByOne(area, session)
        }
        try addSecondThoughts(session)
        try addLinks(session)
        guard random.happens(0.35) else { return }
        try perform(.signOff(role: random.one(of: Words.roles) ?? ""), session)
        guard random.happens(0.3) else { return }
        try perform(.reopen(reason: "Half a year has gone by."), session)
        now = Timestamp(milliseconds: now.milliseconds + 180 * 86_400_000)
        try addSecondThoughts(session)
        try addSecondThoughts(session)
        try perform(.signOff(role: random.one(of: Words.roles) ?? ""), session)
    }

    private mutating func answerBySheet(_ area: Area, _ session: OpenSession) throws {
        var entries: [AnswerSheet.Entry] = []
        for question in area.questions {
            guard let answer = written(for: question) else { continue }
            var entry = AnswerSheet.Entry(
                question: question.id, place: Place(line: entries.count + 1, column: 1), answer: answer)
            if random.happens(0.07) { entry.note = random.one(of: Words.notes) }
            if random.happens(0.07) {
                entry.evidence = [
                    AnswerSheet.WrittenEvidence(
                        kind: (random.one(of: Evidence.Kind.allCases) ?? .data).rawValue,
                        reference: random.one(of: Words.references) ?? "",
                        text: random.one(of: Words.shown) ?? "")
                ]
            }
            if random.happens(0.04), let strength = random.one(of: Words.strengths) {
                entry.strengths = [strength]
            }
            entries.append(entry)
        }
        guard !entries.isEmpty else { return }
        try perform(.recordSheet(AnswerSheet(entries: entries)), session)
    }

    private mutating func answerOneByOne(_ area: Area, _ session: OpenSession) throws {
        for question in area.questions where session.state.asked.contains(question.id) {
            guard let answer = written(for: question) else { continue }
            let note = random.happens(0.07) ? random.one(of: Words.notes) : nil
            let response = try Response(answer, for: question.kind)
            try perform(.answer(question.id, response, note: note), session)
            if random.happens(0.05) {
                let kind = random.one(of: Evidence.Kind.allCases) ?? .data
                let (reference, text) = (random.one(of: Words.references), random.one(of: Words.shown))
                try perform(
                    .addEvidence(question.id, kind: kind, reference: reference ?? "", text: text ?? ""),
                    session)
            }
        }
    }

    /// Answers that are given anew, cleared, or get words later.
    private mutating func addSecondThoughts(_ session: OpenSession) throws {
        for _ in 0..<random.number(0...3) {
            let answered = session.state.asked.questions.filter { session.state.response(to: $0.id) != nil }
            guard let question = random.one(of: answered) else { return }
            switch random.number(0...3) {
            case 0:
                try perform(.clear(question.id), session)
            case 1:
                try perform(.addConcern(question.id, random.one(of: Words.concerns) ?? ""), session)
            default:
                guard let answer = written(for: question) else { continue }
                try perform(
                    .answer(question.id, try Response(answer, for: question.kind), note: nil), session)
            }
        }
    }

    private mutating func addLinks(_ session: OpenSession) throws {
        let problems = instruments.problems
        guard !problems.isEmpty else { return }
        for _ in 0..<random.number(0...4) {
            guard let from = random.one(of: problems), let to = random.one(of: problems), from != to,
                !session.state.links.contains(where: { $0.joins(from, to) })
            else { continue }
            try perform(.link(Link(from: from, to: to)), session)
        }
    }

    /// An answer as a sheet has it; nil where none is given.
    private mutating func written(for question: Question) -> AnswerSheet.Written? {
        if random.happens(0.04) { return nil }
        if random.happens(0.05) { return .value(Response.dontKnowWord) }
        if random.happens(0.015), let reason = random.one(of: Words.reasons) {
            return .notApplicable(reason: reason)
        }
        switch question.kind {
        case .rating(let rating):
            let (met, levels) = (rating.scale.metFrom, rating.scale.levels.count)
            let level = random.happens(sound) ? random.number(met...levels) : random.number(1...met - 1)
            return .value("\(level)")
        case .yesNo:
            return .value(random.happens(0.4) ? "yes" : "no")
        case .choice(let options), .choices(let options):
            return random.one(of: options).map { .value($0.id.text) }
        case .number, .date, .text:
            return nil
        }
    }

    private mutating func perform(_ command: SessionCommand, _ session: OpenSession) throws {
        now = Timestamp(milliseconds: now.milliseconds + random.number(4_000...90_000))
        _ = try session.perform(command, now: now)
    }
}
