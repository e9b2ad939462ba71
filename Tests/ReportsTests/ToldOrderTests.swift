import BuiltInInstruments
import Evaluation
import Instruments
import Sessions
import Testing

@testable import Reports

/// What is told with the headline, and in which order.
struct ToldOrderTests {
    private static let now = Timestamp(milliseconds: 0)

    private func session(_ instruments: InstrumentSet) -> SessionState {
        SessionState(
            Happening.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(
                        id: instruments.questionnaire.id.text, version: "1.0.0", sha256: ""), frameworks: []),
                position: instruments.questionnaire.questions.first?.id),
            at: Self.now, instruments: instruments)
    }

    private func perform(_ command: SessionCommand, _ state: inout SessionState) {
        for event in (try? decide(command, state, now: Self.now)) ?? [] { apply(event, to: &state) }
    }

    private func texts(_ blocks: [Block]) -> [String] {
        blocks.compactMap { block in
            switch block {
            case .heading(_, let text), .paragraph(let text), .item(_, let text), .quote(let text): text
            case .table, .chart: nil
            }
        }
    }

    @Test(arguments: Audience.allCases, [1, 2, 3, 4])
    func `the headline is told in one order on every first page and in the conversation`(
        audience: Audience, level: Int
    ) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var state = session(instruments)
        for question in instruments.questionnaire.questions {
            switch question.kind {
            case .rating: perform(.answer(question.id, .given(.rating(level)), note: nil), &state)
            case .yesNo: perform(.answer(question.id, .given(.yesNo(false)), note: nil), &state)
            default: break
            }
        }
        let assessment = assess(state, for: .display)
        let pack = project(state, assessment, for: audience, now: Self.now)
        let tier = try #require(pack.tier)
        let assurance = try #require(pack.assurance)
        var parts: [String] = [assurance.sentences.first, tier.sentences.first].compactMap(\.self)
        parts += tier.grades.map(\.sentence)
        if let firmness = tier.firmness { parts.append(firmness) }
        parts += tier.alongside.map(\.inWords)
        if let early = pack.signatures?.sentences.first { parts.append(early) }
        #expect(audience == .public || tier.firmness != nil)
        #expect(audience != .public || tier.firmness == nil && assurance.sentences.count == 1)
        for document in [pack.blocks(of: .position), pack.briefDocument(), pack.findingsDocument()] {
            let told = texts(document)
            let places = parts.compactMap { part in told.firstIndex { $0.contains(part) } }
            #expect(places.count == parts.count)
            #expect(places == places.sorted(), "\(places)")
        }
    }
}
