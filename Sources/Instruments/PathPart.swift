/// One step into an instrument as its file nests it: a key of a map or a position in a list.
///
/// `["areas", 0, "questions", 3, "supports", 0]` is the first reference of the fourth question.
package enum PathPart: Hashable, Sendable {
    /// The value under a key.
    case key(String)
    /// The item at a position, from 0.
    case index(Int)
}

extension PathPart: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) {
        self = .key(value)
    }
}

extension PathPart: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) {
        self = .index(value)
    }
}

extension PathPart: CustomStringConvertible {
    package var description: String {
        switch self {
        case .key(let key): key
        case .index(let index): "\(index)"
        }
    }
}

/// Which instrument a path leads into.
package enum InstrumentName: Hashable, Sendable {
    case questionnaire(Questionnaire.ID)
    case framework(Framework.ID)

    /// The instrument's own name, without its kind.
    package var text: String {
        switch self {
        case .questionnaire(let id): id.text
        case .framework(let id): id.text
        }
    }
}
