/// Every combination of what a table's inputs can be, each a number: the digits are the inputs' grades, worst first, and
/// the first input is the lowest digit.
package struct TableCombinations: Sendable {
    /// More combinations than this take longer to go through than anybody waits.
    private static let mostCombinations = 1 << 16
    /// More steps, too: combinations times rules.
    private static let mostSteps = 1 << 22

    /// The table.
    package let table: DecisionTable
    /// What each input can be, worst first.
    package let grades: [[Condition.Grade]]
    /// What a step of each digit adds to the number.
    private let steps: [Int]
    /// For each rule, the digits that it accepts of each input, as bits.
    private let accepted: [[UInt8]]
    /// How many there are.
    package let count: Int
    /// The place of the first rule that matches each combination; nil for one that no rule covers.
    private var first: [Int?] = []

    /// The combinations of a table; nil for one that is too large to go through.
    package init?(_ table: DecisionTable, in framework: Framework) {
        guard table.rules.allSatisfy({ $0.when.count == table.inputs.count }) else { return nil }
        var grades: [[Condition.Grade]] = []
        var steps: [Int] = []
        var count = 1
        for input in table.inputs {
            guard count <= Self.mostCombinations else { return nil }
            // One that is missing is a fault of its own, and holds or does not.
            let values = framework.condition(input)?.grades ?? [.lacking, .inPlace]
            grades.append(values)
            steps.append(count)
            count *= values.count
        }
        guard count <= Self.mostCombinations, count * table.rules.count <= Self.mostSteps else { return nil }
        self.table = table
        self.grades = grades
        self.steps = steps
        self.count = count
        accepted = table.rules.map { rule in
            zip(rule.when, grades).map { cell, grades in
                grades.indices.reduce(0) { $0 | (cell.accepts(grades[$1]) ? 1 << UInt8($1) : 0) }
            }
        }
        first = all.map { combination in table.rules.indices.first { matches(combination, $0) } }
    }

    /// Every combination.
    package var all: Range<Int> { 0..<count }

    /// What each input is in a combination.
    package func values(_ combination: Int) -> [Condition.Grade] {
        grades.indices.map { value(of: $0, in: combination) }
    }

    /// What an input is in a combination.
    package func value(of input: Int, in combination: Int) -> Condition.Grade {
        grades[input][digit(of: input, in: combination)]
    }

    /// The combination in which an input is one grade better; nil where it is the best.
    package func raising(_ input: Int, in combination: Int) -> Int? {
        digit(of: input, in: combination) + 1 < grades[input].count ? combination + steps[input] : nil
    }

    /// What it adds to a combination's number that an input is the grade at a place.
    package func number(of place: Int, of input: Int) -> Int { place * steps[input] }

    private func digit(of input: Int, in combination: Int) -> Int {
        combination / steps[input] % grades[input].count
    }

    /// Whether the rule at a place matches a combination.
    package func matches(_ combination: Int, _ rule: Int) -> Bool {
        accepted[rule].indices.allSatisfy {
            accepted[rule][$0] >> UInt8(digit(of: $0, in: combination)) & 1 == 1
        }
    }

    /// The place of the first rule that matches a combination; nil for one that no rule covers.
    package func firstRule(matching combination: Int) -> Int? {
        first[combination]
    }

    /// The place of the outcome of the first rule that matches, the best first; nil for none.
    package func rank(_ combination: Int) -> Int? {
        firstRule(matching: combination).flatMap { rule in
            table.outcomes.firstIndex { $0.id == table.rules[rule].then }
        }
    }
}
