import Evaluation
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
    /// A picture of what the words around it say, for formats that can draw.
    case chart(Chart)

    /// Whether it says nothing where nothing can be drawn.
    package var isDrawn: Bool { if case .chart = self { true } else { false } }
}

/// A part of a report; every format gives them in this order.
package enum Part: String, CaseIterable, Sendable {
    case cover
    case position
    case reading
    case summary
    case room
    case answers
    case setAside = "set-aside"
    case themes
    case evidence
    case reviews
    case signatures
    case findings
    case open
    case prospects
    case problems
    case factors
    case models
    case helps
    case quality
    case actions
    case leftOut = "left-out"
    case guidance
    case method
}

/// How many answers nobody has confirmed that findings rest on, in a sentence; nil where there are none.
package func localizedDescription(unconfirmed count: Int) -> String? {
    count == 0
        ? nil
        : plural(
            count, "What is found here rests on \(count) answer that nobody has confirmed.",
            "What is found here rests on \(count) answers that nobody has confirmed.")
}

extension Pack {
    /// The whole report, in the order in which every format gives it.
    package func document() -> [Block] {
        Part.allCases.flatMap(blocks)
    }

    /// One part of the report; empty where there is nothing to say, or nothing that the audience sees.
    package func blocks(of part: Part) -> [Block] {
        switch part {
        case .cover: coverSection()
        case .reading: readingSection()
        case .position: positionSection()
        case .summary: areas.map(summarySection) ?? []
        case .room: roomSection()
        case .answers: areas.map(answerSection) ?? []
        case .setAside: setAsideSection()
        case .themes: areas.map(themeSection) ?? []
        case .evidence: areas.map(evidenceSection) ?? []
        case .reviews: reviewSection()
        case .signatures: signatureSection()
        case .findings: findingSection(isTold: true)
        case .open: openSection()
        case .prospects: counterfactualsSection()
        case .problems: problemSection()
        case .factors: factorSection()
        case .models: modelSection()
        case .helps: helpsSection()
        case .quality: qualitySection()
        case .actions: actionSection()
        case .leftOut: leftOutSection()
        case .guidance: guidanceSection() + looksLikeSection()
        case .method: methodSection()
        }
    }

    /// The findings alone, as `evaluate` shows them.
    package func findingsDocument() -> [Block] {
        var blocks: [Block] = [.heading(1, "\(cover.questionnaireTitle). \(cover.title)")]
        blocks.append(.paragraph(counts))
        blocks += [restingOnUnconfirmed].compactMap(\.self).map { .paragraph($0) }
        blocks += [cover.moved?.joined(separator: " ")].compactMap(\.self).map { .paragraph($0) }
        blocks += (cover.notComputed ?? []).map { .paragraph($0) } + assuranceSection
        blocks +=
            findingSection(isTold: false) + openSection() + signatureSection() + counterfactualsSection()
        blocks += problemSection() + factorSection() + modelSection()
        return blocks + helpsSection() + qualitySection() + noteBlocks()
    }

    /// The findings in a few lines, for a conversation.
    package func briefDocument() -> [Block] {
        var blocks: [Block] = [counts, restingOnUnconfirmed].compactMap(\.self).map { .paragraph($0) }
        blocks += [cover.moved?.joined(separator: " ")].compactMap(\.self).map { .paragraph($0) }
        blocks += (cover.notComputed ?? []).map { .paragraph($0) } + assuranceSection
        return blocks + toldBlocks + briefModels()
    }

    /// How far the ratings are only asserted, before any finding.
    var assuranceSection: [Block] {
        assurance.map { [.paragraph($0.sentences.joined(separator: " "))] } ?? []
    }

    /// The findings in the order in which they are told everywhere: each table, early warning by name, and what to take
    /// care of.
    var toldBlocks: [Block] {
        var blocks = ([tier].compactMap(\.self) + tables).flatMap(\.toldBlocks)
        if let signatures { blocks.append(.paragraph(signatures.sentences.joined(separator: " "))) }
        return blocks
            + (tier?.cautions ?? []).map {
                .paragraph(local("Take care: \($0.text)") + sourced($0.source, basis: $0.basis))
            }
    }

    private func briefModels() -> [Block] {
        func named(_ status: ModelFinding.Status) -> String? {
            // What is heavier than the tier stands among the models, and is nobody's headline.
            let titles = models.filter { $0.status == status && !($0.isBeyondTier && status == .viable) }
                .map(\.title.firstLowered)
            return titles.isEmpty ? nil : listed(titles)
        }
        let lines = [
            named(.viable).map { local("Models whose conditions are met: \($0).") },
            models.contains { $0.isBeyondTier && $0.status == .viable }
                ? local(
                    "Models that are heavier than what the answers point to stand in the whole account alone."
                )
                : nil,
            named(.undetermined).map { local("Models that are still open: \($0).") },
            named(.notViable).map { local("Models whose conditions are not met: \($0).") },
        ].compactMap(\.self)
        return lines.isEmpty ? [] : [.paragraph(lines.joined(separator: " "))]
    }

    /// What would change the findings, as `paths` shows it.
    package func pathsDocument() -> [Block] {
        guard let prospects else { return [] }
        var blocks: [Block] = [restingOnUnconfirmed].compactMap(\.self).map { .paragraph($0) }
        blocks += prospects.sentences.map { .paragraph($0) } + ways(prospects.paths)
        for model in prospects.models where !model.paths.isEmpty {
            blocks.append(.paragraph("\(model.title). \(model.sentence)"))
            blocks += ways(model.paths)
        }
        // Models of which the same is to be said are named together.
        let others = prospects.models.filter(\.paths.isEmpty)
        var sentences: [String] = []
        for model in others where !sentences.contains(model.sentence) { sentences.append(model.sentence) }
        for sentence in sentences {
            let titles = others.filter { $0.sentence == sentence }.map(\.title)
            blocks.append(.paragraph("\(titles.joined(separator: "; ")). \(sentence)"))
        }
        return blocks
    }

    /// The answers alone, as `show` shows them.
    package func answersDocument() -> [Block] {
        coverSection() + answerSection(areas ?? []) + setAsideSection() + themeSection(areas ?? [])
            + actionSection()
            + leftOutSection()
    }

    /// How many answers nobody has confirmed, in a sentence; nil where there are none.
    package var restingOnUnconfirmed: String? { localizedDescription(unconfirmed: cover.unconfirmed ?? 0) }

    /// How the questions stand, in a sentence or two.
    package var counts: String {
        let answered = cover.answered + cover.dontKnow + cover.notApplicable
        var count = plural(
            cover.asked, "\(answered) of \(cover.asked) question answered",
            "\(answered) of \(cover.asked) questions answered")
        var others: [String] = []
        if cover.dontKnow > 0 { others.append(counted(cover.dontKnow, "don't know", "don't knows")) }
        if cover.notApplicable > 0 { others.append(local("\(cover.notApplicable) not applicable")) }
        if !others.isEmpty { count += " (\(local("among them \(listed(others))")))" }
        var parts = [count]
        if let withheld = cover.withheld { parts.append(local("\(withheld) withheld from these readers")) }
        if let alone = cover.notForTheRoom { parts.append(local("\(alone) not asked in the room")) }
        if cover.unanswered > 0 { parts.append(local("\(cover.unanswered) not answered")) }
        return parts.joined(separator: ", ") + "."
    }
}
