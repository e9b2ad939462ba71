import Instruments
import Sessions

/// Every ordinary answer that a question can have.
///
/// Numbers, dates and texts have no end of answers: of these, each that some `ask-when` names, and one that
/// none names.
func ordinaryAnswers(to question: Question, in questionnaire: Questionnaire) -> [AnswerValue] {
    switch question.kind {
    case .rating(let rating):
        return (1...rating.scale.levels.count).map { .rating($0) }
    case .yesNo:
        return [.yesNo(false), .yesNo(true)]
    case .choice(let options):
        return options.map { .choice($0.id) }
    case .choices(let options):
        let alone = Set(options.filter(\.alone).map(\.id))
        return subsets(of: options.map(\.id))
            .filter { !$0.isEmpty && ($0.count == 1 || alone.isDisjoint(with: $0)) }
            .map { .choices($0) }
    case .number(let range):
        let named = namedValues(of: question.id, in: questionnaire).compactMap { value -> Double? in
            if case .whole(let number) = value { return Double(number) }
            return nil
        }
        let others = [range.least, range.greatest, 0.5, 7.25, -3.75].compactMap(\.self)
        return withOneOther(named, others) { number in
            number >= range.least ?? number && number <= range.greatest ?? number
        }.map { .number($0) }
    case .date:
        let named = words(namedValues(of: question.id, in: questionnaire))
        return withOneOther(named, ["2001-02-03", "1999-12-31"]) { CalendarDate($0) != nil }
            .compactMap { CalendarDate($0).map { .date($0) } }
    case .text:
        let named = words(namedValues(of: question.id, in: questionnaire))
        return withOneOther(named, ["something that nothing looks for"]) { !$0.isEmpty }
            .map { .text($0) }
    }
}

/// Whether an answer is, or holds, the value that an `ask-when` looks for.
func isSame(_ answer: AnswerValue, as value: PlainValue) -> Bool {
    switch answer {
    case .rating(let level): return value == .whole(level)
    case .yesNo(let yes): return value == .yes(yes)
    case .choice(let option): return value == .word(option.text)
    case .choices(let options): return options.map(\.text).contains { value == .word($0) }
    case .number(let number):
        if case .whole(let whole) = value { return Double(whole) == number }
        return false
    case .date(let date): return value == .word(date.description)
    case .text(let text): return value == .word(text)
    }
}

/// The values that some `ask-when` of the questionnaire looks for in a question.
private func namedValues(of id: Question.ID, in questionnaire: Questionnaire) -> [PlainValue] {
    func named(_ askWhen: AskWhen) -> [PlainValue] {
        switch askWhen {
        case .answer(let question, let values): return question == id ? values : []
        case .all(let parts), .any(let parts): return parts.flatMap { named($0) }
        case .not(let part): return named(part)
        }
    }
    return questionnaire.questions.compactMap(\.askWhen).flatMap { named($0) }
}

private func words(_ values: [PlainValue]) -> [String] {
    values.compactMap { value in
        if case .word(let word) = value { return word }
        return nil
    }
}

/// The fitting values, each once, and the first fitting one of the others.
private func withOneOther<Value: Equatable>(
    _ named: [Value], _ others: [Value], fits: (Value) -> Bool
) -> [Value] {
    var values: [Value] = []
    for value in named where fits(value) && !values.contains(value) { values.append(value) }
    if let other = others.first(where: { fits($0) && !values.contains($0) }) { values.append(other) }
    return values
}

private func subsets<Value>(of values: [Value]) -> [[Value]] {
    guard let first = values.first else { return [[]] }
    let rest = subsets(of: Array(values.dropFirst()))
    return rest + rest.map { [first] + $0 }
}
