import Evaluation
import Instruments
import Languages
import Sessions

extension FindingProjection {
    /// How far the graded conditions of a table are met, in the table's order.
    func grades(_ finding: TableFinding, _ findings: Findings) -> [GradeText] {
        finding.table.inputs.compactMap { grade(Reference(finding.framework, $0), findings) }
    }

    /// How far a graded condition is met; nil for one without a grading.
    func grade(_ reference: Reference<Condition>, _ findings: Findings) -> GradeText? {
        guard let condition = session.instruments.framework(reference.framework)?.condition(reference.name),
            condition.grading != nil,
            let finding = findings.conditions.first(where: { $0.reference == reference })
        else { return nil }
        let share = session.evidence(behind: finding, in: findings)
        let counted = finding.parts.filter { $0.truth != nil }
        let met = finding.parts.filter { $0.truth == .yes }
        let open = finding.parts.count { $0.truth == .unknown }
        func sentences(_ parts: [GradedPart]) -> [String] {
            showsAnswers ? parts.map(\.element.statement) : []
        }
        return GradeText(
            condition: condition.title, possible: finding.grades, met: met.count,
            counted: counted.count, open: open, ratings: share.rated, evidenced: share.evidenced,
            isLost: finding.isLost,
            gradesInWords: listed(finding.grades.map(\.localizedDescription), with: .or),
            sentence: sentence(
                condition, finding, met: met.count, of: counted.count, open: open,
                gone: finding.parts.count - counted.count, share),
            metParts: sentences(met), notMetParts: sentences(finding.parts.filter { $0.truth == .no }))
    }

    private func sentence(
        _ condition: Condition, _ finding: ConditionFinding, met: Int, of counted: Int, open: Int, gone: Int,
        _ share: EvidenceShare
    ) -> String {
        guard !finding.isLost else {
            return local("\(condition.title): not known. Too few of its parts can be answered here.")
        }
        let grade = listed(finding.grades.map(\.localizedDescription), with: .or)
        let parts =
            plural(met, "\(met) of \(counted) parts is met", "\(met) of \(counted) parts are met")
            + (open > 0 ? ", " + local("\(open) not known yet") : "")
            + (gone > 0 ? ", " + local("\(gone) left out as not applicable or not asked") : "")
        let head = local("\(condition.title): \(grade). \(parts).")
        guard share.rated > 0 else { return head }
        return head + " "
            + plural(
                share.rated, "\(share.evidenced) of \(share.rated) rating behind it names evidence.",
                "\(share.evidenced) of \(share.rated) ratings behind it name evidence.")
    }

    /// The outcomes that go with the one given.
    func alongside(_ finding: TableFinding) -> [AlongsideText] {
        finding.alongside.map { companion in
            let entry = companion.alongside
            return AlongsideText(
                outcome: finding.table.outcome(entry.outcome)?.title ?? entry.outcome.text,
                with: finding.possible.count < 2
                    ? [] : companion.with.compactMap { finding.table.outcome($0)?.title },
                isOwn: companion.with == [entry.outcome], isCertain: companion.isCertain,
                because: entry.because, source: entry.source,
                basis: entry.basis, reason: entry.reason,
                questions: showsAnswers
                    ? entry.when.flatMap { questions(behind: $0, in: finding.framework) } : nil)
        }
    }

    /// The questions that the elements of a formula rest on, in the order of asking; nil for none.
    private func questions(behind formula: Formula, in framework: Framework.ID) -> [QuestionLabel]? {
        let held = session.instruments.framework(framework)
        func elements(_ formula: Formula) -> [Element.ID] {
            formula.names.flatMap { name -> [Element.ID] in
                switch name {
                case .element(let id): [id]
                case .condition(let id): held?.condition(id).map { elements($0.when) } ?? []
                }
            }
        }
        let wanted = Set(elements(formula).map { Reference(framework, $0) })
        let found = session.asked.questions.filter { $0.supports.contains(where: wanted.contains) }
        return found.isEmpty ? nil : found.map { labels[$0.id] }
    }
}

extension Condition.Grade {
    /// The grade in words.
    var localizedDescription: String {
        switch self {
        case .lacking: local("lacking")
        case .partly: local("partly in place")
        case .inPlace: local("in place")
        }
    }
}

extension DecisionTable.Cell {
    /// What has to come out for a rule to apply.
    var localizedDescription: String {
        switch self {
        case .yes: local("yes")
        case .no: local("no")
        case .any: local("any")
        case .grades(let grades): listed(grades.map(\.localizedDescription), with: .or)
        }
    }
}

extension AlongsideText {
    /// What goes with the finding, in a sentence or two, with its source.
    var localizedDescription: String { inBrief + sourced(source, basis: basis) }

    /// The same without its source.
    var inBrief: String {
        if isOwn {
            return isCertain
                ? local("As part of it: \(because)")
                : local("Perhaps, as part of \(outcome.inSentence): \(because)")
        }
        return isCertain
            ? local("Alongside: \(outcome.inSentence). \(because)")
            : with.isEmpty
                ? local("Perhaps alongside: \(outcome.inSentence). \(because)")
                : local(
                    "Where it is \(listed(with.map(\.inSentence), with: .or)), perhaps alongside: \(outcome.inSentence). \(because)"
                )
    }
}
