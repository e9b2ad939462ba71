/// A signature of risk: a pattern that by itself may mean little, and with others that all may not be well.
package struct Signature: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Signature>

    /// The signature's name within its framework.
    package var id: ID
    /// The category that it belongs to.
    package var category: SignatureCategory.ID
    /// The name that the reader sees.
    package var title: String
    /// The risk in a sentence.
    package var risk: String
    /// What it looks like in practice.
    package var looksLike: [Statement]
    /// What helps where it shows.
    package var helps: [Help]
    /// Where the source documents name it.
    package var source: String

    private enum CodingKeys: String, CodingKey {
        case id, category, title, risk, source, helps
        case looksLike = "looks-like"
    }

    /// A signature with all its fields.
    package init(
        id: ID, category: SignatureCategory.ID, title: String, risk: String,
        looksLike: [Statement] = [], helps: [Help] = [], source: String
    ) {
        self.id = id
        self.category = category
        self.title = title
        self.risk = risk
        self.looksLike = looksLike
        self.helps = helps
        self.source = source
    }
}

/// Signatures that share the degree of control that the director has over them.
package struct SignatureCategory: Equatable, Sendable, Codable {
    package typealias ID = Identifier<SignatureCategory>

    /// How far the director can act alone.
    package enum Control: String, Sendable, Codable {
        case least
        case shared
        case most
    }

    /// The category's letter.
    package var id: ID
    /// The category's name in other files.
    package var name: String
    /// The name that the reader sees.
    package var title: String
    /// How far the director can act alone.
    package var control: Control
    /// What the category is about.
    package var means: Statement
    /// Where the source documents name it.
    package var source: String

    /// A category with all its fields.
    package init(
        id: ID, name: String, title: String, control: Control, means: Statement, source: String
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.control = control
        self.means = means
        self.source = source
    }
}

/// The signatures of a framework, with the thresholds that turn warnings into statuses and grades.
package struct SignatureSet: Equatable, Sendable, Codable {
    /// How far the indicators of one signature warn.
    package enum Status: String, Sendable, Codable, CaseIterable {
        /// No indicator warns.
        case clear
        /// At least one warns, and no more than the threshold's share.
        case watch
        /// More than the threshold's share warns.
        case evident
    }

    /// What the evident signatures amount to together.
    package enum Grade: String, Sendable, Codable, CaseIterable {
        /// None is evident.
        case quiet
        /// Some are, fewer than combine.
        case isolated
        /// Enough are, in too few categories to be widespread.
        case combining
        /// Enough are, in enough categories.
        case widespread
    }

    /// Where statuses and grades begin.
    package struct Thresholds: Equatable, Sendable, Codable {
        /// The least number of warning indicators that makes a signature one to watch.
        package var watchFrom: Int
        /// The share of warning indicators, in per cent, above which a signature is evident.
        package var evidentAbovePercent: Int
        /// The least number of evident signatures that combine.
        package var combiningFrom: Int
        /// The least number of categories with evident signatures that is widespread.
        package var widespreadFromCategories: Int

        private enum CodingKeys: String, CodingKey {
            case watchFrom = "watch-from"
            case evidentAbovePercent = "evident-above-percent"
            case combiningFrom = "combining-from"
            case widespreadFromCategories = "widespread-from-categories"
        }

        /// Thresholds with all their fields.
        package init(
            watchFrom: Int, evidentAbovePercent: Int, combiningFrom: Int,
            widespreadFromCategories: Int
        ) {
            self.watchFrom = watchFrom
            self.evidentAbovePercent = evidentAbovePercent
            self.combiningFrom = combiningFrom
            self.widespreadFromCategories = widespreadFromCategories
        }

        /// The status of a signature of which `warning` of `counted` indicators warn.
        ///
        /// - Returns: nil when no indicator is counted: the signature is unknown for good.
        package func status(warning: Int, of counted: Int) -> Status? {
            guard counted > 0 else { return nil }
            if 100 * warning > evidentAbovePercent * counted { return .evident }
            return warning >= watchFrom ? .watch : .clear
        }

        /// The grade of so many evident signatures in so many categories.
        package func grade(evident: Int, categories: Int) -> Grade {
            if evident == 0 { return .quiet }
            if evident < combiningFrom { return .isolated }
            return categories >= widespreadFromCategories ? .widespread : .combining
        }
    }

    /// The words for one status or grade.
    package struct Wording<Value: Codable & Equatable & Sendable>: Equatable, Sendable, Codable {
        /// The status or grade.
        package var id: Value
        /// The name that the reader sees.
        package var title: String
        /// What it means.
        package var means: String
        /// Whether the source gives it.
        package var basis: Basis
        /// Why it is ours, where it is.
        package var reason: String?

        /// The words for one value.
        package init(
            id: Value, title: String, means: String, basis: Basis = .stated, reason: String? = nil
        ) {
            self.id = id
            self.title = title
            self.means = means
            self.basis = basis
            self.reason = reason
        }
    }

    /// Where statuses and grades begin.
    package var thresholds: Thresholds
    /// Whether the source gives the thresholds.
    package var basis: Basis
    /// Why the thresholds are ours, where they are.
    package var reason: String?
    /// The categories, least control first.
    package var categories: [SignatureCategory]
    /// The signatures, in the source's order.
    package var members: [Signature]
    /// The words for each status.
    package var statuses: [Wording<Status>]
    /// The words for each grade.
    package var earlyWarning: [Wording<Grade>]
    /// Why the balance by degree of control matters.
    package var balance: Statement

    private enum CodingKeys: String, CodingKey {
        case thresholds, basis, reason, categories, members, statuses, balance
        case earlyWarning = "early-warning"
    }

    /// A set with all its fields.
    package init(
        thresholds: Thresholds, basis: Basis, reason: String?, categories: [SignatureCategory],
        members: [Signature], statuses: [Wording<Status>], earlyWarning: [Wording<Grade>],
        balance: Statement
    ) {
        self.thresholds = thresholds
        self.basis = basis
        self.reason = reason
        self.categories = categories
        self.members = members
        self.statuses = statuses
        self.earlyWarning = earlyWarning
        self.balance = balance
    }
}
