import Escaping

/// How a document looks that is only read: two pages of a brief fit on A4.
let paperStyle = """
    .paper h1{font-size:1.5rem;margin:.2em 0}.paper h2{font-size:1.45rem;border:0;border-bottom:3px solid var(--ink);\
    padding:0 0 .2em;margin:.7em 0 .4em}.paper h3{font-size:1.05rem;margin:.9em 0 .3em}.paper p{margin:.4em 0}\
    .paper tbody th{font-weight:400}
    @media print{.marking{padding:.1rem .4rem;margin:0 0 .3rem;font-size:8.5pt}.paper{font-size:9pt;line-height:1.32}
    .paper h1{font-size:14pt}.paper h2{font-size:15pt}.paper h3{font-size:10.5pt;margin:.55em 0 .2em}
    .paper p{margin:.25em 0}.paper ul{margin:.15em 0}.paper li{margin:.1em 0}
    .paper .wide,.paper figure{margin:.3em 0}.paper th,.paper td{padding:.15rem .3rem;font-size:8.5pt}
    .brief h2:nth-of-type(2){break-before:page}
    .brief figcaption{font-size:8pt}.mark{display:none}}
    """

/// What stands in the margins of every page in print.
///
/// - Parameters:
///   - head: the sender's mark; nil for none.
///   - foot: whose it is, and whether it is a draft; nil for nothing.
/// - Returns: a style; empty where nothing is to stand there.
func marginStyle(head: String?, foot: String?) -> String {
    func box(_ place: String, _ text: String?, _ font: String) -> String {
        text.map {
            "@\(place){content:\"\(CSSText.escaped($0.onOneLine.cutForMargin))\";font:\(font) sans-serif}"
        } ?? ""
    }
    let boxes =
        box("top-center", head, "bold 10pt") + box("bottom-center", head, "bold 10pt")
        + box("bottom-left", foot, "8pt")
    return boxes.isEmpty ? "" : "@page{\(boxes)}\n"
}

extension String {
    /// The text as far as a margin has room for it.
    fileprivate var cutForMargin: String {
        unicodeScalars.count <= 90
            ? self : String(UnicodeScalarView(unicodeScalars.prefix(89))) + "\u{2026}"
    }
}
