import Glibc

// Plain mode, which prints one prompt a line and never moves the cursor, is chosen
// - by --plain, or CANARY_PLAIN set and not 0,
// - where TERM is unset, empty or `dumb`,
// - where standard input or standard output is not a terminal.

/// Decides how to speak to whatever is at the other end.
package enum TerminalPolicy {
    /// Whether to leave line editing out.
    ///
    /// - Parameters:
    ///   - option: whether `--plain` is given.
    ///   - environment: the environment.
    ///   - isTerminal: whether standard input and output are both a terminal.
    /// - Returns: whether the plain reader is to be used.
    package static func isPlain(
        option: Bool, environment: [String: String], isTerminal: Bool
    ) -> Bool {
        isAskedToBePlain(option: option, environment: environment)
            || ["", "dumb"].contains(environment["TERM"] ?? "") || !isTerminal
    }

    /// Whether somebody wants plain mode, whatever the terminal is.
    package static func isAskedToBePlain(option: Bool, environment: [String: String]) -> Bool {
        option || !["", "0"].contains(environment["CANARY_PLAIN"] ?? "")
    }

    /// Whether standard input and output are both a terminal.
    package static var hasTerminal: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    }
}
