/// Which form of a phrase a language takes for which number: gettext's `Plural-Forms`.
struct PluralRule: Sendable {
    /// How many forms there are.
    let count: Int
    private let expression: PluralExpression

    /// The most forms that a rule may have.
    private static let mostForms = 10
    /// The numbers for which a rule is tried before it is taken.
    private static let tried = 0...1_000

    /// Reads `nplurals=2; plural=(n != 1);`; nil where it says something else, or gives a form that there
    /// is none of.
    init?(_ text: String) {
        let fields = text.split(separator: ";", omittingEmptySubsequences: false)
            .map { $0.filter { !$0.isWhitespace } }
        guard fields.count >= 2, fields.dropFirst(2).allSatisfy(\.isEmpty),
            fields[0].hasPrefix("nplurals="), fields[1].hasPrefix("plural="),
            let count = Int(fields[0].dropFirst("nplurals=".count)), (1...Self.mostForms).contains(count),
            let expression = PluralExpression(String(fields[1].dropFirst("plural=".count)))
        else { return nil }
        let forms = Self.tried.map { expression.value(for: $0) }
        guard forms.allSatisfy({ $0.map { (0..<count).contains($0) } == true }) else { return nil }
        self.count = count
        self.expression = expression
    }

    /// The form for a number, from 0; the last one where the rule gives none that there is.
    func form(of number: Int) -> Int {
        guard let form = expression.value(for: abs(number)), (0..<count).contains(form) else {
            return count - 1
        }
        return form
    }

    /// Whether a form is for a single number, so that it need not name the number.
    func isForOneNumber(_ form: Int) -> Bool {
        Self.tried.count { self.form(of: $0) == form } == 1
    }
}
