import Conversation
import Escaping
import Languages
import LineEditing
import Reports
import Terminal

/// What a command asks before it does what cannot be taken back.
struct Confirmation {
    /// Where replies come from; one for all questions, since it may have read ahead.
    private let reader: PlainLineReader

    /// A confirmation; from here on Ctrl-C is an answer that does nothing, and no end without a word.
    init() {
        Signals.install()
        reader = PlainLineReader()
    }

    /// Asks until somebody says yes or no; the end of the input is a no, or whatever does nothing.
    ///
    /// - Parameters:
    ///   - question: what is asked, without what may be answered.
    ///   - atEnd: what is taken for the answer where nobody gives one: that which does nothing.
    /// - Returns: whether it was a yes.
    /// - Throws: that nothing can be said any more.
    func isGiven(to question: String, atEnd: Bool = false) throws(CommandFault) -> Bool {
        try asked(local("\(question) Type yes or no:")) { reply in
            switch reply.lowercased() {
            case "yes", "y": true
            case "no", "n": false
            default: nil
            }
        } ?? atEnd
    }

    /// Asks until somebody types a word that says what is to be erased, or no.
    ///
    /// - Parameters:
    ///   - word: the word, to the letter.
    ///   - question: what is asked, without what may be answered.
    /// - Returns: whether it was typed.
    /// - Throws: that nothing can be said any more.
    func isTyped(_ word: String, to question: String) throws(CommandFault) -> Bool {
        try asked(local("\(question) Type \(word.visible) to erase it, or no:")) { reply in
            reply == word ? true : ["no", "n"].contains(reply.lowercased()) ? false : nil
        } ?? false
    }

    private func asked(
        _ prompt: String, _ meaning: (String) -> Bool?
    ) throws(CommandFault) -> Bool? {
        while true {
            let screen = Screen(DescriptorOutput.standardOutput(), columns: Surroundings.columns)
            switch reader.readLine(prompt: screen.prompt(prompt) + " ", completions: { _ in [] }) {
            case .line(let line), .pasted(let line):
                let reply = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if let answer = meaning(reply) { return answer }
                if !reply.isEmpty {
                    try Surroundings.say([local("`\(reply.visible)` is no answer to that.")])
                }
            case .gathered: try Surroundings.say([local("Several lines came at once, and answer nothing.")])
            case .cut: try Surroundings.say([local("The line is too long, and answers nothing.")])
            case .interrupted, .endOfInput, .signalled: return nil
            }
        }
    }
}
