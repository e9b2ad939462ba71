import Instruments

/// A value in `ask-when` or a prompt must be one that the question can have.
struct ImpossibleValue: Check {
    let codes: [Diagnostic.Code] = [.impossibleValue]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        let kinds = Dictionary(
            context.questions.map { (Key($0.questionnaire.id, $0.question.id), $0.question.kind) }
        ) { first, _ in first }
        return context.comparisons.flatMap { comparison in
            let kind = kinds[Key(comparison.questionnaire.id, comparison.awaited.question)]
            return comparison.awaited.values.enumerated().filter { kind?.canBe($1) == false }.map {
                comparison.diagnostic(
                    at: ["is", .index($0)], .impossibleValue($1, comparison.awaited.question))
            }
        }
    }

    /// A question of a questionnaire.
    private struct Key: Hashable {
        let questionnaire: Questionnaire.ID
        let question: Question.ID

        init(_ questionnaire: Questionnaire.ID, _ question: Question.ID) {
            self.questionnaire = questionnaire
            self.question = question
        }
    }
}

extension AnswerKind {
    /// Whether an answer of this kind can be, or hold, the value.
    fileprivate func canBe(_ value: PlainValue) -> Bool {
        switch (self, value) {
        case (.rating(let rating), .whole(let level)):
            level >= 1 && level <= rating.scale.levels.count
        case (.yesNo, .yes): true
        case (.choice(let options), .word(let word)), (.choices(let options), .word(let word)):
            options.contains { $0.id.text == word }
        case (.number(let range), .whole(let number)):
            Double(number) >= range.least ?? -.infinity && Double(number) <= range.greatest ?? .infinity
        case (.date, .word(let word)): word.isDate
        case (.text, .word): true
        case (.rating, _), (.yesNo, _), (.choice, _), (.choices, _), (.number, _), (.date, _),
            (.text, _):
            false
        }
    }
}

extension String {
    /// Whether the text has the form of an ISO 8601 date.
    fileprivate var isDate: Bool {
        let parts = split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
    }
}

extension Diagnostic.Code {
    static let impossibleValue = Self(error: "impossible-value")
}

extension Diagnostic.Content {
    static func impossibleValue(_ value: PlainValue, _ id: Question.ID) -> Self {
        Self(
            .impossibleValue, "`\(id)` can never be answered by `\(value)`",
            hint: "ratings take whole numbers, yes/no questions `yes` and `no`, choices an option's id")
    }
}
