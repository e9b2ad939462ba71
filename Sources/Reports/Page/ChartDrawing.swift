import Languages

/// Draws charts as SVG; the colours come from the page's style, so that they follow light, dark and print.
enum ChartDrawing {
    /// Adds a chart, which can be scrolled where it is wider than the window.
    static func write(_ chart: Chart, into page: inout Markup) {
        let title =
            switch chart {
            case .bars(let bars): bars.title
            case .grid(let grid): grid.title
            case .map(let map): map.title
            case .line(let line): line.title
            }
        page.element("figure", [("aria-label", title)]) { page in
            page.element(
                "div", [("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", title)]
            ) { page in
                switch chart {
                case .bars(let bars): draw(bars, into: &page)
                case .grid(let grid): draw(grid, into: &page)
                case .map(let map): draw(map, into: &page)
                case .line(let line): draw(line, into: &page)
                }
            }
            page.element(
                "figcaption", text: local("\(title). The words beside it say the same."))
        }
    }

    static let width = 720

    static func picture(
        _ title: String, height: Int, into page: inout Markup, _ draw: (inout Markup) -> Void
    ) {
        page.element(
            "svg",
            [
                ("viewBox", "0 0 \(width) \(height)"), ("width", "\(width)"), ("height", "\(height)"),
                ("role", "img"), ("aria-label", title),
            ]
        ) { page in
            page.element("title", text: title)
            draw(&page)
        }
    }

    private static func draw(_ chart: BarChart, into page: inout Markup) {
        let (rowHeight, barHeight) = (56, 28)
        // A bar is as long as its count among the others', so that few are not drawn as many.
        let longest = max(chart.rows.map(\.count).max() ?? 0, 1)
        picture(chart.title, height: chart.rows.count * rowHeight + 4, into: &page) { page in
            for (index, row) in chart.rows.enumerated() {
                let top = index * rowHeight
                var (before, left) = (0, 1)
                var unnamed: [String] = []
                for segment in row.segments {
                    before += segment.count
                    // A line around the bar is drawn half outside of it.
                    let right = 1 + (width - 2) * before / longest
                    box(
                        segment.shade, x: left, y: top + 22, width: right - left, height: barHeight,
                        into: &page)
                    let name = local("\(segment.label): \(segment.count)")
                    let isNamed = right - left > 8 * (segment.label.count + 4)
                    if !isNamed { unnamed.append(name) }
                    let words = isNamed ? name : "\(segment.count)"
                    page.element(
                        "text",
                        [
                            ("class", "on-\(segment.shade.rawValue)"), ("x", "\(left + 6)"),
                            ("y", "\(top + 41)"),
                        ],
                        text: words)
                    left = right
                }
                // What a part is called stands above the bar where the part is too narrow for it.
                let name = local("\(row.label), n = \(row.count)")
                label(
                    unnamed.isEmpty ? name : "\(name). \(listed(unnamed))", x: 0, y: top + 16,
                    into: &page)
            }
        }
    }

    private static func draw(_ grid: StatusGrid, into page: inout Markup) {
        let column = width / max(grid.columns.count, 1)
        let (cell, head) = (66, 44)
        let rows = grid.columns.map(\.cells.count).max() ?? 0
        picture(grid.title, height: head + rows * cell + 4, into: &page) { page in
            for (index, part) in grid.columns.enumerated() {
                let x = index * column
                lines(part.title, x: x + 2, y: 14, columns: column / 7, most: 2, into: &page)
                for (row, item) in part.cells.enumerated() {
                    let y = head + row * cell
                    box(item.shade, x: x + 1, y: y, width: column - 6, height: cell - 6, into: &page)
                    let style = "on-\(item.shade.rawValue)"
                    lines(
                        item.title, x: x + 8, y: y + 17, columns: (column - 20) / 7, most: 2, style: style,
                        into: &page)
                    lines(
                        item.status, x: x + 8, y: y + 52, columns: (column - 20) / 7, most: 1,
                        style: "\(style) strong", into: &page)
                }
            }
        }
    }

