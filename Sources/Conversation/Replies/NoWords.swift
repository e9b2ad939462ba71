import Escaping
import Languages
import Reports

extension String {
    /// Refuses words behind a command that say that there is nothing: `strength none` is no strength.
    ///
    /// - Parameter command: the command, as it is typed.
    /// - Throws: that they say so, with the way to keep them.
    func refuseNothing(behind command: String) throws(Interruption) {
        guard saysNothing else { return }
        throw .problem(
            ErrorDescription(
                local("`\(shortened.visible)` says that there is none, and nothing was saved"),
                hint: local(
                    "type \(command) and what there is, or note and the words to keep them")))
    }

    /// Whether the words say that there is nothing, or that nobody knows, and no more than that.
    var saysNothing: Bool {
        if ReplyParser.saysDontKnow(self) { return true }
        let words = lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "\u{2019}" }
            .map(String.init)
        guard let first = words.first else { return !isEmpty }
        return Self.noThings.contains(first) && words.allSatisfy { Self.fillers.contains($0) }
    }

    /// What begins words that say so.
    private static let noThings: Set<String> = [
        "none", "nil", "nothing", "no", "n", "na", "not", "there", "i", "we", "dk", "unknown", "tbc", "tbd",
    ]
    private static let fillers = noThings.union([
        "a", "any", "here", "yet", "really", "known", "found", "identified", "at", "all", "present",
        "applicable",
        "that", "of", "to", "report", "see", "noted", "note", "are", "is", "were", "strength", "strengths",
        "concern", "concerns", "evidence", "action", "actions", "needed", "required", "can", "think", "comes",
        "mind", "specific", "particular", "in", "have", "has", "been", "come", "so", "far", "good", "well",
        "know", "don't", "dont", "sure", "say", "add", "now", "for", "the", "moment",
    ])
}
