import Evaluation
import Instruments

extension Findings {
    /// All that is possible: a set of words for each condition, table, model and signature, and the grades.
    var possibilities: [Set<String>] {
        var sets = conditions.map { Set($0.possible.map { "\($0)" }) }
        for table in tables {
            sets.append(Set(table.possible.map(\.text) + (table.canBeNone ? ["no outcome"] : [])))
        }
        for model in models {
            switch model.status {
            case .viable: sets.append(["viable"])
            case .notViable: sets.append(["not viable"])
            case .undetermined: sets.append(["viable", "not viable"])
            }
        }
        for signature in signatures?.signatures ?? [] {
            let unknown = signature.canBeUnknown ? ["unknown"] : []
            sets.append(Set(signature.possible.map(\.rawValue) + unknown))
        }
        if let signatures {
            let untold = signatures.canBeUntold ? ["unknown"] : []
            sets.append(Set(signatures.grades.map(\.rawValue) + untold))
        }
        return sets
    }
}
