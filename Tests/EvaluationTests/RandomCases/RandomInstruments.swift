import Instruments
import TestSupport

/// A questionnaire of up to eight questions of every kind, with one or two frameworks that read it.
func randomInstruments(_ random: inout SplitMix) -> InstrumentSet {
    let count = random.number(in: 1...2)
    let withSignatures = random.chance(60) ? random.number(in: 1...count) : 0
    let frameworks = (1...count).map { number in
        randomFramework(.init("f\(number)"), hasSignatures: number == withSignatures, &random)
    }
    let elements = frameworks.flatMap { framework in
        framework.elements.map { Reference(framework.id, $0.id) }
    }
    let signatures = frameworks.flatMap { framework in
        framework.signatures?.members.map { Reference(framework.id, $0.id) } ?? []
    }
    var questions: [Question] = []
    for number in 1...random.number(in: 2...8) {
        let earlier = questions
        questions.append(
            randomQuestion(
                .init("q\(number)"), after: earlier, elements: elements, signatures: signatures,
                &random))
    }
    // An ask-when may look at a question that comes later.
    if random.chance(10) { questions = random.some(questions.count, of: questions) }
    // Some ask whether the problems were gone through for links.
    if frameworks.contains(where: { $0.problems != nil }), random.chance(60),
        let place = questions.indices.last(where: { questions[$0].kind == .yesNo })
    {
        questions[place].step = .links
        questions[place].supports = []
        questions[place].warnsOf = []
    }
    let split = random.number(in: 0...questions.count)
    return InstrumentSet(
        questionnaire: Questionnaire(
            id: "random", version: "1.0.0", title: "Random", feeds: frameworks.map(\.id),
            areas: [
                Area(id: "a", title: "A", questions: Array(questions[..<split])),
                Area(id: "b", title: "B", questions: Array(questions[split...])),
            ]),
        frameworks: frameworks)
}

private func randomQuestion(
    _ id: Question.ID, after earlier: [Question], elements: [Reference<Element>],
    signatures: [Reference<Signature>], _ random: inout SplitMix
) -> Question {
    let kind = randomKind(elements, &random)
    var question = Question(id: id, text: "What of \(id)?", kind: kind)
    switch kind {
    case .rating, .yesNo:
        question.supports = random.some(random.pick([0, 1, 1, 1, 2, 2]), of: elements)
        question.warnsOf = random.some(random.pick([0, 1, 1, 2]), of: signatures).map {
            Warning($0, when: random.chance(30))
        }
    case .choice, .choices, .number, .date, .text:
        break
    }
    if !earlier.isEmpty, random.chance(40) {
        question.askWhen = randomAskWhen(earlier, depth: 2, &random)
    }
    return question
}

private func randomKind(
    _ elements: [Reference<Element>], _ random: inout SplitMix
) -> AnswerKind {
    func options(_ random: inout SplitMix) -> [AnswerKind.Option] {
        (1...random.number(in: 2...3)).map { number in
            AnswerKind.Option(
                id: .init("o\(number)"), text: "Option \(number)",
                supports: random.some(random.pick([0, 1, 1]), of: elements))
        }
    }
    switch random.number(in: 1...100) {
    case ...50:
        let levels = random.number(in: 2...5)
        let scale = Scale(
            levels: (1...levels).map { "Level \($0)" }, metFrom: random.number(in: 1...levels))
        return .rating(
            AnswerKind.Rating(scaleID: "scale", scale: scale, descriptors: scale.levels))
    case ...70: return .yesNo
    case ...80: return .choice(options(&random))
    case ...88:
        var all = options(&random)
        if random.chance(50) { all[all.count - 1].alone = true }
        return .choices(all)
    case ...93:
        return .number(
            random.pick([
                AnswerKind.NumberRange(), AnswerKind.NumberRange(least: 0, greatest: 3),
                AnswerKind.NumberRange(least: 2, greatest: 2),
            ]))
    case ...96: return .date
    default: return .text
    }
}

/// A formula over earlier questions; now and then it looks for a value that no answer has.
private func randomAskWhen(
    _ earlier: [Question], depth: Int, _ random: inout SplitMix
) -> AskWhen {
    func parts(_ random: inout SplitMix) -> [AskWhen] {
        (1...random.number(in: 1...3)).map { _ in
            randomAskWhen(earlier, depth: depth - 1, &random)
        }
    }
    switch depth == 0 ? 1 : random.number(in: 1...100) {
    case ...55:
        let question = random.pick(earlier)
        let values = random.some(random.number(in: 1...2), of: values(of: question.kind))
        return .answer(question.id, among: values)
    case ...70: return .all(parts(&random))
    case ...85: return .any(parts(&random))
    default: return .not(randomAskWhen(earlier, depth: depth - 1, &random))
    }
}

private func values(of kind: AnswerKind) -> [PlainValue] {
    switch kind {
    case .rating(let rating): (1...rating.scale.levels.count).map { .whole($0) } + [.yes(true)]
    case .yesNo: [.yes(true), .yes(false)]
    case .choice(let options), .choices(let options): options.map { .word($0.id.text) }
    case .number: [.whole(0), .whole(2), .whole(3), .whole(9)]
    case .date: [.word("2001-02-03"), .word("2026-11-21"), .word("2026-02-30")]
    case .text: [.word("something"), .word("nothing"), .whole(1)]
    }
}
