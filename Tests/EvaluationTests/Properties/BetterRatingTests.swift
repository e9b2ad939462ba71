import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

/// A better rating never leads to a more intrusive tier: `domain.md`, section 3.
struct BetterRatingTests {
    @Test func `a better rating never leads to a more intrusive tier`() throws {
        let instruments = [measuring(Mirror.isos), try Shipped.instruments("leadership")]
        var moved = 0
        for (number, instruments) in instruments.enumerated() {
            for seed in UInt64(1)...450 {
                var random = SplitMix(seed: seed)
                var responses = randomResponses(
                    instruments, unknown: random.pick([0, 0, 3, 12]), &random)
                let before = try ranks(instruments, responses)
                // The tier hangs on the poor ratings of its own elements.
                let poor = instruments.questionnaire.questions.filter { question in
                    question.supports.contains { $0.framework == "isos" }
                        && [.level(1), .level(2)].contains(responses[question.id])
                }
                let raised = random.pick(
                    poor.isEmpty || random.chance(20) ? instruments.questionnaire.questions : poor)
                guard case .rating(let rating) = raised.kind,
                    case .given(.rating(let level))? = responses[raised.id],
                    level < rating.scale.levels.count
                else { continue }
                responses[raised.id] = .level(random.number(in: level + 1...rating.scale.levels.count))
                let after = try ranks(instruments, responses)
                let what = "instrument \(number), seed \(seed): \(raised.id) from \(level)"
                #expect(after.lowerBound <= before.lowerBound, "\(what)")
                #expect(after.upperBound <= before.upperBound, "\(what)")
                if after != before { moved += 1 }
            }
        }
        #expect(moved > 20)
    }

    /// The ranks of the least and of the most intrusive tier that are possible.
    private func ranks(
        _ instruments: InstrumentSet, _ responses: [Question.ID: Response]
    ) throws -> ClosedRange<Int> {
        let tier = try #require(evaluate(instruments, responses: responses).tier)
        let ranks = tier.table.outcomes.indices.filter {
            tier.possible.contains(tier.table.outcomes[$0].id)
        }
        return try #require(ranks.first)...(try #require(ranks.last))
    }
}
