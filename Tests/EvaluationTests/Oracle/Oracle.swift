import Instruments

/// What all completions of a case give, found by trying every one.
struct Oracle {
    /// What was seen of a yes or no.
    struct Seen: OptionSet, Hashable {
        let rawValue: UInt8
        static let yes = Seen(rawValue: 1)
        static let no = Seen(rawValue: 2)
        static let gone = Seen(rawValue: 4)

        /// What one completion shows; nil for gone.
        static func of(_ value: Bool?) -> Seen {
            value.map { $0 ? .yes : .no } ?? .gone
        }
    }

    /// What was seen of a table.
    struct TableSeen {
        var outcomes: Set<Outcome.ID> = []
        var rules: Set<Int> = []
        var none = false
        /// In how many completions each of what goes along does, by its words, and each remark is made.
        var alongside: [String: Int] = [:]
        var remarks: [Int]
    }

    /// What was seen of a signature.
    struct SignatureSeen {
        var statuses: Set<SignatureSet.Status> = []
        var unknown = false
    }

    let plain: PlainCase
    /// How many completions there are.
    let count: Int
    private(set) var elements: [Seen]
    private(set) var conditions: [Seen]
    /// For each condition, the grades seen; empty for one without a grading.
    private(set) var conditionGrades: [Set<Condition.Grade>]
    private(set) var tables: [TableSeen]
    private(set) var models: [Seen]
    private(set) var signatures: [SignatureSeen]
    private(set) var grades: Set<SignatureSet.Grade> = []
    /// Whether some completion leaves no indicator of any signature.
    private(set) var isUntold = false
    /// For each completion, first digit fastest, the headline's outcomes; empty where there is no headline.
    private(set) var headlines: [Set<Outcome.ID>] = []
    /// What is tried: the open items, then the elements left free, each with how many values it takes.
    let digits: [Digit]

    /// One thing that takes several values.
    struct Digit {
        enum Kind { case item(Int), element(Int) }
        var kind: Kind
        var values: Int
    }

    /// Tries every completion; nil where there are too many.
    ///
    /// - Parameters:
    ///   - plain: the case.
    ///   - limit: the most completions to try.
    init?(_ plain: PlainCase, limit: Int) {
        let items = Self.openItems(plain)
        guard Self.count(items, upTo: limit) != nil else { return nil }
        let digits = items + Self.freeElements(plain, items)
        guard let count = Self.count(digits, upTo: limit) else { return nil }
        self.plain = plain
        self.count = count
        self.digits = digits
        // An element that no question measures takes both values, whether some condition asks for it or not.
        elements = plain.elements.map { $0.witnesses.isEmpty ? [.yes, .no] : [] }
        conditions = plain.conditions.map { _ in [] }
        conditionGrades = plain.conditions.map { _ in [] }
        tables = plain.tables.map {
            TableSeen(remarks: $0.remarks.map { _ in 0 })
        }
        models = plain.models.map { _ in [] }
        signatures = plain.signatures.map { _ in SignatureSeen() }
        Self.forEach(digits, of: plain) { take($0) }
    }

    private mutating func take(_ completion: Completion) {
        for number in elements.indices {
            elements[number].insert(.of(completion.elements[number]))
        }
        let holds = plain.conditions.map { completion.holds($0) }
        for number in conditions.indices {
            conditions[number].insert(.of(holds[number]))
            // Here `gone` says that some completion leaves something, so that its absence is `isGone`.
            if !completion.isGone(plain.conditions[number]) { conditions[number].insert(.gone) }
            if let graded = plain.conditions[number].graded {
                conditionGrades[number].insert(completion.grade(graded))
            }
        }
        let grades = plain.conditions.map { completion.grade(of: $0) }
        var headline: Set<Outcome.ID>?
        for (number, table) in plain.tables.enumerated() {
            let rules = completion.rules(of: table.table, inputs: table.inputs.map { grades[$0] })
            let outcomes = Set(rules.map { table.table.rules[$0].then })
            tables[number].rules.formUnion(rules)
            tables[number].outcomes.formUnion(outcomes)
            if rules.isEmpty { tables[number].none = true }
            let alongside = rules.flatMap { rule in
                zip(table.table.rules[rule].alongside, table.alongside[rule])
                    .filter { $1.map { completion.holds($0) } ?? true }.map(\.0.because)
            }
            for words in Set(alongside) { tables[number].alongside[words, default: 0] += 1 }
            for (place, when) in table.remarks.enumerated() {
                let wanted = table.table.remarks[place].outcomes
                if completion.holds(when), wanted.isEmpty || !outcomes.isDisjoint(with: wanted) {
                    tables[number].remarks[place] += 1
                }
            }
            if table.table.role == .tier, headline == nil { headline = outcomes }
        }
        if let headline { headlines.append(headline) }
        for (number, model) in plain.models.enumerated() {
            models[number].insert(.of(model.needs.allSatisfy { holds[$0] }))
        }
        guard let thresholds = plain.thresholds else { return }
        let statuses = plain.signatures.map { completion.status(of: $0, thresholds) }
        for (number, status) in statuses.enumerated() {
            if let status {
                signatures[number].statuses.insert(status)
            } else {
                signatures[number].unknown = true
            }
        }
        // Where nothing is known of any signature, nothing is of all of them.
        if statuses.allSatisfy({ $0 == nil }), !statuses.isEmpty {
            isUntold = true
        } else {
            self.grades.insert(completion.grade(statuses, thresholds))
        }
    }

