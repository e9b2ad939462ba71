import Disclosure
import Evaluation
import Instruments
import Sessions
import Testing

struct WhatIfTests {
    @Test func `an assumption counts in the findings, and the session stays as it is`() throws {
        let leadership = try Shipped.instruments("leadership")
        let start = SessionEvent.Payload.Start(
            session: "test", title: "T", authority: nil,
            pins: InstrumentPins(
                questionnaire: InstrumentPin(id: "leadership", version: "1", sha256: ""), frameworks: []),
            position: leadership.questionnaire.questions.first?.id)
        let session = SessionState(start, at: Timestamp(milliseconds: 0), instruments: leadership)
        let changes = [
            AssumedAnswer(question: "circumstances.systemic", from: nil, to: .no),
            AssumedAnswer(question: "where-you-stand.earlier-attempts", from: nil, to: .option("none")),
        ]
        let assumed = assess(session, assuming: changes, for: .report)
        #expect(assumed.findings.condition("isos/systemic-or-persistent")?.possible == [false])
        #expect(assumed.findings.possibleTiers == ["sector-led", "external-scrutiny"])
        let now = assess(session, for: .report)
        #expect(now.findings.condition("isos/systemic-or-persistent")?.possible == [true, false])
        #expect(session.records.isEmpty)
        // What is said of what is known follows it, and what is written beside answers does not.
        func value(_ quality: [QualityLine], _ test: QualityLine.Test) -> Double? {
            quality.first { $0.test == test && $0.area == nil }?.value
        }
        let asked = AskedQuestions(leadership.questionnaire) { assumed.responses[$0] }.questions.count
        #expect(value(now.quality, .complete) == 0)
        #expect(value(assumed.quality, .complete) == 2 / Double(asked))
        #expect(value(assumed.quality, .evidenced) == value(now.quality, .evidenced))
    }
}
