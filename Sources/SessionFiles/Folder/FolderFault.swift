/// Why no session was found, or no folder.
package enum FolderFault: Error, Equatable, Sendable {
    /// The system refused something.
    case file(FileError)
    /// No session of a folder goes by that name; so many there are sealed, and their titles cannot be known.
    case noSuchSession(String, in: String, sealed: Int)
    /// Several sessions go by that name.
    case ambiguous(String, matches: [SessionListing])
    /// Neither an option nor the environment says where sessions are, nor where the user's home is.
    case noHome
}
