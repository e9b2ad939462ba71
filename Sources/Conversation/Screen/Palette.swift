// Colour only repeats what words say already. It is on
// - not with --no-colour, and not in plain mode,
// - else not where NO_COLOR is set and not empty,
// - else where CLICOLOR_FORCE is set and not 0,
// - else not where CLICOLOR is 0,
// - else at a terminal whose TERM is neither unset nor `dumb`.

/// What a line is, beside its words.
package enum Emphasis: Sendable {
    case heading
    case question
    case saved
    case problem
}

/// Whether lines are coloured, and how.
package struct Palette: Sendable {
    /// Lines as they are.
    package static let none = Palette(isOn: false)

    private let isOn: Bool

    private init(isOn: Bool) {
        self.isOn = isOn
    }

    /// The palette that the options, the environment and the terminal ask for.
    ///
    /// - Parameters:
    ///   - isRefused: whether `--no-colour` or `--plain` is given, or `CANARY_PLAIN` is set.
    ///   - environment: the environment.
    ///   - isTerminal: whether the output is a terminal.
    package init(isRefused: Bool, environment: [String: String], isTerminal: Bool) {
        let isDumb = ["", "dumb"].contains(environment["TERM"] ?? "")
        if isRefused || !(environment["NO_COLOR"] ?? "").isEmpty {
            isOn = false
        } else if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") {
            isOn = true
        } else {
            isOn = environment["CLICOLOR"] != "0" && isTerminal && !isDumb
        }
    }

    /// A line with its colour; the line itself where there is none.
    func painted(_ line: String, _ emphasis: Emphasis?) -> String {
        guard isOn, let emphasis, !line.isEmpty else { return line }
        let code =
            switch emphasis {
            case .heading, .question: "1"
            case .saved: "32"
            case .problem: "1;31"
            }
        return "\u{1B}[\(code)m\(line)\u{1B}[0m"
    }
}
