// The parts of a report on what would change the findings, and on how the answers were reached.

import Languages

extension Pack {
    func counterfactualsSection() -> [Block] {
        guard let prospects else { return [] }
        var blocks: [Block] = []
        if !prospects.sentences.isEmpty {
            blocks += [.heading(2, local("What would change the \(tier?.noun ?? local("result"))"))]
            blocks += prospects.sentences.map { .paragraph($0) }
            blocks += ways(prospects.paths)
        }
        if !prospects.robustness.isEmpty {
            blocks.append(.heading(2, local("How firm the \(tier?.noun ?? local("result")) is")))
            blocks += firmnessSection(prospects.robustness, prospects.flips)
        }
        for other in prospects.others {
            blocks.append(.heading(2, local("\(other.title): what would change it, and how firm it is")))
            blocks += other.sentences.map { .paragraph($0) } + ways(other.paths)
            blocks += firmnessSection(other.robustness, other.flips)
        }
        return blocks
    }

    private func firmnessSection(_ sentences: [String], _ flips: [FlipText]) -> [Block] {
        [.paragraph(sentences.joined(separator: " "))]
            + flips.map {
                .item(
                    1,
                    local(
                        "\($0.question.short): \($0.question.text) Now \($0.from); at \($0.to): \($0.result)."
                    ))
            }
    }

    func qualitySection() -> [Block] {
        guard let quality else { return [] }
        var blocks: [Block] = [.heading(2, local("How these answers were reached"))]
        blocks += (assurance?.signs ?? []).map { .paragraph($0) }
        for line in quality {
            blocks.append(
                .paragraph(([line.sentence] + [line.improve].compactMap(\.self)).joined(separator: " ")))
            blocks += line.found.map { .item(1, $0) }
        }
        guard let prompts, !prompts.isEmpty else { return blocks }
        blocks.append(.heading(3, local("What a critical friend would ask")))
        blocks += prompts.flatMap { prompt -> [Block] in
            [.item(1, prompt.text + sourced(prompt.source))]
                + prompt.answers.map { .item(2, "\($0.question.short): \($0.answer)") }
        }
        return blocks
    }

}
