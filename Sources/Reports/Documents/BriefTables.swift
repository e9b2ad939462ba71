// The second page of a brief: signatures, what the finding rests on, and the plan.

import Instruments
import Languages

extension Pack {
    /// What the second page has: signatures, what the finding rests on, and the plan.
    func secondPageSection() -> [Block] {
        let blocks = signatureTable() + gradeTable() + hangingSection() + gapSection() + nextActions()
        return [.heading(2, local("What stands behind it"))] + blocks
            + [
                .paragraph(
                    leftOutDescription + " "
                        + local("Every answer, rule and source that may be shown here is in the report."))
            ]
    }

    /// What is to be done next; nothing where the audience does not see actions.
    private func nextActions() -> [Block] {
        actions == nil
            ? []
            : [.heading(3, local("What will be done next"))] + planSection(most: Extent.brief.actions)
    }

    /// The ratings that the first page names, since another one alone would change the finding, in their own words.
    private func hangingSection() -> [Block] {
        let named = answers(namedIn: (tier ?? tables.first)?.firmness ?? "").filter { $0.kind == .rating }
        guard !named.isEmpty else { return [] }
        let texts = named.map { "\($0.question.text) (\($0.question.short))" }.joined(separator: " ")
        return [.paragraph(local("What it hangs on: \(texts)"))]
    }

    /// What is rated as met though no evidence is named for it; nothing where the audience does not see answers.
    private func gapSection() -> [Block] {
        guard let gaps, !gaps.isEmpty else { return [] }
        let left = gaps.count - Extent.brief.points
        let named = gaps.prefix(Extent.brief.points).map { "\($0.text) (\($0.short))" }.joined(separator: " ")
        return [
            .paragraph(
                local("Rated as met, with no evidence named: \(named)")
                    + (left > 0
                        ? " "
                            + plural(
                                left, "\(left) more is in the report.", "\(left) more are in the report.")
                        : ""))
        ]
    }

    /// The signatures in a table, by who can act on them.
    private func signatureTable() -> [Block] {
        guard let signatures else { return [] }
        let columns: [(title: String, isIn: (SignaturesText.SignatureText) -> Bool)] = [
            (local("Evident"), { $0.statuses == [.evident] }),
            (local("On watch"), { $0.statuses == [.watch] }),
            (local("No sign of"), { $0.statuses == [.clear] }), (local("Open"), { $0.isOpen }),
        ]
        let all = signatures.categories.flatMap(\.signatures)
        // Most are open in few sessions: an empty column is left out.
        let shown = columns.filter { all.contains(where: $0.isIn) }
        return [
            .heading(3, local("Signatures of risk, by who can act on them")),
            .table(
                header: [local("Who can act")] + shown.map(\.title),
                rows: signatures.categories.map { category in
                    ["\(category.title): \(category.control)"]
                        + shown.map { column in
                            let titles = category.signatures.filter(column.isIn).map(\.title.firstLowered)
                            return titles.isEmpty
                                ? local("none", context: "of signatures") : listed(titles).firstRaised
                        }
                }),
        ]
    }

    /// The graded conditions of the finding: how far each is met, and on how much evidence.
    private func gradeTable() -> [Block] {
        guard let grades = (tier ?? tables.first)?.grades, !grades.isEmpty else { return [] }
        return [
            .heading(3, local("What the finding rests on")),
            .table(
                header: [
                    local("Condition"), local("How far"), local("Parts met"), local("Ratings with evidence"),
                ],
                rows: grades.map { grade in
                    [
                        grade.condition, grade.gradesInWords.firstRaised,
                        local("\(grade.met) of \(grade.counted)"),
                        local("\(grade.evidenced) of \(grade.ratings)"),
                    ]
                }),
        ]
    }
}

extension SignaturesText.SignatureText {
    /// Whether its status is not settled.
    fileprivate var isOpen: Bool { statuses.count != 1 || statuses == [.notKnown] }
}
