import Instruments
import Sessions
import TestSupport
import Testing

@testable import Evaluation

/// Paths and robustness against the oracle: every set of raises is tried, every shift is worked out anew.
struct CounterfactualsOracleTests {
    private static let chunks = 4
    private static let firstSeed = 31_000_000

    @Test(arguments: 0..<chunks)
    func `paths are exactly the smallest sets that reach the outcome, and flips are what flips`(
        chunk: Int
    ) throws {
        let count = max(200, OracleTests.caseCount / 4)
        var compared = 0
        var found = 0
        for seed in stride(from: Self.firstSeed + chunk, to: Self.firstSeed + count, by: Self.chunks) {
            let small = RandomCase(seed: UInt64(seed), mostCompletions: 32)
            let instruments = small.instruments.ranked(seed: UInt64(seed))
            let findings = evaluate(
                instruments, responses: small.responses, links: small.links)
            let counterfactuals = counterfactuals(
                instruments, responses: small.responses, links: small.links, findings)
            guard let oracle = ProspectOracle(instruments, small.responses, small.links) else { continue }
            if let paths = counterfactuals.paths, let tier = findings.tier {
                let expected = oracle.paths(of: tier)
                // Where several rules fire, one may give something better and another worse; this oracle sees them apart.
                let isEither = tier.table.hitPolicy == .collect && paths.status == .unreachable
                #expect(
                    paths.status == expected.status || isEither && expected.status == .openAnswers, "\(small)"
                )
                #expect(paths.paths.map { $0.map(\.question) } == expected.sets, "\(small)")
                if paths.status == .found { found += 1 }
                compared += 1
            }
            for other in counterfactuals.others {
                let table = try #require(findings.tables.first { $0.reference == other.table })
                let expected = oracle.paths(of: table)
                let isEither = table.table.hitPolicy == .collect && other.paths.status == .unreachable
                #expect(
                    other.paths.status == expected.status
                        || isEither && expected.status == .openAnswers, "\(small)")
                #expect(other.paths.paths.map { $0.map(\.question) } == expected.sets, "\(small)")
                if let robustness = other.robustness {
                    #expect(robustness == oracle.robustness(of: table), "\(small)")
                }
                if other.paths.status == .found { found += 1 }
                compared += 1
            }
            for model in counterfactuals.modelPaths {
                let sets = oracle.paths(to: model)
                #expect(model.finding.paths.map { $0.map(\.question) } == sets, "\(model.model.id)\n\(small)")
                let without: PathFinding.Status = oracle.canReach(model) ? .openAnswers : .unreachable
                #expect(model.finding.status == (sets.isEmpty ? without : .found), "\(small)")
                if !sets.isEmpty { found += 1 }
                compared += 1
            }
            if let robustness = counterfactuals.robustness, let tier = findings.tier {
                #expect(robustness == oracle.robustness(of: tier), "\(small)")
            }
        }
        print(
            "counterfactuals: seeds \(Self.firstSeed + chunk) by \(Self.chunks): \(compared) compared, \(found) with paths"
        )
        #expect(found * 200 > compared)
    }
}

/// What other answers would give, found by trying them.
private struct ProspectOracle {
    let instruments: InstrumentSet
    let responses: [Question.ID: Response]
    let links: [Link]
    let raises: [(question: Question.ID, to: Response)]

    /// Prepares a case; nil where there are too many completions or too many sets to try.
    init?(
        _ instruments: InstrumentSet, _ responses: [Question.ID: Response], _ links: [Link]
    ) {
        self.links = links
        self.instruments = instruments
        self.responses = responses
        let asked = askedNow(instruments.questionnaire, responses)
        raises = asked.compactMap { question in
            let changeable = question.supports.allSatisfy { reference in
                instruments.frameworks.contains { framework in
                    framework.id == reference.framework
                        && framework.elements.contains { $0.id == reference.name && $0.changeable }
                }
            }
            guard changeable, !question.supports.isEmpty, case .given(let answer)? = responses[question.id]
            else { return nil }
            switch (question.kind, answer) {
            case (.rating(let rating), .rating(let level)) where level < rating.scale.metFrom:
                return (question.id, .level(rating.scale.metFrom))
            case (.yesNo, .yesNo(let yes)):
                let wouldWarn = question.warnsOf.contains { $0.when == !yes }
                return wouldWarn ? nil : (question.id, yes ? .no : .yes)
            default: return nil
            }
        }
        guard raises.count <= 6, Oracle(PlainCase(instruments, responses, links: links), limit: 4_096) != nil
        else {
            return nil
        }
    }

    func paths(of tier: TableFinding) -> (status: PathFinding.Status, sets: [[Question.ID]]) {
        guard tier.possible.count == 1, !tier.canBeNone, let outcome = tier.possible.first,
            let rank = tier.table.outcomes.firstIndex(where: { $0.id == outcome })
        else { return (.tierOpen, []) }
        if rank == 0 { return (.noneNeeded, []) }
        let better = Set(tier.table.outcomes[..<rank].map(\.id))
        let sets = smallest { changed in
            guard let seen = table(tier, changed) else { return false }
            return !seen.none && seen.outcomes.isSubset(of: better)
        }
        guard sets.isEmpty else { return (.found, sets) }
        let canBe = everyChange.contains { table(tier, $0)?.outcomes.isDisjoint(with: better) == false }
        return (canBe ? .openAnswers : .unreachable, [])
    }

