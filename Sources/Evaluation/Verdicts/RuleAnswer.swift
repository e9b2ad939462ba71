import Instruments
import Sessions

/// An answer in eight bytes and one: all that rules can ask of it.
package struct RuleAnswer: Hashable, Sendable {
    /// How the question stands.
    package enum Standing: UInt8, Sendable {
        /// Unanswered, or answered with don't know.
        case open
        /// Not applicable.
        case removed
        case given
    }

    /// How the question stands.
    package var standing: Standing
    /// What was chosen, a bit each: a level (the first is the lowest bit), yes (1) or no (2), the options chosen, or
    /// one of the values that an `ask-when` looks for. None where nothing was given, and for a value nobody looks for.
    package var bits: UInt64

    /// No ordinary answer.
    package static let open = RuleAnswer(standing: .open, bits: 0)
    /// Not applicable.
    package static let removed = RuleAnswer(standing: .removed, bits: 0)
    /// An ordinary answer.
    package static func given(_ bits: UInt64) -> RuleAnswer { RuleAnswer(standing: .given, bits: bits) }
}

/// How the answers to one question are coded.
struct AnswerCoding: Sendable {
    private let kind: AnswerKind.Name
    private let options: [AnswerKind.Option.ID]
    /// Of numbers, dates and texts, those that an `ask-when` looks for.
    private let named: [PlainValue]
    /// What an answer can be, as far as rules tell it apart; nil where that is too much to list.
    private(set) var classes: [UInt64]?

    /// The coding of a question; nil where its answers do not fit into 64 bits.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - asked: for each `ask-when` that looks at the question, the values that it looks for.
    init?(_ question: Question, lookedForBy asked: [[PlainValue]]) {
        kind = question.kind.name
        options = question.kind.options.map(\.id)
        switch question.kind {
        case .rating(let rating): guard rating.scale.levels.count <= 64 else { return nil }
        case .yesNo: break
        case .choice, .choices: guard options.count <= 64 else { return nil }
        case .number, .date, .text: break
        }
        var seen: Set<PlainValue> = []
        switch question.kind {
        case .number, .date, .text: named = asked.joined().filter { seen.insert($0).inserted }
        case .rating, .yesNo, .choice, .choices: named = []
        }
        guard named.count <= 64 else { return nil }
        classes = AnswerDomain(question, lookedForBy: asked)?.classes.map { answers in
            answers.example.map(bits) ?? 0
        }
    }

    /// The code of a response.
    func code(_ response: Response?) -> RuleAnswer {
        switch response {
        case nil, .dontKnow: .open
        case .notApplicable: .removed
        case .given(let value): .given(bits(value))
        }
    }

    /// The bits of an ordinary answer.
    func bits(_ value: AnswerValue) -> UInt64 {
        switch value {
        case .rating(let level): (1...64).contains(level) ? 1 << (level - 1) : 0
        case .yesNo(let isYes): isYes ? 1 : 2
        case .choice(let id): bit(of: id)
        case .choices(let ids): ids.reduce(0) { $0 | bit(of: $1) }
        case .number, .date, .text: mask(of: value)
        }
    }

    /// The bits of which an answer has one where it matches one of the values.
    func mask(matching values: [PlainValue]) -> UInt64 {
        switch kind {
        case .rating:
            return (1...64).reduce(0) { mask, level in
                values.contains { AnswerValue.rating(level).matches($0) } ? mask | 1 << (level - 1) : mask
            }
        case .yesNo:
            return [true, false].reduce(0) { mask, isYes in
                let value = AnswerValue.yesNo(isYes)
                return values.contains { value.matches($0) } ? mask | bits(value) : mask
            }
        case .choice, .choices:
            return values.reduce(0) { mask, value in
                guard case .word(let word) = value else { return mask }
                return mask | bit(of: AnswerKind.Option.ID(word))
            }
        case .number, .date, .text:
            return named.enumerated().reduce(0) { mask, value in
                values.contains(value.element) ? mask | 1 << value.offset : mask
            }
        }
    }

    /// The bit of an option; none for one that the question has not.
    func bit(of option: AnswerKind.Option.ID) -> UInt64 {
        options.firstIndex(of: option).map { 1 << $0 } ?? 0
    }

    private func mask(of value: AnswerValue) -> UInt64 {
        named.enumerated().reduce(0) { mask, wanted in
            value.matches(wanted.element) ? mask | 1 << wanted.offset : mask
        }
    }
}
