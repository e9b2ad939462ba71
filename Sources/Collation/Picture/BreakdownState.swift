extension Breakdown {
    /// What a category says that the instruments do not name; its text is the same in every language.
    package enum State: String, Sendable {
        case open
        /// None of what there is.
        case nothing = "none"
        case possible
        case ruledOut = "ruled-out"
        case given
        case notGiven = "not-given"
        /// No indicator is left.
        case unknown
        case viable
        case undetermined
        case notViable = "not-viable"
        case met
        case notMet = "not-met"
        /// Nothing is left that it could be told by.
        case gone
        case notApplicable = "not-applicable"
        case missing
        case partly
        case inPlace = "in-place"
        case inProgress = "in-progress"
        case complete
        case signedOff = "signed-off"
        case dontKnow = "dont-know"
        /// Fewer than a third.
        case underAThird = "some"
        case thirdOrMore = "third-or-more"
        case all
        case notAll = "not-all"
        case withinALevel = "within-a-level"
        case aLevelOrMore = "a-level-or-more"
        case notMeasured = "not-measured"
        case halfOrMore = "half-or-more"
        case underHalf = "under-half"
        case milder
        case moreIntrusive = "more-intrusive"
        case up
        case same
        case down
        case noTwoMilestones = "no-two-milestones"
        case present
        case absent
    }
}
