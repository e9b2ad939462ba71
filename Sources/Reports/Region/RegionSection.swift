package import Collation
import Disclosure
import Instruments
import Languages

extension RegionPicture {
    /// The picture as a document.
    package func document() -> [Block] {
        [
            .heading(1, local("The region's picture")),
            .paragraph(
                local(
                    "Every number is a number of authorities. Nothing is told of fewer than \(fewest), and where that could be worked out from other numbers, they are hidden, too."
                )),
            .paragraph(
                local(
                    "Unless it is good, no number is told either of what all authorities have in common, or all but a few. In place of a number, all or most means all but at most \(fewest + 1), and few or none means at most \(fewest + 1)."
                )),
        ] + coverage.blocks() + questionnaires.flatMap { $0.blocks(fewest: fewest) }
    }
}

extension RegionPicture.Coverage {
    fileprivate func blocks() -> [Block] {
        var blocks: [Block] = [.heading(2, local("What it rests on"))]
        let used = plural(counted, "\(counted) session is counted.", "\(counted) sessions are counted.")
        blocks.append(
            .paragraph(
                files.map {
                    plural($0, "\($0) session was found.", "\($0) sessions were found.") + " " + used
                }
                    ?? used + " " + local("How many were left out is hidden.")))
        for item in leftOut where item.files != 0 {
            guard let count = item.files else { continue }
            blocks.append(
                .item(
                    1,
                    plural(
                        count, "\(count) session is left out: \(item.reason.localizedDescription).",
                        "\(count) sessions are left out: \(item.reason.localizedDescription).")))
        }
        return blocks
    }
}

extension RegionPicture.Part {
    private func told(_ isWanted: (Breakdown.Subject) -> Bool) -> [RegionPicture.ReleasedTable] {
        breakdowns.filter { isWanted($0.breakdown.subject) }
    }

    fileprivate func blocks(fewest: Int) -> [Block] {
        let questionnaire = index.instruments.questionnaire
        let heading = Block.heading(2, "\(questionnaire.title) \(questionnaire.version)")
        guard let authorities else {
            return [
                heading, .paragraph(local("Fewer than \(fewest) authorities answered it. Nothing is told.")),
            ]
        }
        var blocks = [
            heading, .paragraph(counted(authorities, "authority answered it.", "authorities answered it.")),
        ]
        blocks += challengeSection()
        blocks += tables()
        blocks += grid(
            local("Early warning"), told { $0 == .earlyWarning }, name: { _ in local("All signatures") })
        blocks += signatures()
        blocks += grid(local("Models of intervention"), told { if case .model = $0 { true } else { false } })
        blocks += grid(local("Conditions"), told { if case .condition = $0 { true } else { false } })
        blocks += problemSection()
        blocks += grid(local("Factors of success"), told { if case .factor = $0 { true } else { false } })
        blocks += dontKnows()
        blocks += quality()
        blocks += movement()
        blocks += grid(
            local("How far the sessions are"), told { $0 == .state }, name: { _ in local("Sessions") })
        return blocks
    }

    private func challengeSection() -> [Block] {
        let shown = challenges.prefix(Self.mostChallenges)
        var blocks: [Block] = [.heading(3, local("Common challenges"))]
        guard !shown.isEmpty else {
            return blocks + [.paragraph(local("No challenge can be told that several authorities share."))]
        }
        blocks.append(
            .paragraph(
                local(
                    "What many authorities find hard can be a matter for policy or for support across all of them, and those who do well at it may be worth learning from (wg, 5.5)."
                )))
        for challenge in shown {
            let name = "\(challenge.breakdown.kindDescription): \(challenge.breakdown.title)"
            let many =
                challenge.authorities.map { counted($0, "authority", "authorities") }
                ?? local("all authorities or most")
            blocks.append(
                .item(
                    1,
                    challenge.strength.flatMap { $0 > 0 ? $0 : nil }.map {
                        local("\(name). A challenge for \(many); \($0) do well at it.")
                    } ?? local("\(name). A challenge for \(many).")))
        }
        return blocks
    }

    /// The most challenges that the document lists; the tables below have all.
    private static let mostChallenges = 12

    private func tables() -> [Block] {
        index.tables.indices.flatMap { place -> [Block] in
            let title = index.tables[place].table.title
            let determined = told { $0 == .table(place) }
            let possible = told {
                if case .possible(place, _) = $0 { true } else { false }
            }
            let given = told { if case .given(place, _) = $0 { true } else { false } }
            return grid(title, determined, name: { _ in local("Determined") })
                + grid(local("\(title): what is still possible"), possible)
                + grid(title, given)
        }
    }

    private func signatures() -> [Block] {
        guard let set = index.signatures?.set else { return [] }
        return set.categories.flatMap { category in
            grid(
                local("Signatures of risk, \(category.id.text): \(category.title)"),
                told { subject in
                    guard case .signature(let place) = subject else { return false }
                    return set.members.indices.contains(place) && set.members[place].category == category.id
                }, note: category.control.localizedDescription.sentence)
        }
    }

