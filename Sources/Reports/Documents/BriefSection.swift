// The first page of a brief and of a report: what was found, how firm it is, and what is asked of the reader.

import Escaping
import Instruments
import Languages

/// How much of a document there is room for: two pages, or as many as it takes.
enum Extent {
    case brief
    case whole

    /// The most points, asks and steps of a list.
    var points: Int { self == .brief ? 3 : .max }
    /// The most remarks, cautions and things that go alongside.
    var remarks: Int { self == .brief ? 2 : .max }
    /// The most actions of a plan.
    var actions: Int { self == .brief ? 5 : .max }

    /// A text as far as there is room for it.
    func cut(_ text: String) -> String { self == .brief ? text.cutForBrief : text }
}

extension Pack {
    /// The brief.
    func briefSection() -> [Block] {
        titleSection(local("Brief")) + firstPageSection(.brief, level: 2) + [.paragraph(restsOn)]
            + secondPageSection()
    }

    /// What a brief's first page and a report's have in common, in the order in which findings are told everywhere: how the
    /// answers were reached, the finding and how firm it is, early warning, what to take care of, strengths and worries, and
    /// what is asked of the reader.
    ///
    /// - Parameters:
    ///   - extent: how much there is room for.
    ///   - level: the level of the finding's heading.
    /// - Returns: the blocks, without a title.
    func firstPageSection(_ extent: Extent, level: Int) -> [Block] {
        assuranceSection + headlineSection(extent, level) + earlyWarningSection(extent)
            + cautionSection(extent)
            + pointSection(extent) + askSection(extent)
    }

    /// Each finding in large type, what it rests on, how firm it is, and what goes with it; of a brief the first alone.
    private func headlineSection(_ extent: Extent, _ level: Int) -> [Block] {
        told(extent).flatMap { headline($0, extent, level) }
    }

    /// The findings of tables, the headline first; of a brief one alone.
    private func told(_ extent: Extent) -> [TierText] {
        let tables = [tier].compactMap(\.self) + self.tables
        return extent == .brief ? Array(tables.prefix(1)) : tables
    }

    private func headline(_ table: TierText, _ extent: Extent, _ level: Int) -> [Block] {
        var blocks: [Block] = []
        for (place, sentence) in table.sentences.enumerated() {
            blocks.append(place == 0 ? .heading(level, sentence.withoutFullStop) : .paragraph(sentence))
        }
        switch extent {
        case .whole: blocks += table.grades.map { .item(1, $0.sentence) }
        case .brief where table.grades.isEmpty: break
        case .brief:
            // Parts and evidence stand in a table on the second page.
            let grades = table.grades.map { local("\($0.condition): \($0.gradesInWords.firstLowered).") }
            blocks.append(.paragraph(grades.joined(separator: " ")))
        }
        if let firmness = table.firmness {
            blocks.append(.paragraph(local("How firm it is: \(firmness)")))
            if extent == .brief { blocks += askedBehind(firmness) }
        }
        for companion in table.alongside.prefix(extent.remarks) {
            blocks.append(
                .paragraph(extent == .brief ? companion.inBrief : companion.localizedDescription))
            // Where one answer brings it, its words say which; what many bring is in the report.
            if companion.isCertain, let brought = companion.questions, brought.count == 1 {
                blocks += inOwnWords(brought)
            }
        }
        return blocks
            + table.remarks.prefix(extent.remarks).map {
                .paragraph(extent == .brief ? $0.text : $0.localizedDescription)
            }
    }

    /// What to take care of.
    private func cautionSection(_ extent: Extent) -> [Block] {
        told(extent).flatMap(\.cautions).prefix(extent.remarks).map { caution in
            let words = local("Take care: \(caution.text)")
            return .paragraph(
                extent == .brief ? words : words + sourced(caution.source, basis: caution.basis))
        }
    }

