import Testing

@testable import Terminal

/// What a terminal's bytes mean.
struct CharsetTests {
    @Test(arguments: [
        ("en_GB.ISO-8859-1", true), ("en_GB.iso88591@euro", true), ("de_DE.ISO-8859-15", false),
        ("cy_GB.latin1", true), ("C", false),
        ("en_GB.UTF-8", false), ("C.UTF-8", false), ("en_GB", false), ("", false), (".", false),
    ])
    func `are named by the locale`(locale: String, isLatin1: Bool) {
        #expect(TerminalCharset(locale: locale).isLatin1 == isLatin1)
    }

    @Test func `go to text and back`() {
        let latin = TerminalCharset(locale: "en_GB.ISO-8859-1")
        #expect(latin.text(of: [0x63, 0xE9]) == "cé")
        #expect(latin.text(of: Array("ŵ".utf8)) == "ŵ")
        #expect(latin.bytes(of: "cé ŵ") == [0x63, 0xE9, 0x20] + Array("\\u{175}".utf8))
        #expect(TerminalCharset.utf8.text(of: [0xE9]) == "\u{FFFD}")
        #expect(TerminalCharset.utf8.bytes(of: "é€") == Array("é€".utf8))
    }
}
