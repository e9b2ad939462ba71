import Escaping
import Instruments
import Languages

/// Writes a pack as one HTML file that can be read, searched, printed and marked without a network.
package enum HTMLExporter {
    /// A document of a pack as a page; ends in a newline.
    ///
    /// - Parameters:
    ///   - pack: what is in it.
    ///   - kind: which document is made of it.
    ///   - pages: on which page of print each place is, by the name that contents lead to it by; none where that is not known.
    /// - Returns: the page's HTML.
    package static func text(
        of pack: Pack, as kind: DocumentKind = .report, pages: [String: Int] = [:]
    ) -> String {
        page(of: pack, as: kind, pages: pages).html
    }

    /// A document of a pack as a page: the whole pack can be searched and marked, others are only read.
    static func page(of pack: Pack, as kind: DocumentKind, pages: [String: Int] = [:]) -> Page {
        let margins = marginStyle(
            head: pack.cover.mark,
            foot: "\(pack.cover.authority ?? pack.cover.title). \(pack.cover.standingInBrief)")
        guard kind == .report else {
            return Page(
                title: "\(pack.cover.authority ?? pack.cover.title): \(kind.localizedDescription)",
                body: body(of: pack, as: kind), style: pageStyle + paperStyle + margins, script: nil)
        }
        return Page(title: title(of: pack), body: body(of: pack, pages: pages), style: pageStyle + margins)
    }

    /// What a page shows that is only read.
    private static func body(of pack: Pack, as kind: DocumentKind) -> String {
        var page = Markup()
        header(of: pack, into: &page)
        page.element("main", [("id", "main"), ("class", "paper \(kind.rawValue)")]) { page in
            write(pack.document(kind), AnswerLinks([]), into: &page)
        }
        return page.source
    }

    private static func header(of pack: Pack, into page: inout Markup) {
        page.element("header") { page in
            page.element("a", [("class", "skip"), ("href", "#main")], text: local("Skip to the report"))
            if let mark = pack.cover.mark { page.element("p", [("class", "marking mark")], text: mark) }
            page.element("p", [("class", "marking")], text: pack.cover.marking)
        }
    }

    /// A document that is no pack, such as a comparison, as a page.
    package static func text(of blocks: [Block], title: String) -> String {
        var page = Markup()
        page.element("main", [("id", "main")]) { write(blocks, AnswerLinks([]), into: &$0) }
        return Page(title: title, body: page.source).html
    }

    static func title(of pack: Pack) -> String {
        "\(pack.cover.questionnaireTitle). \(pack.cover.title)"
    }

    /// All that the page shows.
    private static func body(of pack: Pack, pages: [String: Int]) -> String {
        var page = Markup()
        let links = AnswerLinks(pack.areas ?? [])
        header(of: pack, into: &page)
        page.element("main", [("id", "main")]) { page in
            let parts = Part.allCases.map { ($0, pack.blocks(of: $0)) }.filter { !$0.1.isEmpty }
            for (part, blocks) in parts {
                page.element("section", [("id", part.rawValue)]) { page in
                    if part == .answers, let areas = pack.areas {
                        write(blocks.prefix(1), links, of: part, into: &page)
                        PageForms.filter(areas, into: &page)
                        for area in areas { write(area, pack, links, into: &page) }
                    } else {
                        write(blocks, links, of: part, into: &page)
                    }
                }
                if part == .position { contents(parts, pages, into: &page) }
            }
            if pack.areas != nil { PageForms.review(pack, into: &page) }
        }
        return page.source
    }

    private static func contents(
        _ parts: [(Part, [Block])], _ pages: [String: Int], into page: inout Markup
    ) {
        page.element("nav", [("class", "contents"), ("aria-labelledby", "contents")]) { page in
            page.element("h2", [("id", "contents")], text: local("Contents"))
            page.element("ol") { page in
                for (part, blocks) in parts {
                    for (index, block) in blocks.enumerated() {
                        guard case .heading(2, let text) = block else { continue }
                        page.element("li") { page in
                            let place = anchor(part, index)
                            page.element("a", [("href", "#\(place)")], text: text)
                            guard let number = pages[place] else { return }
                            page.text(" ")
                            page.element("span", [("class", "at")], text: local("page \(number)"))
                        }
                    }
                }
            }
        }
    }

    private static func answerAnchor(_ question: String) -> String { "q-\(question)" }

    private static func anchor(_ part: Part, _ index: Int) -> String { "\(part.rawValue)-\(index)" }

    private static func write(
        _ area: AreaText, _ pack: Pack, _ links: AnswerLinks, into page: inout Markup
    ) {
        page.element("section", [("class", "area"), ("data-area", area.id)]) { page in
            page.element("h3", text: area.title)
            for answer in area.answers {
                page.element(
                    "article",
                    [
                        ("class", "answer"), ("id", answerAnchor(answer.question.id)),
                        ("data-question", answer.question.id), ("data-name", answer.question.short),
                        ("data-status", answer.status.rawValue), ("data-kind", answer.kind.rawValue),
                        ("data-scale", answer.scale ?? "-"),
                    ]
                ) { page in
                    write(pack.blocks(of: answer), links, into: &page)
                    guard !answer.levels.isEmpty else { return }
                    page.element("details", [("class", "levels")]) { page in
                        page.element("summary", text: local("What each level looks like"))
                        page.element("ul") { page in
                            for level in answer.levelsDescription(on: pack.scales) {
                                page.element("li", text: level)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Writes blocks; headings of level 2 can be linked to.
    private static func write(
        _ blocks: some Sequence<Block>, _ links: AnswerLinks, of part: Part? = nil,
        into page: inout Markup
    ) {
        var depth = 0
        func close(to level: Int, _ page: inout Markup) {
            while depth > level {
                page.trusted("</li></ul>")
                depth -= 1
            }
        }
        for (index, block) in blocks.enumerated() {
            if case .item(let level, let text) = block {
                close(to: level, &page)
                if depth == level {
                    page.trusted("</li><li>")
                } else {
                    // A level is never left out, so that lists are sound whatever a document says.
                    page.trusted("<ul><li>")
                    depth += 1
                }
                write(text.onOneLine, links, into: &page)
                continue
            }
            close(to: 0, &page)
            switch block {
            case .heading(let level, let text):
                let id = part.map { [("id", anchor($0, index))] } ?? []
                page.element("h\(min(level, 6))", level == 2 ? id : [], text: text.onOneLine)
            case .paragraph(let text): page.element("p", [("dir", "auto")], text: text.onOneLine)
            case .quote(let text): page.element("blockquote", [("dir", "auto")], text: text)
            case .table(let header, let rows): write(header, rows, links, into: &page)
            case .chart(let chart): ChartDrawing.write(chart, into: &page)
            case .item: break
            }
        }
        close(to: 0, &page)
    }

    /// Writes a text in which every question that it names is a link to its answer.
    private static func write(_ text: String, _ links: AnswerLinks, into page: inout Markup) {
        for piece in links.pieces(of: text) {
            if let question = piece.question {
                page.element("a", [("href", "#\(answerAnchor(question))")], text: piece.text)
            } else {
                page.text(piece.text)
            }
        }
    }

    private static func write(
        _ header: [String], _ rows: [[String]], _ links: AnswerLinks, into page: inout Markup
    ) {
        page.element(
            "div",
            [
                ("class", "wide"), ("tabindex", "0"), ("role", "group"),
                ("aria-label", local("Table: \(listed(header))")),
            ]
        ) { page in
            page.element("table") { page in
                page.element("thead") { page in
                    page.element("tr") { page in
                        for cell in header { page.element("th", [("scope", "col")], text: cell.onOneLine) }
                    }
                }
                page.element("tbody") { page in
                    for row in rows {
                        page.element("tr") { page in
                            for (index, cell) in row.enumerated() {
                                let isName = index == 0
                                page.element(
                                    isName ? "th" : "td",
                                    isName ? [("scope", "row")] : [("dir", "auto")]
                                ) { write(cell.onOneLine, links, into: &$0) }
                            }
                        }
                    }
                }
            }
        }
    }
}
