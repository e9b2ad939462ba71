/// The styles of documents for word processors, by the names that pandoc gives to what it writes.
///
/// - Parameter language: the language of the words, such as `en-GB`.
/// - Returns: the part `word/styles.xml` without its declaration.
func wordStyles(language: String) -> String {
    let defaults =
        #"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" "#
        + #"w:eastAsia="Arial"/><w:sz w:val="19"/><w:szCs w:val="19"/><w:lang w:val="\#(language)" "#
        + #"w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"#
        + #"<w:spacing w:after="80" w:line="250" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#
    return "<w:styles \(ReferenceDocument.names)>" + defaults + paragraphs.map(\.xml).joined() + tables
        + "</w:styles>"
}

/// A style of paragraphs.
private struct ParagraphStyle {
    var id: String
    var name: String
    var basedOn: String? = "Normal"
    /// Half points; nil for those of the style that it is based on.
    var size: Int?
    var isBold = false
    /// Twentieths of a point above and below.
    var spacing: (before: Int, after: Int)?
    /// The level in the outline, from 0; nil for what is no heading.
    var outline: Int?
    /// More properties of the paragraph.
    var more = ""

    var xml: String {
        let isNormal = basedOn == nil
        var paragraph = outline == nil ? "" : "<w:keepNext/><w:keepLines/>"
        paragraph += more
        if let spacing {
            paragraph += #"<w:spacing w:before="\#(spacing.before)" w:after="\#(spacing.after)"/>"#
        }
        if let outline { paragraph += #"<w:outlineLvl w:val="\#(outline)"/>"# }
        var run = isBold ? "<w:b/><w:bCs/>" : ""
        if let size { run += #"<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/>"# }
        return #"<w:style w:type="paragraph"\#(isNormal ? #" w:default="1""# : "") w:styleId="\#(id)">"#
            + #"<w:name w:val="\#(name)"/>"#
            + (basedOn.map { #"<w:basedOn w:val="\#($0)"/>"# } ?? "") + "<w:qFormat/>"
            + "<w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
    }
}

/// A line below a paragraph.
private let lineBelow =
    #"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="2" w:color="000000"/></w:pBdr>"#
/// A tab at the right edge of the text.
private let rightTab = #"<w:tabs><w:tab w:val="right" w:pos="10092"/></w:tabs>"#

private let paragraphs = [
    ParagraphStyle(id: "Normal", name: "Normal", basedOn: nil),
    ParagraphStyle(id: "BodyText", name: "Body Text"),
    ParagraphStyle(id: "FirstParagraph", name: "First Paragraph", basedOn: "BodyText"),
    ParagraphStyle(id: "Compact", name: "Compact", basedOn: "BodyText", spacing: (10, 10)),
    ParagraphStyle(id: "Title", name: "Title", size: 32, isBold: true, spacing: (0, 60)),
    ParagraphStyle(
        id: "Heading1", name: "heading 1", size: 30, isBold: true, spacing: (160, 100), outline: 0,
        more: lineBelow),
    ParagraphStyle(id: "Heading2", name: "heading 2", size: 22, isBold: true, spacing: (140, 50), outline: 1),
    ParagraphStyle(id: "Heading3", name: "heading 3", size: 20, isBold: true, spacing: (120, 40), outline: 2),
    ParagraphStyle(id: "Heading4", name: "heading 4", size: 19, isBold: true, spacing: (100, 40), outline: 3),
    ParagraphStyle(
        id: "BlockText", name: "Block Text", basedOn: "BodyText",
        more: #"<w:ind w:left="340" w:right="340"/>"#),
    ParagraphStyle(
        id: "NextPage", name: "Next Page", size: 2, spacing: (0, 0), more: "<w:pageBreakBefore/>"),
    ParagraphStyle(
        id: "Header", name: "header", size: 17, spacing: (0, 0), more: #"<w:jc w:val="center"/>"#),
    ParagraphStyle(id: "Footer", name: "footer", size: 16, spacing: (0, 0), more: rightTab),
]

/// The style of tables: thin lines, and a head that is bold on grey and stands on every page.
private let tables =
    #"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>"#
    + #"<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" "#
    + #"w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#
    + #"<w:style w:type="table" w:styleId="Table"><w:name w:val="Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>"#
    + #"<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:tblPr><w:tblBorders>"#
    + ["top", "left", "bottom", "right", "insideH", "insideV"].map {
        #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="767B84"/>"#
    }.joined()
    + #"</w:tblBorders></w:tblPr><w:trPr><w:cantSplit/></w:trPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>"#
    + #"<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E9EBEE"/></w:tcPr></w:tblStylePr></w:style>"#
