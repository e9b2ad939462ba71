import Instruments
import Sessions
import TestSupport

/// Commands of every kind, some of which a session refuses.
struct RandomCommands {
    var random: SplitMix

    init(seed: Int) {
        random = SplitMix(seed: seed)
    }

    mutating func next(in state: SessionState) -> SessionCommand {
        let question = question()
        switch Int.random(in: 0..<32, using: &random) {
        case 0..<11:
            let asked = state.position.flatMap { state.questionnaire.question($0) } ?? question
            return .answer(asked.id, response(to: asked), note: random.coin() ? words() : nil)
        case 11: return .answer(question.id, response(to: question), note: nil)
        case 12: return .recordSheet(sheet())
        case 13: return .clear(question.id)
        case 14:
            return random.coin()
                ? .note(question.id, words())
                : .addToNote(question.id, words(), after: random.coin() ? state.lastNumber : nil)
        case 15:
            return .addEvidence(
                question.id, kind: .frontline, reference: words(), text: random.coin() ? "" : words())
        case 16: return random.coin() ? .addStrength(question.id, words()) : .addConcern(question.id, words())
        case 17:
            if random.coin() { return planCommand(in: state, question) }
            return .addAction(
                question.id,
                Action(text: words(), role: random.coin() ? "chair" : nil, due: random.coin() ? day() : nil))
        case 18:
            return .setConfidential(question.id, random.coin() ? .words : random.coin() ? .level : .nothing)
        case 19: return .askReviewers(words())
        case 20: return random.coin() ? .title(words()) : .nameAuthority(words())
        case 21: return .move(to: random.coin() ? nil : question.id)
        case 22: return .redo
        case 23: return .setTheme(question.id, words(), isOn: random.coin())
        case 24: return link()
        case 26: return random.coin() ? .signOff(role: words()) : .reopen(reason: words())
        case 27: return .reopen(reason: words())
        case 28:
            if random.coin() && random.coin() {
                return .withdrawReview(Int.random(in: 0...3, using: &random))
            }
            let place: ReviewFiling.Place =
                random.coin()
                ? .asFound : random.coin() ? .another : .of(Int.random(in: 0...3, using: &random))
            return .fileReview(
                review(of: question), ReviewFiling(place: place, allowsOtherPack: random.coin()))
        case 29:
            return .recordRelease(
                Release(
                    pack: "p", audience: "public", format: "csv", sha256: String(repeating: "0", count: 64)))
        case 25: return .migrate(to: random.coin() ? Small.set : Small.later)
        default: return .undo
        }
    }

    /// A change of what stands beside an answer, or is asked of reviewers.
    private mutating func planCommand(in state: SessionState, _ question: Question) -> SessionCommand {
        switch Int.random(in: 0..<5, using: &random) {
        case 3:
            guard random.coin() else { return .removeMeasure("M\(Int.random(in: 1...3, using: &random))") }
            let measure =
                state.measures.randomElement(using: &random) ?? Measure(name: words(), unit: words())
            let day = CalendarDate(daysSince1970: Int.random(in: 0...9, using: &random))
            return .setMeasure(
                measure.counting(Double(Int.random(in: -9...9, using: &random)) / 4, on: day))
        case 0:
            guard var action = state.actions.randomElement(using: &random)?.action else { return .undo }
            action.state = Action.State.allCases.randomElement(using: &random) ?? .open
            action.outcome = random.coin() ? words() : nil
            action.finding = random.coin() ? "small/a" : nil
            action.measure = random.coin() ? words() : nil
            return .changeAction(action)
        case 1: return .remove(question.id, item())
        case 2: return .rewrite(question.id, item(), words())
        default:
            let number = Int.random(in: 0...3, using: &random)
            return random.coin() ? .removeAsk(number) : .rewriteAsk(number, words())
        }
    }

    private mutating func item() -> RecordItem {
        let number = Int.random(in: 0...2, using: &random)
        let items: [RecordItem] = [
            .note, .evidence("E\(number)"), .evidenceText("E\(number)"), .strength(number), .concern(number),
            .action("A\(number)"),
        ]
        return items.randomElement(using: &random) ?? .note
    }

    mutating func words() -> String {
        let words = [
            "a plan", "\"quoted\"", "line\nfeed", "tab\tand \\ backslash", ",\"body\":{}}", "ŵyl a gŵyl",
            "🧑‍🤝‍🧑", "\u{0}\u{1F}", "</script>", " ", "{}", "\u{2028}",
        ]
        return (0...Int.random(in: 0...2, using: &random))
            .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }

    /// A link between problems of the small framework, or its end.
    private mutating func link() -> SessionCommand {
        func problem() -> Reference<Element> {
            Reference("small", random.coin() ? "has-plan" : random.coin() ? "plan-used" : "no-such")
        }
        let (from, to) = (problem(), problem())
        return random.coin()
            ? .link(Link(from: from, to: to, note: random.coin() ? words() : nil))
            : .unlink(from: from, to: to)
    }

    /// A review of a question or two, some of them without the comment that they need.
    private mutating func review(of question: Question) -> Review {
        let own: AnswerValue? = random.coin() ? .rating(3) : nil
        let verdict = Review.Verdict.allCases.randomElement(using: &random) ?? .agree
        let id = Int.random(in: 0..<1_000, using: &random)
        return Review(
            id: String(repeating: "\(id % 10)", count: 64),
            reviewer: random.coin() ? String(repeating: "\(id % 3)", count: 32) : nil, pack: "p",
            role: "peer",
            date: day(),
            entries: [
                Review.Entry(
                    question: question.id, verdict: verdict, own: own, comment: random.coin() ? words() : "",
                    seen: words(), test: "")
            ])
    }

    private mutating func question() -> Question {
        Small.questionnaire.questions.randomElement(using: &random)
            ?? Question(id: "no.such", text: "", kind: .text)
    }

    private mutating func day() -> CalendarDate {
        CalendarDate(daysSince1970: Int.random(in: 0...40_000, using: &random))
    }

    private mutating func response(to question: Question) -> Response {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return .dontKnow
        case 1: return .notApplicable(reason: words())
        case 2: return .given(.rating(Int.random(in: 0...5, using: &random)))
        default: break
        }
        switch question.kind {
        case .rating: return .given(.rating(Int.random(in: 1...4, using: &random)))
        case .yesNo: return .given(.yesNo(random.coin()))
        case .choice: return .given(.choice(random.coin() ? "council" : "nobody"))
        case .choices: return .given(.choices(random.coin() ? ["council", "nobody"] : ["partners"]))
        case .number: return .given(.number(Double.random(in: -1...1_000_000, using: &random)))
        case .date: return .given(.date(day()))
        case .text: return .given(.text(words()))
        }
    }

    private mutating func sheet() -> AnswerSheet {
        let place = Place(line: 1, column: 1)
        var entries = [
            AnswerSheet.Entry(
                question: "plan.exists", place: place, answer: .value(random.coin() ? "yes" : "no"),
                note: random.coin() ? words() : nil,
                confidentiality: random.coin() ? (random.coin() ? .words : .level) : nil),
            AnswerSheet.Entry(
                question: "plan.used", place: place,
                answer: .value("\(Int.random(in: 1...5, using: &random))"),
                evidence: [.init(kind: "audit", reference: "Audit 3", text: words())]),
        ]
        if random.coin() {
            entries.append(
                AnswerSheet.Entry(
                    question: question().id, place: place, answer: .value("dont-know"),
                    strengths: ["steady"], concerns: ["staff"]))
        }
        return AnswerSheet(entries: entries)
    }
}
