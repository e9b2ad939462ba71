internal import CEditLine

/// The editor commands that are ours, and the keys that run them.
///
/// Keys that nobody can type, from the C1 control characters, stand for what was recognised in the input.
enum EditorCommand: String, CaseIterable {
    case complete = "canary-complete"
    case paste = "canary-paste"
    case help = "canary-help"

    var key: Unicode.Scalar {
        switch self {
        case .complete: "\t"
        case .paste: "\u{9F}"
        case .help: "\u{9E}"
        }
    }
}

extension EditLineReader {
    /// What Tab does: see `CompletionStep`.
    func complete() -> Int32 {
        let (before, after) = line
        let candidates = completions?(before) ?? []
        switch CompletionStep(before: before, after: after, candidates: candidates) {
        case .nothing:
            return CC_ERROR
        case .replace(let scalars, let text):
            el_deletestr(editor, Int32(scalars))
            el_insertstr(editor, text)
            return CC_REFRESH
        case .list(let candidates):
            moveBelowLine()
            show(CandidateList(candidates: candidates, size: terminalSize).lines.map { $0 + "\r\n" }.joined())
            redrawFromHere()
            return CC_NORM
        }
    }

    /// Puts pasted text where the cursor is.
    func insertPasted() -> Int32 {
        el_insertstr(editor, insertion)
        insertion = ""
        return CC_REFRESH
    }

    /// Enters the line that asks for help, and keeps what was on the line for the next one.
    func enterHelp() -> Int32 {
        let (before, after) = line
        carriedOver = before + after
        el_cursor(editor, Int32(after.unicodeScalars.count))
        el_deletestr(editor, Int32(carriedOver.unicodeScalars.count))
        el_insertstr(editor, help)
        redrawLine()
        show("\r\n")
        el_insertstr(editor, "\n")
        return CC_NEWLINE
    }
}
