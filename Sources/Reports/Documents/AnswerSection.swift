// The parts of a report that show what was answered.

import Escaping
import Languages
import Sessions

extension Pack {
    func coverSection() -> [Block] {
        var blocks: [Block] = [.heading(1, "\(cover.questionnaireTitle). \(cover.title)")]
        if let authority = cover.authority { blocks.append(.item(1, local("Authority: \(authority)"))) }
        blocks += [
            .item(1, local("Audience: \(cover.audience.rawValue). \(cover.marking)")),
            .item(1, local("Written: \(cover.written). Last change: \(cover.changed).")),
            .item(1, local("Session: \(cover.session). Pack: \(cover.pack).")),
            .item(1, counts),
        ]
        blocks += ((cover.notices ?? []) + (cover.moved ?? []) + (cover.notComputed ?? [])).map {
            .item(1, $0)
        }
        blocks += [restingOnUnconfirmed].compactMap(\.self).map { .item(1, $0) }
        if cover.signOffs.isEmpty { blocks.append(.item(1, cover.standing)) }
        blocks += cover.signOffs.flatMap { signOff in
            [signOff.given, signOff.taken].compactMap(\.self).map { .item(1, $0) }
        }
        return blocks
    }

    func readingSection() -> [Block] {
        var blocks: [Block] = [.heading(2, local("How to read this report"))]
        blocks += howToRead.map { .item(1, $0.text) }
        for scale in scales {
            let levels = scale.levels.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
            blocks.append(
                .item(
                    1,
                    scales.count > 1
                        ? local(
                            "The scale \(scale.id): \(levels). From \(scale.metFrom) upwards a level counts as met."
                        )
                        : local("The scale: \(levels). From \(scale.metFrom) upwards a level counts as met.")
                ))
        }
        return blocks
    }

    func positionSection() -> [Block] {
        [.heading(2, local("Position"))] + firstPageSection(.whole, level: 3)
            + [modelsNote].compactMap(\.self).map { .paragraph($0) } + factsSection()
    }

    func summarySection(_ areas: [AreaText]) -> [Block] {
        let hasMoved = areas.flatMap(\.answers).contains { $0.since != nil }
        let rows = areas.flatMap(\.answers).map { answer in
            [
                answer.question.short, answer.question.text,
                (answer.answer?.onOneLine ?? answer.noAnswer)
                    + (answer.toConfirm == true ? " " + local("(to be confirmed)") : ""),
                answer.isWithheld ? local("withheld") : "\(answer.evidence.count)",
            ] + (hasMoved ? [answer.since ?? local("as it was")] : [])
        }
        let header = [local("Question"), local("Text"), local("Answer"), local("Evidence")]
        return [
            .heading(2, local("Summary")),
            .table(header: header + (hasMoved ? [local("Since last time")] : []), rows: rows),
        ] + holes(in: areas) + areaSummarySection(areas) + movementSection(areas)
    }

    /// Why some numbers of questions are missing.
    private func holes(in areas: [AreaText]) -> [Block] {
        let names = areas.flatMap { area -> [String] in
            let numbers = Set(area.answers.map(\.question.number))
            let missing = (1...max(1, numbers.max() ?? 1)).filter { !numbers.contains($0) }
            return missing.map { "\(area.answers.first?.question.area ?? area.title) \($0)" }
        }
        guard !names.isEmpty else { return [] }
        return [.paragraph(local("Not asked, because of answers to other questions: \(listed(names))."))]
    }

    func answerSection(_ areas: [AreaText]) -> [Block] {
        var blocks: [Block] = [.heading(2, local("Answers by area"))]
        for area in areas {
            blocks.append(.heading(3, area.title))
            for answer in area.answers { blocks += self.blocks(of: answer) }
        }
        return blocks
    }

    func setAsideSection() -> [Block] {
        guard let setAside, !setAside.isEmpty else { return [] }
        return [.heading(2, local("Answers set aside"))]
            + setAside.flatMap { aside in
                [.heading(4, "\(aside.answer.question.short). \(aside.answer.question.text)")]
                    + blocks(of: aside.answer).dropFirst()
                    + aside.answer.actions.map { .item(1, local("Action: \($0.localizedDescription)")) }
                    + [.paragraph(aside.why)]
            }
    }

