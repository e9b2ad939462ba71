import Instruments

extension Findings {
    /// What a finding is, by its full name, `framework/name`; `framework/table/alongside` for what goes with a table's.
    ///
    /// - Parameter name: of a table, a model, early warning, a signature, a factor, a problem, a condition or
    ///   an element; of several things with one name the first of these kinds.
    /// - Returns: what is possible, in the words of the files; nil where there is no such finding.
    package func values(of name: String) -> [String]? {
        if let table = tables.first(where: { $0.reference.description == name }) {
            return table.possible.map(\.text) + (table.canBeNone ? ["none"] : [])
        }
        if let table = tables.first(where: { "\($0.reference)/alongside" == name }) {
            var outcomes: [String] = []
            for outcome in table.alongside.map(\.alongside.outcome.text) where !outcomes.contains(outcome) {
                outcomes.append(outcome)
            }
            return outcomes.isEmpty ? ["none"] : outcomes
        }
        if let model = models.first(where: { "\($0.framework)/\($0.model.id)" == name }) {
            return [model.status.rawValue]
        }
        if let signatures {
            if name == "\(signatures.framework)/early-warning" {
                return signatures.grades.map(\.rawValue) + (signatures.canBeUntold ? ["unknown"] : [])
            }
            let signature = signatures.signatures.first {
                "\(signatures.framework)/\($0.signature.id)" == name
            }
            if let signature {
                return signature.possible.map(\.rawValue) + (signature.canBeUnknown ? ["unknown"] : [])
            }
        }
        let factor = factors?.groups.flatMap(\.factors).first {
            "\(factors?.framework.text ?? "")/\($0.element.id)" == name
        }
        if let factor { return [factor.state?.rawValue ?? "unknown"] }
        if let problem = problems?.problems.first(where: { $0.reference.description == name }) {
            return [problem.state.rawValue]
        }
        if let condition = conditions.first(where: { $0.reference.description == name }) {
            return condition.grades.isEmpty
                ? condition.possible.map { $0 ? "yes" : "no" } : condition.grades.map(\.rawValue)
        }
        return elements.first { $0.reference.description == name }.map { element in
            switch element.truth {
            case .yes: ["yes"]
            case .no: ["no"]
            case .unknown: ["unknown"]
            }
        }
    }
}
