// The parts of a report that show what was answered.

import Sessions

extension Pack {
    func coverBlocks() -> [Block] {
        var blocks: [Block] = [.heading(1, "\(cover.questionnaireTitle). \(cover.title)")]
        if let authority = cover.authority { blocks.append(.item(1, "Authority: \(authority)")) }
        blocks += [
            .item(1, "Audience: \(cover.audience.rawValue). \(cover.marking)"),
            .item(1, "Written: \(cover.written). Last change: \(cover.changed)."),
            .item(1, "Session: \(cover.session)"),
            .item(1, counts),
        ]
        for pin in [cover.questionnaire] + cover.frameworks {
            blocks.append(.item(1, "Instrument: \(pin.id) \(pin.version), SHA-256 \(pin.sha256)"))
        }
        return blocks
    }

    func readingBlocks() -> [Block] {
        var blocks: [Block] = [.heading(2, "How to read this report")]
        blocks += howToRead.map { .item(1, $0.text) }
        for scale in scales {
            let levels = scale.levels.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
            let name = scales.count > 1 ? "The scale \(scale.id)" : "The scale"
            blocks.append(
                .item(1, "\(name): \(levels). From \(scale.metFrom) upwards a level counts as met."))
        }
        return blocks
    }

    func positionBlocks() -> [Block] {
        var blocks: [Block] = [.heading(2, "Position")]
        if let tier { blocks += tier.sentences.map { .paragraph($0) } }
        if let modelsNote { blocks.append(.paragraph(modelsNote)) }
        if let signatures {
            blocks.append(.paragraph(signatures.sentences.joined(separator: " ")))
        }
        blocks += list("What is going well", goingWell, none: "Nothing is recorded under this heading yet.")
        blocks += list("What worries us", worries, none: "Nothing is recorded under this heading yet.")
        if let asks {
            blocks += list(
                "What we ask the team to test", asks, none: "Nothing has been asked for yet.")
        }
        return blocks
    }

    func summaryBlocks(_ areas: [AreaText]) -> [Block] {
        let rows = areas.flatMap(\.answers).map { answer in
            [
                answer.question.short, answer.question.text,
                answer.answer?.onOneLine ?? "Not answered",
                answer.isWithheld ? "withheld" : "\(answer.evidence.count)",
            ]
        }
        return [
            .heading(2, "Summary"),
            .table(header: ["Question", "Text", "Answer", "Evidence"], rows: rows),
        ]
    }

    func answerBlocks(_ areas: [AreaText]) -> [Block] {
        var blocks: [Block] = [.heading(2, "Answers by area")]
        for area in areas {
            blocks.append(.heading(3, area.title))
            for answer in area.answers { blocks += self.blocks(of: answer) }
        }
        return blocks
    }

    func setAsideBlocks() -> [Block] {
        guard let setAside, !setAside.isEmpty else { return [] }
        return [.heading(2, "Answers set aside")]
            + setAside.flatMap { aside in
                [.heading(4, "\(aside.answer.question.short). \(aside.answer.question.text)")]
                    + blocks(of: aside.answer).dropFirst()
                    + aside.answer.actions.map { .item(1, "Action: \($0.inWords)") }
                    + [.paragraph(aside.why)]
            }
    }

    func evidenceBlocks(_ areas: [AreaText]) -> [Block] {
        let rows = areas.flatMap(\.answers).flatMap { answer in
            answer.evidence.map {
                [$0.id, $0.kind, $0.reference.onOneLine, $0.text.onOneLine, answer.question.short]
            }
        }
        var blocks: [Block] = [.heading(2, "Evidence")]
        blocks.append(
            rows.isEmpty
                ? .paragraph("No evidence has been named.")
                : .table(header: ["No.", "Kind", "Reference", "What it shows", "Question"], rows: rows))
        if let gaps, !scales.isEmpty {
            blocks += list(
                "Rated as met without evidence", gaps.map { "\($0.short): \($0.text)" },
                none: "Every rating that counts as met has at least one piece of evidence.")
        }
        return blocks
    }

    func actionBlocks() -> [Block] {
        guard let actions else { return [] }
        return [.heading(2, "Actions")]
            + (actions.isEmpty
                ? [.paragraph("No action has been recorded.")]
                : actions.map { .item(1, "\($0.question.short): \($0.inWords)") })
    }

    func leftOutBlocks() -> [Block] {
        [.heading(2, "What is left out")]
            + (leftOut.isEmpty
                ? [.paragraph("Nothing.")]
                : leftOut.map { .item(1, "\($0.count) \($0.what). \($0.why)") })
    }

    func methodBlocks() -> [Block] {
        guard !method.isEmpty else { return [] }
        return [.heading(2, "What holds whatever the finding")]
            + method.map { passage in
                let title = passage.title.map { "\($0). " } ?? ""
                return .item(1, title + passage.text + sourced(passage.source))
            }
    }

    /// A heading and its items, or a sentence where there are none.
    func list(_ title: String, _ items: [String], none: String) -> [Block] {
        [.heading(3, title)] + (items.isEmpty ? [.paragraph(none)] : items.map { .item(1, $0) })
    }

    private func blocks(of answer: AnswerText) -> [Block] {
        var blocks: [Block] = [
            .heading(4, "\(answer.question.number). \(answer.question.text)"),
            .paragraph(
                "Answer: " + (answer.answer ?? "not answered")
                    + (answer.descriptor.map { ": \($0)" } ?? "")),
        ]
        if let note = answer.note { blocks += [.paragraph("Note:"), .quote(note)] }
        blocks += answer.strengths.map { .item(1, "Strength: \($0)") }
        blocks += answer.concerns.map { .item(1, "Concern: \($0)") }
        blocks += answer.evidence.map {
            .item(
                1, "Evidence \($0.id), \($0.kind): \($0.reference)" + ($0.text.isEmpty ? "" : ". \($0.text)"))
        }
        if !answer.themes.isEmpty {
            blocks.append(
                .item(1, "\(answer.themes.count == 1 ? "Theme" : "Themes"): \(listed(answer.themes))"))
        }
        if answer.isWithheld {
            blocks.append(.paragraph("Words on this answer are confidential and left out."))
        }
        return blocks
    }
}

extension ActionText {
    /// What will be done, by whom and by when.
    fileprivate var inWords: String {
        text + (role.map { " By \($0)." } ?? "") + (due.map { " Due \($0)." } ?? "")
    }
}
