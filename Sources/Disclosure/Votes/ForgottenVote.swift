/// What stands in place of a vote whose counts are gone for good: what a report may tell of it, and nothing else.
package enum ForgottenVote: String, CaseIterable, Sendable {
    case together
    case apart
    case twoCamps = "two-camps"
    /// Five or more rated, on a scale that has no shapes.
    case noShape = "no-shape"
    /// Nothing may be told of it: fewer than five rated, or the room has not seen it.
    case nothing

    /// What may stand in place of a vote.
    package init(_ tally: Tally) {
        guard tally.ratings >= MinimumFrequency.standard else {
            self = tally.forgotten ?? .nothing
            return
        }
        switch ReleasedVote.Word(tally) {
        case .together: self = .together
        case .apart: self = .apart
        case .twoCamps: self = .twoCamps
        case nil: self = .noShape
        }
    }

    /// What is released of it.
    var released: ReleasedVote {
        switch self {
        case .together: .votes(.together, counts: nil, dontKnow: .few)
        case .apart: .votes(.apart, counts: nil, dontKnow: .few)
        case .twoCamps: .votes(.twoCamps, counts: nil, dontKnow: .few)
        case .noShape: .votes(nil, counts: nil, dontKnow: .few)
        case .nothing: .withheld(.fewRated)
        }
    }
}
