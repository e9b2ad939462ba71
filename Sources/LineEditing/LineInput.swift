/// What came of asking for one line.
package enum LineInput: Equatable, Sendable {
    /// One line as it was typed, without its newline and not normalised.
    case line(String)

    /// A line that holds newlines, because several lines were pasted into it at once. It is everything
    /// on the line: what was pasted and what was typed before and after it. Lines end in LF, and line
    /// ends at the end of the paste are left out.
    case pasted(String)

    /// Several lines that came at once at a terminal which does not mark pastes: what a person pasted, and entered
    /// none of. Lines end in LF. Lines of a pipe, and lines that were typed before the first prompt, never come so.
    case gathered(String)

    /// A line, or one of several that came at once, of which the terminal kept only the beginning: nothing of it is to be
    /// taken for what somebody typed.
    case cut

    /// Ctrl-C: what was typed is dropped, and the cursor stands at the start of a fresh line.
    case interrupted

    /// Ctrl-D on an empty line, or the end of a file or pipe.
    case endOfInput

    /// SIGTERM, SIGHUP or SIGQUIT, by its number. A terminal that has vanished is SIGHUP.
    case signalled(Int32)
}
