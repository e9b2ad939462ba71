package import Instruments

/// A question as reports name it.
package struct QuestionLabel: Sendable, Codable, Equatable {
    /// The question's name in the questionnaire.
    package var id: String
    /// The area's title.
    package var area: String
    /// The question's number within its area, from 1.
    package var number: Int
    /// The question as it is read out.
    package var text: String

    /// The area and number: `Capacity to plan 3`.
    package var short: String { "\(area) \(number)" }
}

/// The answers of one area.
package struct AreaText: Sendable, Codable {
    package var id: String
    package var title: String
    package var answers: [AnswerText]
}

/// One answer with all that may be seen of it.
package struct AnswerText: Sendable, Codable {
    package var question: QuestionLabel
    /// Whether it is answered, and how.
    package var status: AnswerStatus
    /// What an answer looks like.
    package var kind: AnswerKind.Name
    /// The scale of a rating; nil for other kinds.
    package var scale: String?
    /// What is seen at each level of a rating, lowest first; empty for other kinds.
    package var levels: [String]
    /// The level of a rating, from 1; nil for any other answer.
    package var level: Int?
    /// The answer in words; nil where there is none or its words are withheld.
    package var answer: String?
    /// What is seen at the level that was chosen.
    package var descriptor: String?
    package var note: String?
    package var strengths: [String]
    package var concerns: [String]
    package var evidence: [EvidenceText]
    package var actions: [ActionText]
    /// The themes that the answer was tagged with.
    package var themes: [String]
    /// Whether the answer was carried over from an earlier session and not confirmed since.
    package var isInherited: Bool
    /// True where nobody has confirmed the answer: it was carried over, or its question was reworded since. Nil where
    /// there is nothing to confirm, and in reports of older versions.
    package var toConfirm: Bool?
    /// What moved since the last sign-off that stands no more, or the session that this one began with; nil for nothing, and where there was neither.
    package var since: String?
    /// How many levels higher a rating is since then; nil where that cannot be said.
    package var movedBy: Int?
    /// What a room said on it; nil where there was none.
    package var room: RoomText?
    /// True where the answer is marked confidential and its words are here all the same; else nil.
    package var isConfidential: Bool?
    /// True where others learn nothing of the answer, and it is here all the same; else nil.
    package var isLevelConfidential: Bool?
    /// Whether words are left out, if there are any, because the answer is marked confidential or withheld.
    package var isWithheld: Bool
    /// True where nothing is told of the answer, whatever it is or whether there is one, so that it counts as open; else nil.
    package var isLevelWithheld: Bool?
}

/// An answer that is kept and counts for nothing now.
package struct SetAsideText: Sendable, Encodable {
    package var answer: AnswerText
    /// Why it does not count.
    package var why: String
}

/// A piece of evidence.
package struct EvidenceText: Sendable, Codable {
    /// Its number: the session's own for the authority, and for others one within the report.
    package var id: String
    package var kind: String
    package var reference: String
    package var text: String
}

/// An open question that can still change the headline.
package struct OpenText: Sendable, Encodable {
    package var question: QuestionLabel
    /// The share of completions of the other open questions in which it decides, in per cent; nil where that was
    /// not worked out.
    package var percent: Int?
}
