import BuiltInInstruments
import Instruments
import Sessions
import Testing

@testable import Evaluation

/// How far ratings are only asserted, and which patterns are worth a second look.
struct AssuranceTests {
    private static let now = Timestamp(milliseconds: 0)

    /// A session of leaders in which ratings have the levels that a rule gives them.
    private func session(_ level: (Int) -> Int?) throws -> SessionState {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(id: "leadership", version: "1.0.0", sha256: ""),
                    frameworks: []),
                position: instruments.questionnaire.questions.first?.id),
            at: Self.now, instruments: instruments)
        for (place, question) in ratings(state).enumerated() {
            guard let level = level(place) else { continue }
            perform(.answer(question.id, .given(.rating(level)), note: nil), &state)
        }
        return state
    }

    private func ratings(_ state: SessionState) -> [Question] {
        state.questionnaire.areas.filter { !$0.isOfFacts }.flatMap(\.questions).filter {
            if case .rating = $0.kind { !$0.lookFor.isEmpty } else { false }
        }
    }

    private func perform(_ command: SessionCommand, _ state: inout SessionState) {
        for event in (try? decide(command, state, now: Self.now)) ?? [] { apply(event, to: &state) }
    }

    private func assurance(_ state: SessionState, countsConfidential: Bool = true) -> Assurance? {
        Evaluation.assurance(
            of: state, responses: state.responses,
            evaluate(state.instruments, responses: state.responses, links: state.links),
            countsConfidential: countsConfidential)
    }

    private func isHigh(_ assurance: Assurance) -> Bool {
        assurance.signs.contains { if case .high = $0 { true } else { false } }
    }

    @Test func `nothing is said before a rating is given`() throws {
        #expect(assurance(try session { _ in nil }) == nil)
    }

    @Test func `high ratings without evidence prove little, and with evidence more`() throws {
        var state = try session { _ in 4 }
        let asserted = try #require(assurance(state))
        #expect(asserted.rated == asserted.asserted && asserted.provesLittle)
        let asked = ratings(state).filter { state.asked.contains($0.id) }
        #expect(asserted.rated == asked.count)
        #expect(asserted.signs.contains(.uniform(level: 4, area: nil, count: asked.count, of: asked.count)))
        for question in asked.prefix(asked.count / 2 + 1) {
            perform(
                .addEvidence(
                    question.id, kind: .audit, reference: "Audit of \(question.id)", text: "Seen."), &state)
        }
        let evidenced = try #require(assurance(state))
        #expect(evidenced.asserted == asked.count - asked.count / 2 - 1 && !evidenced.provesLittle)
    }

    @Test(arguments: 0...20)
    func `nine in ten is where nearly all begins`(lower: Int) throws {
        let state = try session { $0 < lower ? 2 : 3 }
        let found = try #require(assurance(state))
        let low = ratings(state).filter { state.response(to: $0.id) == .given(.rating(2)) }
            .count { state.asked.contains($0.id) }
        #expect(isHigh(found) == (10 * (found.rated - low) >= 9 * found.rated))
    }

    @Test func `an area of one level is named where the others differ`() throws {
        let state = try session { $0 < 10 ? 3 : $0 % 4 + 1 }
        let found = try #require(assurance(state))
        let areas = found.signs.compactMap { if case .uniform(3, let area, _, _) = $0 { area } else { nil } }
        #expect(!areas.isEmpty)
    }

    @Test func `one reference behind most ratings is noticed, whatever its capitals`() throws {
        var state = try session { $0 % 4 + 1 }
        let asked = ratings(state).filter { state.asked.contains($0.id) }
        for (place, question) in asked.prefix(10).enumerated() {
            let reference = place < 6 ? (place < 3 ? "Annual report" : "annual REPORT") : "Paper \(place)"
            perform(
                .addEvidence(question.id, kind: .data, reference: reference, text: "Seen."), &state)
        }
        #expect(try #require(assurance(state)).signs.contains(.oneReference(6)))
        #expect(try #require(assurance(state)).signs.contains(.noConcern))
        perform(.addConcern(asked[0].id, "Staff do not say what they see."), &state)
        #expect(!(try #require(assurance(state)).signs.contains(.noConcern)))
    }

    @Test func `evidence of a kind that says little on its question is asked about, by question`() throws {
        var state = try session { $0 % 4 + 1 }
        let areas = state.questionnaire.areas
        for area in areas where !area.isOfFacts {
            for kind in EvidenceKind.allCases {
                guard let question = area.questions.first(where: { state.response(to: $0.id) != nil }) else {
                    continue
                }
                perform(.addEvidence(question.id, kind: kind, reference: "\(kind)", text: ""), &state)
                let misfits = assurance(state)?.signs.compactMap { sign -> [Assurance.Misfit]? in
                    if case .unfitting(let misfits) = sign { misfits } else { nil }
                }.first
                let misfit = misfits?.first { $0.question == question.id }
                #expect(misfit?.kinds.contains(kind) ?? false == !area.evidenceKinds.contains(kind))
            }
        }
        #expect(areas.contains { $0.evidenceKinds.count < EvidenceKind.allCases.count })
    }

    /// What is written beside a confidential answer leaves by no count.
    @Test func `who does not see confidential words gets the same, whatever they are`() throws {
        var bare = try session { $0 % 4 + 1 }
        let hidden = ratings(bare).filter { bare.asked.contains($0.id) }.prefix(12).map(\.id)
        for id in hidden { perform(.setConfidential(id, .words), &bare) }
        var written = bare
        for id in hidden {
            perform(.addEvidence(id, kind: .data, reference: "The one report", text: "x"), &written)
            perform(.addConcern(id, "A worry."), &written)
        }
        #expect(assurance(bare) != assurance(written))
        #expect(
            assurance(bare, countsConfidential: false) == assurance(written, countsConfidential: false))
    }

    @Test func `a best headline beside signatures that combine is told`() throws {
        let state = try session { _ in 4 }
        var findings = evaluate(state.instruments, responses: state.responses, links: [])
        func told() -> [Assurance.Sign] {
            Evaluation.assurance(
                of: state, responses: state.responses, findings, countsConfidential: true)?.signs ?? []
        }
        let isBest = findings.tier?.determined?.id == findings.tier?.table.outcomes.first?.id
        findings.signatures?.grades = [.widespread]
        #expect(told().contains(.againstSignatures(.widespread)) == isBest)
        findings.signatures?.grades = [.isolated]
        #expect(!told().contains { if case .againstSignatures = $0 { true } else { false } })
        findings.signatures?.grades = [.combining, .widespread]
        #expect(!told().contains { if case .againstSignatures = $0 { true } else { false } })
    }
}
