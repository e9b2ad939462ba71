/// Why the harness gave up.
package enum HarnessFault: Error, CustomStringConvertible {
    /// The system refused something.
    case system(call: String, errno: Int32)

    /// The screen did not become what was waited for; `screen` is what it was.
    case screenNeverSettled(waited: Duration, screen: String)

    /// The program ended while the screen was waited for; `screen` is what it was.
    case endedBeforeScreenSettled(screen: String)

    /// The program did not end in time; `seen` is the end of what it had written, or the screen.
    case neverEnded(waited: Duration, seen: String)

    /// What failed, over several lines where a screen is shown.
    package var description: String {
        switch self {
        case .system(let call, let errno):
            "\(call) failed with errno \(errno)"
        case .screenNeverSettled(let waited, let screen):
            "the screen was not as expected within \(waited):\n\(screen)"
        case .endedBeforeScreenSettled(let screen):
            "the program ended and the screen was not as expected:\n\(screen)"
        case .neverEnded(let waited, let seen):
            "the program did not end within \(waited):\n\(seen)"
        }
    }
}
