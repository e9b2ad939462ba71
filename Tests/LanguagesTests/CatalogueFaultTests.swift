import Testing

@testable import Languages

/// Files of translations that cannot be used, with the line that says why.
struct CatalogueFaultTests {
    private static let sixForms = (0...5).map { "msgstr[\($0)] \"{1}\"" }.joined(separator: "\n")

    @Test(arguments: [
        ("msgid \"a\"\nmsgstr \"b", 2, CatalogueFault.Problem.unfinishedText),
        ("msgid \"a\" b\nmsgstr \"b\"", 1, .unfinishedText),
        ("msgid \"a\"\nmsgstr \"\\q\"", 2, .unknownEscape("q")),
        ("msgid \"a\"\nmsgstr b", 2, .unknownLine),
        ("some words", 1, .unknownLine),
        ("msgstr \"b\"", 1, .misplaced("msgstr")),
        ("\"b\"", 1, .misplaced("\"")),
        ("msgid \"a\"\n\nmsgstr \"b\"", 2, .misplaced("msgid")),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"", 3, .misplaced("msgstr")),
        ("msgid \"a\"\nmsgstr[0] \"c\"", 2, .misplaced("msgstr[0]")),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[2] \"c\"", 4, .misplaced("msgstr[2]")),
        ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", 4, .repeated(firstLine: 8)),
        ("msgid \"a {1}\"\nmsgstr \"b\"", 2, .places(missing: [1], unknown: [])),
        ("msgid \"a\"\nmsgstr \"{1} b {3}\"", 2, .places(missing: [], unknown: [1, 3])),
        ("msgid \"a {1}\"\nmsgstr \"{1} {b\"", 2, .brace),
        ("msgid \"a {1}\"\nmsgstr \"{1} b}\"", 2, .brace),
        (
            "msgid \"{1} a\"\nmsgid_plural \"{1} as\"\nmsgstr[0] \"b\"\nmsgstr[1] \"b\"", 3,
            .forms(expected: 6, found: 2)
        ),
        (
            "msgid \"{1} a\"\nmsgid_plural \"{1} as\"\n"
                + sixForms.replacing("[5] \"{1}\"", with: "[5] \"b\""),
            3, .places(missing: [1], unknown: [])
        ),
        (
            "msgid \"{1} a\"\nmsgid_plural \"{1} as\"\n"
                + sixForms.replacing("[5] \"{1}\"", with: "[5] \"\""),
            3, .forms(expected: 6, found: 5)
        ),
    ])
    func `what is wrong is named with its line`(entries: String, line: Int, problem: CatalogueFault.Problem) {
        let offset = welshHeader.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(fault(entries) == CatalogueFault(file: "cy.po", line: line + offset, problem))
    }

    @Test func `a form for one number need not name it`() {
        let forms = Self.sixForms.replacing("[2] \"{1}\"", with: "[2] \"dau\"")
        #expect(fault("msgid \"{1} a\"\nmsgid_plural \"{1} as\"\n" + forms) == nil)
        let other = Self.sixForms.replacing("\"{1}\"", with: "\"{2}\"").replacing(
            "[5] \"{2}\"", with: "[5] \"{1} {2}\"")
        #expect(fault("msgid \"{1} a {2}\"\nmsgid_plural \"{1} as {2}\"\n" + other) == nil)
    }

    @Test func `a plural needs a rule`() {
        let entry = "msgid \"{1} a\"\nmsgid_plural \"{1} as\"\n" + Self.sixForms
        #expect(fault(entry, header: "")?.problem == .noPluralRule)
        let header = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n = 1);\\n\"\n\n"
        #expect(
            fault(entry, header: header)
                == CatalogueFault(file: "cy.po", line: 2, .pluralRule("nplurals=2; plural=(n = 1);")))
    }

    @Test func `another encoding is refused`() {
        let header = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-14\\n\"\n\n"
        #expect(fault("", header: header)?.problem == .otherEncoding("iso-8859-14"))
        let bytes: [UInt8] = Array("msgid \"a\"\nmsgstr \"".utf8) + [0xFF, 0x22]
        #expect(throws: CatalogueFault(file: "cy.po", line: nil, .notUTF8)) {
            try Catalogue(bytes, file: "cy.po", language: "cy")
        }
    }

    @Test func `a file of more than 4 MB is refused`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: Catalogue.largest + 1)
        #expect(throws: CatalogueFault(file: "cy.po", line: nil, .tooLarge(limit: Catalogue.largest))) {
            try Catalogue(bytes, file: "cy.po", language: "cy")
        }
    }
}
