import Instruments
import Languages
import LineEditing
import Reports
import Sessions

// Several lines that came at once were copied from somewhere, and answer nothing by themselves.
extension Conversation {
    /// What is said of lines that were not kept.
    static var leftOut: String { local("Left out: nothing of these lines was saved.") }

    /// Asks what to do with lines that came at once; a note that is being typed takes them up to its full stop.
    func takeGathered(_ text: String) throws(Interruption) -> Next {
        var rest = text
        if case .noteLine? = expectation {
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let end = lines.firstIndex { $0.trimmed == "." }
            let own = lines[..<(end ?? lines.count)].joined(separator: "\n")
            if !own.trimmed.isEmpty { _ = try takeExpected(own) }
            guard let end else { return .ask }
            _ = try takeExpected(".")
            rest = lines[(end + 1)...].joined(separator: "\n").trimmed
            if rest.isEmpty { return .ask }
        }
        let lines = rest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // A vote that nobody may see yet is not to come onto the wall by being typed too fast.
        if let hidden = lines.firstIndex(where: mayHoldCounts) {
            rest = lines[..<hidden].joined(separator: "\n").trimmed
            try say(
                local(
                    "Several lines came at once, and nothing of them was saved. From the first that may be counts of a vote on they are not shown: type tally, wait until it asks, and type the counts."
                ))
            if rest.isEmpty { return .ask }
            try say(local("Before it stood:"))
        } else {
            try say(local("Several lines came at once, and nothing of them was saved:"))
        }
        try say(rest)
        if isForAnswer(during: expectation) {
            try say(local("They can be kept as your answer."))
        } else {
            try say(local("They can be kept as words on \(labels[try subject()].short)."))
        }
        expectation = .pasted(rest, during: expectation)
        return .ask
    }

    /// Whether a line begins what a room types unseen, or is it.
    private func mayHoldCounts(_ line: String) -> Bool {
        guard state.room != nil else { return false }
        if case .command(let name, _) = parser.parse(line.trimmed, for: nil),
            [TallyCommand().name, BallotCommand().name].contains(name)
        {
            return true
        }
        return TallyCommand.isCounts(line)
            || !line.trimmed.isEmpty && line.trimmed.allSatisfy { ("0"..."9").contains($0) }
    }

    /// Takes the reply on whether to keep pasted lines.
    func takePasted(
        _ reply: String, _ text: String, _ during: Expectation?
    ) throws(Interruption) -> Next? {
        expectation = during
        switch reply.lowercased() {
        case "yes", "y":
            return try keepPasted(text, during)
        case "", "no", "n":
            try say(Self.leftOut)
            return .ask
        default:
            return try leaving(reply, for: .pasted(text, during: during), saying: Self.leftOut)
        }
    }

    private func keepPasted(_ text: String, _ during: Expectation?) throws(Interruption) -> Next {
        if isForAnswer(during: during) { return try replaying(text.hasPrefix(":") ? ":\(text)" : text) }
        if case .furtherWords? = during { return try replaying(text.hasPrefix(":") ? ":\(text)" : text) }
        let (word, words) = text.firstWord
        return try replaying(":note +" + (["note", ":note"].contains(word.lowercased()) ? words : text))
    }

    /// Does what a line says as if it had been typed, also where its words are asked about first.
    func replaying(_ line: String) throws(Interruption) -> Next {
        do throws(Interruption) {
            return try take(line)
        } catch {
            guard case .personal(let details, nil) = error else { throw error }
            throw .personal(details, line: line)
        }
    }

    /// Whether whatever is entered now is kept as words, in one line or several.
    var takesWords: Bool {
        switch expectation {
        case .furtherWords, .noteLine: true
        case nil: question?.kind == .text
        default: false
        }
    }

    /// Whether the lines would be the answer to a question that takes text.
    private func isForAnswer(during: Expectation?) -> Bool {
        during == nil && question?.kind == .text && writingOn == nil
    }
}
