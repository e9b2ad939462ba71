package import Instruments

extension Questionnaire {
    /// The questionnaire as a form to fill in on paper.
    package func paperForm() -> [Block] {
        var blocks: [Block] = [
            .heading(1, title),
            .paragraph(
                "\(id) \(version). \(counted(questions.count, "question"))"
                    + (minutes.map { ", about \(counted($0, "minute"))" } ?? "") + "."),
            .paragraph(
                "Every question can also be answered with don't know, or with not applicable and a reason."),
        ]
        for area in areas {
            blocks.append(.heading(2, area.title))
            if let intro = area.intro { blocks.append(.paragraph(intro)) }
            for (index, question) in area.questions.enumerated() {
                blocks += question.blocks(number: index + 1)
            }
        }
        return blocks
    }
}

extension Question {
    fileprivate func blocks(number: Int) -> [Block] {
        var blocks: [Block] = [.heading(3, "\(number). \(text)")]
        if let hint { blocks.append(.paragraph(hint)) }
        if let askWhen { blocks.append(.paragraph("Asked only when \(askWhen.inWords).")) }
        switch kind {
        case .rating(let rating):
            blocks += zip(rating.scale.levels, rating.descriptors).enumerated().map {
                .item(1, "\($0 + 1) \($1.0): \($1.1)")
            }
        case .yesNo:
            blocks.append(.item(1, "Yes or no"))
        case .choice(let options), .choices(let options):
            blocks += options.map { .item(1, $0.text) }
        case .number(let range):
            blocks.append(.item(1, "A number" + (range.unit.map { " of \($0)" } ?? "")))
        case .date:
            blocks.append(.item(1, "A date"))
        case .text:
            blocks.append(.item(1, "Your own words"))
        }
        blocks += probes.map { .item(2, $0) }
        if let why {
            blocks.append(.paragraph("Why we ask: \(why.text)" + (why.source.map { " (\($0))" } ?? "")))
        }
        if !lookFor.isEmpty {
            blocks.append(.paragraph("A reviewer would look for: \(lookFor.joined(separator: "; "))."))
        }
        return blocks
    }
}

extension AskWhen {
    /// The formula in words.
    fileprivate var inWords: String {
        switch self {
        case .answer(let question, let values):
            "\(question) is \(listed(values.map(\.description), with: "or"))"
        case .all(let parts): listed(parts.map(\.inWords))
        case .any(let parts): listed(parts.map(\.inWords), with: "or")
        case .not(let part): "it is not so that \(part.inWords)"
        }
    }
}
