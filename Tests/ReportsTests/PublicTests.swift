import BuiltInInstruments
import Evaluation
import Instruments
import Sessions
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
        var random = SplitMix(state: UInt64(seed))
        var state = SessionState(
            Happening.Start(
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
}
