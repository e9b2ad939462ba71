/// Strong Kleene truth: what a statement is worth when some facts behind it are not known.
package enum Truth: String, Sendable, Codable {
    case no = "false"
    case unknown
    case yes = "true"

    /// The truth of a known fact.
    package init(_ fact: Bool) {
        self = fact ? .yes : .no
    }

    /// False when one side is false, true when both are true, else unknown.
    package static func && (left: Truth, right: Truth) -> Truth {
        if left == .no || right == .no { return .no }
        return left == .yes && right == .yes ? .yes : .unknown
    }

    /// True when one side is true, false when both are false, else unknown.
    package static func || (left: Truth, right: Truth) -> Truth {
        !(!left && !right)
    }

    /// Swaps true and false; what is unknown stays so.
    package static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .no: .yes
        case .unknown: .unknown
        case .yes: .no
        }
    }
}
