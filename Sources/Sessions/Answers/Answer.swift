package import Instruments

/// What somebody said to a question.
package enum Response: Equatable, Sendable {
    /// An ordinary answer.
    case given(AnswerValue)
    /// A finding in itself; never a low rating.
    case dontKnow
    /// Leaves the question out of the rules.
    case notApplicable(reason: String)
}

/// An ordinary answer; its case fits its question's kind.
package enum AnswerValue: Hashable, Sendable {
    /// A level, counted from 1.
    case rating(Int)
    case yesNo(Bool)
    case choice(AnswerKind.Option.ID)
    /// At least one option, in the question's order.
    case choices([AnswerKind.Option.ID])
    case number(Double)
    case date(CalendarDate)
    case text(String)
}

/// How an answer came to be.
package enum Origin: String, Sendable, Codable {
    /// Given at the keyboard or from a sheet.
    case own
    /// Agreed by a room.
    case agreed
    /// Carried over from an earlier session.
    case inherited
}

/// All that a session holds on one question.
package struct AnswerRecord: Equatable, Sendable {
    /// The answer; nil where it was cleared or never given.
    package var response: Response?
    /// The words that go with it.
    package var note: String?
    /// What the answer rests on.
    package var evidence: [Evidence]
    /// What goes well.
    package var strengths: [String]
    /// What worries.
    package var concerns: [String]
    /// What will be done.
    package var actions: [Action]
    /// The themes that the answer was tagged with, in the order of tagging.
    package var themes: [String]
    /// How much of it stays with the authority.
    package var confidentiality: Confidentiality
    /// Whether note, evidence and text stay with the authority.
    package var confidential: Bool { confidentiality.keepsWords }
    /// How the answer came to be.
    package var origin: Origin
    /// Whether nobody has said yet that the answer holds here: it is from an earlier session, or the words of its
    /// question changed after it was given. It counts as an answer all the same.
    package var toConfirm: Bool
    /// When anything of it last changed.
    package var changed: Timestamp

    /// A record on which nothing is written yet.
    package init(changed: Timestamp) {
        response = nil
        note = nil
        evidence = []
        strengths = []
        concerns = []
        actions = []
        themes = []
        confidentiality = .nothing
        origin = .own
        toConfirm = false
        self.changed = changed
    }
}
