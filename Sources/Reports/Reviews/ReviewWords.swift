import Languages
package import Sessions

extension Review.Verdict {
    /// The verdict in words.
    package var inWords: String {
        switch self {
        case .agree: local("I agree")
        case .challenge: local("I see it otherwise; the comment says why")
        case .moreEvidence: local("More evidence is needed; the comment names what is missing")
        case .notLookedAt: local("I have not looked at this")
        }
    }
}
