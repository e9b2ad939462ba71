import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

/// What an answer may do to what is possible.
struct NarrowingTests {
    private static let seeds = UInt64(40_000)..<40_500

    @Test func `an answer never makes anything possible that was not`() throws {
        var narrowed = 0
        for seed in Self.seeds {
            var small = RandomCase(seed: seed)
            var random = SplitMix(seed: seed + 1)
            var before = evaluate(small.instruments, responses: small.responses)
            while let question = small.open.isEmpty ? nil : random.pick(small.open) {
                let answers = ordinaryAnswers(to: question, in: small.instruments.questionnaire)
                small.responses[question.id] = .given(random.pick(answers))
                let after = evaluate(small.instruments, responses: small.responses)
                for (was, now) in zip(before.possibilities, after.possibilities) {
                    #expect(
                        now.isSubset(of: was),
                        "answering \(question.id) adds \(now.subtracting(was))\n\(small)")
                    if now != was { narrowed += 1 }
                }
                before = after
            }
        }
        #expect(narrowed > 500)
    }

    @Test func `a determined outcome stays, whatever is answered next`() throws {
        var determined = 0
        for seed in Self.seeds {
            var small = RandomCase(seed: seed)
            let before = evaluate(small.instruments, responses: small.responses)
            for question in small.open {
                let response = small.responses[question.id]
                for answer in ordinaryAnswers(to: question, in: small.instruments.questionnaire) {
                    small.responses[question.id] = .given(answer)
                    let after = evaluate(small.instruments, responses: small.responses)
                    for (was, now) in zip(before.tables, after.tables) {
                        guard let outcome = was.determined else { continue }
                        #expect(now.determined?.id == outcome.id, "\(question.id) = \(answer)\n\(small)")
                        determined += 1
                    }
                }
                small.responses[question.id] = response
            }
        }
        #expect(determined > 300)
    }

    @Test func `when every question is answered nothing is open`() throws {
        var tried = 0
        for seed in Self.seeds {
            let small = RandomCase(seed: seed, mostCompletions: 1)
            guard small.open.isEmpty else { continue }
            var findings = evaluate(small.instruments, responses: small.responses)
            #expect(findings.openQuestions.isEmpty)
            // An element without a question, or with none that counts, stays open for good; so does a
            // condition of which nothing, or too little, is left.
            let measured = PlainCase(small.instruments, small.responses).elements
            let isOpen = zip(measured, findings.elements).contains { $0.witnesses.isEmpty || $1.isGone }
            if isOpen || findings.conditions.contains(where: { $0.isGone || $0.isLost }) { continue }
            tried += 1
            for table in findings.tables where table.table.hitPolicy == .collect {
                #expect(table.canBeNone == table.possible.isEmpty, "\(small)")
            }
            // All that a table collects comes at once.
            findings.tables.removeAll { $0.table.hitPolicy == .collect }
            for possibility in findings.possibilities { #expect(possibility.count == 1, "\(small)") }
        }
        #expect(tried > 20)
    }

    @Test func `a don't know leaves open what no answer leaves open`() throws {
        for seed in Self.seeds {
            let small = RandomCase(seed: seed)
            var unanswered = small.responses
            for (id, response) in unanswered where response == .dontKnow { unanswered[id] = nil }
            let known = evaluate(small.instruments, responses: small.responses)
            let none = evaluate(small.instruments, responses: unanswered)
            #expect(known.possibilities == none.possibilities, "\(small)")
            #expect(known.openQuestions == none.openQuestions)
            #expect(known.counts.answered == none.counts.answered)
        }
    }
}
