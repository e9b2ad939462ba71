import Disclosure
import Instruments
import TestSupport

@testable import Sessions

/// Commands of every kind about the village, some of which a session refuses.
struct RandomCommands {
    var random: SplitMix

    init(seed: Int) {
        random = SplitMix(seed: seed)
    }

    mutating func next(in state: SessionState) -> SessionCommand {
        if state.room != nil, random.next() % 2 == 0 { return roomCommand() }
        let question = Village.questionnaire.questions[Int(random.next() % 7)]
        switch random.next() % 23 {
        case 0..<6:
            let asked = state.position.flatMap { state.questionnaire.question($0) } ?? question
            return .answer(asked.id, response(to: asked), note: random.next() % 4 == 0 ? "so" : nil)
        case 6: return .answer(question.id, response(to: question), note: nil)
        case 7:
            return .recordSheet(
                AnswerSheet(entries: [
                    .init(question: "well.exists", place: .init(line: 1, column: 1), answer: .value("yes")),
                    .init(
                        question: "well.grip", place: .init(line: 2, column: 1),
                        answer: .value("\(random.next() % 6)")),
                ]))
        case 8: return .clear(question.id)
        case 9:
            let last = random.next() % 3 == 0 ? nil : state.undoSteps.last?.number
            return random.next() % 2 == 0
                ? .note(question.id, "note \(random.next() % 9)")
                : .addToNote(
                    noted(by: last, in: state) ?? question.id, "line \(random.next() % 9)", after: last)
        case 10: return .addEvidence(question.id, kind: .audit, reference: "A", text: "")
        case 11: return .askReviewers("ask \(random.next() % 9)")
        case 12: return random.next() % 2 == 0 ? .title("title \(random.next() % 9)") : .nameAuthority("A")
        case 13: return .redo
        case 14: return .setTheme(question.id, "theme \(random.next() % 3)", isOn: random.next() % 3 > 0)
        case 15: return link()
        case 17:
            return .addAction(
                question.id, Action(text: "act \(random.next() % 3)", role: nil, due: nil, finding: "f/a"))
        case 18: return change(in: state)
        case 19: return .remove(question.id, item(in: state))
        case 20: return .rewrite(question.id, item(in: state), "again \(random.next() % 3)")
        case 21:
            let number = Int(random.next() % 4)
            return random.next() % 2 == 0 ? .removeAsk(number) : .rewriteAsk(number, "asked anew")
        case 22:
            return random.next() % 2 == 0
                ? .addStrength(question.id, "s \(random.next() % 3)")
                : .addConcern(question.id, "c \(random.next() % 3)")
        case 23:
            guard random.next() % 3 > 0 else { return .removeMeasure("M\(random.next() % 4)") }
            let measure = state.measures.last ?? Measure(name: "count \(random.next() % 3)")
            let day = CalendarDate(daysSince1970: Int(random.next() % 5))
            return .setMeasure(measure.counting(Double(random.next() % 9), on: day))
        case 16: return random.next() % 3 == 0 ? .signOff(role: "chair") : .reopen(reason: "more came in")
        default: return .undo
        }
    }

    /// Another state or other words of an action that may be there.
    private mutating func change(in state: SessionState) -> SessionCommand {
        var action =
            state.actions.last?.action ?? Action(id: "A\(random.next() % 9)", text: "t", role: nil, due: nil)
        action.state = [.open, .doing, .done, .dropped][Int(random.next() % 4)]
        action.outcome = random.next() % 3 == 0 ? nil : "why \(random.next() % 3)"
        return .changeAction(action)
    }

    /// Something that may be written beside an answer.
    private mutating func item(in state: SessionState) -> RecordItem {
        let number = Int(random.next() % 3)
        switch random.next() % 5 {
        case 0: return .note
        case 1: return .evidence("E\(number)")
        case 2: return .strength(number)
        case 3: return .concern(number)
        default: return .action(state.actions.first?.action.id ?? "A1")
        }
    }

    /// The question of the note that the newest change began.
    private func noted(by step: Int?, in state: SessionState) -> Question.ID? {
        guard step != nil, case .records(let before, _)? = state.undoSteps.last?.before, before.count == 1
        else { return nil }
        return before.first?.question
    }

    /// Something that a room of six does about one of the questions that it votes on.
    private mutating func roomCommand() -> SessionCommand {
        let id: Question.ID = random.next() % 2 == 0 ? "well.exists" : "well.grip"
        switch random.next() % 9 {
        case 0: return .arrangeRoom(RoomArrangement(present: Int(5 + random.next() % 3)))
        case 1, 2:
            let first = Int(random.next() % 7)
            let counts = id == "well.exists" ? [first, 6 - first] : [0, first, 6 - first, 0]
            return .tally(id, Tally(counts: counts))
        case 3: return .reveal(id)
        case 4: return .callSecondVote(id)
        case 5:
            let value: AnswerValue =
                id == "well.exists" ? .yesNo(random.next() % 2 == 0) : .rating(Int(1 + random.next() % 4))
            return .agree(
                id, Agreement(.given(value), by: random.next() % 3 == 0 ? .majority : .consent),
                note: random.next() % 3 == 0 ? "as we said" : nil)
        case 6: return .agree(id, Agreement(nil, by: .notAgreed), note: nil)
        case 7: return .recordOtherView(id, OtherView(text: "otherwise", size: .few, level: nil))
        default:
            return random.next() % 2 == 0
                ? .park(id, Action(text: "later", role: "chair", due: CalendarDate(daysSince1970: 20_000)))
                : .withdrawWords(id)
        }
    }

    private mutating func link() -> SessionCommand {
        let problems = Village.problems.elements.map { Reference("village", $0) }
        let from = problems[Int(random.next() % UInt64(problems.count))]
        let to = problems[Int(random.next() % UInt64(problems.count))]
        return random.next() % 3 > 0
            ? .link(Link(from: from, to: to, note: random.next() % 2 == 0 ? "so" : nil))
            : .unlink(from: from, to: to)
    }

    private mutating func response(to question: Question) -> Response {
        switch question.kind {
        case _ where random.next() % 8 == 0: .dontKnow
        case .rating: .given(.rating(Int(1 + random.next() % 4)))
        case .yesNo: .given(.yesNo(random.next() % 2 == 0))
        case .choice: .given(.choice("rain"))
        case .choices: .given(.choices(["river", "lake"]))
        case .number: .given(.number(Double(random.next() % 600)))
        case .date: .given(.date(CalendarDate(daysSince1970: Int(random.next() % 30_000))))
        case .text: .given(.text("words"))
        }
    }
}
