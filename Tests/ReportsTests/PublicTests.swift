import BuiltInInstruments
import Disclosure
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// The public report has findings and no answer by question, on the questionnaires that ship.
struct PublicTests {
    @Test(arguments: ["leadership", "early-warning", "partnership", "corporate-health"], 0..<12)
    func `no element, factor, question or level is told, settled or open`(
        name: String, seed: Int
    ) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        let questions = instruments.questionnaire.questions
        var random = SplitMix(seed: seed)
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(id: name, version: "1.0.0", sha256: ""), frameworks: []),
                position: questions.first?.id),
            at: Timestamp(milliseconds: 0), instruments: instruments)
        for question in questions where random.next() % 8 != 0 {
            let value: AnswerValue? =
                switch question.kind {
                case .rating: .rating(Int(random.next() % 4) + 1)
                case .yesNo: .yesNo(random.next() % 2 == 0)
                case .choice(let options): options.first.map { .choice($0.id) }
                case .choices, .number, .date, .text: nil
                }
            guard let value else { continue }
            let answer = SessionCommand.answer(question.id, .given(value), note: nil)
            for event in (try? decide(answer, state, now: Timestamp(milliseconds: 1))) ?? [] {
                apply(event, to: &state)
            }
        }
        let assessment = assess(state, for: .report)
        func text(_ audience: Audience) throws -> String {
            let pack = project(state, assessment, for: audience, now: Timestamp(milliseconds: 2))
            return String(decoding: try ReportFormat.json.bytes(of: pack), as: UTF8.self)
        }
        let open = try text(.public)
        let full = try text(.full)
        let statements = instruments.frameworks.flatMap(\.elements).map(\.statement)
        let descriptors = questions.flatMap { question -> [String] in
            if case .rating(let rating) = question.kind { rating.descriptors } else { [] }
        }
        for told in statements + questions.map(\.text) + descriptors {
            #expect(!open.contains(told), "\(told)")
        }
        // The same words are in the full report, so this test could fail.
        #expect(questions.contains { full.contains($0.text) })
        #expect(name == "early-warning" || statements.contains { full.contains($0) })
    }

    /// Facts colour what is said, and feed no condition: a reader who sees findings alone learns of none.
    @Test(arguments: [1, 3])
    func `what a fact adds by itself is told to nobody who sees no answers`(level: Int) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let behind = Set(
            instruments.frameworks.flatMap { framework in
                framework.conditions.flatMap { condition in
                    (condition.when.names.compactMap { name -> Element.ID? in
                        if case .element(let id) = name { id } else { nil }
                    } + (condition.grading?.elements ?? [])).map { Reference(framework.id, $0) }
                }
            })
        func session(_ facts: [Question.ID: AnswerKind.Option.ID]) -> SessionState {
            var state = SessionState(
                SessionEvent.Payload.Start(
                    session: "s", title: "T", authority: nil, pins: InstrumentPins(instruments),
                    position: nil), at: Timestamp(milliseconds: 0), instruments: instruments)
            for question in instruments.questionnaire.questions {
                let value: AnswerValue? =
                    switch question.kind {
                    case .rating: .rating(level)
                    case .yesNo: .yesNo(false)
                    case .choice(let options): (facts[question.id] ?? options.first?.id).map { .choice($0) }
                    case .choices, .number, .date, .text: nil
                    }
                guard let value else { continue }
                let answer = SessionCommand.answer(question.id, .given(value), note: nil)
                for event in (try? decide(answer, state, now: Timestamp(milliseconds: 1))) ?? [] {
                    apply(event, to: &state)
                }
            }
            return state
        }
        func text(_ state: SessionState, _ audience: Audience) throws -> String {
            var pack = project(
                state, assess(state, for: .report), for: audience, now: Timestamp(milliseconds: 2))
            pack.cover.pack = "0"
            return String(decoding: try ReportFormat.json.bytes(of: pack), as: UTF8.self)
        }
        let first = session([:])
        let (open, full) = (try text(first, .public), try text(first, .full))
        var told = 0
        for question in instruments.questionnaire.questions where question.isFact {
            let supports = question.kind.options.flatMap(\.supports) + question.supports
            guard case .choice(let options) = question.kind, behind.isDisjoint(with: supports) else {
                continue
            }
            for option in options.dropFirst() {
                let other = session([question.id: option.id])
                guard other.asked.ids() == first.asked.ids() else { continue }
                #expect(try text(other, .public) == open, "\(question.id) \(option.id)")
                #expect(compare(first, other, for: .public).findings.isEmpty, "\(question.id) \(option.id)")
                if try text(other, .full) != full { told += 1 }
            }
        }
        #expect(told > 0)
    }
}
