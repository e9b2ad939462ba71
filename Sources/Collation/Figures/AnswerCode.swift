package import Instruments
package import Sessions

/// How one question stands, as a small number.
package struct AnswerCode: Hashable, Sendable {
    /// The number, as files and other readers of journals have it.
    package let rawValue: UInt8

    /// A code by its number.
    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The question is not asked: because of the other answers, or since it is not for a room.
    package static let notAsked = AnswerCode(rawValue: 0)
    /// It is asked and has no answer.
    package static let unanswered = AnswerCode(rawValue: 1)
    /// Don't know.
    package static let dontKnow = AnswerCode(rawValue: 2)
    /// Not applicable.
    package static let notApplicable = AnswerCode(rawValue: 3)
    /// An answer that is no level, yes, no or single option; its words stay in the session.
    package static let otherwise = AnswerCode(rawValue: 4)
    /// No.
    package static let no = AnswerCode(rawValue: 5)
    /// Yes.
    package static let yes = AnswerCode(rawValue: 6)

    /// The code of a level, counted from 1; nil for one that no scale has.
    package init?(level: Int) {
        guard (1...200).contains(level) else { return nil }
        rawValue = UInt8(Self.firstPlace + level - 1)
    }

    /// The code of an option, by its place in the question; nil for a place that is too far down.
    package init?(option: Int) {
        guard (0..<200).contains(option) else { return nil }
        rawValue = UInt8(Self.firstPlace + option)
    }

    /// How a question that is asked stands.
    ///
    /// - Parameters:
    ///   - response: its answer; nil for none.
    ///   - question: the question.
    package init(_ response: Response?, to question: Question) {
        switch response {
        case nil: self = .unanswered
        case .dontKnow: self = .dontKnow
        case .notApplicable: self = .notApplicable
        case .given(.rating(let level)): self = AnswerCode(level: level) ?? .otherwise
        case .given(.yesNo(let answer)): self = answer ? .yes : .no
        case .given(.choice(let id)):
            let place = question.kind.options.firstIndex { $0.id == id }
            self = place.flatMap { AnswerCode(option: $0) } ?? .otherwise
        case .given(.choices), .given(.number), .given(.date), .given(.text): self = .otherwise
        }
    }

    /// The level, counted from 1, or the place of the option plus one; nil for every other answer.
    package var place: Int? {
        rawValue >= Self.firstPlace ? Int(rawValue) - Self.firstPlace + 1 : nil
    }

    private static let firstPlace = 8
}
