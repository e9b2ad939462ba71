/// Reads an expression for plurals; it takes no longer and no deeper ones than any language needs.
struct PluralParser {
    private static let longest = 1_000
    private static let deepest = 40

    private var rest: Substring
    private var depth = 0
    private let isShort: Bool

    init(_ text: String) {
        isShort = text.utf8.count <= Self.longest
        rest = text[...]
    }

    /// All of the text as one expression; nil where something is left over.
    mutating func whole() -> PluralExpression? {
        guard isShort, let expression = choice(), rest.isEmpty else { return nil }
        return expression
    }

    /// `a ? b : c`, or what binds more tightly.
    private mutating func choice() -> PluralExpression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest, let condition = operation(0) else { return nil }
        guard take("?") else { return condition }
        guard let then = choice(), take(":"), let otherwise = choice() else { return nil }
        return .choice(condition, then: then, otherwise: otherwise)
    }

    /// Operators of one level, from left to right, between what binds more tightly.
    private mutating func operation(_ level: Int) -> PluralExpression? {
        let operators = PluralExpression.Operator.allCases.filter { $0.level == level }
        guard !operators.isEmpty else { return term() }
        guard var left = operation(level + 1) else { return nil }
        while let found = operators.first(where: { rest.hasPrefix($0.rawValue) }) {
            rest = rest.dropFirst(found.rawValue.count)
            guard let right = operation(level + 1) else { return nil }
            left = .operation(found, left, right)
        }
        return left
    }

    private mutating func term() -> PluralExpression? {
        if take("n") { return .number }
        if take("(") {
            guard let inner = choice(), take(")") else { return nil }
            return inner
        }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        // More digits than any rule has could not be calculated with.
        guard digits.count <= 9, let value = Int(digits) else { return nil }
        rest = rest[digits.endIndex...]
        return .constant(value)
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard rest.first == sign else { return false }
        rest.removeFirst()
        return true
    }
}
