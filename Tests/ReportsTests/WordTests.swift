import Escaping
import Foundation
import TestSupport
import Testing

@testable import Reports

/// What a converter is given to make a document for word processors of.
struct WordTests {
    @Test func `columns share the page by what is in them, and none is narrower than its words`() {
        let rows = [["Question", "Answer", "No."], [String(repeating: "words ", count: 40), "Yes", "E1"]]
        let shares = WordExporter.shares(of: rows)
        #expect(shares.count == 3 && shares.reduce(0, +) <= 100 && shares[0] > 60 && shares[2] >= 5)
        #expect(WordExporter.shares(of: []) == [])
        let wide = Array(repeating: String(repeating: "x", count: 90), count: 9)
        #expect(WordExporter.shares(of: [wide, wide]).allSatisfy { $0 > 0 })
    }

    @Test(arguments: ["Page <b>&\"' \u{1}", "é\u{202E}\u{1F600}", String(repeating: "long ", count: 400)])
    func `a reference document is an archive of sound parts, whatever words stand in it`(words: String) throws
    {
        let document = ReferenceDocument(head: [words, words], foot: words, language: "en-GB").bytes
        try withTemporaryFolder { folder in
            let file = folder + "/reference.docx"
            try Data(document).write(to: URL(filePath: file))
            let read = try PipedProcess.run(
                "python3",
                [
                    "-c",
                    """
                    import sys, zipfile, xml.etree.ElementTree as tree
                    archive = zipfile.ZipFile(sys.argv[1])
                    assert archive.testzip() is None
                    parts = {n: tree.fromstring(archive.read(n)) for n in archive.namelist()}
                    print("".join(parts["word/header1.xml"].itertext()), end="")
                    """, file,
                ], timeLimit: .seconds(60))
            #expect(read.status == .exited(0), "\(read.errorText)")
            #expect(
                read.outputText.hasPrefix(String(words.visible.prefix(8))), "\(read.outputText.prefix(80))")
            #expect(!read.outputText.contains("\u{202E}"))
        }
        // The same words give the same bytes.
        #expect(document == ReferenceDocument(head: [words, words], foot: words, language: "en-GB").bytes)
    }
}
