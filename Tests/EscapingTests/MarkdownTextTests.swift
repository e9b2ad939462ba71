import Escaping
import Testing

@testable import Reports

/// Markdown in which nothing that a user wrote is live.
struct MarkdownTextTests {
    @Test(arguments: [
        ("<script>x</script>", "\\<script\\>x\\</script\\>"),
        ("[a](http://x.y)", "\\[a\\](http\\:/\\/x\\.y)"),
        ("![i](z)", "\\!\\[i\\](z)"),
        ("www.example.org", "www\\.example\\.org"),
        ("ask a@b.c", "ask a`@`b\\.c"),
        ("@@x", "`@@`x"),
        ("3.5 days, e.g. 10:30, and 192.0.2.1.", "3.5 days, e\\.g. 10:30, and 192.0\\.2\\.1."),
        ("Note: yes/no, and/or //x", "Note: yes/no, and/or /\\/x"),
        ("{: onclick=x}", "\\{: onclick=x\\}"),
        ("a_b*c`d", "a\\_b\\*c\\`d"),
        ("# no heading", "\\# no heading"),
        ("- no list", "\\- no list"),
        ("1. no list", "1\\. no list"),
        ("a | b", "a \\| b"),
        ("&lt;", "\\&lt;"),
    ])
    func `what Markdown would act on is escaped`(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test
    func `a quoted note keeps its lines inside the quote`() {
        let text = MarkdownExporter.text(of: [.quote("one\n# two\n> three")])
        #expect(text == "> one  \n> \\# two  \n> \\> three  \n")
    }

    @Test
    func `a cell of a table is one line whatever it holds`() {
        let text = MarkdownExporter.text(of: [.table(header: ["a"], rows: [["x\n| y"]])])
        #expect(text == "| a |\n| --- |\n| x \\| y |\n")
    }
}
