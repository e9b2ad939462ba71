/// A step that helps, in our own words, with where the source documents speak of it.
package struct Help: Equatable, Sendable, Codable {
    /// Who can take a step.
    package enum Actor: String, Sendable, Codable, CaseIterable {
        case director
        case chiefExecutive = "chief-executive"
        case leaderAndMembers = "leader-and-members"
        case partners
        /// The director together with others.
        case withOthers = "with-others"
    }

    /// The step.
    package var statement: Statement
    /// Who can take it.
    package var who: Actor

    /// A step with who can take it.
    package init(_ statement: Statement, who: Actor) {
        self.statement = statement
        self.who = who
    }
}

/// A place that a source tells of, in two or three sentences of our own.
package struct PlaceStory: Equatable, Sendable, Codable {
    /// The place.
    package var name: String
    /// What is told of it.
    package var statement: Statement

    /// A place with what is told of it.
    package init(name: String, statement: Statement) {
        self.name = name
        self.statement = statement
    }
}

/// Another outcome of a table that goes with the one that a rule gives.
package struct Alongside: Equatable, Sendable, Codable {
    /// The outcome that goes with it.
    package var outcome: Outcome.ID
    /// What must hold besides; nil for nothing.
    package var when: Formula?
    /// Why, in words for the reader.
    package var because: String
    /// Where the source documents say so.
    package var source: String?
    /// Whether they do.
    package var basis: Basis
    /// Why it is ours, where it is.
    package var reason: String?

    /// Another outcome with all its fields.
    package init(
        outcome: Outcome.ID, when: Formula? = nil, because: String, source: String? = nil,
        basis: Basis = .stated,
        reason: String? = nil
    ) {
        self.outcome = outcome
        self.when = when
        self.because = because
        self.source = source
        self.basis = basis
        self.reason = reason
    }
}

/// A sentence that goes with a table's finding where a formula holds for certain.
package struct Remark: Equatable, Sendable, Codable {
    /// When it is made.
    package var when: Formula
    /// The outcomes that it goes with; empty for all.
    package var outcomes: [Outcome.ID]
    /// What it says.
    package var statement: Statement

    /// A remark with all its fields.
    package init(when: Formula, outcomes: [Outcome.ID] = [], _ statement: Statement) {
        self.when = when
        self.outcomes = outcomes
        self.statement = statement
    }
}

/// A part that files compiled before it existed do not have: absent there is none.
protocol LaterPart: Codable {}

extension Help: LaterPart {}
extension PlaceStory: LaterPart {}
extension Alongside: LaterPart {}
extension Remark: LaterPart {}

extension KeyedDecodingContainer {
    func decode<Part: LaterPart>(_ type: [Part].Type, forKey key: Key) throws -> [Part] {
        try decodeIfPresent(type, forKey: key) ?? []
    }
}

extension KeyedEncodingContainer {
    mutating func encode<Part: LaterPart>(_ parts: [Part], forKey key: Key) throws {
        if !parts.isEmpty { try encodeIfPresent(parts, forKey: key) }
    }
}
