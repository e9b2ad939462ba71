import Instruments
import Testing

@testable import Sessions

/// What is stored is in Unicode's composed form.
struct ComposedTests {
    @Test(arguments: [
        ("e\u{301}", "\u{E9}"), ("Glyndw\u{302}r", "Glynd\u{175}r"), ("plain", "plain"), ("", ""),
        ("\u{1100}\u{1161}", "\u{AC00}"), ("\u{E9}", "\u{E9}"), ("👩‍👧", "👩‍👧"),
    ])
    func `a text`(text: String, composed: String) {
        #expect(text.composed.unicodeScalars.elementsEqual(composed.unicodeScalars))
    }

    @Test func `every text of every command`() throws {
        let loose = "e\u{301}"
        let sheet = AnswerSheet(entries: [
            .init(
                question: "q.a", place: Place(line: 1, column: 1), answer: .wrapped(loose), note: loose,
                evidence: [.init(kind: "data", reference: loose, text: loose)], strengths: [loose],
                concerns: [loose])
        ])
        let commands: [SessionCommand] = [
            .answer("q.a", .given(.text(loose)), note: loose), .recordSheet(sheet), .note("q.a", loose),
            .answer("q.a", .notApplicable(reason: loose), note: nil),
            .addEvidence("q.a", kind: .data, reference: loose, text: loose), .addStrength("q.a", loose),
            .addConcern("q.a", loose), .addAction("q.a", Action(text: loose, role: loose, due: nil)),
            .setTheme("q.a", loose, isOn: true), .askReviewers(loose), .title(loose), .nameAuthority(loose),
            .link(Link(from: Reference("f", "a"), to: Reference("f", "b"), note: loose)),
            .signOff(role: loose), .reopen(reason: loose),
        ]
        for command in commands {
            #expect(!command.words.isEmpty)
            let texts = command.composed.words
            #expect(texts.count == command.words.count)
            for text in texts { #expect(text.unicodeScalars.elementsEqual("\u{E9}".unicodeScalars)) }
        }
    }
}
