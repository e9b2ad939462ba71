package import Instruments
package import Sessions

/// What can come about at all, of conditions and of rules, without the reasons.
package struct Reach: Sendable {
    /// For each condition, what it can be: true before false.
    package var conditions: [(reference: Reference<Condition>, possible: [Bool])] = []
    /// For each graded condition, the grades that it can have, the worst first.
    package var grades: [(reference: Reference<Condition>, possible: [Condition.Grade])] = []
    /// The rules that some completion makes fire, as `framework/table#N`.
    package var rules: [(framework: Framework.ID, id: String)] = []
    /// The questions that are asked in no completion: at most while another one is open.
    package var neverCounted: Set<Question.ID> = []
    /// What the cells of each table meet.
    package var tables: [TableReach] = []
    /// The conditions and tables of which nobody found it out.
    package var notComputed: [FindingKey] = []
}

/// Works out what can come about when no question has an answer yet.
///
/// - Parameters:
///   - instruments: what is asked and how it is read.
///   - links: which problems lead to which.
/// - Returns: what `evaluate` finds possible of conditions and rules.
package func reach(_ instruments: InstrumentSet, links: [Link]) -> Reach {
    let book = RuleBook(instruments)
    var completions = Completions(book, responses: [:], links: links, limit: nodeLimit)
    let found = reach(&completions)
    guard completions.isExhausted else { return found }
    completions = Completions(book, responses: [:], links: links, limit: nil)
    return reach(&completions)
}

private func reach(_ completions: inout Completions) -> Reach {
    var truth = ElementTruth(completions.book)
    var found = Reach()
    for (place, question) in completions.book.questions.enumerated() {
        if completions.counts(place) == Functions.never { found.neverCounted.insert(question.id) }
    }
    for framework in completions.instruments.frameworks {
        for condition in framework.conditions {
            let reference = Reference(framework.id, condition.id)
            let holds = truth.formula(.condition(condition.id), of: framework, &completions)
            let graded = truth.graded(condition, in: framework, &completions)
            guard !completions.functions.isUndecided(holds), let graded else {
                found.notComputed.append(.condition(reference))
                continue
            }
            found.conditions.append((reference, Completions.values(of: holds)))
            if condition.grading != nil { found.grades.append((reference, graded.grades)) }
        }
        for table in framework.tables {
            let reference = Reference(framework.id, table.id)
            let reach = TableFinder.reach(of: table, in: framework, &truth, &completions)
            guard !reach.nodes.contains(where: completions.functions.isUndecided) else {
                found.notComputed.append(.table(reference))
                continue
            }
            found.tables.append(TableReach(reference, table, in: framework, reach, &completions))
            found.rules += reach.rules.filter { $0.fires != Functions.never }.map {
                (framework.id, table.id(ofRule: $0.number, in: framework.id))
            }
        }
    }
    return found
}
