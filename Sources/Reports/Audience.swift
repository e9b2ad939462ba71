import Languages
import Sessions

/// Who a report is for; it decides what the report may show.
package enum Audience: String, CaseIterable, Sendable, Encodable {
    /// The authority itself: everything.
    case full
    /// Peer reviewers: no words that are marked confidential.
    case reviewers
    /// Anyone: findings only, no notes, no evidence, no answer by question.
    case `public`

    /// What the cover says about who may read the report.
    package var marking: String {
        switch self {
        case .full: local("For the authority only. It holds words that are marked confidential.")
        case .reviewers: local("For the peer review team. Words that are marked confidential are left out.")
        case .public: local("Findings only. No answers, notes or evidence.")
        }
    }

    /// Whether the report shows how each question was answered.
    package var showsAnswers: Bool { self != .public }

    /// Whether the report shows words that are marked confidential.
    package var showsConfidential: Bool { self == .full }
}

extension SessionState {
    /// The session as far as an audience may see it: whatever is told to others than the authority is told of this.
    func disclosed(to audience: Audience) -> SessionState {
        audience.showsConfidential ? self : withoutConfidential()
    }
}
