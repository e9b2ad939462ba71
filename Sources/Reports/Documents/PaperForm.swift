package import Instruments
import Languages

extension Questionnaire {
    /// The questionnaire as a form to fill in on paper.
    package func paperForm() -> [Block] {
        var blocks: [Block] = [
            .heading(1, title),
            .paragraph(
                "\(id) \(version). "
                    + size(
                        of: counted(questions.count, "question", "questions"),
                        lasting: minutes.map { counted($0, "minute", "minutes") })),
            .paragraph(
                local(
                    "Every question can also be answered with don't know, or with not applicable and a reason."
                )),
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

/// How long a questionnaire is, in a sentence.
///
/// - Parameters:
///   - questions: how many questions it has, in words.
///   - minutes: how many minutes it takes, in words; nil where it does not say.
/// - Returns: `60 questions, about 45 minutes.`
package func size(of questions: String, lasting minutes: String?) -> String {
    minutes.map { local("\(questions), about \($0).") } ?? "\(questions)."
}

extension Question {
    fileprivate func blocks(number: Int) -> [Block] {
        var blocks: [Block] = [.heading(3, "\(number). \(text)")]
        if let hint { blocks.append(.paragraph(hint)) }
        if step == .links {
            blocks.append(
                .paragraph(
                    local(
                        "A step to take: write down which problem leads to which. Until it is done, it is not known whether problems are linked."
                    )))
        }
        if isNotForARoom {
            blocks.append(.paragraph(local("For somebody alone: no workshop asks it.")))
        }
        if let askWhen {
            blocks.append(.paragraph(local("Asked only when \(askWhen.localizedDescription).")))
        }
        switch kind {
        case .rating(let rating):
            blocks += zip(rating.scale.levels, rating.descriptors).enumerated().map {
                .item(1, "\($0 + 1) \($1.0): \($1.1)")
            }
        case .yesNo:
            blocks.append(.item(1, local("Yes or no")))
        case .choice(let options), .choices(let options):
            blocks += options.map { .item(1, $0.text) }
        case .number(let range):
            blocks.append(
                .item(1, range.unit.map { local("A number of \($0)") } ?? local("A number")))
        case .date:
            blocks.append(.item(1, local("A date")))
        case .text:
            blocks.append(.item(1, local("Your own words")))
        }
        blocks += probes.map { .item(2, $0) }
        if let why {
            blocks.append(.paragraph(local("Why we ask: \(why.text)") + sourced(why.source)))
        }
        if !lookFor.isEmpty {
            blocks.append(.paragraph(local("A reviewer would look for: \(lookFor.joined(separator: "; ")).")))
        }
        return blocks
    }
}

extension AskWhen {
    /// The formula in words.
    fileprivate var localizedDescription: String {
        switch self {
        case .answer(let question, let values):
            local("\(question) is \(listed(values.map(\.localizedDescription), with: .or))")
        case .all(let parts): listed(parts.map(\.localizedDescription))
        case .any(let parts): listed(parts.map(\.localizedDescription), with: .or)
        case .not(let part): local("it is not so that \(part.localizedDescription)")
        }
    }
}

extension PlainValue {
    /// The value as somebody answers it.
    fileprivate var localizedDescription: String {
        switch self {
        case .yes(true): local("yes", context: "answer")
        case .yes(false): local("no", context: "answer")
        case .whole, .word: description
        }
    }
}
