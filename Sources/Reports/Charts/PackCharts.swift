// What of a report is drawn.

import Languages

extension Pack {
    /// How the areas were answered, as a table and as bars; empty where no question has a scale.
    func areaSummarySection(_ areas: [AreaText]) -> [Block] {
        let deepest = scales.map(\.levels.count).max() ?? 0
        guard deepest > 0 else { return [] }
        var columns = (1...deepest).map(String.init)
        columns += [
            local("Other answers"), local("Don't know"), local("Not applicable"), local("Not answered"),
        ]
        let counts = areas.map { area in
            var row = Array(repeating: 0, count: columns.count)
            for answer in area.answers {
                switch (answer.status, answer.level) {
                case (.answered, let level?) where (1...deepest).contains(level):
                    row[level - 1] += 1
                case (.answered, _): row[deepest] += 1
                case (.dontKnow, _): row[deepest + 1] += 1
                case (.notApplicable, _): row[deepest + 2] += 1
                default: row[deepest + 3] += 1
                }
            }
            return row
        }
        let rows = zip(areas, counts).map { area, counts in [area.title] + counts.map(String.init) }
        let chart = BarChart(
            title: local("How many answers each area has at each level"),
            rows: zip(areas, counts).map { area, counts in
                BarChart.Row(
                    label: area.title,
                    segments: zip(columns, counts).enumerated().compactMap { index, part in
                        part.1 == 0
                            ? nil
                            : BarChart.Segment(
                                label: part.0, count: part.1, shade: Self.shade(index, of: deepest))
                    })
            })
        return [
            .heading(3, local("Answers by level")),
            .table(header: [local("Area")] + columns, rows: rows), .chart(.bars(chart)),
        ]
    }

    /// How far each area moved since last time, as a table and as bars; empty where there was none.
    func movementSection(_ areas: [AreaText]) -> [Block] {
        guard areas.flatMap(\.answers).contains(where: { $0.since != nil }) else { return [] }
        let columns: [(title: String, shade: Shade, isIn: (AnswerText) -> Bool)] = [
            (local("Higher"), .fourth, { ($0.movedBy ?? 0) > 0 }),
            (local("As it was"), .neutral, { $0.since == nil }),
            (local("Lower"), .first, { ($0.movedBy ?? 0) < 0 }),
            (local("Answered otherwise"), .open, { $0.since != nil && $0.movedBy == nil }),
        ]
        let counts = areas.map { area in columns.map { column in area.answers.filter(column.isIn).count } }
        let chart = BarChart(
            title: local("How the answers of each area moved since last time"),
            rows: zip(areas, counts).map { area, counts in
                BarChart.Row(
                    label: area.title,
                    segments: zip(columns, counts).compactMap { column, count in
                        count == 0
                            ? nil : BarChart.Segment(label: column.title, count: count, shade: column.shade)
                    })
            })
        return [
            .heading(3, local("Movement since last time")),
            .table(
                header: [local("Area")] + columns.map(\.title),
                rows: zip(areas, counts).map { area, counts in [area.title] + counts.map(String.init) }),
            .chart(.bars(chart)),
        ]
    }

    static func shade(_ index: Int, of levels: Int) -> Shade {
        guard index < levels else { return index == levels ? .neutral : .open }
        // A scale with more or fewer levels than four is spread over the four shades.
        return [.first, .second, .third, .fourth][min(index * 4 / levels, 3)]
    }
}

extension SignaturesText {
    /// The signatures by category with their statuses, the most worrying status that is possible deciding the shade.
    var chart: Chart {
        .grid(
            StatusGrid(
                title: local("The signatures of risk by who can act on them"),
                columns: categories.map { category in
                    StatusGrid.Column(
                        title: "\(category.id). \(category.title)",
                        cells: category.signatures.map(\.cell))
                }))
    }
}

extension SignaturesText.SignatureText {
    /// The signature as a cell of a picture.
    var cell: StatusGrid.Cell {
        StatusGrid.Cell(title: title, status: listed(possible, with: .or), shade: shade)
    }

    private var shade: Shade {
        guard statuses.count == 1, let status = statuses.first else { return .open }
        return switch status {
        case .clear: .fourth
        case .watch: .second
        case .evident: .first
        case .notKnown: .neutral
        }
    }
}

extension ProblemsText {
    /// The problems and the links that count or could; nil where there is no link to draw.
    var chart: Chart? {
        let drawn = links.filter { !$0.isIdle }
        guard !drawn.isEmpty else { return nil }
        let ends = self.ends
        return .map(
            CausalMap(
                title: local("Which problem leads to which"),
                groups: groups.compactMap { group in
                    let boxes = group.problems.map { End(id: $0.id, name: $0.name) }.filter(ends.contains)
                        .map { CausalMap.Box(id: $0.id, name: $0.name, isOpen: !isPresent($0)) }
                    return boxes.isEmpty ? nil : CausalMap.Group(title: group.title, boxes: boxes)
                },
                arrows: drawn.map {
                    CausalMap.Arrow(
                        from: $0.from.id, to: $0.to.id, isPossible: $0.isPossible, isInCircle: isInCircle($0))
                }))
    }
}
