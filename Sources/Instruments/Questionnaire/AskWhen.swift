/// When a question is asked: a formula over the answers to other questions.
///
/// An unanswered question, a don't know and a not applicable match nothing.
package indirect enum AskWhen: Equatable, Sendable {
    /// The question is asked now and its answer is one of the values.
    case answer(Question.ID, among: [PlainValue])
    case all([AskWhen])
    case any([AskWhen])
    case not(AskWhen)

    /// The questions that the formula looks at.
    package var questions: [Question.ID] {
        switch self {
        case .answer(let question, _): [question]
        case .all(let parts), .any(let parts): parts.flatMap(\.questions)
        case .not(let part): part.questions
        }
    }

    /// Whether the formula holds, given which answers match.
    package func holds(_ matches: (Question.ID, [PlainValue]) -> Bool) -> Bool {
        switch self {
        case .answer(let question, let values): matches(question, values)
        case .all(let parts): parts.allSatisfy { $0.holds(matches) }
        case .any(let parts): parts.contains { $0.holds(matches) }
        case .not(let part): !part.holds(matches)
        }
    }
}

extension AskWhen: Codable {
    private enum CodingKeys: String, CodingKey {
        case question, all, any, not
        case among = "is"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let parts = try container.decodeIfPresent([AskWhen].self, forKey: .all) {
            self = .all(parts)
        } else if let parts = try container.decodeIfPresent([AskWhen].self, forKey: .any) {
            self = .any(parts)
        } else if let part = try container.decodeIfPresent(AskWhen.self, forKey: .not) {
            self = .not(part)
        } else {
            self = .answer(
                try container.decode(Question.ID.self, forKey: .question),
                among: try container.decode([PlainValue].self, forKey: .among))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .answer(let question, let values):
            try container.encode(question, forKey: .question)
            try container.encode(values, forKey: .among)
        case .all(let parts): try container.encode(parts, forKey: .all)
        case .any(let parts): try container.encode(parts, forKey: .any)
        case .not(let part): try container.encode(part, forKey: .not)
        }
    }
}
