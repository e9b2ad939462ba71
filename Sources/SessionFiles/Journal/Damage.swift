package import Sessions

/// What is wrong with a line of a journal.
package enum Damage: Equatable, Sendable {
    /// It does not have the layout of a line.
    case layout
    /// It cannot be opened with the session's key in its place.
    case sealed
    /// It is longer than a line can be.
    case tooLong
    /// Its chain does not follow from the line above.
    case chain
    /// Its body is not the one that was hashed.
    case digest
    /// It has another number than its place in the file.
    case number(expected: Int, found: Int)
    /// The first line is not that of a session's start.
    case notStarted
    /// A session starts again in the middle.
    case startedAgain
    /// A body was removed that holds no words, so that nothing could follow from it.
    case removed(type: String)
    /// The type is known and the body does not fit it.
    case body(type: String, BodyProblem)
    /// It says what cannot happen in the session as it stands there.
    case impossible(Impossibility)
}

/// How a body does not fit its type.
package enum BodyProblem: Error, Equatable, Sendable {
    /// It is not JSON from this byte on.
    case malformed(offset: Int)
    /// It lacks a key.
    case missing(key: String)
    /// What stands under the key is of another shape.
    case unfitting(key: String)
    /// It has a key that the type does not have.
    case unknown(key: String)
}
