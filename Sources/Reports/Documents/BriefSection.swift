// The brief: two pages that say what was found, how firm it is, and what is asked of the reader.

import Escaping
import Instruments
import Languages

/// How much of a long list, or of a long text, a brief has.
private enum BriefLimits {
    static let points = 3
    static let remarks = 2
    static let actions = 5
}

extension Pack {
    /// The brief.
    func briefSection() -> [Block] {
        firstPageSection(titled: local("Brief")) + secondPageSection()
    }

    /// What the first page of a brief has.
    private func firstPageSection(titled what: String) -> [Block] {
        titleSection(what) + [plainSentence].compactMap(\.self).map { .paragraph($0) } + assuranceSection
            + headlineSection() + earlyWarningSection() + pointSection()
            + askSection()
            + [.paragraph(restsOn)]
    }

    /// What the answers point to and how firm that is, in one sentence for who reads nothing else; nil where no table is
    /// decided.
    private var plainSentence: String? {
        guard let table = tier ?? tables.first, !table.isCollected, !table.possible.isEmpty else {
            return nil
        }
        guard table.possible.count == 1, table.isSettled else {
            return local(
                "These answers do not settle it yet: it may be \(listed(table.possible.map(\.inSentence.firstLowered), with: .or))."
            )
        }
        let finding = table.possible[0].inSentence.firstLowered
        switch table.singleAnswers {
        case nil: return local("These answers point to \(finding).")
        case 0?:
            return local(
                "These answers point to \(finding), and that is firm: no single answer would change it by itself."
            )
        case let count?:
            return plural(
                count, "These answers point to \(finding), and \(count) answer would change that by itself.",
                "These answers point to \(finding), and any one of \(count) answers would change that by itself."
            )
        }
    }

    /// The finding in large type, how firm it is, and what goes with it.
    private func headlineSection() -> [Block] {
        guard let table = tier ?? tables.first else { return [] }
        var blocks: [Block] = []
        for (place, sentence) in table.sentences.enumerated() {
            blocks.append(place == 0 ? .heading(2, sentence.withoutFullStop) : .paragraph(sentence))
        }
        if let firmness = table.firmness {
            blocks.append(.paragraph(local("How firm it is: \(firmness)")))
            blocks += answers(namedIn: firmness).prefix(BriefLimits.remarks).map {
                .paragraph(
                    local(
                        "\($0.question.short) asks: \($0.question.text) The answer: \(($0.answer ?? $0.noAnswer).withFullStop)"
                    ).cutForBrief)
            }
        }
        for companion in table.alongside.prefix(BriefLimits.remarks) {
            blocks.append(.paragraph(companion.inBrief))
            // Where one answer brings it, its words say which; what many bring is in the report.
            if companion.isCertain, let brought = companion.questions, brought.count == 1 {
                blocks += inOwnWords(brought)
            }
        }
        blocks += table.remarks.prefix(BriefLimits.remarks).map { .paragraph($0.text) }
        return blocks
            + table.cautions.prefix(BriefLimits.remarks).map { .paragraph(local("Take care: \($0.text)")) }
    }

    /// What people wrote on the answers that bring something: which area it is, and the like.
    private func inOwnWords(_ questions: [QuestionLabel]) -> [Block] {
        let named = Set(questions.map(\.id))
        let answers = (areas ?? []).flatMap(\.answers).filter { named.contains($0.question.id) }
        return answers.map { answer in
            let words =
                answer.note.map {
                    local("\(answer.question.short), in our words: \($0.onOneLine.withFullStop)")
                }
                ?? (answer.isWithheld
                    ? local("What was written on \(answer.question.short) is withheld.")
                    : local("\(answer.question.short) has no note that says which."))
            return .paragraph(words.cutForBrief)
        }
    }

    /// The answers that a sentence names: a brief has no list of them to look them up in.
    private func answers(namedIn sentence: String) -> [AnswerText] {
        let links = AnswerLinks(areas ?? [])
        let named = Set(links.pieces(of: sentence).compactMap(\.question))
        return (areas ?? []).flatMap(\.answers).filter { named.contains($0.question.id) }
    }

    /// Early warning by its grade, with the names of what is evident and on watch.
    private func earlyWarningSection() -> [Block] {
        guard let signatures, var first = signatures.sentences.first else { return [] }
        let grade = signatures.grade
        // The grade is in the heading.
        if let grade, first.hasPrefix("\(grade). ") { first.removeFirst(grade.count + 2) }
        return [
            .heading(3, signatures.heading),
            .paragraph(([first] + signatures.sentences.dropFirst()).joined(separator: " ")),
        ]
    }

