import Escaping
import Instruments
import Languages
import Reports
import Sessions

// Evidence says what to ask for and what that shows: neither stays unseen under the other's new words.
extension Conversation {
    /// Puts other words in the place of what evidence is called, and in the place of what it shows.
    ///
    /// - Parameters:
    ///   - id: its number.
    ///   - question: what it stands on.
    ///   - words: the new reference; in quotes where a line on what it shows stands behind it, or `""` for none.
    /// - Returns: that the next line is asked for.
    /// - Throws: what cannot be done, or the end of the conversation.
    func rewrite(evidence id: String, on question: Question.ID, _ words: String) throws(Interruption) -> Next
    {
        guard let held = state.records[question]?.evidence.first(where: { $0.id == id }) else { return .ask }
        if let (reference, text) = words.firstQuoted {
            if text == "\"\"" || !text.isEmpty || held.text.isEmpty {
                return try save(reference, text == "\"\"" ? "" : text, of: held, on: question)
            }
            return try keepingText(of: held, reference, on: question)
        }
        return try keepingText(of: held, words, on: question)
    }

    /// Asks whether what evidence shows still holds under a new reference; a room is not shown it.
    private func keepingText(
        of held: Evidence, _ reference: String, on question: Question.ID
    ) throws(Interruption) -> Next {
        guard !held.text.isEmpty, state.room == nil else {
            return try save(reference, held.text, of: held, on: question)
        }
        return try asked(
            Expectation.Checked(
                question: local(
                    "What \(held.id) shows is: \(held.text.shortened(to: 200).visible.withFullStop) Does that still hold?"
                ),
                refusal: local(
                    "Nothing was changed. Type edit \(held.id), the new reference in quotes, and what it shows; \"\" for nothing."
                )
            ) { talk throws(Interruption) in try talk.save(reference, held.text, of: held, on: question) })
    }

    private func save(
        _ reference: String, _ text: String, of held: Evidence, on question: Question.ID
    ) throws(Interruption) -> Next {
        try perform(.rewrite(question, .evidence(held.id), reference))
        if text != held.text {
            try perform(
                text.isEmpty
                    ? .remove(question, .evidenceText(held.id))
                    : .rewrite(question, .evidenceText(held.id), text))
        }
        let shows =
            text.isEmpty
            ? local("What it shows is left open.") : local("It shows: \(text.visible.withFullStop)")
        try confirm(
            local("Saved: \(held.id) on \(labels[question].short) is now: \(reference.visible.withFullStop)")
                + " " + shows
                + " " + local("Its kind is still: \(held.kind.localizedDescription)."))
        if state.room == nil { try say(local("It said: \(held.reference.shortened(to: 200).visible)")) }
        return .ask
    }
}
