package import Instruments
package import Sessions

/// Names questions and answers in words.
package struct Labels: Sendable {
    private let labels: [Question.ID: QuestionLabel]
    private let questions: [Question.ID: Question]

    /// Names the questions of a questionnaire.
    package init(_ questionnaire: Questionnaire) {
        var labels: [Question.ID: QuestionLabel] = [:]
        var questions: [Question.ID: Question] = [:]
        for area in questionnaire.areas {
            for (index, question) in area.questions.enumerated() {
                questions[question.id] = question
                labels[question.id] = QuestionLabel(
                    id: question.id.text, area: area.title, number: index + 1, text: question.text)
            }
        }
        self.labels = labels
        self.questions = questions
    }

    /// How reports name a question; a question that the questionnaire does not hold is named by its id.
    package subscript(id: Question.ID) -> QuestionLabel {
        labels[id] ?? QuestionLabel(id: id.text, area: id.text, number: 0, text: "")
    }

    /// An answer in words: `3, Established`, `Yes`, `Don't know`.
    package func words(for response: Response, to id: Question.ID) -> String {
        switch response {
        case .dontKnow: "Don't know"
        case .notApplicable(let reason): "Not applicable: \(reason)"
        case .given(let value): words(for: value, to: id)
        }
    }

    /// What is seen at the level that an answer chose; nil for any other answer.
    package func descriptor(of response: Response?, to id: Question.ID) -> String? {
        guard case .rating(let rating)? = questions[id]?.kind,
            case .given(.rating(let level))? = response,
            rating.descriptors.indices.contains(level - 1)
        else { return nil }
        return rating.descriptors[level - 1]
    }

    private func words(for value: AnswerValue, to id: Question.ID) -> String {
        let kind = questions[id]?.kind
        func text(_ option: AnswerKind.Option.ID) -> String {
            kind?.options.first { $0.id == option }?.text.withoutFullStop ?? option.text
        }
        switch value {
        case .rating(let level):
            guard case .rating(let rating)? = kind, rating.scale.levels.indices.contains(level - 1)
            else { return "\(level)" }
            return "\(level), \(rating.scale.levels[level - 1])"
        case .yesNo(let answer): return answer ? "Yes" : "No"
        case .choice(let option): return text(option)
        case .choices(let options): return options.map(text).joined(separator: "; ")
        case .number(let number):
            if case .number(let range)? = kind, let unit = range.unit {
                return "\(digits(number)) \(unit)"
            }
            return digits(number)
        case .date(let date): return date.inWords
        case .text(let text): return text
        }
    }
}

extension String {
    /// The text without the full stop at its end, for use within a sentence.
    fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension Evidence.Kind {
    /// The kind in words.
    package var inWords: String {
        switch self {
        case .data: "data"
        case .audit: "audit"
        case .observation: "observation of practice"
        case .frontline: "front-line staff"
        case .childrenAndFamilies: "children and families"
        case .politicians: "politicians"
        case .corporate: "corporate centre"
        case .partners: "partners"
        case .inspection: "inspection"
        case .peers: "peers"
        }
    }
}

/// A number without a decimal point where it is whole.
package func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}

/// `1 question`, `3 questions`.
package func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    count == 1 ? "1 \(one)" : "\(count) \(many ?? one + "s")"
}

/// `a`, `a and b`, `a, b and c`; items that hold such a word or a comma are kept apart by semicolons.
package func listed(_ items: [String], with word: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let isBusy = items.contains { $0.contains(",") || $0.contains(" and ") || $0.contains(" or ") }
    return items.dropLast().joined(separator: isBusy ? "; " : ", ")
        + (isBusy ? "; \(word) \(last)" : " \(word) \(last)")
}