    /// What is asked and answered where a finding's firmness names a fact: a brief has no list to look it up in. Ratings stand
    /// on the second page.
    private func askedBehind(_ firmness: String) -> [Block] {
        answers(namedIn: firmness).filter { $0.kind != .rating }.prefix(Extent.brief.remarks).map {
            .paragraph(
                local(
                    "\($0.question.short) asks: \($0.question.text) The answer: \(($0.answer ?? $0.noAnswer).withFullStop)"
                ).cutForBrief)
        }
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
    func answers(namedIn sentence: String) -> [AnswerText] {
        let links = AnswerLinks(areas ?? [])
        let named = Set(links.pieces(of: sentence).compactMap(\.question))
        return (areas ?? []).flatMap(\.answers).filter { named.contains($0.question.id) }
    }

    /// Early warning by its grade, with the names of what is evident and on watch.
    private func earlyWarningSection(_ extent: Extent) -> [Block] {
        guard let signatures, var first = signatures.sentences.first else { return [] }
        let grade = signatures.grade
        // A report says elsewhere what each of them is.
        let introduction =
            extent == .brief
            ? [
                local(
                    "Signatures of risk are warning signs: each says where to look, and none of them is proof."
                )
            ]
            : []
        // The grade is in the heading.
        if let grade, first.hasPrefix("\(grade). ") { first.removeFirst(grade.count + 2) }
        return [
            .heading(3, signatures.heading),
            .paragraph((introduction + [first] + signatures.sentences.dropFirst()).joined(separator: " ")),
        ]
    }

    /// Three strengths and three worries, those first that people put into words.
    private func pointSection(_ extent: Extent) -> [Block] {
        let answers = (areas ?? []).flatMap(\.answers)
        let strong = answers.sorted {
            ($0.level ?? 0, $0.evidence.count) > ($1.level ?? 0, $1.evidence.count)
        }
        let weak = answers.sorted { ($0.level ?? .max) < ($1.level ?? .max) }
        return points(
            goingWellHeading, said: strong.flatMap(\.strengths).filter(goingWell.contains), found: goingWell,
            extent)
            + points(
                local("What worries us"), said: weak.flatMap(\.concerns).filter(worries.contains),
                found: worries, extent)
            + [positionNote].compactMap(\.self).map { .paragraph($0) }
    }

    private func points(_ heading: String, said: [String], found: [String], _ extent: Extent) -> [Block] {
        var all: [String] = []
        for point in said + found where !all.contains(point) { all.append(point) }
        let left = all.count - min(all.count, extent.points)
        return list(heading, all.prefix(extent.points).map(extent.cut), none: noneRecorded)
            + (left > 0
                ? [
                    .paragraph(
                        plural(left, "\(left) more is in the report.", "\(left) more are in the report."))
                ]
                : [])
    }

    /// What is asked of the reader: of reviewers what was recorded for them, of others what they can do that helps. A report
    /// has what helps in a part of its own.
    private func askSection(_ extent: Extent) -> [Block] {
        let recorded = list(
            local("What we ask the team to test"), (asks ?? []).prefix(extent.points).map(extent.cut),
            none: local("Nothing has been asked for yet."))
        return switch (cover.audience, extent) {
        case (.public, _): []
        case (.reviewers, _): recorded
        case (_, .whole): asks == nil ? [] : recorded
        case (.corporate, .brief):
            list(
                local("What we ask of you"), steps(of: [.chiefExecutive, .leaderAndMembers]),
                none: local("No source names a step of yours for what was found."))
        case (.full, .brief):
            list(
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
        let found = Set(tier?.possible ?? [])
        return (first + others).prefix(Extent.brief.points).map { step in
            // That it helps with the finding itself says nothing.
            found.contains(step.helpsWith)
                ? step.step.text
                : local("\(step.step.text) It helps with: \(step.helpsWith.firstLowered.withoutFullStop).")
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
                } ?? local("No peer has reviewed the answers yet."))
        }
        return sentences.joined(separator: " ")
    }

    /// Who gave the answers, as far as the session knows; how many were in a room is not told, since it would tell how many
    /// did not vote.
    private var whoAnswered: String? {
        guard cover.audience.showsAnswers else { return nil }
        if room != nil { return local("The answers were agreed at a meeting.") }
        return cover.signOff?.role.map {
            local("The answers have not been agreed at a meeting; the \($0) signed them off.")
        } ?? local("The answers have not been agreed at a meeting.")
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
