extension String {
    /// The text, with the middle of one that nobody would read to its end left out, and the place shown.
    ///
    /// Whatever says what is wrong with something goes through here, since it quotes what a file or a command line
    /// holds, which may be megabytes: the beginning says what is quoted, and the end what is wrong.
    package var cutToBeRead: String {
        guard utf8.count > Self.mostRead, unicodeScalars.count > Self.mostRead else { return self }
        let scalars = unicodeScalars
        let left = scalars.count - Self.headRead - Self.tailRead
        return String(scalars.prefix(Self.headRead)) + " [… \(left) …] "
            + String(scalars.suffix(Self.tailRead))
    }

    /// The most scalars that a message has before it is cut.
    private static var mostRead: Int { 2_000 }
    private static var headRead: Int { 1_200 }
    private static var tailRead: Int { 600 }
}
