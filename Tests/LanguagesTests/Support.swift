@testable import Languages

/// A catalogue with a header for Welsh and some entries.
func catalogue(_ entries: String, header: String = welshHeader) throws(CatalogueFault) -> Catalogue {
    try Catalogue(Array((header + entries).utf8), file: "cy.po", language: "cy")
}

/// Six forms, as gettext knows them for Welsh.
let welshHeader = #"""
    msgid ""
    msgstr ""
    "Language: cy\n"
    "Content-Type: text/plain; charset=UTF-8\n"
    "Plural-Forms: nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : "
    "(n==3) ? 3 :(n==6) ? 4 : 5;\n"


    """#

/// What is wrong with a catalogue of some entries; nil where nothing is.
func fault(_ entries: String, header: String = welshHeader) -> CatalogueFault? {
    do throws(CatalogueFault) {
        _ = try catalogue(entries, header: header)
        return nil
    } catch {
        return error
    }
}
