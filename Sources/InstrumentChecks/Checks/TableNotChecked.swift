import Instruments

/// Says so when a table is too large for the checks that go through every combination of its inputs.
struct TableNotChecked: Check {
    let codes: [Diagnostic.Code] = [.tableNotChecked]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.tables.filter { TableCombinations($0) == nil }.map {
            $0.diagnostic(
                .tableNotChecked(inputs: $0.table.inputs.count, rules: $0.table.rules.count))
        }
    }
}

extension Diagnostic.Code {
    static let tableNotChecked = Self(warning: "table-not-checked")
}

extension Diagnostic.Content {
    static func tableNotChecked(inputs: Int, rules: Int) -> Self {
        Self(
            .tableNotChecked,
            "the table is too large to be checked: it has \(inputs) inputs and \(rules) rules",
            hint: "split the table")
    }
}
