extension RegionPicture.Part {
    /// What is hard for several authorities, with how many do well at it; as the Welsh protocol's conference looks for
    /// common challenges, and for those who have met similar ones (wg, 5.5).
    package struct Challenge: Sendable {
        /// What it is about.
        package let breakdown: Breakdown
        /// For how many it is a challenge; nil for all or most.
        package let authorities: Int?
        /// How many the others may learn from; nil where it is hidden.
        package let strength: Int?
    }

    /// The challenges that are told, the most common first; those of one size as the breakdowns come.
    package var challenges: [Challenge] {
        breakdowns.compactMap { told -> Challenge? in
            guard let concern = told.breakdown.concern, told.hasSome(concern.challenge) else { return nil }
            return Challenge(
                breakdown: told.breakdown, authorities: told.size(concern.challenge),
                strength: told.size(concern.strength))
        }.enumerated().sorted { left, right in
            let (more, less) = (left.element.authorities ?? .max, right.element.authorities ?? .max)
            return more != less ? more > less : left.offset < right.offset
        }.map(\.element)
    }
}

extension Breakdown.Subject {
    /// The kind's name in files.
    package var kind: String {
        switch self {
        case .table: "table"
        case .earlyWarning: "early-warning"
        case .possible: "possible"
        case .given: "given"
        case .signature: "signature"
        case .model: "model"
        case .condition: "condition"
        case .linkedProblems: "linked-problems"
        case .viciousCircles: "vicious-circles"
        case .problem: "problem"
        case .link: "link"
        case .circle: "circle"
        case .factor: "factor"
        case .state: "state"
        case .dontKnowInArea: "dont-know-in-area"
        case .dontKnow: "dont-know"
        case .quality: "quality"
        case .tierMovement: "tier-movement"
        case .areaMovement: "area-movement"
        }
    }
}
