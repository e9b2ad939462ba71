package import Instruments
package import Sessions

/// How many ratings a finding rests on, and how many of them name evidence.
package struct EvidenceShare: Equatable, Sendable {
    /// The ratings given that it rests on.
    package var rated: Int
    /// Those of them that name evidence.
    package var evidenced: Int
}

extension SessionState {
    /// How many of the ratings behind a condition name evidence; answers that are set aside are left out.
    ///
    /// - Parameters:
    ///   - finding: the condition, which is graded.
    ///   - findings: all that was found.
    /// - Returns: both counts.
    package func evidence(behind finding: ConditionFinding, in findings: Findings) -> EvidenceShare {
        let framework = finding.reference.framework
        let parts = Set(finding.parts.map { Reference(framework, $0.element.id) })
        let given = findings.elements.filter { parts.contains($0.reference) }.flatMap(\.given)
        return evidence(
            behind: given.filter { reason in
                if case .given(.rating) = reason.response { !reason.isSetAside } else { false }
            }.map(\.question))
    }

    /// How many of some ratings name evidence.
    ///
    /// - Parameter ratings: the questions; one that comes twice is counted once.
    /// - Returns: both counts.
    package func evidence(behind ratings: [Question.ID]) -> EvidenceShare {
        let rated = Set(ratings)
        return EvidenceShare(
            rated: rated.count, evidenced: rated.count { records[$0]?.evidence.isEmpty == false })
    }
}
