import Glibc
import LineEditing
import Terminal

/// A conversation that says back what it hears.
final class Probe {
    private let reader: any LineReader
    private let output = DescriptorOutput.standardOutput()

    init(edits: Bool) {
        reader = (edits ? EditLineReader() : nil) ?? PlainLineReader()
        say("reader: \(type(of: reader))")
    }

    /// Reads a line; false when it was the last.
    func takesOneLine(prompt: String) -> Bool {
        switch reader.readLine(prompt: prompt, completions: Probe.completions) {
        case .line("quit"):
            return false
        case .line("exit"):
            exit(0)
        case .line(let line) where line.hasPrefix("run "):
            say("status: \(run(String(line.dropFirst(4))))")
        case .line(let line) where line.hasPrefix("keep "):
            let kept = String(line.dropFirst(5))
            say(reader.keep(kept) ? "kept: \(kept.debugDescription)" : "not kept")
        case .line(let line):
            say("line: \(line.debugDescription)")
            remember(line)
        case .pasted(let text):
            say("pasted: \(text.debugDescription)")
            remember(text)
        case .gathered(let text):
            say("gathered: \(text.debugDescription)")
        case .cut:
            say("cut")
        case .interrupted:
            say("interrupted")
        case .endOfInput:
            say("end of input")
            return false
        case .signalled(let signal):
            try? output.write("signal: \(signal)\n")
            exit(128 + signal)
        }
        return true
    }

    /// Runs a command in a shell and waits for it.
    private func run(_ command: String) -> Int32 {
        Signals.whileAnotherProgramRuns {
            var status: Int32 = -1
            let child = spawn(command)
            while waitpid(child, &status, 0) < 0 && errno == EINTR {}
            return status
        }.result
    }

    private func spawn(_ command: String) -> pid_t {
        var child: pid_t = -1
        let words: [String] = ["sh", "-c", command]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        posix_spawn(&child, "/bin/sh", nil, nil, &arguments, nil)
        return child
    }

    private func remember(_ line: String) {
        if !line.hasPrefix("secret") {
            reader.remember(line)
        }
    }

    private func say(_ text: String) {
        do throws(OutputFault) {
            try output.write(text + "\n")
        } catch {
            exit(error == .closed ? 74 : 70)
        }
    }

    private static func completions(before: String) -> [Completion] {
        let word = Completion.word(endingAt: before)
        return known.filter { $0.text.hasPrefix(word) }
    }

    private static let known = [
        Completion("evaluate", description: "what the answers mean"),
        Completion("evidence", description: "what shows it"),
        Completion("status"),
        Completion("statistics"),
        Completion("plan/", endsWord: false),
        Completion("Tŷ-Môr"),
    ]
}
