import Instruments

/// Something that a question refers to, with its path within the question.
struct Located<Part> {
    let part: Part
    let path: [PathPart]
}

/// One comparison of an `ask-when` or a prompt: the question that it looks at, and the values that it waits for.
struct AwaitedAnswer {
    let question: Question.ID
    let values: [PlainValue]
}

extension Question {
    /// Every reference to an element, its own and its options'.
    var locatedSupports: [Located<Reference<Element>>] {
        let own = supports.enumerated().map { Located(part: $1, path: ["supports", .index($0)]) }
        let options = kind.options.enumerated().flatMap { index, option in
            option.supports.enumerated().map {
                Located(part: $1, path: ["options", .index(index), "supports", .index($0)])
            }
        }
        return own + options
    }

    /// Every reference to a signature.
    var locatedWarnings: [Located<Reference<Signature>>] {
        warnsOf.enumerated().map { Located(part: $1.signature, path: ["warns-of", .index($0)]) }
    }

    /// Every comparison of `ask-when`.
    var locatedAnswers: [Located<AwaitedAnswer>] {
        askWhen?.located(at: ["ask-when"]) ?? []
    }
}

extension AskWhen {
    /// Every comparison of the formula.
    func located(at path: [PathPart]) -> [Located<AwaitedAnswer>] {
        switch self {
        case .answer(let question, let values):
            [Located(part: AwaitedAnswer(question: question, values: values), path: path)]
        case .all(let parts):
            parts.enumerated().flatMap { $1.located(at: path + ["all", .index($0)]) }
        case .any(let parts):
            parts.enumerated().flatMap { $1.located(at: path + ["any", .index($0)]) }
        case .not(let part):
            part.located(at: path + ["not"])
        }
    }
}
