/// A prompt as libedit wants it: escapes between two `\1`, each with a character after it.
///
/// Two such runs side by side garble the line, and one at the very end is lost. So neighbours become one
/// run, and a run at the end goes before the last character.
struct PromptText {
    /// The text to hand to libedit.
    let marked: String

    /// What can be seen of it.
    let visible: String

    init(_ prompt: String) {
        var pieces: [(escapes: String, character: Character)] = []
        var escapes = ""
        var rest = prompt[...]
        while let first = rest.first {
            if first == "\u{1B}" {
                let run = Self.escape(at: rest)
                escapes += run
                rest = rest.dropFirst(run.count)
            } else {
                rest = rest.dropFirst()
                // A newline would break libedit's reckoning, and \1 is spoken for.
                if first.isNewline || first == "\u{1}" { continue }
                pieces.append((escapes, first))
                escapes = ""
            }
        }
        if let last = pieces.indices.last {
            pieces[last].escapes += escapes
        }
        visible = String(pieces.map(\.character))
        marked = pieces.map {
            $0.escapes.isEmpty ? "\($0.character)" : "\u{1}\($0.escapes)\u{1}\($0.character)"
        }
        .joined()
    }

    /// A control sequence (`ESC [`, parameters, a final character), or a lone ESC.
    private static func escape(at text: Substring) -> Substring {
        guard text.dropFirst().first == "[" else { return text.prefix(1) }
        let body = text.dropFirst(2)
        guard let final = body.firstIndex(where: { ("@"..."~").contains($0) }) else { return text }
        return text[...final]
    }
}
