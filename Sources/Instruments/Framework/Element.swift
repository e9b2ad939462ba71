/// One atomic fact of a framework: true, false or not known.
package struct Element: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Element>

    /// The fact's name within its framework.
    package var id: ID
    /// A short name for maps and lists, such as `Posts vacant`; nil where the statement has to do.
    package var title: String?
    /// The fact as a sentence that is true when the element is.
    package var statement: String
    /// Where the source documents speak of it.
    package var source: String
    /// Whether leaders can change it; a circumstance such as size is not proposed for change.
    package var changeable: Bool
    /// Whether it speaks of what could be brought in, and not of what is there: a condition that holds by such elements
    /// alone is met by its alternative, and is no strength.
    package var isAlternative: Bool
    /// The share of its questions that must be met for it to be true; nil for all of them.
    package var share: Share?
    /// What helps where it is not true.
    package var helps: [Help]
    /// Whether the source names it, or it is ours.
    package var basis: Basis
    /// Why it is ours, where it is.
    package var reason: String?

    /// The statement without its full stop, so that it can stand within a sentence.
    package var sentence: String {
        statement.hasSuffix(".") ? String(statement.dropLast()) : statement
    }

    /// The short name, or the sentence where there is none.
    package var name: String { title ?? sentence }

    /// An element with all its fields.
    package init(
        id: ID, title: String? = nil, statement: String, source: String, changeable: Bool = true,
        isAlternative: Bool = false, share: Share? = nil, helps: [Help] = [], basis: Basis = .stated,
        reason: String? = nil
    ) {
        self.id = id
        self.title = title
        self.statement = statement
        self.source = source
        self.changeable = changeable
        self.isAlternative = isAlternative
        self.share = share
        self.helps = helps
        self.basis = basis
        self.reason = reason
    }
}

extension Element {
    private enum CodingKeys: String, CodingKey {
        case id, title, statement, source, changeable, basis, reason, helps
        case share = "question-share"
        case isAlternative = "alternative"
    }

    /// Reads an element; instruments that a session kept before elements could be alternatives do not say it.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(ID.self, forKey: .id),
            title: try container.decodeIfPresent(String.self, forKey: .title),
            statement: try container.decode(String.self, forKey: .statement),
            source: try container.decode(String.self, forKey: .source),
            changeable: try container.decode(Bool.self, forKey: .changeable),
            isAlternative: try container.decodeIfPresent(Bool.self, forKey: .isAlternative) ?? false,
            share: try container.decodeIfPresent(Share.self, forKey: .share),
            helps: try container.decode([Help].self, forKey: .helps),
            basis: try container.decode(Basis.self, forKey: .basis),
            reason: try container.decodeIfPresent(String.self, forKey: .reason))
    }
}
