import Languages

extension ChartDrawing {
    /// Draws a number over time: a point with its number for each day, a line through them, and a broken line for what they
    /// are compared with. Points that stand close to one another leave their words to the table beside the chart.
    static func draw(_ chart: LineChart, into page: inout Markup) {
        let (top, bottom, left, right) = (40, 168, 40, width - 40)
        let scale = LineScale(chart, top: top, bottom: bottom, left: left, right: right)
        let places = chart.points.map { (x: scale.x($0.day), y: scale.y($0.number)) }
        picture(chart.title, height: 216, into: &page) { page in
            if let level = chart.level {
                let y = scale.y(level.number)
                page.element(
                    "path", [("class", "arrow possible"), ("d", "M\(left) \(y)H\(right)")], text: "")
                label(level.words, x: left, y: y + 16, into: &page)
            }
            let path = places.enumerated().map {
                "\($0.offset == 0 ? "M" : "L")\($0.element.x) \($0.element.y)"
            }
            page.element("path", [("class", "arrow"), ("d", path.joined())], text: "")
            var free = Int.min
            for (index, (point, place)) in zip(chart.points, places).enumerated() {
                page.element(
                    "circle", [("class", "head"), ("cx", "\(place.x)"), ("cy", "\(place.y)"), ("r", "4")],
                    text: "")
                let length = 8 * point.words.count
                let start = min(max(place.x - length / 2, 0), width - length)
                let isLast = index == places.count - 1
                // The last number is what people look for, so that it has its place before the one beside it.
                let end =
                    isLast ? width : (places.last?.x ?? 0) - 4 * (chart.points.last?.words.count ?? 0) - 4
                guard isLast || start >= free && start + length < end else { continue }
                label(point.words, x: max(start, 0), y: place.y - 10, into: &page)
                free = start + length + 4
            }
            if let first = chart.points.first, let last = chart.points.last {
                label(first.label, x: left, y: 208, into: &page)
                label(
                    last.label, x: right - 8 * last.label.count + 24, y: 208, into: &page)
            }
            label(local("n = \(chart.points.count) values"), x: 0, y: 14, into: &page)
        }
    }
}

/// Where the days and the numbers of a chart stand.
private struct LineScale {
    private let days: ClosedRange<Int>
    private let numbers: ClosedRange<Double>
    private let top: Int
    private let bottom: Int
    private let left: Int
    private let right: Int

    init(_ chart: LineChart, top: Int, bottom: Int, left: Int, right: Int) {
        let all = chart.points.map(\.number) + [chart.level?.number].compactMap(\.self)
        let first = chart.points.first?.day ?? 0
        days = first...max(chart.points.last?.day ?? 0, first)
        numbers = (all.min() ?? 0)...(all.max() ?? 0)
        (self.top, self.bottom, self.left, self.right) = (top, bottom, left, right)
    }

    /// The place of a day, from the left.
    func x(_ day: Int) -> Int {
        let length = days.upperBound - days.lowerBound
        return length == 0 ? left : left + (right - left) * (day - days.lowerBound) / length
    }

    /// The place of a number, from the top; in the middle where all numbers are the same.
    func y(_ number: Double) -> Int {
        let height = numbers.upperBound - numbers.lowerBound
        guard height > 0 else { return (top + bottom) / 2 }
        let part = (numbers.upperBound - number) / height
        return top + Int((Double(bottom - top) * part).rounded())
    }
}
