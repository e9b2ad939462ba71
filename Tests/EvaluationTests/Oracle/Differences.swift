import Evaluation
import Instruments
import Sessions

/// Every way in which the evaluator's findings differ from the oracle's; empty where they agree.
func differences(
    _ findings: Findings, _ oracle: Oracle, _ instruments: InstrumentSet,
    _ responses: [Question.ID: Response]
) -> [String] {
    var found: [String] = []
    func compare<Value: Equatable>(_ what: @autoclosure () -> String, _ got: Value, _ wanted: Value) {
        if got != wanted { found.append("\(what()): evaluated \(got), tried out \(wanted)") }
    }
    let plain = oracle.plain
    compare("elements", findings.elements.map(\.reference), plain.elements.map(\.reference))
    for (element, seen) in zip(findings.elements, oracle.elements) {
        compare("\(element.reference)", element.truth, truth(seen))
        compare("\(element.reference) is gone", element.isGone, seen == .gone)
    }
    compare("conditions", findings.conditions.map(\.reference), plain.conditions.map(\.reference))
    for (condition, seen) in zip(findings.conditions, oracle.conditions) {
        compare("\(condition.reference)", condition.possible, possible(seen))
        compare("\(condition.reference) is gone", condition.isGone, !seen.contains(.gone))
    }
    for (condition, seen) in zip(findings.conditions, oracle.conditionGrades) {
        compare(
            "\(condition.reference) grades", condition.grades,
            [Condition.Grade.lacking, .partly, .inPlace].filter(seen.contains))
    }
    compare(
        "tables", findings.tables.map(\.reference.description),
        plain.tables.map { "\($0.framework)/\($0.table.id)" })
    for (table, seen) in zip(findings.tables, oracle.tables) {
        let outcomes = table.table.outcomes.map(\.id).filter { seen.outcomes.contains($0) }
        compare("\(table.reference)", table.possible, outcomes)
        compare("\(table.reference) none", table.canBeNone, seen.none)
        compare("\(table.reference) rules", table.rules.map { $0.number - 1 }, seen.rules.sorted())
        let only = outcomes.count == 1 && !seen.none ? outcomes.first : nil
        compare(
            "\(table.reference) alongside", Set(table.alongside.map(\.alongside.because)),
            Set(seen.alongside.keys))
        compare(
            "\(table.reference) alongside for certain",
            Set(table.alongside.filter(\.isCertain).map(\.alongside.because)),
            Set(seen.alongside.filter { $0.value == oracle.count }.keys))
        for (place, count) in seen.remarks.enumerated() {
            let isMade = table.remarks.contains(table.table.remarks[place])
            compare("\(table.reference) remark \(place)", isMade, count == oracle.count)
        }
        compare("\(table.reference) determined", table.determined?.id, only)
    }
    found += modelDifferences(findings, oracle)
    found += signatureDifferences(findings, oracle, responses)
    let asked = askedNow(instruments.questionnaire, responses)
    compare("counts", findings.counts.numbers, counts(asked, responses))
    found += openQuestionDifferences(findings, oracle, asked)
    return found
}

private func modelDifferences(_ findings: Findings, _ oracle: Oracle) -> [String] {
    var found: [String] = []
    let conditions = Dictionary(
        uniqueKeysWithValues: zip(oracle.plain.conditions.map(\.reference), oracle.conditions))
    for (model, seen) in zip(findings.models, oracle.models) {
        let status: ModelFinding.Status =
            switch seen {
            case .yes: .viable
            case .no: .notViable
            default: .undetermined
            }
        if model.status != status {
            found.append("model \(model.model.id): evaluated \(model.status), tried out \(status)")
        }
        func needs(_ wanted: Oracle.Seen) -> [Condition.ID] {
            model.model.needs.filter {
                conditions[Reference(model.framework, $0)]?.intersection([.yes, .no]) == wanted
            }
        }
        let got = [
            model.met.map(\.condition.id), model.missing.map(\.condition.id),
            model.unknown.map(\.condition.id),
        ]
        let wanted = [needs(.yes), needs(.no), needs([.yes, .no])]
        if got != wanted { found.append("model \(model.model.id): evaluated \(got), tried out \(wanted)") }
    }
    if findings.models.map(\.model.id) != oracle.plain.models.map(\.model.id) {
        found.append("models: evaluated \(findings.models.map(\.model.id))")
    }
    return found
}

/// The open questions: which, how telling, and in which order.
private func openQuestionDifferences(
    _ findings: Findings, _ oracle: Oracle, _ asked: [Question]
) -> [String] {
    let order = asked.map(\.id)
    let shares = oracle.shares.filter { order.contains($0.key) }
    let got = findings.openQuestions
    var found: [String] = []
    if Set(got.map(\.question)) != Set(shares.keys) || got.count != shares.count {
        found.append("open questions: evaluated \(got.map(\.question)), tried out \(shares)")
    }
    // A circuit does not count: its questions stand in the order of asking.
    guard got.allSatisfy({ $0.share != nil }) else {
        if got.map(\.question) != order.filter({ shares.keys.contains($0) }) {
            found.append("open questions without shares: evaluated \(got), tried out \(shares)")
        }
        return found
    }
    for open in got where abs((open.share ?? 0) - (shares[open.question] ?? 0)) > 1e-12 {
        found.append("\(open.question) share: evaluated \(open.share ?? 0), tried out \(shares)")
    }
    let wanted = order.filter { shares.keys.contains($0) }.enumerated().sorted { left, right in
        let (first, second) = (shares[left.element] ?? 0, shares[right.element] ?? 0)
        return abs(first - second) > 1e-12 ? first > second : left.offset < right.offset
    }.map(\.element)
    if found.isEmpty, got.map(\.question) != wanted {
        found.append("order of open questions: evaluated \(got), tried out \(wanted)")
    }
    return found
}

/// The questions asked now: `ask-when` looks at the ordinary answers to questions that are themselves asked.
func askedNow(
    _ questionnaire: Questionnaire, _ responses: [Question.ID: Response]
) -> [Question] {
    func holds(_ askWhen: AskWhen) -> Bool {
        switch askWhen {
        case .answer(let id, let values):
            guard case .given(let answer)? = responses[id],
                let question = questionnaire.question(id), isAsked(question)
            else { return false }
            return values.contains { isSame(answer, as: $0) }
        case .all(let parts): return parts.allSatisfy { holds($0) }
        case .any(let parts): return parts.contains { holds($0) }
        case .not(let part): return !holds(part)
        }
    }
    func isAsked(_ question: Question) -> Bool {
        question.askWhen.map { holds($0) } ?? true
    }
    return questionnaire.questions.filter { isAsked($0) }
}

private func counts(_ asked: [Question], _ responses: [Question.ID: Response]) -> [Int] {
    var counts = [asked.count, 0, 0, 0, 0]
    for question in asked {
        switch responses[question.id] {
        case .given?: counts[1] += 1
        case .dontKnow?: counts[2] += 1
        case .notApplicable?: counts[3] += 1
        case nil: counts[4] += 1
        }
    }
    return counts
}

extension Counts {
    fileprivate var numbers: [Int] { [questions, answered, dontKnow, notApplicable, unanswered] }
}

private func truth(_ seen: Oracle.Seen) -> Truth {
    switch seen.subtracting(.gone) {
    case .yes: .yes
    case .no: .no
    default: .unknown
    }
}

private func possible(_ seen: Oracle.Seen) -> [Bool] {
    [true, false].filter { seen.contains($0 ? .yes : .no) }
}