    private func problemSection() -> [Block] {
        let names = index.problems.map(\.element.name)
        func name(_ places: [Int]) -> String {
            let chain = places.filter(names.indices.contains).map { names[$0] }
            guard let first = chain.first else { return "" }
            return chain.dropFirst().enumerated().reduce(first) { text, step in
                step.offset == 0
                    ? local("\(text) leads to \(step.element)")
                    : local("\(text), which leads to \(step.element)")
            }
        }
        return grid(local("Problems"), told { if case .problem = $0 { true } else { false } })
            + grid(
                local("Problems that lead to others"),
                told { $0 == .linkedProblems || $0 == .viciousCircles },
                name: {
                    $0.subject == .linkedProblems ? local("Linked problems") : local("Vicious circles")
                })
            + grid(
                local("Common links"),
                told { if case .link = $0 { true } else { false } }.filter { $0.hasSome("present") },
                name: { if case .link(let from, let to) = $0.subject { name([from, to]) } else { "" } })
            + grid(
                local("Common vicious circles"),
                told { if case .circle = $0 { true } else { false } }.filter { $0.hasSome("present") },
                name: {
                    if case .circle(let places) = $0.subject { name(places + places.prefix(1)) } else { "" }
                })
    }

    private func dontKnows() -> [Block] {
        let questions = told { if case .dontKnow = $0 { true } else { false } }
            .filter { $0.hasSome("dont-know") }
            .enumerated().sorted { left, right in
                let sizes = (
                    left.element.size("dont-know") ?? .max, right.element.size("dont-know") ?? .max
                )
                return sizes.0 != sizes.1 ? sizes.0 > sizes.1 : left.offset < right.offset
            }.map(\.element)
        var blocks = grid(
            local("Don't knows by area"), told { if case .dontKnowInArea = $0 { true } else { false } })
        blocks += grid(local("Don't knows by question"), questions)
        if questions.isEmpty {
            blocks.append(.heading(3, local("Don't knows by question")))
            blocks.append(
                .paragraph(local("No question can be told that several authorities could not answer.")))
        }
        return blocks
    }

    private func quality() -> [Block] {
        Breakdown.QualityTest.allCases.flatMap { test in
            grid(
                test == Breakdown.QualityTest.allCases.first ? local("How the answers were reached") : nil,
                told { $0 == .quality(test) }, drawn: false, name: { _ in test.localizedDescription })
        }
    }

    private func movement() -> [Block] {
        grid(
            local("Movement of the result between the first sign-off and the last"),
            told { $0 == .tierMovement })
            + grid(
                local("Movement of the ratings between the first sign-off and the last"),
                told { if case .areaMovement = $0 { true } else { false } })
    }

    /// A table and a chart of breakdowns that have their categories in common; nothing where there are none.
    private func grid(
        _ title: String?, _ told: [RegionPicture.ReleasedTable], note: String? = nil, drawn: Bool = true,
        name: (Breakdown) -> String = { $0.title }
    ) -> [Block] {
        guard let first = told.first?.breakdown else { return [] }
        var blocks: [Block] = title.map { [.heading(3, $0)] } ?? []
        if let note { blocks.append(.paragraph(note)) }
        let idle = told.filter { $0.idleWords != nil }
        let shown = told.filter { $0.cells.isAny && $0.idleWords == nil }
        // A column in which nobody is, as is told of every row, says nothing.
        let columns = first.categories.indices.filter { column in
            shown.contains { $0.cells.sizes[column] != 0 }
        }
        let words = columns.map { first.words(for: first.categories[$0]) }
        if !shown.isEmpty {
            blocks.append(
                .table(
                    header: [local("Finding")] + words,
                    rows: shown.map { item in
                        [name(item.breakdown)]
                            + columns.map {
                                item.cells.sizes[$0].map(String.init)
                                    ?? item.cells.word($0)?.localizedDescription ?? local("hidden")
                            }
                    }))
        }
        if let words = idle.first?.idleWords {
            blocks.append(
                .paragraph(
                    local(
                        "\(words), for all or most: \(idle.map { name($0.breakdown) }.joined(separator: "; "))."
                    )))
        }
        let hidden = told.filter { !$0.cells.isAny }.map { name($0.breakdown) }
        if !hidden.isEmpty {
            blocks.append(
                .paragraph(local("All is hidden of: \(hidden.joined(separator: "; ")).")))
        }
        // Words have no length to draw.
        let rows = shown.filter { $0.cells.most == nil }.map { item in
            BarChart.Row(label: name(item.breakdown), segments: segments(of: item, columns, words))
        }
        if drawn, !rows.isEmpty, let title {
            blocks.append(.chart(.bars(BarChart(title: title, rows: rows))))
        }
        return blocks
    }

    private func segments(
        of item: RegionPicture.ReleasedTable, _ columns: [Int], _ words: [String]
    ) -> [BarChart.Segment] {
        var segments = zip(columns, words).compactMap { column, word -> BarChart.Segment? in
            guard let size = item.cells.sizes[column], size > 0 else { return nil }
            return BarChart.Segment(
                label: word, count: size,
                shade: item.breakdown.shade(of: column))
        }
        if item.cells.hidden > 0 {
            segments.append(
                BarChart.Segment(label: local("hidden"), count: item.cells.hidden, shade: .open))
        }
        return segments
    }
}

extension RegionPicture.ReleasedTable {
    /// What there is to say where there is nothing to measure of all authorities, or most; nil elsewhere.
    fileprivate var idleWords: String? {
        breakdown.categories.first {
            ["no-two-milestones", "not-measured"].contains($0.id) && word($0.id) == .allOrMost
        }.map(breakdown.words(for:))
    }
}

extension Breakdown {
    /// What a challenge is, before its name.
    fileprivate var kindDescription: String {
        switch subject {
        case .signature: local("Signature of risk")
        case .problem: local("Problem")
        case .condition: local("Condition")
        case .factor: local("Factor of success")
        default: local("Finding")
        }
    }
}

extension String {
    /// The text with a capital at its beginning and a full stop at its end.
    fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
