internal import Escaping
import Languages
internal import Terminal

/// Candidates as they are listed under the line: a column of their own each where one of them has a
/// description, side by side in rows where none has.
struct CandidateList {
    private let candidates: [(text: String, description: String?)]
    private let size: TerminalSize

    init(candidates: [Completion], size: TerminalSize) {
        // The names of files are anybody's.
        self.candidates = candidates.map { ($0.text.visibleInSentence, $0.description?.visibleInSentence) }
        self.size = size
    }

    /// The lines of the list, none wider than the terminal, and few enough that the prompt stays with them.
    var lines: [String] {
        let all = candidates.contains { $0.description != nil } ? described : sideBySide
        let room = max(2, size.rows - 3)
        if all.count <= room {
            return all
        }
        let shown = Array(all.prefix(room - 1))
        let more = all.count - shown.count
        return shown + ["  " + plural(more, "and \(more) more line", "and \(more) more lines")]
    }

    private var described: [String] {
        candidates.map { candidate in
            let name = padded(candidate.text)
            let line = candidate.description.map { "  \(name)  \($0)" } ?? "  \(candidate.text)"
            return fitted(line, behind: TextCells.width(of: name) + 4)
        }
    }

    /// A line that fits the terminal, cut between words where its description is too long.
    private func fitted(_ line: String, behind start: Int) -> String {
        let room = size.columns - 1
        guard TextCells.width(of: line) > room else { return line }
        let mark = " ..."
        let head = TextCells.prefix(of: line[...], cells: max(0, room - mark.count + 1))
        guard let end = head.lastIndex(of: " "), TextCells.width(of: head[..<end]) > start else {
            return String(TextCells.prefix(of: line[...], cells: room))
        }
        return head[..<end] + mark
    }

    private var sideBySide: [String] {
        let perLine = max(1, (size.columns - 1) / (widest + 2))
        return stride(from: 0, to: candidates.count, by: perLine).map { start in
            let row = candidates[start..<min(start + perLine, candidates.count)].map {
                "  " + padded($0.text)
            }
            let line = row.joined()
            let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.endIndex
            return String(TextCells.prefix(of: line[..<end], cells: size.columns - 1))
        }
    }

    private var widest: Int {
        candidates.map { TextCells.width(of: $0.text) }.max() ?? 0
    }

    private func padded(_ text: String) -> String {
        text + String(repeating: " ", count: max(0, widest - TextCells.width(of: text)))
    }
}
