import Languages

/// A piece of a document; all text is plain, and an exporter escapes it for its format.
package enum Block: Equatable, Sendable {
    /// A heading; level 1 is the document's title.
    case heading(Int, String)
    case paragraph(String)
    /// One item of a list, `level` deep, from 1.
    case item(Int, String)
    /// What a user wrote, as it was written; lines are kept.
    case quote(String)
    case table(header: [String], rows: [[String]])
}

extension Pack {
    /// The whole report, in the order in which every format gives it.
    package func document() -> [Block] {
        var blocks = coverBlocks() + readingBlocks()
        blocks += positionBlocks()
        if let areas {
            blocks += summaryBlocks(areas) + answerBlocks(areas) + setAsideBlocks()
            blocks += themeBlocks(areas)
            blocks += evidenceBlocks(areas)
        }
        blocks += signatureBlocks() + findingBlocks() + openBlocks() + prospectBlocks()
        blocks += problemBlocks() + factorBlocks() + modelBlocks() + qualityBlocks() + actionBlocks()
        return blocks + leftOutBlocks() + methodBlocks()
    }

    /// The findings alone, as `evaluate` shows them.
    package func findingsDocument() -> [Block] {
        var blocks: [Block] = [.heading(1, "\(cover.questionnaireTitle). \(cover.title)")]
        blocks.append(.paragraph(counts))
        blocks += findingBlocks() + openBlocks() + prospectBlocks()
        blocks += problemBlocks() + factorBlocks() + modelBlocks()
        return blocks + signatureBlocks() + qualityBlocks()
    }

    /// The findings in a few lines, for a conversation.
    package func briefDocument() -> [Block] {
        var blocks: [Block] = [.paragraph(counts)]
        for table in [tier].compactMap(\.self) + tables {
            blocks += table.sentences.map { .paragraph($0) }
        }
        blocks += (tier?.cautions ?? []).map {
            .paragraph(local("Take care: \($0.text)") + sourced($0.source, basis: $0.basis))
        }
        blocks += briefModels()
        if let signatures { blocks.append(.paragraph(signatures.sentences.joined(separator: " "))) }
        return blocks
    }

    private func briefModels() -> [Block] {
        func named(_ status: String) -> String? {
            let titles = models.filter { $0.status == status }.map(\.title.firstLowered)
            return titles.isEmpty ? nil : listed(titles)
        }
        let lines = [
            named("viable").map { local("Models whose conditions are met: \($0).") },
            named("undetermined").map { local("Models that are still open: \($0).") },
            named("not-viable").map { local("Models whose conditions are not met: \($0).") },
        ].compactMap(\.self)
        return lines.isEmpty ? [] : [.paragraph(lines.joined(separator: " "))]
    }

    /// What would change the findings, as `paths` shows it.
    package func pathsDocument() -> [Block] {
        guard let prospects else { return [] }
        var blocks: [Block] = prospects.sentences.map { .paragraph($0) } + ways(prospects.paths)
        for model in prospects.models {
            blocks.append(.paragraph("\(model.title). \(model.sentence)"))
            blocks += ways(model.paths)
        }
        return blocks
    }

    /// The answers alone, as `show` shows them.
    package func answersDocument() -> [Block] {
        coverBlocks() + answerBlocks(areas ?? []) + setAsideBlocks() + themeBlocks(areas ?? [])
            + actionBlocks()
            + leftOutBlocks()
    }

    /// How the questions stand, in a sentence or two.
    var counts: String {
        var parts = [
            plural(
                cover.asked, "\(cover.answered) of \(cover.asked) question answered",
                "\(cover.answered) of \(cover.asked) questions answered")
        ]
        if cover.dontKnow > 0 { parts.append(counted(cover.dontKnow, "don't know", "don't knows")) }
        if cover.notApplicable > 0 { parts.append(local("\(cover.notApplicable) not applicable")) }
        if cover.unanswered > 0 { parts.append(local("\(cover.unanswered) not answered")) }
        return parts.joined(separator: ", ") + "."
    }
}
