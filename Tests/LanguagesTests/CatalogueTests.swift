import Testing

@testable import Languages

/// What is said in another language.
struct CatalogueTests {
    private let entries = #"""
        # A comment of a translator.
        #. {1} is words
        #: Sources/Somewhere.swift
        msgid "Saved: {1}."
        msgstr "Arbedwyd: {1}."

        msgid "{1} of {2}"
        msgstr "{2}, {{ac}} ohonynt {1}"

        msgid ""
        "Broken "
        "over lines\n"
        "and \"quoted\" \\ here"
        msgstr ""
        "Wedi "
        "torri"

        msgid "Yes"
        msgstr "Ie"

        msgctxt "answer"
        msgid "Yes"
        msgstr "Oes"

        msgid "{1} question"
        msgid_plural "{1} questions"
        msgstr[0] "dim cwestiynau"
        msgstr[1] "un cwestiwn"
        msgstr[2] "dau gwestiwn"
        msgstr[3] "tri chwestiwn"
        msgstr[4] "chwe chwestiwn"
        msgstr[5] "{1} cwestiwn"

        #, fuzzy
        msgid "Left."
        msgstr "Chwith."

        msgid "Open."
        msgstr ""

        msgid "{1} answer"
        msgid_plural "{1} answers"
        msgstr[0] ""
        msgstr[1] ""

        #~ msgid "Gone."
        #~ msgstr "Wedi mynd."

        msgctxt "list"
        msgid "{1}, {2}"
        msgstr "{1}, {2}"

        msgctxt "list"
        msgid "{1} and {2}"
        msgstr "{1} a hefyd {2}"

        """#

    private func inWelsh(_ words: () -> String) throws -> String {
        Catalogue.speaking(try catalogue(entries), words)
    }

    @Test func `a phrase is said as it is translated, with its places filled`() throws {
        #expect(try inWelsh { local("Saved: \("3").") } == "Arbedwyd: 3.")
        #expect(try inWelsh { local("\(1) of \(2)") } == "2, {ac} ohonynt 1")
        #expect(
            try inWelsh { local("Broken " + "over lines\nand \"quoted\" \\ here") } == "Wedi torri")
    }

    @Test func `a context tells phrases apart that are the same in English`() throws {
        #expect(try inWelsh { local("Yes") } == "Ie")
        #expect(try inWelsh { local("Yes", context: "answer") } == "Oes")
        #expect(try inWelsh { local("Yes", context: "other") } == "Yes")
    }

    @Test(arguments: [
        (0, "dim cwestiynau"), (1, "un cwestiwn"), (2, "dau gwestiwn"), (3, "tri chwestiwn"),
        (4, "4 cwestiwn"), (6, "chwe chwestiwn"), (7, "7 cwestiwn"), (100, "100 cwestiwn"),
    ])
    func `Welsh has six forms`(count: Int, words: String) throws {
        #expect(try inWelsh { counted(count, "question", "questions") } == words)
    }

    @Test func `what is fuzzy, empty, obsolete or missing is said in English`() throws {
        #expect(try inWelsh { local("Left.") } == "Left.")
        #expect(try inWelsh { local("Open.") } == "Open.")
        #expect(try inWelsh { local("Gone.") } == "Gone.")
        #expect(try inWelsh { local("Never seen.") } == "Never seen.")
        #expect(try inWelsh { counted(3, "answer", "answers") } == "3 answers")
        #expect(try inWelsh { counted(3, "question", "questionnaires") } == "3 questionnaires")
    }

    @Test func `a list is joined by the words of the language`() throws {
        #expect(try inWelsh { listed(["a", "b", "c"]) } == "a, b a hefyd c")
        #expect(try inWelsh { listed(["a a hefyd b", "c"]) } == "a a hefyd b; and c")
    }

    @Test func `English comes back where the catalogue ends`() throws {
        let welsh = try catalogue(entries)
        Catalogue.speaking(welsh) {
            #expect(local("Yes") == "Ie")
            Catalogue.speaking(nil) { #expect(local("Yes") == "Yes") }
        }
        #expect(local("Yes") == "Yes")
        #expect(welsh.language == "cy")
    }

    @Test func `a file may have a byte order mark and the line ends of Windows`() throws {
        let text = "\u{FEFF}" + (welshHeader + entries).replacing("\n", with: "\r\n")
        let welsh = try Catalogue(Array(text.utf8), file: "cy.po", language: "cy")
        #expect(Catalogue.speaking(welsh) { local("Saved: \("3").") } == "Arbedwyd: 3.")
    }
}
