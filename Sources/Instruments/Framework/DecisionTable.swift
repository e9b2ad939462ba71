/// Conditions in, outcome out: the rows of a published decision, in order.
package struct DecisionTable: Equatable, Sendable, Codable {
    package typealias ID = Identifier<DecisionTable>

    /// Which rules count when several match.
    package enum HitPolicy: String, Sendable, Codable {
        /// Exactly one rule may match.
        case unique
        /// The first that matches.
        case first
        /// All that match.
        case collect
    }

    /// What a report shows this table as.
    package enum Role: String, Sendable, Codable {
        /// The headline: the tier of support.
        case tier
    }

    /// What a report calls the outcomes.
    package struct Naming: Equatable, Sendable, Codable {
        /// One of them, such as `tier`.
        package var one: String
        /// Several of them, such as `tiers`.
        package var several: String
        /// What to say where no answers that can be raised reach a better one; nil for a plain sentence.
        package var outOfReach: String?

        private enum CodingKeys: String, CodingKey {
            case one, several
            case outOfReach = "out-of-reach"
        }

        /// Names for the outcomes of a table.
        package init(one: String, several: String, outOfReach: String? = nil) {
            self.one = one
            self.several = several
            self.outOfReach = outOfReach
        }
    }

    /// What a rule asks of one input.
    package enum Cell: Hashable, Sendable {
        /// That it holds, or is in place.
        case yes
        /// That it does not.
        case no
        /// Nothing.
        case any
        /// That it has one of some grades.
        case grades([Condition.Grade])

        /// Whether a grade is what is asked.
        package func accepts(_ grade: Condition.Grade) -> Bool {
            switch self {
            case .any: true
            case .yes: grade == .inPlace
            case .no: grade != .inPlace
            case .grades(let grades): grades.contains(grade)
            }
        }
    }

    /// One row.
    package struct Rule: Equatable, Sendable, Codable {
        package typealias ID = Identifier<Rule>

        /// The rule's name within its table; nil for one that goes by its number.
        package var id: ID?
        /// What it asks of each input, in the order of the table's inputs.
        package var when: [Cell]
        /// The outcome that it gives.
        package var then: Outcome.ID
        /// Whether the source states it.
        package var basis: Basis
        /// Where the source states it.
        package var source: String?
        /// Why it is ours, where it is, and what the source does say.
        package var reason: String?
        /// A sentence for the reader: why this row leads where it does.
        package var says: String?
        /// What to be careful of when this row gives the outcome.
        package var cautions: [Caution]
        /// The outcomes that go with the one that this row gives.
        package var alongside: [Alongside]

        /// A rule with all its fields.
        package init(
            id: ID? = nil, when: [Cell], then: Outcome.ID, basis: Basis, source: String? = nil,
            reason: String? = nil, says: String? = nil, cautions: [Caution] = [],
            alongside: [Alongside] = []
        ) {
            self.id = id
            self.when = when
            self.then = then
            self.basis = basis
            self.source = source
            self.reason = reason
            self.says = says
            self.cautions = cautions
            self.alongside = alongside
        }
    }

    /// The table's name within its framework.
    package var id: ID
    /// A short noun phrase for reports.
    package var title: String
    /// What a report shows it as; nil for a table without a place of its own.
    package var role: Role?
    /// What a report calls the outcomes; nil for results.
    package var called: Naming?
    /// Which rules count when several match.
    package var hitPolicy: HitPolicy
    /// Whether the outcomes are in rank order, best first.
    package var ranked: Bool
    /// The conditions looked at.
    package var inputs: [Condition.ID]
    /// The rows; a rule's full name is `framework/table#name`, or `framework/table#N`, N from 1, for one without a name.
    package var rules: [Rule]
    /// What the table can give.
    package var outcomes: [Outcome]
    /// What is said with the finding where something is so.
    package var remarks: [Remark]

    private enum CodingKeys: String, CodingKey {
        case id, title, role, called, ranked, inputs, rules, outcomes, remarks
        case hitPolicy = "hit-policy"
    }

    /// A table with all its fields.
    package init(
        id: ID, title: String, role: Role? = nil, called: Naming? = nil, hitPolicy: HitPolicy, ranked: Bool,
        inputs: [Condition.ID], rules: [Rule], outcomes: [Outcome], remarks: [Remark] = []
    ) {
        self.id = id
        self.title = title
        self.role = role
        self.called = called
        self.hitPolicy = hitPolicy
        self.ranked = ranked
        self.inputs = inputs
        self.rules = rules
        self.outcomes = outcomes
        self.remarks = remarks
    }

    /// What a report calls the outcomes.
    package var naming: Naming { called ?? Naming(one: "result", several: "results") }

    /// The outcome of that name; nil where the table has none.
    package func outcome(_ id: Outcome.ID) -> Outcome? {
        outcomes.first { $0.id == id }
    }

    /// The full name of the rule at a place, counted from 1: `framework/table#name`, or `framework/table#N`.
    package func id(ofRule number: Int, in framework: Framework.ID) -> String {
        let name = rules.indices.contains(number - 1) ? rules[number - 1].id?.text : nil
        return "\(framework)/\(id)#\(name ?? String(number))"
    }
}

extension DecisionTable.Cell: Codable {
    private enum Word: String, Codable {
        case yes
        case no
        case any
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let grades = try? container.decode([Condition.Grade].self) {
            self = .grades(grades)
            return
        }
        switch try container.decode(Word.self) {
        case .yes: self = .yes
        case .no: self = .no
        case .any: self = .any
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .yes: try container.encode(Word.yes)
        case .no: try container.encode(Word.no)
        case .any: try container.encode(Word.any)
        case .grades(let grades): try container.encode(grades)
        }
    }
}
