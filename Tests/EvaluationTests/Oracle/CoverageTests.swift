import Evaluation
import Instruments
import Sessions
import Testing

/// The random cases must not agree with the oracle for want of anything to disagree about.
struct CoverageTests {
    @Test func `the random cases reach every corner of the rules`() throws {
        var tally: [String: Int] = [:]
        func count(_ what: String, _ happens: Bool = true) {
            tally[what, default: 0] += happens ? 1 : 0
        }
        for seed in 0..<800 {
            let small = RandomCase(seed: UInt64(OracleTests.firstSeed + seed), mostCompletions: 64)
            let plain = PlainCase(small.instruments, small.responses, links: small.links)
            guard let oracle = Oracle(plain, limit: OracleTests.mostCompletions) else { continue }
            let asked = askedNow(small.instruments.questionnaire, small.responses).map(\.id)
            for question in small.instruments.questionnaire.questions {
                count("a \(question.kind.name) is open", small.open.map(\.id).contains(question.id))
                let response = small.responses[question.id]
                if case .given? = response { count("set aside", !asked.contains(question.id)) }
                if case .notApplicable? = response { count("not applicable", asked.contains(question.id)) }
                let served = question.kind.options.flatMap(\.supports) + question.supports
                count("a question serves several elements", Set(served).count > 1)
                count("an option supports", !question.kind.options.flatMap(\.supports).isEmpty)
            }
            for digit in oracle.digits {
                if case .element(let number) = digit.kind {
                    guard !plain.unrecorded.values.contains(number) else {
                        count("a link that nobody can be asked for is free")
                        continue
                    }
                    guard number < plain.elements.count else {
                        count("problems that are gone are free")
                        continue
                    }
                    let isUnmeasured = plain.elements[number].witnesses.isEmpty
                    count(isUnmeasured ? "an unmeasured element is free" : "a gone element is free")
                }
            }
            count("problems are linked", !small.links.isEmpty)
            if let step = plain.step {
                count("the problems were gone through", step.isDone)
                count("the problems were not gone through", plain.items[step.item].isOpen)
            }
            for (element, seen) in zip(plain.elements, oracle.elements) {
                count("an element has several questions", element.witnesses.count > 1)
                count("an element goes in some completions", seen.contains(.gone) && seen != .gone)
                count("an element is gone for good", seen == .gone)
            }
            for (table, seen) in zip(plain.tables, oracle.tables) {
                count("\(table.table.hitPolicy): one outcome", seen.outcomes.count == 1 && !seen.none)
                count("\(table.table.hitPolicy): several outcomes", seen.outcomes.count > 1)
                count("\(table.table.hitPolicy): none at times", seen.none && !seen.outcomes.isEmpty)
            }
            for seen in oracle.models { count("a model is \(seen.rawValue)") }
            for seen in oracle.signatures {
                count("a signature is unknown for good", seen.unknown && seen.statuses.isEmpty)
                count("a signature can be unknown", seen.unknown && !seen.statuses.isEmpty)
                count("a signature has \(seen.statuses.count) statuses")
            }
            if plain.thresholds != nil { count("\(oracle.grades.count) grades") }
            count("\(min(oracle.shares.count, 3)) open questions")
        }
        // All four grades at once take three categories and two open signatures, which is rare.
        let poor = tally.filter { $0.value < ($0.key == "4 grades" ? 1 : 5) }
        #expect(poor.isEmpty, "hardly tried: \(poor.sorted { $0.key < $1.key })")
        #expect(tally.count >= 40, "\(tally.sorted { $0.key < $1.key })")
    }
}