    /// Whether some change of answers makes a model viable in some completion.
    func canReach(_ model: Counterfactuals.ModelPaths) -> Bool {
        everyChange.contains { changed in
            let oracle = Oracle(PlainCase(instruments, changed, links: links), limit: .max)
            let number = oracle?.plain.models.firstIndex {
                $0.framework == model.framework && $0.model.id == model.model.id
            }
            return number.flatMap { oracle?.models[$0] } != .no
        }
    }

    /// The answers with every set of raises made, none among them.
    private var everyChange: [[Question.ID: Response]] {
        raises.reduce([responses]) { all, raise in
            all
                + all.map { changed in
                    var changed = changed
                    changed[raise.question] = raise.to
                    return changed
                }
        }
    }

    func paths(to model: Counterfactuals.ModelPaths) -> [[Question.ID]] {
        smallest { changed in
            let oracle = Oracle(PlainCase(instruments, changed, links: links), limit: .max)
            let number = oracle?.plain.models.firstIndex {
                $0.framework == model.framework && $0.model.id == model.model.id
            }
            return number.flatMap { oracle?.models[$0] } == .yes
        }
    }

    func robustness(of tier: TableFinding) -> Robustness {
        func shifted(_ changed: [Question.ID: Response]) -> Robustness.Shifted {
            let seen = table(tier, changed)
            return Robustness.Shifted(
                possible: tier.table.outcomes.map(\.id).filter { seen?.outcomes.contains($0) ?? false },
                canBeNone: seen?.none ?? false)
        }
        func moved(_ id: Question.ID, by step: Int) -> Int? {
            guard case .given(.rating(let level))? = responses[id],
                case .rating(let rating)? = instruments.questionnaire.question(id)?.kind
            else { return nil }
            return min(max(level + step, 1), rating.scale.levels.count)
        }
        func all(by step: Int) -> [Question.ID: Response] {
            var changed = responses
            for id in responses.keys { if let level = moved(id, by: step) { changed[id] = .level(level) } }
            return changed
        }
        let current = shifted(responses)
        var flips: [Robustness.Flip] = []
        for question in askedNow(instruments.questionnaire, responses) {
            guard let level = moved(question.id, by: 0) else { continue }
            for step in [-1, 1] {
                guard let to = moved(question.id, by: step), to != level else { continue }
                var changed = responses
                changed[question.id] = .level(to)
                let result = shifted(changed)
                if result != current {
                    flips.append(
                        Robustness.Flip(question: question.id, from: level, to: to, result: result))
                }
            }
        }
        let facts = askedNow(instruments.questionnaire, responses).flatMap { question in
            others(question).compactMap { other -> Robustness.OtherFact? in
                var changed = responses
                changed[question.id] = .given(other)
                let result = shifted(changed)
                return result == current
                    ? nil : Robustness.OtherFact(question: question.id, to: other, result: result)
            }
        }
        return Robustness(
            current: current, oneLower: shifted(all(by: -1)), oneHigher: shifted(all(by: 1)),
            flips: flips, facts: facts)
    }

    /// What else an answer by yes or no, or by one option, could be.
    private func others(_ question: Question) -> [AnswerValue] {
        guard question.step == nil else { return [] }
        return switch (question.kind, responses[question.id]) {
        case (.yesNo, .given(.yesNo(let answer))?): [.yesNo(!answer)]
        case (.choice(let options), .given(.choice(let chosen))?):
            options.map(\.id).filter { $0 != chosen }.map { .choice($0) }
        default: []
        }
    }

    private func table(_ tier: TableFinding, _ changed: [Question.ID: Response]) -> Oracle.TableSeen? {
        let oracle = Oracle(PlainCase(instruments, changed, links: links), limit: .max)
        let number = oracle?.plain.tables.firstIndex {
            $0.framework == tier.framework && $0.table.id == tier.table.id
        }
        return number.flatMap { oracle?.tables[$0] }
    }

    /// All sets of fewest raises that pass, in the order of asking.
    private func smallest(_ passes: ([Question.ID: Response]) -> Bool) -> [[Question.ID]] {
        let masks = (0..<(1 << raises.count)).filter { mask in
            var changed = responses
            for (place, raise) in raises.enumerated() where mask >> place & 1 == 1 {
                changed[raise.question] = raise.to
            }
            return passes(changed)
        }
        let least = masks.map(\.nonzeroBitCount).min()
        return masks.filter { $0.nonzeroBitCount == least }
            .map { mask in raises.indices.filter { mask >> $0 & 1 == 1 } }
            .sorted { $0.lexicographicallyPrecedes($1) }
            .map { $0.map { raises[$0].question } }
    }
}

extension InstrumentSet {
    /// The same with every table ranked, and some elements that leaders cannot change.
    fileprivate func ranked(seed: UInt64) -> InstrumentSet {
        var random = SplitMix(seed: ~seed)
        let ranked = frameworks.map { framework in
            var framework = framework
            for table in framework.tables.indices { framework.tables[table].ranked = true }
            for element in framework.elements.indices where random.chance(20) {
                framework.elements[element].changeable = false
            }
            return framework
        }
        return InstrumentSet(questionnaire: questionnaire, frameworks: ranked)
    }
}
