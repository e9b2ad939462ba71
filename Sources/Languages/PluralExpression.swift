/// An expression over a number `n`, in the part of C that gettext's rules for plurals are written in.
indirect enum PluralExpression: Sendable {
    case number
    case constant(Int)
    case operation(Operator, PluralExpression, PluralExpression)
    case choice(PluralExpression, then: PluralExpression, otherwise: PluralExpression)

    enum Operator: String, Sendable, CaseIterable {
        case or = "||"
        case and = "&&"
        case equal = "=="
        case unequal = "!="
        case atMost = "<="
        case atLeast = ">="
        case below = "<"
        case above = ">"
        case remainder = "%"

        /// How tightly it binds; the lowest is 0.
        var level: Int {
            switch self {
            case .or: 0
            case .and: 1
            case .equal, .unequal: 2
            case .atMost, .atLeast, .below, .above: 3
            case .remainder: 4
            }
        }
    }

    /// Reads an expression without white space; nil where it is none, or too long or deep.
    init?(_ text: String) {
        var parser = PluralParser(text)
        guard let expression = parser.whole() else { return nil }
        self = expression
    }

    /// What it comes to, 1 and 0 standing for yes and no; nil where it divides by zero.
    func value(for number: Int) -> Int? {
        switch self {
        case .number: number
        case .constant(let value): value
        case .choice(let condition, let then, let otherwise):
            condition.value(for: number).flatMap { ($0 != 0 ? then : otherwise).value(for: number) }
        case .operation(.and, let left, let right):
            left.value(for: number).flatMap { $0 == 0 ? 0 : right.truth(for: number) }
        case .operation(.or, let left, let right):
            left.value(for: number).flatMap { $0 != 0 ? 1 : right.truth(for: number) }
        case .operation(let operation, let left, let right):
            left.value(for: number).flatMap { left in
                right.value(for: number).flatMap { operation.applied(to: left, $0) }
            }
        }
    }

    private func truth(for number: Int) -> Int? {
        value(for: number).map { $0 != 0 ? 1 : 0 }
    }
}

extension PluralExpression.Operator {
    fileprivate func applied(to left: Int, _ right: Int) -> Int? {
        func number(_ truth: Bool) -> Int { truth ? 1 : 0 }
        return switch self {
        case .or: number(left != 0 || right != 0)
        case .and: number(left != 0 && right != 0)
        case .equal: number(left == right)
        case .unequal: number(left != right)
        case .atMost: number(left <= right)
        case .atLeast: number(left >= right)
        case .below: number(left < right)
        case .above: number(left > right)
        case .remainder: right == 0 ? nil : left % right
        }
    }
}
