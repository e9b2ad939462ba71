internal import Glibc
internal import Terminal

/// Reads lines without any editing of its own: from a pipe, a file, or a terminal that edits for itself.
///
/// It writes the prompt and nothing else: no escape, no cursor movement. Where nobody has typed a newline
/// on the screen (input that is no terminal, Ctrl-D), it writes one, so that what follows begins on a line
/// of its own. Lines that come at once at a terminal are one text, since nobody types so fast. A prompt that cannot be written is not reported: the caller's own next write fails alike.
package final class PlainLineReader: LineReader {
    private let input: InputSource
    private let output: DescriptorOutput
    private let inputIsTerminal: Bool
    private var lines = LineSplitter(charset: .current)
    private var hasEnded = false
    /// The bytes that a terminal which edits for itself keeps of a line, without its end; it drops the rest.
    private static let longestTerminalLine = 4_095
    /// Lines that came with another one and are no paste.
    private var waiting: ArraySlice<String> = []
    /// A signal that came while a paste was gathered.
    private var postponed: Int32?

    /// Whether both descriptors are terminals.
    package let isTerminal: Bool

    /// Reads from and writes to these descriptors, which stay open.
    package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
        self.input = InputSource(descriptor: input)
        self.output = DescriptorOutput(descriptor: output)
        inputIsTerminal = isatty(input) == 1
        isTerminal = inputIsTerminal && isatty(output) == 1
    }

    /// Writes the prompt and reads one line; nothing is ever completed.
    package func readLine(prompt: String, completions: @escaping (String) -> [Completion]) -> LineInput {
        show(prompt)
        lines.forgetLongest()
        var result = waiting.popFirst().map(LineInput.line) ?? gathered(nextLine(prompt: prompt))
        if inputIsTerminal, lines.longest >= Self.longestTerminalLine {
            switch result {
            case .line, .gathered:
                waiting = []
                result = .cut
            default: break
            }
        }
        switch result {
        case .line where inputIsTerminal, .gathered, .cut: break
        default: show("\n")
        }
        return result
    }

    package var failure: Int32? { inputIsTerminal ? nil : input.failure }

    /// None.
    package var hasKeys: Bool { false }

    /// Does nothing: a terminal has no history of its own.
    package func remember(_ line: String) {}

    /// Takes up the lines that came together with one.
    private func gathered(_ first: LineInput) -> LineInput {
        guard inputIsTerminal, case .line(let line) = first else { return first }
        var more: [String] = []
        while let next = lines.nextLine() ?? lineAtOnce(within: EscapeSequence.patience) {
            more.append(next)
        }
        guard more.contains(where: { $0.contains { !$0.isWhitespace } }) else {
            // Enter, struck twice.
            waiting += more
            return first
        }
        lines.append(input.takeUnfinishedLine())
        return .gathered(([line] + more + [lines.lastLine()].compactMap(\.self)).joined(separator: "\n"))
    }

    /// A line that is there within so many milliseconds; nil where none is.
    private func lineAtOnce(within milliseconds: Int32) -> String? {
        guard postponed == nil else { return nil }
        switch input.next(within: milliseconds) {
        case .bytes(let block):
            lines.append(block)
            return lines.nextLine()
        case .signal(let signal):
            postponed = signal
            return nil
        case .end, .nothing:
            return nil
        }
    }

    private func nextLine(prompt: String) -> LineInput {
        while true {
            // Lines that wait in the buffer do not keep a signal waiting.
            let signal = postponed ?? Signals.next()
            postponed = nil
            if signal == nil, lines.takeDropped() { return .cut }
            if signal == nil, let line = lines.nextLine() {
                return .line(line)
            }
            if signal == nil, hasEnded {
                return .endOfInput
            }
            switch signal.map(Arrival.signal) ?? input.next() {
            case .bytes(let block): lines.append(block)
            case .end: return end()
            case .signal(SIGINT): return interrupted()
            case .signal(SIGTSTP): Signals.stop()
            case .signal(SIGCONT): if inputIsTerminal { show(prompt) }
            case .signal(let signal): if Signals.endsLine(signal) { return .signalled(signal) }
            case .nothing: break
            }
        }
    }

    private func end() -> LineInput {
        if inputIsTerminal {
            // Ctrl-D ends a line, not the terminal; a terminal that is gone is no terminal any more.
            if isatty(input.descriptor) == 0 { return .signalled(SIGHUP) }
        } else {
            hasEnded = true
        }
        return lines.lastLine().map(LineInput.line) ?? .endOfInput
    }

    private func interrupted() -> LineInput {
        // The terminal has dropped what it had; lines in a pipe are not typed and stay.
        if inputIsTerminal {
            lines.discard()
            waiting = []
        }
        return .interrupted
    }

    private func show(_ text: String) {
        try? output.write(text)
    }
}
