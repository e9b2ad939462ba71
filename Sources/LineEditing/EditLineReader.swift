internal import CEditLine
internal import Glibc
internal import Terminal

/// Reads lines with libedit: editing, history, completion, pasted text, resizing, stop and continue.
///
/// - Emacs bindings, and vi where the user's `.editrc` says so. It is read after the bindings made here.
/// - The terminal is in the editor's mode only within `readLine`, and as it was found after `close()`,
///   which also happens when the reader goes or the program exits.
/// - `Signals.install()` comes first, or a signal leaves the terminal without echo.
package final class EditLineReader: LineReader {
    let editor: OpaquePointer
    let output = DescriptorOutput(descriptor: STDOUT_FILENO)
    var keys = KeyInput(descriptor: STDIN_FILENO)
    var completions: ((String) -> [Completion])?

    /// The visible prompt, and the one that libedit has a pointer to.
    var prompt = PromptText("")
    var promptForLibedit: UnsafeMutablePointer<CChar>?

    /// What the command for pasted text inserts next.
    var insertion = ""

    /// What was on the line when help was asked for: it is on the next line again.
    var carriedOver = ""

    /// The line when the last key was asked for.
    var lineBefore: [wchar_t] = []
    var cursorWasAtEnd = true

    /// The size of the terminal when the line was last drawn.
    var sizeDrawn: TerminalSize?

    /// The signal that ended the line.
    var ending: Int32?

    /// Whether the user's `.editrc` was read; it is not where reading it ends libedit.
    package internal(set) var hasReadSettings = true

    /// What F1 enters.
    let help: String

    private let lines: OpaquePointer
    /// The number of the line in the history that is there for the next one alone; negative where none is.
    private var kept: Int32 = -1
    private var isOpen = true

    /// Opens the terminal on standard input and output for editing.
    ///
    /// Fails where there is nothing to edit on: standard input or output is no terminal, the terminal cannot
    /// move its cursor (`TERM` unset, `dumb` or unknown), editing is off (`edit off` in `.editrc`, Emacs), or
    /// the system has no UTF-8 locale. One reader at a time.
    ///
    /// - Parameters:
    ///   - program: The name that `.editrc` knows the program by.
    ///   - help: The line that F1 enters.
    package init?(program: String = "canary", help: String = "help") {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, TextCells.localeIsUTF8,
            let lines = edit_line_history_open(1_000)
        else { return nil }
        guard let editor = edit_line_open(program) else {
            history_end(lines)
            return nil
        }
        self.editor = editor
        self.lines = lines
        self.help = help
        edit_line_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
        edit_line_set_history(editor, lines)
        install()
        guard edit_line_edits(editor) else {
            close()
            return nil
        }
    }

    deinit {
        close()
    }

    /// Puts the terminal back as it was found. There are no lines to be read after that.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        edit_line_close(editor)
        history_end(lines)
        free(promptForLibedit)
        promptForLibedit = nil
    }

    /// Always: there is no such reader elsewhere.
    package var isTerminal: Bool { true }

    /// Adds a line that is not empty to the thousand that are kept; the same line twice in a row is one.
    package func remember(_ line: String) {
        if isOpen, !line.isEmpty {
            edit_line_history_add(lines, line)
        }
    }

    /// Puts a text at the end of the history until a line is read.
    package func keep(_ text: String) -> Bool {
        guard isOpen, !text.isEmpty else { return false }
        forgetKept()
        // One that is there already stays there.
        kept = edit_line_history_keep(lines, text)
        return true
    }

    private func forgetKept() {
        if kept >= 0 { edit_line_history_remove(lines, kept) }
        kept = -1
    }

    /// Shows the prompt and reads one line, with the terminal in the editor's mode meanwhile.
    package func readLine(prompt: String, completions: @escaping (String) -> [Completion]) -> LineInput {
        guard isOpen else { return .endOfInput }
        self.prompt = PromptText(prompt)
        free(promptForLibedit)
        promptForLibedit = strdup(self.prompt.marked)
        self.completions = completions
        lineBefore = []
        cursorWasAtEnd = true
        sizeDrawn = terminalSize
        ending = nil
        defer { self.completions = nil }

        // Raw before the prompt is seen, or the terminal echoes the first keys once more.
        edit_line_set_raw(editor, true)
        show(EscapeSequence.markPastes)
        var count: Int32 = 0
        // By its count: behind the line there may be what was there before.
        let text = el_gets(editor, &count).map {
            String(decoding: UnsafeRawBufferPointer(start: $0, count: Int(max(0, count))), as: UTF8.self)
        }
        show(EscapeSequence.doNotMarkPastes)
        forgetKept()
        return result(text, count: count)
    }

    private func result(_ text: String?, count: Int32) -> LineInput {
        if let ending {
            return ended(by: ending, count: count)
        }
        guard let text else {
            // libedit gives up by itself on a terminal that is gone before it waits for a key.
            if isatty(STDIN_FILENO) == 0 { return .signalled(SIGHUP) }
            show("\n")
            return .endOfInput
        }
        let line = text.hasSuffix("\n") ? String(text.dropLast()) : text
        if let more = keys.takeLinesAtOnce() { return .gathered("\(line)\n\(more)") }
        return line.contains("\n") ? .pasted(line) : .line(line)
    }

    private func ended(by signal: Int32, count: Int32) -> LineInput {
        // With count 0 a search was left, which has gone to a fresh line already.
        if count != 0 {
            moveBelowLine(saying: signal == SIGINT ? "^C" : "")
        }
        if signal == SIGINT {
            keys.discard()
            carriedOver = ""
            return .interrupted
        }
        return .signalled(signal)
    }
}
