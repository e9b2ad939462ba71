import TestSupport

/// A terminal with the probe in it, which waits at its prompt.
func probe(
    _ mode: String = "edit", prompt: String = "> ", environment: [String: String?] = [:], rows: Int = 24,
    columns: Int = 80
) throws -> TerminalSession {
    let session = try TerminalSession(
        BuiltProducts.path(of: "LineEditingProbe"), [mode, prompt], environment: environment, rows: rows,
        columns: columns)
    let reader = mode == "edit" ? "EditLineReader" : "PlainLineReader"
    try session.settle { $0.unwrappedText.hasPrefix("reader: \(reader)\n") && $0.beforeCursor == prompt }
    return session
}

extension TerminalSession {
    /// Waits until the prompt is there again, after this answer.
    func settleAtPrompt(after answer: String, prompt: String = "> ") throws {
        try settle { $0.contains(answer) && $0.cursorLine + " " == prompt && $0.beforeCursor == prompt }
    }
}
