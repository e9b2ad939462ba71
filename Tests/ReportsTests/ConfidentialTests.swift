import BuiltInInstruments
import Disclosure
import Evaluation
import Foundation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// What hangs on confidential answers reaches nobody but the authority, and everything else arrives.
struct ConfidentialTests {
    /// A session in which every text of a user's own is a word that is nowhere else.
    private struct Marked {
        /// A word, what it was written as, and the questions that it hangs on; none for what hangs on none.
        struct Word {
            var text: String
            var field: String
            var questions: Set<Question.ID>
        }

        var state: SessionState
        var words: [Word] = []
        private var count = 0

        init(_ instruments: InstrumentSet, isWorkshop: Bool) throws {
            let first = start(
                session: "s", title: "T", authority: nil, instruments: instruments,
                as: isWorkshop ? .workshop : .ordinary, now: Timestamp(milliseconds: 0))
            guard case .started(let begun) = first.what else { throw CocoaError(.featureUnsupported) }
            state = SessionState(begun, at: first.at, instruments: instruments)
        }

        /// Does what a command says, where the session allows it; then its words are in the session.
        mutating func perform(
            _ field: String, on questions: Set<Question.ID> = [],
            _ command: (_ word: () -> String) -> SessionCommand
        ) throws {
            var count = self.count
            var texts: [String] = []
            let command = command {
                count += 1
                texts.append("mk\(count)q")
                return texts.last ?? ""
            }
            self.count = count
            guard let events = try? decide(command, state, now: Timestamp(milliseconds: 1)) else { return }
            for event in events { apply(event, to: &state) }
            words += texts.map { Word(text: $0, field: field, questions: questions) }
        }
    }

    private func marked(_ instruments: InstrumentSet, seed: Int) throws -> (Marked, Set<Question.ID>) {
        var random = SplitMix(seed: seed)
        func chance(_ one: UInt64) -> Bool { random.next() % one == 0 }
        let isWorkshop = seed % 3 == 2
        var marked = try Marked(instruments, isWorkshop: isWorkshop)
        try marked.perform("title") { .title($0()) }
        try marked.perform("authority") { .nameAuthority($0()) }
        try marked.perform("ask") { .askReviewers($0()) }
        try marked.perform("room") { _ in .arrangeRoom(RoomArrangement(share: .shape)) }
        let questions = instruments.questionnaire.questions
        for question in questions where !chance(9) {
            let id = question.id
            guard marked.state.asked.contains(id) else { continue }
            let isNotApplicable = chance(6)
            let level = Int(random.next() % 4) + 1
            let isYes = chance(2)
            try marked.perform("answer", on: [id]) { word in
                guard !isNotApplicable else {
                    let reason = Response.notApplicable(reason: word())
                    return isWorkshop
                        ? .agree(id, Agreement(reason, by: .consent), note: nil)
                        : .answer(id, reason, note: nil)
                }
                let value: AnswerValue =
                    switch question.kind {
                    case .rating: .rating(level)
                    case .yesNo: .yesNo(isYes)
                    case .choice(let options): .choice(options[level % options.count].id)
                    case .choices(let options): .choices([options[0].id])
                    case .number: .number(Double(level))
                    case .date: .date(CalendarDate(daysSince1970: level))
                    case .text: .text(word())
                    }
                return isWorkshop
                    ? .agree(id, Agreement(.given(value), by: .consent), note: nil)
                    : .answer(id, .given(value), note: nil)
            }
            try marked.perform("note", on: [id]) { .note(id, $0()) }
            try marked.perform("evidence", on: [id]) {
                .addEvidence(id, kind: .data, reference: $0(), text: $0())
            }
            try marked.perform("strength", on: [id]) { .addStrength(id, $0()) }
            try marked.perform("concern", on: [id]) { .addConcern(id, $0()) }
            try marked.perform("action", on: [id]) {
                .addAction(id, Action(text: $0(), role: $0(), due: nil))
            }
            try marked.perform("theme", on: [id]) { .setTheme(id, $0(), isOn: true) }
            try marked.perform("other view", on: [id]) {
                .recordOtherView(id, OtherView(text: $0(), size: .few, level: nil))
            }
            try marked.perform("parked", on: [id]) {
                .park(id, Action(text: $0(), role: $0(), due: CalendarDate(daysSince1970: 1)))
            }
        }
        let problems = instruments.problems
        for _ in 0..<(problems.isEmpty ? 0 : 12) {
            let ends = [problems.randomElement(using: &random), problems.randomElement(using: &random)]
                .compactMap(\.self)
            // What was said of its ends, and that the problems were gone through, all tell of a link.
            let on = questions.filter { question in
                let said = question.supports + question.kind.options.flatMap(\.supports)
                return question.step == .links || ends.contains(where: said.contains)
            }
            try marked.perform("link", on: Set(on.map(\.id))) {
                .link(Link(from: ends[0], to: ends[1], note: $0()))
            }
        }
        for number in 0..<2 {
            try marked.perform("reviewer") {
                .fileReview(
                    Review(
                        id: "r\(number)", pack: "aa", role: $0(), date: CalendarDate(daysSince1970: number),
                        entries: []), ReviewFiling(place: .another, allowsOtherPack: true))
            }
        }
        for (number, question) in questions.enumerated() where number % 3 == seed % 3 {
            try marked.perform("review", on: [question.id]) {
                .fileReview(
                    Review(
                        id: "q\(number)", pack: "aa", role: "peer", date: CalendarDate(daysSince1970: 9),
                        entries: [
                            Review.Entry(
                                question: question.id, verdict: .challenge, own: nil, comment: $0(),
                                seen: $0(), test: $0())
                        ]), ReviewFiling(place: .another, allowsOtherPack: true))
            }
        }
        try marked.perform("sign-off") { .signOff(role: $0(), withUnconfirmed: true) }
        try marked.perform("reopening") { .reopen(reason: $0()) }
        // A sensitive question is hidden, whether anybody says so or not.
        var hidden = Set(questions.filter(\.isSensitive).map(\.id))
        for question in questions where marked.state.records[question.id] != nil {
            let isStep = question.step != nil
            guard isStep ? seed % 2 == 0 : chance(4) else { continue }
            hidden.insert(question.id)
            let isOfLevel = chance(2)
            try marked.perform("") { _ in .setConfidential(question.id, isOfLevel ? .level : .words) }
        }
        return (marked, hidden)
    }

