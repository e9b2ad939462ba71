package import Instruments

/// Where in a session words of somebody's own stand; those of one place are taken out together.
package enum WordsPlace: Hashable, Sendable {
    /// All that was written on a question, by whomever.
    case question(Question.ID)
    /// What was noted of a link between two problems.
    case link(from: Reference<Element>, to: Reference<Element>)
    /// What was noted of every link.
    case links
    /// What is numbered in the order in which it was said, from 1; nil for all of its kind.
    case numbered(Kind, Int?)

    /// What is numbered.
    package enum Kind: String, CaseIterable, Sendable {
        /// What the session was ever called.
        case title
        /// The authorities that it was ever said to be about.
        case authority
        /// What reviewers were asked to test.
        case ask
        /// The roles in which it was signed off.
        case signOff = "sign-off"
        /// Why it was opened again.
        case reopening
        /// What a measure of the plan is called and counted in, where its figures are from, and what they are compared with;
        /// by the number in its name.
        case measure
        /// What a reviewer wrote, the role included.
        case review
    }

    /// Whether words of another place are among those of this one.
    package func covers(_ other: WordsPlace) -> Bool {
        switch (self, other) {
        case (.links, .link): true
        case (.numbered(let kind, nil), .numbered(let another, _)): kind == another
        default: self == other
        }
    }

    /// The place, or all places of its kind where they are numbered, since two sessions number them apart.
    package var allOfItsKind: WordsPlace {
        if case .numbered(let kind, _) = self { .numbered(kind, nil) } else { self }
    }

    /// Whether names of the authority stand there.
    var isAuthority: Bool { if case .numbered(.authority, _) = self { true } else { false } }
}

extension WordsPlace: CustomStringConvertible {
    /// The place as a journal and a command line name it: `title`, `ask 2`, `link f/a leads-to f/b`.
    package var description: String {
        switch self {
        case .question(let id): "question \(id)"
        case .link(let from, let to): "link \(from) leads-to \(to)"
        case .links: "link"
        case .numbered(let kind, let number): kind.rawValue + (number.map { " \($0)" } ?? "")
        }
    }

    /// The place of a description; nil where it is none.
    package init?(_ description: String) {
        let words = description.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch (words.first ?? "", words.count) {
        case ("question", 2): self = .question(Question.ID(words[1]))
        case ("link", 1): self = .links
        case ("link", 4):
            guard words[2] == "leads-to", let from = Reference<Element>(words[1]),
                let to = Reference<Element>(words[3])
            else { return nil }
            self = .link(from: from, to: to)
        case (let name, 1):
            guard let kind = Kind(rawValue: name) else { return nil }
            self = .numbered(kind, nil)
        case (let name, 2):
            guard let kind = Kind(rawValue: name), let number = Int(words[1]), number >= 1 else { return nil }
            self = .numbered(kind, number)
        default: return nil
        }
    }
}
