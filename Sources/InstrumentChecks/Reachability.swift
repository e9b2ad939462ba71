import Evaluation
import Instruments
import Sessions

/// What the answers that can be given make of a framework's conditions and rules.
///
/// It is the evaluator's own work on a session without answers: every completion of all questions is a way to
/// answer them, so that what is not possible then never comes about.
struct Reachability {
    /// The conditions that can be both, by what the answers can make of them.
    private(set) var conditions: [Reference<Condition>: Set<Bool>] = [:]
    /// The grades that each graded condition can have, by what the answers can make of it.
    private(set) var grades: [Reference<Condition>: Set<Condition.Grade>] = [:]
    /// The rules that some answers make fire, by their full names.
    private(set) var rules: Set<String> = []
    /// The questions of each questionnaire that are asked at most while another one is open.
    private(set) var neverCounted: [Questionnaire.ID: Set<Question.ID>] = [:]
    /// What some answers make of each table's cells.
    private(set) var tables: [Reference<DecisionTable>: TableReach] = [:]
    /// The frameworks whose rules are too entangled to say.
    private(set) var entangled: Set<Framework.ID> = []
    /// The frameworks of whose headline nobody finds out how telling each question is, while all are open.
    private(set) var unranked: Set<Framework.ID> = []

    /// What can come about when elements may be anything, whatever the questions ask.
    static func free(_ frameworks: [Framework]) -> Reachability {
        var reach = Reachability()
        for framework in frameworks {
            let others = frameworks.filter { $0.id != framework.id && $0.problems != nil }
            reach.add(
                InstrumentSet(
                    questionnaire: Questionnaire(
                        id: "none", version: "", title: "", feeds: [framework.id], areas: []),
                    frameworks: [framework] + others), only: [framework.id])
        }
        return reach
    }

    /// What can come about with the questions of some questionnaires.
    ///
    /// - Parameters:
    ///   - questionnaires: the questionnaires.
    ///   - frameworks: the frameworks, among them all that the questionnaires feed.
    ///   - keepsAlone: whether options that stand alone do so.
    /// - Returns: what some questionnaire reaches; a framework that none feeds is not in it.
    static func asked(
        _ questionnaires: [Questionnaire], _ frameworks: [Framework], keepsAlone: Bool = true
    ) -> Reachability {
        var reach = Reachability()
        for questionnaire in questionnaires {
            let frameworks = questionnaire.feeds.compactMap { id in frameworks.first { $0.id == id } }
            let asked = keepsAlone ? questionnaire : questionnaire.withoutAlone
            let instruments = InstrumentSet(questionnaire: asked, frameworks: frameworks)
            reach.add(instruments, only: frameworks.map(\.id))
            if keepsAlone { reach.rank(instruments) }
        }
        return reach
    }

    private mutating func rank(_ instruments: InstrumentSet) {
        let findings = evaluate(instruments, responses: [:])
        guard let headline = findings.tier, findings.openQuestions.contains(where: { $0.share == nil }) else {
            return
        }
        unranked.insert(headline.framework)
    }

    private mutating func add(_ instruments: InstrumentSet, only wanted: [Framework.ID]) {
        // Each problem may lead to the next, so that links are possible.
        let problems = instruments.problems
        let links = zip(problems, problems.dropFirst()).map { Link(from: $0, to: $1) }
        let found = Evaluation.reach(instruments, links: links)
        entangled.formUnion(found.notComputed.compactMap(\.framework).filter(wanted.contains))
        neverCounted[instruments.questionnaire.id] = found.neverCounted
        for (condition, possible) in found.conditions where wanted.contains(condition.framework) {
            conditions[condition, default: []].formUnion(possible)
        }
        for (condition, possible) in found.grades where wanted.contains(condition.framework) {
            grades[condition, default: []].formUnion(possible)
        }
        for table in found.tables where wanted.contains(table.reference.framework) {
            guard let other = tables[table.reference] else {
                tables[table.reference] = table
                continue
            }
            tables[table.reference]?.uncovered = Set(other.uncovered + table.uncovered).sorted()
            tables[table.reference]?.overlaps.merge(table.overlaps) { first, _ in first }
        }
        for (framework, rule) in found.rules where wanted.contains(framework) { rules.insert(rule) }
    }
}

/// What can come about, by how much is taken into account.
struct ReachabilityOfAll {
    /// Elements may be anything.
    let free: Reachability
    /// The questions decide.
    let asked: Reachability
    /// The questions decide, and options that stand alone may be chosen with others.
    let together: Reachability

    /// Works it out; nil where something goes round in a circle.
    init?(questionnaires: [Questionnaire], frameworks: [Framework]) {
        let hasCircle =
            questionnaires.contains { !CyclicAskWhen().isFine($0) }
            || frameworks.contains { !CyclicConditions().diagnostics(in: $0).isEmpty }
        guard !hasCircle else { return nil }
        free = Reachability.free(frameworks)
        asked = Reachability.asked(questionnaires, frameworks)
        let hasAlone = questionnaires.flatMap(\.questions).contains {
            $0.kind.options.contains(where: \.alone)
        }
        together =
            hasAlone ? Reachability.asked(questionnaires, frameworks, keepsAlone: false) : asked
    }
}

extension Questionnaire {
    /// The same with options that all can be chosen together.
    fileprivate var withoutAlone: Questionnaire {
        var copy = self
        copy.areas = areas.map { area in
            var area = area
            area.questions = area.questions.map { question in
                var question = question
                if case .choices(let options) = question.kind {
                    question.kind = .choices(
                        options.map { option in
                            var option = option
                            option.alone = false
                            return option
                        })
                }
                return question
            }
            return area
        }
        return copy
    }
}
