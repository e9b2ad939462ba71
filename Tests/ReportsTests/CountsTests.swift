import BuiltInInstruments
import Disclosure
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// How many questions are answered, withheld and open: one definition, wherever it is said.
struct CountsTests {
    @Test(arguments: ["leadership", "early-warning", "corporate-health"], 0..<3)
    func `the counts come to what is asked, for every audience and whatever is withheld`(
        name: String, seed: Int
    ) throws {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        var random = SplitMix(seed: seed)
        let questions = shipped.questionnaire.questions
        for mark in SecretSession.Mark.allCases {
            let id = questions[Int(random.next() % UInt64(questions.count))].id
            let secret = SecretSession(shipped, id, mark, seed: seed)
            for response in secret.responses {
                guard let state = try secret.state(nil, response, hasWords: true) else { continue }
                for audience in Audience.allCases {
                    let pack = project(
                        state, assess(state, for: .report), for: audience, now: Timestamp(milliseconds: 2))
                    let cover = pack.cover
                    let told = [
                        cover.answered, cover.dontKnow, cover.notApplicable, cover.withheld ?? 0,
                        cover.notForTheRoom ?? 0, cover.unanswered,
                    ]
                    #expect(
                        told.reduce(0, +) == cover.asked && told.allSatisfy { $0 >= 0 }, "\(audience) \(told)"
                    )
                    #expect((cover.withheld ?? 0) == 0 || !audience.showsConfidential)
                    let open = pack.leftOut.first { $0.what.contains("not answered") }?.count ?? 0
                    #expect(open == cover.unanswered, "\(audience)")
                    for document in [pack.document(.brief), pack.document(.report), pack.findingsDocument()] {
                        let said = document.count { block in
                            switch block {
                            case .paragraph(let text), .item(_, let text): text.contains(pack.counts)
                            case .heading, .quote, .table, .chart: false
                            }
                        }
                        #expect(said == 1, "\(audience)")
                    }
                    if let withheld = cover.withheld {
                        #expect(pack.counts.contains("\(withheld) withheld from these readers"))
                    }
                }
            }
        }
    }

    @Test
    func `a brief says how firm it is, and when to look again`()
        throws
    {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let id = try #require(
            shipped.questionnaire.questions.first { $0.id.text == "circumstances.contained-area" }?.id)
        let governance = try #require(
            shipped.questionnaire.questions.first { $0.id.text == "circumstances.governance" }?.id)
        var secret = SecretSession(shipped, governance, .sensitive, seed: 3)
        secret.isGoodElse = true
        var state = try #require(try secret.state(nil, .given(.yesNo(true)), hasWords: false))
        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 2)) {
                apply(event, to: &state)
            }
        }
        try perform(.note(id, "Care leavers aged 18 to 21."))
        func words() -> [String] {
            let pack = project(
                state, assess(state, for: .report), for: .corporate, now: Timestamp(milliseconds: 3))
            return pack.document(.brief).compactMap { block in
                switch block {
                case .paragraph(let text), .item(_, let text): text
                case .heading, .quote, .table, .chart: nil
                }
            }
        }
        #expect(words().contains { $0.hasSuffix("No day is set for the next look.") })
        let firm = try #require(words().first { $0.hasPrefix("How firm it is: ") })
        #expect(firm.contains("One level") || firm.contains("one level"), "\(firm)")
        if words().contains(where: { $0.contains("that one area") }) {
            #expect(words().contains { $0.contains("in our words: Care leavers aged 18 to 21.") })
        }
        try perform(
            .addAction(id, Action(text: "Ask peers", role: "director", due: CalendarDate("2027-01-31"))))
        #expect(
            words().contains { $0.hasSuffix("The next look: 31 January 2027, when the next action is due.") })
    }
}