    private static func draw(_ map: CausalMap, into page: inout Markup) {
        let column = width / max(map.groups.count, 1)
        let (row, head) = (76, 44)
        let rows = map.groups.map(\.boxes.count).max() ?? 0
        var places: [String: (x: Int, y: Int)] = [:]
        for (index, group) in map.groups.enumerated() {
            for (place, box) in group.boxes.enumerated() {
                places[box.id] = (index * column + 14, head + place * row)
            }
        }
        let (boxWidth, boxHeight) = (column - 44, 46)
        picture(map.title, height: head + rows * row + 4, into: &page) { page in
            page.element("defs") { page in
                page.element(
                    "marker",
                    [
                        ("id", "arrow"), ("viewBox", "0 0 8 8"), ("refX", "7"), ("refY", "4"),
                        ("markerWidth", "7"), ("markerHeight", "7"), ("orient", "auto"),
                    ]
                ) { $0.element("path", [("class", "head"), ("d", "M0 0L8 4L0 8z")], text: "") }
            }
            for (index, group) in map.groups.enumerated() {
                lines(group.title, x: index * column + 14, y: 14, columns: column / 8, most: 2, into: &page)
                for box in group.boxes {
                    guard let place = places[box.id] else { continue }
                    self.box(
                        box.isOpen ? .open : .second, x: place.x, y: place.y, width: boxWidth,
                        height: boxHeight, into: &page)
                    lines(
                        box.name, x: place.x + 6, y: place.y + 18, columns: (boxWidth - 10) / 7, most: 2,
                        style: box.isOpen ? "on-open" : "on-second", into: &page)
                }
            }
            for arrow in map.arrows {
                guard let from = places[arrow.from], let to = places[arrow.to] else { continue }
                let start = (x: from.x + boxWidth, y: from.y + boxHeight / 2)
                // Forwards into the left side; back or within a column, around the right one.
                let isForwards = to.x > from.x
                let end = (x: isForwards ? to.x : to.x + boxWidth, y: to.y + boxHeight / 2 + 6)
                let reach = isForwards ? max((end.x - start.x) / 2, 10) : 24
                let (a, b) = (start.x + reach, isForwards ? end.x - reach : end.x + reach)
                page.element(
                    "path",
                    [
                        (
                            "class",
                            "arrow" + (arrow.isPossible ? " possible" : "")
                                + (arrow.isInCircle ? " circle" : "")
                        ),
                        ("d", "M\(start.x) \(start.y)C\(a) \(start.y) \(b) \(end.y) \(end.x) \(end.y)"),
                        ("marker-end", "url(#arrow)"),
                    ], text: "")
            }
        }
    }

    private static func box(
        _ shade: Shade, x: Int, y: Int, width: Int, height: Int, into page: inout Markup
    ) {
        page.element(
            "rect",
            [
                ("class", "fill-\(shade.rawValue)"), ("x", "\(x)"), ("y", "\(y)"),
                ("width", "\(max(width, 1))"), ("height", "\(height)"),
            ], text: "")
    }

    static func label(
        _ text: String, x: Int, y: Int, style: String = "label", into page: inout Markup
    ) {
        page.element("text", [("class", style), ("x", "\(x)"), ("y", "\(y)")], text: text)
    }

    /// A text on a few lines, since SVG does not wrap; what does not fit ends in an ellipsis.
    private static func lines(
        _ text: String, x: Int, y: Int, columns: Int, most: Int, style: String = "label",
        into page: inout Markup
    ) {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            let last = lines.last ?? ""
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= columns {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        let isCut = lines.count > most
        for (index, line) in lines.prefix(most).enumerated() {
            let ends = isCut && index == most - 1 || line.count > columns
            label(
                ends ? "\(line.prefix(max(columns - 1, 1)))\u{2026}" : line, x: x, y: y + index * 16,
                style: style, into: &page)
        }
    }
}
