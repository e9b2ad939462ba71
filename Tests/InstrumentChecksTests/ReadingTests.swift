import Testing

@testable import InstrumentChecks

/// How hard a text is to read, by words, sentences and syllables.
struct ReadingTests {
    private static let texts = [
        "Does the council leader accept that children's services need to improve?",
        "\"They do.\" (They say so!) It is so: 3 of 4 agree.",
        "Leaders' needed places; the people named there used tables.\tNobody agreed\r\nto the houses.",
        "  - -- ...  a.b  re-use  ", "", "?", "Able tree, due date, the eye.",
    ]

    @Test(arguments: texts)
    func `plain letters are read as all letters are`(text: String) {
        // A word that is not plain, in a sentence of its own, makes the whole text be read the general way.
        let general = Reading.sentences(of: "Ŵyl. " + text).dropFirst()
        #expect(Reading.sentences(of: text) == Array(general))
        #expect(["ŵyl"] + Reading.words(of: text, and: "'") == Reading.words(of: "Ŵyl " + text, and: "'"))
        for word in Reading.sentences(of: text).flatMap(\.self) {
            // A full stop that is no plain one is no letter, and changes nothing else.
            #expect(Reading.syllables(of: word) == Reading.syllables(of: Substring(word + "。")), "\(word)")
        }
    }

    @Test func `syllables are groups of vowels without a silent e`() {
        let counts = ["the": 1, "services": 3, "improve": 2, "table": 2, "agreed": 1, "needed": 2, "gŵyl": 1]
        for (word, count) in counts { #expect(Reading.syllables(of: Substring(word)) == count, "\(word)") }
    }
}
