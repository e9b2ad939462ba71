import Disclosure
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

/// What an assumption is said to change, against giving the answers.
struct FindingChangeTests {
    static let questionnaires = Shipped.feeding + ["server-room"]

    @Test(arguments: questionnaires)
    func `an assumed answer changes every finding that giving it changes, and no other`(
        id: Questionnaire.ID
    ) throws {
        let instruments = try instrumentsToTry(id)
        var (tried, unchanged) = (0, 0)
        for seed in 1...UInt64(30) {
            var random = SplitMix(seed: seed)
            let session = RandomSession(instruments, &random)
            let now = evaluate(
                instruments, responses: session.state.responses, links: session.state.links)
            for _ in 0..<4 {
                // One answer, or two.
                var given = session
                var changes: [AssumedAnswer] = []
                for question in random.some(random.number(in: 1...2), of: session.state.asked.questions) {
                    let response = randomResponse(to: question, instruments, &random)
                    guard given.give(response, to: question.id) else { continue }
                    changes.append(
                        AssumedAnswer(
                            question: question.id, from: session.state.response(to: question.id), to: response
                        ))
                }
                let assumed = assess(session.state, assuming: changes, for: .display).findings
                let real = evaluate(
                    instruments, responses: given.state.responses, links: given.state.links)
                #expect(assumed.byKey == real.byKey, "seed \(seed) of \(id): \(changes)")
                let differing = Set(Findings.changes(from: now, to: assumed).map(\.key))
                #expect(
                    differing == Set(parts(now).differing(from: parts(real)).keys), "seed \(seed) of \(id)")
                tried += 1
                if differing.isEmpty { unchanged += 1 }
            }
        }
        print("what-if on \(id): \(tried) assumptions, \(unchanged) without a change")
        #expect(tried == 120)
    }

    @Test func `all that leads to another finding is listed once`() throws {
        for id in Self.questionnaires {
            let instruments = try instrumentsToTry(id)
            var random = SplitMix(seed: 3)
            let session = RandomSession(instruments, &random)
            let all = evaluate(
                instruments, responses: session.state.responses, links: session.state.links
            ).all
            #expect(Set(all.map(\.key)).count == all.count)
            // A kind and a name are enough to find it.
            #expect(Set(all.map { "\($0.key.kind) \($0.key.id)" }).count == all.count)
        }
    }

    /// What findings say, read off field by field, without the list that is tested.
    private func parts(_ findings: Findings) -> [FindingKey: String] {
        var parts: [FindingKey: String] = [:]
        for table in findings.tables {
            parts[.table(table.reference)] =
                "\(table.possible) \(table.canBeNone) \(table.table.hitPolicy == .collect ? table.certain : []) "
                + "\(table.rules.map(\.number)) \(table.cautions) \(table.focus) "
                + "\(table.alongside.map { "\($0.alongside) \($0.isCertain)" }) "
                + "\(table.remarks.map(\.statement))"
        }
        for model in findings.models {
            parts[.model(Reference(model.framework, model.model.id))] =
                "\(model.status) \(String(describing: model.caution))"
        }
        for condition in findings.conditions {
            parts[.condition(condition.reference)] =
                "\(condition.possible) \(condition.grades) \(condition.isGone)"
        }
        if let signatures = findings.signatures {
            parts[.earlyWarning(signatures.framework)] = "\(signatures.grades) \(signatures.canBeUntold)"
            for signature in signatures.signatures {
                parts[.signature(Reference(signatures.framework, signature.signature.id))] =
                    "\(signature.possible) \(signature.canBeUnknown)"
            }
            for (category, evident) in signatures.balance {
                parts[.balance(signatures.framework, category.id)] = "\(evident)"
            }
        }
        if let factors = findings.factors {
            if !factors.definition.stages.isEmpty {
                parts[.stage(factors.framework)] = "\(String(describing: factors.stage?.id))"
            }
            for factor in factors.groups.flatMap(\.factors) {
                parts[.factor(Reference(factors.framework, factor.element.id))] =
                    "\(String(describing: factor.state)) \(factor.state == nil && factor.open.isEmpty)"
            }
        }
        if let problems = findings.problems {
            let alone = Set(problems.isolated.map(\.reference))
            for problem in problems.problems {
                parts[.problem(problem.reference)] = "\(problem.state) \(alone.contains(problem.reference))"
            }
            parts[.linkedProblems(problems.framework)] =
                "\(problems.linked) \(String(describing: problems.lone))"
            for link in problems.links {
                parts[.link(from: link.link.from, to: link.link.to)] = "\(link.state)"
            }
            parts[.viciousCircles(problems.framework)] =
                "\(problems.circular) \(String(describing: problems.circles.completeUpTo)) "
                + "\(String(describing: problems.possibleCircles.completeUpTo))"
            for circle in problems.circles.found { parts[.circle(circle)] = "certain" }
            for circle in problems.possibleCircles.found { parts[.circle(circle)] = "possible" }
        }
        if findings.tier != nil {
            parts[.openQuestions] = "\(findings.openQuestions.map(\.question))"
        }
        return parts
    }
}

extension [FindingKey: String] {
    /// The parts that are not the same in both, or are in one only.
    fileprivate func differing(from other: [FindingKey: String]) -> [FindingKey: String] {
        let changed = filter { other[$0.key] != $0.value }
        return changed.merging(other.filter { self[$0.key] == nil }) { first, _ in first }
    }
}