    @Test(arguments: ["leadership", "early-warning", "corporate-health", "partnership", "map"], 0..<3)
    func `no word that hangs on a confidential answer is in any byte for others, and every other is there`(
        name: String, seed: Int
    ) throws {
        let instruments =
            name == "map"
            ? MapSession.instruments : try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        let (marked, hidden) = try marked(instruments, seed: seed)
        let state = marked.state
        // Whatever a session refused in silence would be found nowhere.
        let written = Set(marked.words.map(\.field))
        var fields: Set = [
            "title", "authority", "note", "evidence", "strength", "concern", "action", "theme",
            "review", "reviewer", "sign-off", "reopening", "ask",
        ]
        if name != "map" { fields.insert("answer") }
        if seed == 2 { fields.formUnion(["other view", "parked"]) }
        #expect(fields.subtracting(written) == [])
        let assessment = assess(state, for: .report)
        for audience in Audience.allCases {
            let pack = project(state, assessment, for: audience, now: Timestamp(milliseconds: 2))
            let hidden = hidden.union(audience.withholds(in: state))
            let held = everyDocument(of: pack).mapValues(Self.words)
            #expect(held.count > 14)
            // Where an answer is withheld, what is asked because of it is not asked.
            let asked = Set(state.disclosed(to: audience).asked.ids())
            for word in marked.words {
                // What reviewers are asked is for reviewers.
                let isHidden =
                    audience != .full && !word.questions.isDisjoint(with: hidden)
                    || audience == .corporate && word.field == "ask"
                let isTold = !isHidden && Self.isTold(word, audience, state)
                for (format, words) in held {
                    let isThere = words.contains(word.text)
                    if isHidden || audience == .public && !["title", "authority"].contains(word.field) {
                        #expect(!isThere, "\(word.field) \(audience) \(format)")
                    } else if isTold,
                        ["report html", "report markdown", "report json", "report docx"].contains(format),
                        word.field == "link" || word.questions.isSubset(of: asked)
                    {
                        #expect(isThere, "\(word.field) \(audience) \(format)")
                    }
                }
            }
            for review in pack.reviews?.reviews ?? [] where audience != .full {
                #expect(hidden.isDisjoint(with: review.entries.map { Question.ID($0.question.id) }))
            }
            if audience != .full {
                let told =
                    (pack.reviews?.challenged ?? []) + (pack.reviews?.differences ?? []).map(\.question)
                #expect(hidden.isDisjoint(with: told.map { Question.ID($0.id) }))
                #expect(hidden.isDisjoint(with: (pack.gaps ?? []).map { Question.ID($0.id) }))
            }
        }
    }

    @Test(arguments: 0..<8)
    func `no comparison for others has a word that hangs on a confidential answer`(seed: Int) throws {
        let (marked, hidden) = try marked(MapSession.instruments, seed: seed)
        let before = try Marked(MapSession.instruments, isWorkshop: false).state
        for audience in Audience.allCases {
            let words = Self.words("\(compare(before, marked.state, for: audience))")
            for word in marked.words where audience != .full && !word.questions.isDisjoint(with: hidden) {
                let isThere = words.contains(word.text)
                #expect(!isThere, "\(word.field) \(audience)")
            }
        }
    }

    /// Whether a report for an audience has a place for such words; of a link the last note counts.
    private static func isTold(_ word: Marked.Word, _ audience: Audience, _ state: SessionState) -> Bool {
        switch word.field {
        case "title", "authority": true
        case "": false
        case "link": audience != .public && state.links.contains { $0.note == word.text }
        default: audience != .public
        }
    }

    /// The marked words of a text.
    private static func words(_ text: String) -> Set<String> {
        Set(text.matches(of: /mk[0-9]+q/).map { String($0.output) })
    }
}
