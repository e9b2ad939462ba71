/// A report that left for an audience; what left is checked against it later.
package struct Release: Equatable, Sendable {
    /// The pack's name, which what reviewers send back says.
    package var pack: String
    /// For whom it was: `full`, `reviewers`, `corporate` or `public`.
    package var audience: String
    /// What it was written as: `html`, `csv` and so on.
    package var format: String
    /// The SHA-256 of the file, in hexadecimal.
    package var sha256: String

    /// Whether it can hold words of the session's own: one for anyone has findings only.
    package var mayHoldWords: Bool { audience != "public" }

    /// A release with all its fields.
    package init(pack: String, audience: String, format: String, sha256: String) {
        self.pack = pack
        self.audience = audience
        self.format = format
        self.sha256 = sha256
    }

    /// Whether it told of a room's votes, as far as they may be told: what is for everyone tells nothing of them.
    var tellsOfVotes: Bool { audience != "public" }
}