    func evidenceSection(_ areas: [AreaText]) -> [Block] {
        let rows = areas.flatMap(\.answers).flatMap { answer in
            answer.evidence.map {
                [$0.id, $0.kind, $0.reference.onOneLine, $0.text.onOneLine, answer.question.short]
            }
        }
        var blocks: [Block] = [.heading(2, local("Evidence"))]
        blocks.append(
            rows.isEmpty
                ? .paragraph(noEvidenceNamed)
                : .table(
                    header: [
                        local("No."), local("Kind"), local("Reference"), local("What it shows"),
                        local("Question"),
                    ], rows: rows))
        if let gaps, !scales.isEmpty {
            blocks += list(
                local("Rated as met without evidence"), gaps.map { "\($0.short): \($0.text)" },
                none: noGap)
        }
        return blocks
    }

    func leftOutSection() -> [Block] {
        [.heading(2, local("What is left out"))]
            + (leftOut.isEmpty
                ? [.paragraph(local("Nothing."))]
                : leftOut.map { .item(1, local("\($0.count) \($0.what). \($0.why)", context: "left out")) })
    }

    /// The facts that colour the findings, as they were answered.
    private func factsSection() -> [Block] {
        guard let facts, !facts.isEmpty else { return [] }
        return [.heading(3, local("Where the authority stands"))]
            + facts.map { .item(1, "\($0.question.text) \($0.answer.withoutFullStop).") }
    }

    /// What holds whatever the finding.
    func noteBlocks() -> [Block] {
        let passages: [Block] = method.map { passage in
            let title = passage.title.map { "\($0). " } ?? ""
            return .item(1, title + passage.text + sourced(passage.source))
        }
        return passages.isEmpty ? [] : [.heading(2, local("What holds whatever the finding"))] + passages
    }

    func methodSection() -> [Block] {
        noteBlocks()
            + [.heading(2, local("The instruments used"))]
            + ([cover.questionnaire] + cover.frameworks).map { pin in
                .item(1, local("\(pin.id) \(pin.version), SHA-256 \(pin.sha256)"))
            }
    }

    /// A heading and its items, or a sentence where there are none.
    func list(_ title: String, _ items: [String], none: String) -> [Block] {
        [.heading(3, title)] + (items.isEmpty ? [.paragraph(none)] : items.map { .item(1, $0) })
    }

    func blocks(of answer: AnswerText) -> [Block] {
        var blocks: [Block] = [
            .heading(4, "\(answer.question.short). \(answer.question.text)"),
            .paragraph(
                local("Answer: \(answer.answer ?? answer.noAnswer.firstLowered)")
                    + (answer.descriptor.map { ": \($0)" } ?? "")),
        ]
        if answer.toConfirm == true {
            blocks.append(
                .paragraph(
                    answer.isInherited
                        ? local("To be confirmed: carried over from an earlier session.")
                        : local("To be confirmed: the words of its question have changed since.")))
        }
        if let since = answer.since {
            blocks.append(.paragraph(local("Since last time: \(since).")))
        }
        blocks += answer.roomSentences.map { .paragraph($0) }
        if let note = answer.note { blocks += [.paragraph(local("Note:")), .quote(note)] }
        blocks += answer.strengths.map { .item(1, local("Strength: \($0)")) }
        blocks += answer.concerns.map { .item(1, local("Concern: \($0)")) }
        blocks += answer.evidence.map { .item(1, local("Evidence \($0.localizedDescription)")) }
        if !answer.themes.isEmpty {
            blocks.append(
                .item(
                    1,
                    plural(
                        answer.themes.count, "Theme: \(listed(answer.themes))",
                        "Themes: \(listed(answer.themes))")))
        }
        if let sentence = answer.levelSentence { return blocks + [.paragraph(sentence)] }
        if answer.isConfidential == true {
            blocks.append(.paragraph(local("Its words are confidential: no other report has them.")))
        }
        if answer.isWithheld {
            blocks.append(
                .paragraph(local("This answer is marked confidential: any words on it are left out.")))
        }
        return blocks
    }
}

extension EvidenceText {
    /// Its number, where it comes from, what to ask for and what it shows.
    var localizedDescription: String {
        local("\(id), \(kind): \(reference)") + (text.isEmpty ? "" : ". \(text)")
    }
}

extension Pack.SignOffText {
    /// When and by whom it was given, and how much of it nobody had confirmed.
    var given: String {
        let given =
            role.map { local("Signed off on \(at) in the role of \($0).") } ?? local("Signed off on \(at).")
        guard let unconfirmed else { return given }
        return given + " "
            + plural(
                unconfirmed, "Nobody had confirmed \(unconfirmed) answer.",
                "Nobody had confirmed \(unconfirmed) answers.")
    }

    fileprivate var taken: String? {
        guard let reopened else { return nil }
        guard let reason else { return local("That sign-off is void since \(reopened).") }
        return local(
            "That sign-off is void since \(reopened), because the session was opened again: \(reason)")
    }
}
