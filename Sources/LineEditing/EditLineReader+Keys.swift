internal import CEditLine
internal import Glibc
internal import Terminal

extension EditLineReader {
    /// The next character for libedit, or nil when the line is over.
    ///
    /// What is no character is done here, without `el_gets` returning, which would lose the line.
    func nextCharacter() -> Unicode.Scalar? {
        mendDisplay()
        if !carriedOver.isEmpty {
            insertion = carriedOver
            carriedOver = ""
            return EditorCommand.paste.key
        }
        while true {
            switch keys.next() {
            case .scalar(let scalar): return typed(scalar)
            case .help: return typed(EditorCommand.help.key)
            case .paste(let text):
                insertion = text
                return typed(EditorCommand.paste.key)
            case .end: return ended(by: SIGHUP)
            case .signal(SIGWINCH): redrawLine()
            case .signal(SIGTSTP): suspend()
            case .signal(SIGCONT): resume()
            case .signal(let signal): return ended(by: signal)
            }
        }
    }

    private func typed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        // A key may be there before the signal is, and libedit would draw for the size that was.
        if sizeDrawn != terminalSize { redrawLine() }
        return scalar
    }

    private func ended(by signal: Int32) -> Unicode.Scalar? {
        ending = signal
        return nil
    }

    private func suspend() {
        moveToLastRow()
        show(EscapeSequence.doNotMarkPastes)
        edit_line_set_raw(editor, false)
        Signals.stop()
        resume()
    }

    /// Takes the terminal again, which a shell has had meanwhile.
    private func resume() {
        while let signal = Signals.next() {
            // Whoever is to end does not touch the terminal, which may be somebody else's by now.
            if Signals.endsLine(signal) {
                keys.postpone(signal)
                return
            }
        }
        edit_line_set_raw(editor, false)
        edit_line_set_raw(editor, true)
        show(EscapeSequence.markPastes)
        redrawFromHere()
    }
}
