/// A published way of reading the answers.
///
/// Findings of a special shape go by the sections that a framework declares (tables, models,
/// signatures), never by its name.
package struct Framework: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Framework>

    /// The document that a framework comes from.
    package struct Document: Equatable, Sendable, Codable {
        /// Its title.
        package var title: String
        /// Who wrote it.
        package var authors: String
        /// When it was published; nil where the document does not say.
        package var year: Int?

        /// A document with all its fields.
        package init(title: String, authors: String, year: Int?) {
            self.title = title
            self.authors = authors
            self.year = year
        }
    }

    /// Something that holds whatever the finding.
    package struct Note: Equatable, Sendable, Codable {
        /// A short heading.
        package var title: String
        /// What holds.
        package var statement: Statement

        /// A note with its heading.
        package init(title: String, statement: Statement) {
            self.title = title
            self.statement = statement
        }
    }

    /// The framework's name, the first half of every reference to it.
    package var id: ID
    /// The version of this file.
    package var version: String
    /// The name that the reader sees.
    package var title: String
    /// Where it comes from; nil for a framework of one's own.
    package var document: Document?
    /// The atomic facts.
    package var elements: [Element]
    /// The formulas over them.
    package var conditions: [Condition]
    /// The decisions built on the conditions.
    package var tables: [DecisionTable]
    /// The models of intervention.
    package var models: [Model]
    /// What is said where the conditions of no model are met; nil for nothing.
    package var modelsNone: Statement?
    /// The signatures of risk; nil where the framework has none.
    package var signatures: SignatureSet?
    /// Factors of success; nil where the framework lists none.
    package var factors: FactorSet?
    /// Problems that can lead to one another; nil where the framework lists none.
    package var problems: ProblemSet?
    /// What holds whatever the finding.
    package var notes: [Note]
    /// The language of its texts; nil where the file does not say, which means English.
    package var language: Language?
    /// The same framework with its texts in other languages, as far as there are any; nil for none.
    package var translations: [Language: Framework]?
    /// The SHA-256 of the YAML that it was read from, in hexadecimal.
    package var sha256: String

    /// A framework with all its fields.
    package init(
        id: ID, version: String, title: String, document: Document? = nil, elements: [Element] = [],
        conditions: [Condition] = [], tables: [DecisionTable] = [], models: [Model] = [],
        modelsNone: Statement? = nil,
        signatures: SignatureSet? = nil, factors: FactorSet? = nil,
        problems: ProblemSet? = nil, notes: [Note] = [], sha256: String = ""
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.document = document
        self.elements = elements
        self.conditions = conditions
        self.tables = tables
        self.models = models
        self.modelsNone = modelsNone
        self.signatures = signatures
        self.factors = factors
        self.problems = problems
        self.notes = notes
        self.sha256 = sha256
    }

    /// The framework with its texts in another language, as far as there are any.
    package func spoken(in language: Language) -> Framework {
        translations?.best(for: language) ?? self
    }

    /// The element of that name; nil where there is none.
    package func element(_ id: Element.ID) -> Element? {
        elements.indices.first { elements[$0].id == id }.map { elements[$0] }
    }

    /// The condition of that name; nil where there is none.
    package func condition(_ id: Condition.ID) -> Condition? {
        conditions.indices.first { conditions[$0].id == id }.map { conditions[$0] }
    }
}
