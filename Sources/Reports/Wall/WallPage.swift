import Languages

/// The wall as a page that a browser on the projector reloads from the disk by itself.
package enum WallPage {
    /// How often the page is reloaded, in seconds.
    private static let pause = 2

    /// The page.
    ///
    /// - Parameters:
    ///   - content: what is on the wall.
    ///   - isLast: whether it is written for the last time, so that nothing is reloaded any more.
    /// - Returns: one HTML file that needs nothing else and runs nothing.
    package static func text(of content: WallContent, isLast: Bool) -> String {
        var page = Markup()
        page.element("main") { page in
            if let earlier = content.earlier { page.element("p", [("class", "earlier")], text: earlier) }
            if let place = content.place { page.element("p", [("class", "place")], text: place) }
            if let question = content.question { page.element("h1", text: question) }
            if let hint = content.hint { page.element("p", text: hint) }
            if !content.choices.isEmpty {
                page.element("ol") { page in
                    for choice in content.choices { show(choice, of: content.people, into: &page) }
                }
            }
            for sentence in content.status { page.element("p", [("class", "status")], text: sentence) }
        }
        return Page(
            title: local("The room's wall"), body: page.source, style: style, script: nil,
            reloading: isLast ? nil : pause
        ).html
    }

    private static func show(_ choice: WallContent.Choice, of people: Int, into page: inout Markup) {
        page.element("li") { page in
            page.element("strong", text: choice.name)
            if let descriptor = choice.descriptor { page.text(" \(descriptor)") }
            if let before = choice.before {
                bar(local("First vote: \(before)"), before, of: people, into: &page)
                bar(local("Now: \(choice.count ?? 0)"), choice.count ?? 0, of: people, into: &page)
            } else if let count = choice.count {
                bar("\(count)", count, of: people, into: &page)
            }
        }
    }

    private static func bar(_ words: String, _ count: Int, of people: Int, into page: inout Markup) {
        page.element("div", [("class", "bar")]) { page in
            page.element(
                "meter",
                [("min", "0"), ("max", "\(max(1, people))"), ("value", "\(count)"), ("aria-hidden", "true")],
                text: "")
            page.text(" \(words)")
        }
    }

    private static let style = """
        *{box-sizing:border-box}
        body{margin:0;padding:3vw;font:clamp(1.2rem,2.2vw,3rem)/1.35 system-ui,sans-serif;color:#000;background:#fff}
        h1{font-size:1.6em;margin:.4em 0}ol{padding-left:1.4em}li{margin:.5em 0}
        .place,.earlier{font-size:.8em;margin:.2em 0}.status{font-size:1.3em;font-weight:600;margin:.5em 0}
        meter{width:60%;height:1.1em}.bar{font-weight:600}
        @media (prefers-color-scheme:dark){body{color:#fff;background:#000}}
        """
}
