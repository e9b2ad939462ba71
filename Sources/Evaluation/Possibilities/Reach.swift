package import Instruments
package import Sessions

/// What can come about at all, of conditions and of rules, without the reasons.
package struct Reach: Sendable {
    /// For each condition, what it can be: true before false.
    package var conditions: [(reference: Reference<Condition>, possible: [Bool])] = []
    /// The rules that some completion makes fire, as `framework/table#N`.
    package var rules: [(framework: Framework.ID, id: String)] = []
}

/// Works out what can come about when no question has an answer yet.
///
/// - Parameters:
///   - instruments: what is asked and how it is read.
///   - links: which problems lead to which.
/// - Returns: what `evaluate` finds possible of conditions and rules.
/// - Throws: `TooEntangled` when the exact sets cannot be worked out within the limit.
package func reach(_ instruments: InstrumentSet, links: [Link]) throws(TooEntangled) -> Reach {
    let book = RuleBook(instruments)
    var completions = Completions(book, responses: [:], links: links, limit: nodeLimit)
    var truth = ElementTruth(book)
    var found = Reach()
    for framework in instruments.frameworks {
        for condition in framework.conditions {
            let holds = truth.formula(.condition(condition.id), of: framework, &completions)
            found.conditions.append((Reference(framework.id, condition.id), Completions.values(of: holds)))
        }
        for table in framework.tables {
            let reach = TableFinder.reach(of: table, in: framework, &truth, &completions)
            found.rules += reach.rules.filter { $0.fires != DecisionDiagram.never }.map {
                (framework.id, table.id(ofRule: $0.number, in: framework.id))
            }
        }
    }
    guard !completions.isExhausted else { throw TooEntangled(limit: nodeLimit) }
    return found
}
