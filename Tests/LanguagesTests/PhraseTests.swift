import Testing

@testable import Languages

/// Phrases, and what is said where there is no translation.
struct PhraseTests {
    @Test func `a phrase is found by its words, with a number for each place`() {
        let phrase: Phrase = "Saved: \("3, Established"), with \(2) notes."
        #expect(phrase.key == "Saved: {1}, with {2} notes.")
        #expect(phrase.arguments == ["3, Established", "2"])
        #expect(phrase.english == "Saved: 3, Established, with 2 notes.")
    }

    @Test func `joined phrases count their places on`() {
        let phrase: Phrase = "The \("tier") is " + "settled: \("A")" + ". " + "Type \("evaluate")."
        #expect(phrase.key == "The {1} is settled: {2}. Type {3}.")
        #expect(phrase.english == "The tier is settled: A. Type evaluate.")
    }

    @Test func `braces are doubled in the key alone`() {
        let phrase: Phrase = "a place such as {1}, and \("{2}")"
        #expect(phrase.key == "a place such as {{1}}, and {1}")
        #expect(phrase.english == "a place such as {1}, and {2}")
    }

    @Test func `a phrase without a place is its own key`() {
        let phrase: Phrase = "Nothing."
        #expect(phrase.key == "Nothing." && phrase.arguments.isEmpty)
        #expect(local("Nothing.") == "Nothing.")
    }

    @Test(arguments: [(0, "0 questions"), (1, "1 question"), (2, "2 questions")])
    func `English has one form for 1 and one for all else`(count: Int, words: String) {
        #expect(counted(count, "question", "questions") == words)
        #expect(
            plural(count, "one of \(3)", "\(count) of \(3)") == (count == 1 ? "one of 3" : "\(count) of 3"))
    }

    @Test func `lists keep items with a comma or such a word apart`() {
        #expect(listed([]) == "")
        #expect(listed(["a"]) == "a")
        #expect(listed(["a", "b"]) == "a and b")
        #expect(listed(["a", "b", "c"], with: .or) == "a, b or c")
        #expect(listed(["a, b", "c"]) == "a, b; and c")
        #expect(listed(["salt and pepper", "b", "c"], with: .or) == "salt and pepper; b; or c")
    }
}
