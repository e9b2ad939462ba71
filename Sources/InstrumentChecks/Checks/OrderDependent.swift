import Evaluation
import Instruments

/// Under the hit policy `first`, the order of two rules should not decide, unless one is an exception to the other.
///
/// A rule that is a special case of a later one is an exception. Two rules that only overlap, and lead to
/// different outcomes, give whichever stands first.
struct OrderDependent: Check {
    let codes: [Diagnostic.Code] = [.orderDependent]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.filter { $0.table.hitPolicy == .first }.flatMap { placed -> [Diagnostic] in
            guard let combinations = TableCombinations(placed) else { return [] }
            let rules = placed.table.rules
            let shown = placed.cells(in: context)?.overlaps
            return combinations.overlaps.compactMap { overlap -> Diagnostic? in
                let (earlier, later) = (rules[overlap.earlier], rules[overlap.later])
                guard earlier.then != later.then, !earlier.isCase(of: later), !later.isCase(of: earlier),
                    // An exception before both may take the cases that they share, or no answers bring them about.
                    let example = shown.map({
                        $0[TableReach.Pair(earlier: overlap.earlier, later: overlap.later)]
                    })
                        ?? combinations.all.first(where: {
                            combinations.matches($0, overlap.later)
                                && combinations.firstRule(matching: $0) == overlap.earlier
                        })
                else { return nil }
                return placed.diagnostic(
                    at: ["rules", .index(overlap.later)],
                    .orderDependent(
                        rule: overlap.later + 1, with: overlap.earlier + 1,
                        example: combinations.assumptions(example)))
            }
        }
    }
}

extension DecisionTable.Rule {
    /// Whether every combination that this rule matches is one that the other matches.
    fileprivate func isCase(of other: DecisionTable.Rule) -> Bool {
        zip(when, other.when).allSatisfy { own, others in
            Condition.Grade.allCases.allSatisfy { !own.accepts($0) || others.accepts($0) }
        }
    }
}

extension Diagnostic.Code {
    static let orderDependent = Self(warning: "order-dependent")
}

extension Diagnostic.Content {
    /// Two rules overlap, and neither is a special case of the other.
    static func orderDependent(rule: Int, with other: Int, example: [Diagnostic.Assumption]) -> Self {
        Self(
            .orderDependent,
            "rules \(other) and \(rule) both match \(example.localizedDescription), and their order alone decides",
            hint: "say in one of the two what happens when both match")
    }
}
