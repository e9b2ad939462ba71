import Instruments
import LineEditing
import Sessions

/// What may stand in place of the word before the cursor.
///
/// - Parameters:
///   - text: everything before the cursor.
///   - talk: the conversation.
/// - Returns: the candidates that begin with that word.
func completions(of text: String, in talk: Conversation) -> [Completion] {
    let start = text.drop(while: \.isWhitespace)
    let word = start.prefix { !$0.isWhitespace }
    let wanted = text.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let candidates: [Completion]
    if word.endIndex == start.endIndex {
        let isText = talk.question?.kind == .text
        let mark = isText || word.hasPrefix(":") ? ":" : ""
        let commands = talk.commands.map { Completion(mark + $0.name, description: $0.summary) }
        candidates = isText || word.hasPrefix(":") ? commands : options(of: talk) + commands
    } else {
        let name = word.hasPrefix(":") ? word.dropFirst() : word
        let argument = String(start[word.endIndex...].drop(while: \.isWhitespace))
        candidates =
            talk.commands.first { $0.name == name.lowercased() }?.completions(argument, talk) ?? []
    }
    return candidates.filter { $0.text.hasPrefix(wanted.lowercased()) }
}

private func options(of talk: Conversation) -> [Completion] {
    guard let kind = talk.question?.kind else { return [] }
    if kind == .yesNo { return [Completion("yes"), Completion("no")] }
    return kind.options.map { Completion($0.id.text, description: $0.text) }
}
