import Instruments
import Languages
import Sessions

/// Who a report is for; it decides what the report may show.
package enum Audience: String, CaseIterable, Sendable, Encodable {
    /// The authority itself: everything.
    case full
    /// Peer reviewers: no words that are marked confidential.
    case reviewers
    /// The chief executive and leading members: what reviewers see, and nothing on who could take a post over.
    case corporate
    /// Anyone: findings only, no notes, no evidence, no answer by question.
    case `public`

    /// What the cover says about who may read the report.
    package var marking: String {
        switch self {
        case .full: local("For the authority only. It holds words that are marked confidential.")
        case .reviewers: local("For the peer review team. Words that are marked confidential are left out.")
        case .corporate:
            local(
                "For the chief executive and leading members. Words that are marked confidential are left out."
            )
        case .public: local("Findings only. No answers, notes or evidence.")
        }
    }

    /// The readers, as they stand within a sentence.
    package var readers: String {
        switch self {
        case .full: local("the authority only")
        case .reviewers: local("the peer review team")
        case .corporate: local("the chief executive and leading members")
        case .public: local("anybody")
        }
    }

    /// Whether the report shows how each question was answered.
    package var showsAnswers: Bool { self != .public }

    /// Whether the report shows words that are marked confidential.
    package var showsConfidential: Bool { self == .full }

    /// The questions of a session that are withheld from these readers, though nobody marked them: whoever holds a post
    /// is not told what was answered on who could take it over.
    func withholds(in session: SessionState) -> Set<Question.ID> {
        guard self == .corporate else { return [] }
        let alternatives = Set(
            session.instruments.frameworks.flatMap { framework in
                framework.elements.filter(\.isAlternative).map { Reference(framework.id, $0.id) }
            })
        return Set(
            session.questionnaire.questions.filter { question in
                !alternatives.isDisjoint(with: question.supports + question.kind.options.flatMap(\.supports))
            }.map(\.id))
    }
}

extension SessionState {
    /// The session as far as an audience may see it: whatever is told to others than the authority is told of this.
    func disclosed(to audience: Audience) -> SessionState {
        audience.showsConfidential ? self : withoutConfidential(withholding: audience.withholds(in: self))
    }
}
