import Instruments
import Languages
import Sessions

// What an interviewer asks after an answer, to hear more.

extension Conversation {
    /// Takes a line as what is said on a probe; nil where no probe waits, or a command was typed.
    func takeProbe(_ line: String) throws(Interruption) -> Next? {
        guard let (question, left) = probing, let probe = left.first else { return nil }
        let words = line.trimmed
        guard words.hasPrefix("::") || !words.hasPrefix(":") else {
            probing = nil
            return nil
        }
        if !words.isEmpty {
            let said = "\(probe) \(words.hasPrefix("::") ? String(words.dropFirst()) : words)"
            let note = state.records[question]?.note.map { "\($0)\n\(said)" } ?? said
            try perform(.note(question, note))
            try say(local("Saved with the note."))
        }
        let rest = left.dropFirst()
        guard let next = rest.first else {
            probing = nil
            return try goOn()
        }
        probing = (question, rest)
        try say(local("To hear more: \(next)"))
        return .ask
    }
}
