// The measures of the plan: how things went, as a table and as lines.

import Languages
import Sessions

extension Pack {
    /// The measures under a heading, with what the table cannot show drawn; empty where there are none, and where the audience
    /// does not see them.
    ///
    /// - Parameter level: the level of the heading.
    /// - Returns: the heading, the table and a line for each measure of two values and more.
    func measureSection(level: Int) -> [Block] {
        guard let measures, !measures.isEmpty else { return [] }
        // The table has two values; what lies between them is said, too.
        let between = measures.filter { $0.values.count > 2 }.map { measure in
            let values = measure.values.map { local("\(measure.amount($0.number)) (\($0.date))") }
            return Block.item(1, local("\(measure.id): \(values.joined(separator: ", "))"))
        }
        return [
            .heading(level, local("Measures")), .table(header: Self.measureHeader, rows: measures.map(\.row)),
        ]
            + between + measures.compactMap(\.chart).map { .chart(.line($0)) }
    }

    private static var measureHeader: [String] {
        [
            local("No."), local("What is counted"), local("First value"), local("Last value"),
            local("Change"), local("Compared with"),
        ]
    }
}

extension MeasureText {
    /// The cells of its line in a table.
    fileprivate var row: [String] {
        [
            id, title, cell(values.first), cell(values.last),
            changeDescription ?? local("not known yet"),
            comparator.map { "\($0.name): \(amount($0.number))" }
                ?? local("nothing"),
        ]
    }

    /// The values as a line; nil where there are not two.
    fileprivate var chart: LineChart? {
        guard values.count > 1 else { return nil }
        return LineChart(
            title: "\(id). \(unit.map { local("\(name), in \($0)") } ?? name)",
            points: values.compactMap { value in
                CalendarDate(value.day).map {
                    LineChart.Point(
                        day: $0.daysSince1970, label: value.date, number: value.number,
                        words: amount(value.number))
                }
            },
            level: comparator.map {
                LineChart.Level(number: $0.number, words: "\($0.name): \(amount($0.number))")
            })
    }
}