    /// Three strengths and three worries, those first that people put into words.
    private func pointSection() -> [Block] {
        let answers = (areas ?? []).flatMap(\.answers)
        let strong = answers.sorted {
            ($0.level ?? 0, $0.evidence.count) > ($1.level ?? 0, $1.evidence.count)
        }
        let weak = answers.sorted { ($0.level ?? .max) < ($1.level ?? .max) }
        return points(
            goingWellHeading, said: strong.flatMap(\.strengths).filter(goingWell.contains), found: goingWell)
            + points(
                local("What worries us"), said: weak.flatMap(\.concerns).filter(worries.contains),
                found: worries)
            + [positionNote].compactMap(\.self).map { .paragraph($0) }
    }

    private func points(_ heading: String, said: [String], found: [String]) -> [Block] {
        var all: [String] = []
        for point in said + found where !all.contains(point) { all.append(point) }
        let left = all.count - BriefLimits.points
        return list(
            heading, all.prefix(BriefLimits.points).map(\.cutForBrief), none: noneRecorded)
            + (left > 0
                ? [
                    .paragraph(
                        plural(left, "\(left) more is in the report.", "\(left) more are in the report."))
                ]
                : [])
    }

    /// What is asked of the reader: of reviewers what was recorded for them, of others what they can do that helps.
    private func askSection() -> [Block] {
        switch cover.audience {
        case .public: return []
        case .reviewers:
            return list(
                local("What we ask the team to test"),
                (asks ?? []).prefix(BriefLimits.points).map(\.cutForBrief),
                none: local("Nothing has been asked for yet."))
        case .corporate:
            return list(
                local("What we ask of you"), steps(of: [.chiefExecutive, .leaderAndMembers]),
                none: local("No source names a step of yours for what was found."))
        case .full:
            return list(
                local("What is in the director's own gift"), steps(of: [.director]),
                none: local("No source names a step of the director's for what was found."))
        }
    }

    /// The first steps that some can take, each with what it helps with: one for each thing before a second for any.
    private func steps(of actors: [Help.Actor]) -> [String] {
        let all = (helps ?? []).filter { actors.contains($0.who) }.flatMap(\.steps)
        var helped: Set<String> = []
        var (first, others): ([HelpsText.StepText], [HelpsText.StepText]) = ([], [])
        for step in all {
            if helped.insert(step.helpsWith).inserted { first.append(step) } else { others.append(step) }
        }
        return (first + others).prefix(BriefLimits.points).map { step in
            local("\(step.step.text) It helps with: \(step.helpsWith.firstLowered.withoutFullStop).")
        }
    }

    /// How much is answered, what nobody knows, and who looked at it from outside.
    private var restsOn: String {
        var sentences = [counts]
        if let whoAnswered { sentences.append(whoAnswered) }
        if cover.audience.showsAnswers {
            sentences.append(
                reviews.map {
                    counted($0.reviews.count, "peer review is on file.", "peer reviews are on file.")
                } ?? local("No peer has reviewed it yet."))
        }
        return sentences.joined(separator: " ")
    }

    /// Who gave the answers, as far as the session knows; how many were in a room is not told, since it would tell how many
    /// did not vote.
    private var whoAnswered: String? {
        guard cover.audience.showsAnswers else { return nil }
        if room != nil { return local("A room agreed the answers.") }
        return cover.signOff?.role.map { local("No room agreed the answers; the \($0) signed them off.") }
            ?? local("No room agreed the answers.")
    }

    /// What the second page has: signatures, what the finding rests on, and the plan.
    private func secondPageSection() -> [Block] {
        let blocks = signatureTable() + gradeTable() + gapSection() + nextActions()
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
            : [.heading(3, local("What will be done next"))] + planSection(most: BriefLimits.actions)
    }

    /// What is rated as met though no evidence is named for it; nothing where the audience does not see answers.
    private func gapSection() -> [Block] {
        guard let gaps, !gaps.isEmpty else { return [] }
        let left = gaps.count - BriefLimits.points
        let named = gaps.prefix(BriefLimits.points).map { "\($0.text) (\($0.short))" }.joined(separator: " ")
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
            (local("Clear"), { $0.statuses == [.clear] }), (local("Open"), { $0.isOpen }),
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

extension SignaturesText {
    /// The one grade of early warning that is possible; nil while several are.
    fileprivate var grade: String? { possible.count == 1 ? possible.first : nil }

    /// Early warning in a heading, by its grade.
    var heading: String {
        grade.map { local("Early warning: \($0.firstLowered)") } ?? local("Early warning: still open")
    }
}

extension SignaturesText.SignatureText {
    /// Whether its status is not settled.
    fileprivate var isOpen: Bool { statuses.count != 1 || statuses == [.notKnown] }
}
