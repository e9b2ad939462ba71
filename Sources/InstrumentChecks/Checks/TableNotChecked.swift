import Instruments

/// Says so when a table is too large for the checks that go through every combination of its inputs.
struct TableNotChecked: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.tables.filter { TableCombinations($0) == nil }.map {
            $0.finding(
                .tableNotChecked(inputs: $0.table.inputs.count, rules: $0.table.rules.count))
        }
    }
}
