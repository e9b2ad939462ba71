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
    package enum Cell: String, Sendable, Codable {
        case yes
        case no
        case any
    }

    /// One row.
    package struct Rule: Equatable, Sendable, Codable {
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

        /// A rule with all its fields.
        package init(
            when: [Cell], then: Outcome.ID, basis: Basis, source: String? = nil,
            reason: String? = nil, says: String? = nil, cautions: [Caution] = []
        ) {
            self.when = when
            self.then = then
            self.basis = basis
            self.source = source
            self.reason = reason
            self.says = says
            self.cautions = cautions
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
    /// The rows; a rule's id is `framework/table#N`, N from 1.
    package var rules: [Rule]
    /// What the table can give.
    package var outcomes: [Outcome]

    private enum CodingKeys: String, CodingKey {
        case id, title, role, called, ranked, inputs, rules, outcomes
        case hitPolicy = "hit-policy"
    }

    /// A table with all its fields.
    package init(
        id: ID, title: String, role: Role? = nil, called: Naming? = nil, hitPolicy: HitPolicy, ranked: Bool,
        inputs: [Condition.ID], rules: [Rule], outcomes: [Outcome]
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
    }

    /// What a report calls the outcomes.
    package var naming: Naming { called ?? Naming(one: "result", several: "results") }

    /// The outcome of that name; nil where the table has none.
    package func outcome(_ id: Outcome.ID) -> Outcome? {
        outcomes.first { $0.id == id }
    }

    /// A rule's full name: `framework/table#N`.
    package func id(ofRule number: Int, in framework: Framework.ID) -> String {
        "\(framework)/\(id)#\(number)"
    }
}
