import Instruments
import Sessions
import TestSupport

/// A small questionnaire with frameworks and some answers, all made from one seed.
struct RandomCase {
    let seed: UInt64
    let instruments: InstrumentSet
    var responses: [Question.ID: Response] = [:]
    /// Which problems lead to which.
    var links: [Link] = []

    /// Makes a case.
    ///
    /// - Parameters:
    ///   - seed: where its numbers start.
    ///   - mostCompletions: questions are answered until there are no more completions than this, elements
    ///     left free not counted.
    init(seed: UInt64, mostCompletions: Int? = nil) {
        self.seed = seed
        var random = SplitMix(seed: seed)
        instruments = randomInstruments(&random)
        let questionnaire = instruments.questionnaire
        var completions = 1
        var open: [(Question.ID, [AnswerValue])] = []
        for question in questionnaire.questions {
            let answers = ordinaryAnswers(to: question, in: questionnaire)
            switch random.number(in: 1...100) {
            case ...35:
                responses[question.id] = .given(random.pick(answers))
            case ...45:
                responses[question.id] = .notApplicable(reason: "There is none here.")
            case ...60:
                responses[question.id] = .dontKnow
                fallthrough
            default:
                completions *= answers.count
                open.append((question.id, answers))
            }
        }
        // Most cases stay small; some are as large as the oracle can take.
        let most = mostCompletions ?? random.pick([8, 16, 32, 32, 64, 64, 128, 256, 1_024, 4_096])
        while completions > most, !open.isEmpty {
            let (id, answers) = open.remove(at: random.number(in: 0...open.count - 1))
            completions /= answers.count
            responses[id] = .given(random.pick(answers))
        }
        let problems = instruments.problems
        guard problems.count > 1 else { return }
        for _ in 0..<random.number(in: 0...4) {
            let link = Link(from: random.pick(problems), to: random.pick(problems))
            if link.from != link.to { links.append(link) }
        }
    }

    /// The questions without an ordinary answer, not applicable ones left out.
    var open: [Question] {
        instruments.questionnaire.questions.filter { question in
            switch responses[question.id] {
            case .given?, .notApplicable?: false
            case .dontKnow?, nil: true
            }
        }
    }
}

extension RandomCase: CustomStringConvertible {
    var description: String {
        var lines = ["seed \(seed)"]
        for question in instruments.questionnaire.questions {
            var line = "  \(question.id) \(question.kind.briefly)"
            if !question.supports.isEmpty { line += " supports \(question.supports)" }
            for warning in question.warnsOf {
                line += " warns of \(warning.signature) when \(warning.when)"
            }
            if let step = question.step { line += " step \(step)" }
            if let askWhen = question.askWhen { line += " ask-when \(askWhen)" }
            let response = responses[question.id].map { "\($0)" } ?? "unanswered"
            lines.append(line + " = " + response)
        }
        for framework in instruments.frameworks {
            lines.append("  \(framework.id): elements \(framework.elements.map(\.id))")
            lines += framework.elements.compactMap { element in
                element.share.map { "    \(element.id) from \($0) of its questions" }
            }
            lines += framework.conditions.map {
                "    \($0.id): \($0.grading.map { "\($0)" } ?? "\($0.when)")"
            }
            for table in framework.tables {
                let role = table.role.map { " \($0)" } ?? ""
                lines.append("    table \(table.id)\(role) \(table.hitPolicy) of \(table.inputs)")
                lines += table.rules.map { "      \($0.when) -> \($0.then) alongside \($0.alongside)" }
            }
            if let set = framework.problems { lines.append("    problems \(set.elements)") }
            lines += framework.models.map { "    model \($0.id) needs \($0.needs)" }
            if let set = framework.signatures {
                lines.append("    thresholds \(set.thresholds)")
                lines += set.members.map { "    signature \($0.id) in \($0.category)" }
            }
        }
        lines += links.map { "  \($0.from) leads to \($0.to)" }
        let prefixes = ["Sessions.AnswerValue.", "Instruments.", "Formula.", "AskWhen."]
        return prefixes.reduce(lines.joined(separator: "\n")) { $0.replacing($1, with: "") }
    }
}

extension AnswerKind {
    /// The kind with all that matters to the rules.
    fileprivate var briefly: String {
        switch self {
        case .rating(let rating):
            return "rating 1...\(rating.scale.levels.count), met from \(rating.scale.metFrom)"
        case .yesNo, .number, .date, .text:
            return name.rawValue
        case .choice(let options), .choices(let options):
            let shown = options.map { "\($0.id)\($0.supports.isEmpty ? "" : " supports \($0.supports)")" }
            return "\(name.rawValue) \(shown)"
        }
    }
}