    /// For each item, the share of completions of all others in which its answer decides the headline.
    ///
    /// Items that never decide it are left out.
    var shares: [Question.ID: Double] {
        var shares: [Question.ID: Double] = [:]
        var stride = 1
        for digit in digits {
            defer { stride *= digit.values }
            guard case .item(let item) = digit.kind, !headlines.isEmpty else { continue }
            var decided = 0
            for start in 0..<count where start / stride % digit.values == 0 {
                let decides = (1..<digit.values).contains { value in
                    headlines[start + value * stride] != headlines[start]
                }
                if decides { decided += 1 }
            }
            guard decided > 0 else { continue }
            shares[plain.items[item].id] = Double(decided) / Double(count / digit.values)
        }
        return shares
    }

    private static func openItems(_ plain: PlainCase) -> [Digit] {
        plain.items.indices.filter { plain.items[$0].isOpen }.map {
            Digit(kind: .item($0), values: plain.items[$0].answers.count)
        }
    }

    /// The elements whose free truth some condition falls back on in some completion.
    private static func freeElements(_ plain: PlainCase, _ items: [Digit]) -> [Digit] {
        var needed: Set<Int> = []
        let unmeasured = plain.elements.indices.filter { plain.elements[$0].witnesses.isEmpty }
        for condition in plain.conditions {
            needed.formUnion(condition.formula.elements.intersection(unmeasured))
        }
        let said = plain.tables.flatMap { $0.alongside.flatMap(\.self).compactMap(\.self) + $0.remarks }
        for formula in said { needed.formUnion(formula.elements.intersection(unmeasured)) }
        for graded in plain.graded {
            needed.formUnion(Set(graded.elements).intersection(unmeasured))
            for formula in [graded.needs, graded.lackingToo].compactMap(\.self) {
                needed.formUnion(formula.elements.intersection(unmeasured))
            }
        }
        let canGo = plain.elements.contains { element in
            !element.witnesses.isEmpty
                && element.witnesses.allSatisfy {
                    !plain.items[$0.item].isApplicable || plain.items[$0.item].ask != nil
                }
        }
        let formulas =
            plain.conditions.map(\.formula) + said
            + plain.graded.flatMap { [$0.needs, $0.lackingToo].compactMap(\.self) }
        let looksAtProblems = formulas.contains {
            $0.freeParts.contains { $0 >= plain.elements.count }
        }
        for framework in Set(formulas.flatMap(\.linking)) {
            if let number = plain.unrecorded[framework] { needed.insert(number) }
        }
        if canGo || looksAtProblems {
            forEach(items, of: plain) { completion in
                for condition in plain.conditions where completion.isGone(condition) {
                    needed.formUnion(condition.formula.freeParts)
                }
                for formula in said where completion.isGone(formula) { needed.formUnion(formula.freeParts) }
                for number in plain.graded.indices where completion.isLost(number) {
                    needed.formUnion([plain.graded[number].free.inPlace, plain.graded[number].free.lacking])
                }
            }
        }
        return needed.sorted().map { Digit(kind: .element($0), values: 2) }
    }

    private static func count(_ digits: [Digit], upTo limit: Int) -> Int? {
        var count = 1
        for digit in digits {
            count *= digit.values
            if count > limit { return nil }
        }
        return count
    }

    /// Goes through all values of the digits like a counter, the first digit fastest.
    private static func forEach(
        _ digits: [Digit], of plain: PlainCase, _ body: (Completion) -> Void
    ) {
        var values = [Int](repeating: 0, count: digits.count)
        var answers = [Int](repeating: 0, count: plain.items.count)
        var free = [Bool](repeating: false, count: plain.freeCount)
        while true {
            body(Completion(plain, answers: answers, free: free))
            var place = 0
            while place < digits.count {
                values[place] = (values[place] + 1) % digits[place].values
                switch digits[place].kind {
                case .item(let item): answers[item] = values[place]
                case .element(let element): free[element] = values[place] == 1
                }
                if values[place] != 0 { break }
                place += 1
            }
            if place == digits.count { return }
        }
    }
}
