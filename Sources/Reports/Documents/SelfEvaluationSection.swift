// The self-evaluation: what is known of practice, how it is known, and what is planned.

import Escaping
import Languages

extension Pack {
    /// The three questions of an annual conversation, answered as far as the session can; a draft to edit.
    func selfEvaluationSection() -> [Block] {
        titleSection(local("Self-evaluation"))
            + [
                .paragraph(
                    local(
                        "A draft to edit, made of a self-assessment. It is no verdict, and it knows only what was recorded."
                    )),
                .heading(2, local("What do we know about the quality and impact of practice?")),
            ] + toldBlocks + list(goingWellHeading, goingWell, none: noneRecorded)
            + list(local("What worries us"), worries, none: noneRecorded)
            + [positionNote].compactMap(\.self).map { .paragraph($0) } + areaAnswerSection()
            + [.heading(2, local("How do we know it?"))] + knowledgeSection()
            + [.heading(2, local("What are our plans for the next twelve months?"))] + twelveMonthSection()
            + [.paragraph(leftOutDescription)]
    }

    /// Each answer in a table, by area.
    private func areaAnswerSection() -> [Block] {
        (areas ?? []).flatMap { area -> [Block] in
            // Facts have no levels that describe what is seen.
            let isRated = area.answers.contains { $0.descriptor != nil }
            return [
                .heading(3, area.title),
                .table(
                    header: [local("Question"), local("Answer")] + (isRated ? [local("What is seen")] : []),
                    rows: area.answers.map {
                        [$0.question.text, $0.answer?.onOneLine ?? $0.noAnswer]
                            + (isRated ? [$0.descriptor ?? ""] : [])
                    }),
            ]
        }
    }

    /// Evidence by kind, who tested it, and what rests on none.
    private func knowledgeSection() -> [Block] {
        var blocks = assuranceSection
        if let areas {
            let kinds = areas.flatMap(\.answers).flatMap(\.evidence).map(\.kind)
            let names = kinds.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            blocks.append(
                names.isEmpty
                    ? .paragraph(noEvidenceNamed)
                    : .table(
                        header: [local("Kind of evidence"), local("How often")],
                        rows: names.map { name in [name.firstRaised, "\(kinds.count { $0 == name })"] }))
            blocks += reviewSentences.map { .paragraph($0) }
        }
        blocks += measureSection(level: 3)
        blocks.append(.paragraph(counts))
        guard let gaps, !scales.isEmpty else { return blocks }
        return blocks
            + list(
                local("Rated as met without evidence"), gaps.map { "\($0.short): \($0.text)" },
                none: noGap)
    }

    private var reviewSentences: [String] {
        guard let reviews else { return [local("No peer has reviewed it yet.")] }
        return reviews.reviews.map { local("Tested by a peer reviewer (\($0.role)) on \($0.date).") }
    }

    private func twelveMonthSection() -> [Block] {
        actions == nil ? [.paragraph(actionsLeftOut)] : planSection()
    }
}
