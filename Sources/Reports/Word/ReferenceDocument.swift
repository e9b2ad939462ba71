import Escaping
import Languages

/// A document without a word in it, whose styles, page, header and footer a converter takes.
///
/// It is made anew for each document, since the header and the footer bear words of this one.
struct ReferenceDocument {
    /// What stands at the head of every page, a line each; the first is set off.
    var head: [String]
    /// What stands at the foot of every page, beside its number.
    var foot: String
    /// The language of its words, such as `en-GB`.
    var language: String

    /// The document as the bytes of a DOCX file.
    var bytes: [UInt8] {
        var archive = StoredArchive()
        archive.add("[Content_Types].xml", Self.declaration + contentTypes)
        archive.add(
            "_rels/.rels",
            Self.declaration + Self.relations([("rId1", "officeDocument", "word/document.xml")]))
        archive.add("word/document.xml", Self.declaration + document)
        archive.add(
            "word/_rels/document.xml.rels",
            Self.declaration
                + Self.relations([
                    ("rId1", "styles", "styles.xml"), ("rId2", "header", "header1.xml"),
                    ("rId3", "footer", "footer1.xml"),
                ]))
        archive.add("word/styles.xml", Self.declaration + wordStyles(language: language))
        archive.add("word/header1.xml", Self.declaration + header)
        archive.add("word/footer1.xml", Self.declaration + footer)
        return archive.bytes
    }

    private static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let schemas = "http://schemas.openxmlformats.org"
    /// The names that every part declares.
    static let names =
        #"xmlns:w="\#(schemas)/wordprocessingml/2006/main" "#
        + #"xmlns:r="\#(schemas)/officeDocument/2006/relationships""#

    private var contentTypes: String {
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let parts = [
            ("document", "document.main"), ("styles", "styles"), ("header1", "header"), ("footer1", "footer"),
        ].map { #"<Override PartName="/word/\#($0.0).xml" ContentType="\#(word).\#($0.1)+xml"/>"# }
        return #"<Types xmlns="\#(Self.schemas)/package/2006/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
            + #"<Default Extension="xml" ContentType="application/xml"/>"# + parts.joined() + "</Types>"
    }

    private static func relations(_ parts: [(id: String, kind: String, target: String)]) -> String {
        #"<Relationships xmlns="\#(schemas)/package/2006/relationships">"#
            + parts.map {
                #"<Relationship Id="\#($0.id)" Target="\#($0.target)" "#
                    + #"Type="\#(schemas)/officeDocument/2006/relationships/\#($0.kind)"/>"#
            }.joined() + "</Relationships>"
    }

    /// A4, with margins that leave room for the header and the footer.
    private var document: String {
        "<w:document \(Self.names)><w:body><w:p/><w:sectPr>"
            + #"<w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>"#
            + #"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="907" w:bottom="1077" w:left="907" "#
            + #"w:header="454" w:footer="454" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    }

    private var header: String {
        let lines = head.enumerated().map { place, line in
            paragraph("Header", run(line, isBold: place == 0))
        }
        return "<w:hdr \(Self.names)>\(lines.isEmpty ? paragraph("Header", "") : lines.joined())</w:hdr>"
    }

    /// Whose it is and how it stands, and behind a tab the number of the page, of how many.
    private var footer: String {
        let page = "\u{1}"
        let count = "\u{2}"
        let words = local("Page \(page) of \(count)")
        var runs = run(foot, isBold: false) + "<w:r><w:tab/></w:r>"
        var text = ""
        for character in words {
            guard ["\u{1}", "\u{2}"].contains(character) else {
                text.append(character)
                continue
            }
            runs += run(text, isBold: false) + field(character == "\u{1}" ? "PAGE" : "NUMPAGES")
            text = ""
        }
        return "<w:ftr \(Self.names)>" + paragraph("Footer", runs + run(text, isBold: false)) + "</w:ftr>"
    }

    private func paragraph(_ style: String, _ runs: String) -> String {
        #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/></w:pPr>\#(runs)</w:p>"#
    }

    private func run(_ text: String, isBold: Bool) -> String {
        text.isEmpty
            ? ""
            : "<w:r>\(isBold ? "<w:rPr><w:b/></w:rPr>" : "")"
                + #"<w:t xml:space="preserve">\#(HTMLText.escaped(text))</w:t></w:r>"#
    }

    private func field(_ code: String) -> String {
        #"<w:fldSimple w:instr=" \#(code) "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#
    }
}
