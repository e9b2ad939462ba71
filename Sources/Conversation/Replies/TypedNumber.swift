extension Int {
    /// A whole number that somebody typed, such as that of a question; nil for anything else and for one beyond a billion,
    /// so that one more, one less and its size are numbers, too.
    package init?(typed text: some StringProtocol) {
        guard let number = Int(text), number.magnitude <= 1_000_000_000 else { return nil }
        self = number
    }
}
