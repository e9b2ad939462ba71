package import Instruments
import Languages
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

    /// An answer in words: `3, Established`, `Yes`, `Don't know`; words of a user's own that are empty were withheld.
    package func words(for response: Response, to id: Question.ID) -> String {
        switch response {
        case .dontKnow: local("Don't know")
        case .notApplicable(""): local("Not applicable (reason withheld)")
        case .given(.text("")): local("Answered (text withheld)")
        case .notApplicable(let reason): local("Not applicable: \(reason)")
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
        case .yesNo(let answer):
            return answer ? local("Yes", context: "answer") : local("No", context: "answer")
        case .choice(let option): return text(option)
        case .choices(let options): return options.map(text).joined(separator: "; ")
        case .number(let number):
            if case .number(let range)? = kind, let unit = range.unit {
                return "\(digits(number)) \(unit)"
            }
            return digits(number)
        case .date(let date): return date.localizedDescription
        case .text(let text): return text
        }
    }
}

extension String {
    /// The text as a sentence: with a full stop, where it ends in no mark of its own.
    package var withFullStop: String {
        guard let last, !".!?\u{2026}".contains(last) else { return self }
        return self + "."
    }
    /// The text without the full stop at its end, for use within a sentence.
    var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

    /// A title within a sentence that has a colon of its own.
    var inSentence: String { firstLowered.replacing(": ", with: ", ") }
}

extension Evidence.Kind {
    /// The kind in words.
    package var localizedDescription: String {
        switch self {
        case .data: local("data")
        case .audit: local("audit")
        case .observation: local("observation of practice")
        case .frontline: local("front-line staff")
        case .childrenAndFamilies: local("children and families")
        case .politicians: local("politicians")
        case .corporate: local("corporate centre")
        case .partners: local("partners")
        case .inspection: local("inspection")
        case .peers: local("peers")
        }
    }
}

/// A number without a decimal point where it is whole.
package func digits(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}
