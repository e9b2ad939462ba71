import Instruments
import Sessions

extension Findings {
    /// Every finding with what it says, each once, the headline first.
    ///
    /// Elements are not among them: they are the facts that findings rest on.
    package var all: [(key: FindingKey, value: FindingValue)] {
        var all: [(key: FindingKey, value: FindingValue)] = []
        let headline = tier?.reference
        for table in tables.filter({ $0.reference == headline }) + tables.filter({ $0.reference != headline })
        {
            all.append((.table(table.reference), table.value))
        }
        for model in models {
            all.append(
                (
                    .model(Reference(model.framework, model.model.id)),
                    FindingValue(
                        possible: [.model(model.status)],
                        besides: model.caution.map { [.caution($0)] } ?? [])
                ))
        }
        all += signatures?.all ?? []
        all += problems?.all ?? []
        all += factors?.all ?? []
        for condition in conditions {
            all.append(
                (
                    .condition(condition.reference),
                    FindingValue(
                        possible: condition.states + (condition.isGone ? [.gone] : []))
                ))
        }
        if tier != nil {
            all.append(
                (.openQuestions, FindingValue(possible: openQuestions.map { .question($0.question) })))
        }
        return all
    }

    /// The findings that differ, in the order of the later ones; those that are gone come last.
    ///
    /// What could not be worked out on one side is not among them.
    package static func changes(from before: Findings, to after: Findings) -> [FindingChange] {
        let old = before.byKey
        let now = after.all
        let keys = Set(now.map(\.key))
        let changed = now.compactMap { key, value in
            old[key] == value ? nil : FindingChange(key: key, from: old[key], to: value)
        }
        let unknown = Set(before.notComputed + after.notComputed)
        let all =
            changed
            + before.all.filter { !keys.contains($0.key) }.map {
                FindingChange(key: $0.key, from: $0.value, to: nil)
            }
        return all.filter { !unknown.contains($0.key) }
    }

    /// What each finding says.
    package var byKey: [FindingKey: FindingValue] {
        Dictionary(all.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }
}

extension TableFinding {
    fileprivate var value: FindingValue {
        FindingValue(
            possible: possible.map { .outcome($0) } + (canBeNone ? [.noRule] : []),
            certain: table.hitPolicy == .collect ? certain.map { .outcome($0) } : [],
            besides: rules.map { .rule(id(of: $0)) } + cautions.map { .caution($0) }
                + focus.map { .focus($0) }
                + alongside.map { .alongside($0.alongside, isCertain: $0.isCertain) }
                + remarks.map { .remark($0.statement) })
    }
}

extension ConditionFinding {
    /// What it can be: a grade, or whether it holds.
    fileprivate var states: [FindingState] {
        grades.isEmpty ? possible.map { .holds($0) } : grades.map { .met($0) }
    }
}

extension SignatureFindings {
    fileprivate var all: [(key: FindingKey, value: FindingValue)] {
        [
            (
                .earlyWarning(framework),
                FindingValue(possible: grades.map { .grade($0) } + (canBeUntold ? [.gone] : []))
            )
        ]
            + signatures.map { finding in
                (
                    .signature(Reference(framework, finding.signature.id)),
                    FindingValue(
                        possible: finding.possible.map { .signature($0) }
                            + (finding.canBeUnknown ? [.gone] : []))
                )
            }
            + balance.map { category, evident in
                (.balance(framework, category.id), FindingValue(possible: [.count(evident)]))
            }
    }
}

extension ProblemFindings {
    fileprivate var all: [(key: FindingKey, value: FindingValue)] {
        let alone = Set(isolated.map(\.reference))
        var all: [(key: FindingKey, value: FindingValue)] = problems.map { problem in
            (
                .problem(problem.reference),
                FindingValue(
                    possible: [.problem(problem.state)],
                    besides: alone.contains(problem.reference) ? [.remark(definition.isolated)] : [])
            )
        }
        all.append(
            (
                .linkedProblems(framework),
                FindingValue(
                    possible: linked.map { .holds($0) }, besides: lone.map { [.remark($0)] } ?? [])
            ))
        all += links.map { finding in
            (
                .link(from: finding.link.from, to: finding.link.to),
                FindingValue(possible: [.link(finding.state)])
            )
        }
        all.append(
            (
                .viciousCircles(framework),
                FindingValue(
                    possible: circular.map { .holds($0) },
                    besides: [circles.completeUpTo, possibleCircles.completeUpTo].compactMap(\.self)
                        .map { .listedUpTo($0) })
            ))
        all += circles.found.map { (.circle($0), FindingValue(possible: [.holds(true)])) }
        all += possibleCircles.found.map {
            (.circle($0), FindingValue(possible: [.holds(true), .holds(false)]))
        }
        return all
    }
}

extension FactorFindings {
    fileprivate var all: [(key: FindingKey, value: FindingValue)] {
        let stages: [(key: FindingKey, value: FindingValue)] =
            definition.stages.isEmpty
            ? []
            : [
                (
                    .stage(framework),
                    FindingValue(possible: stage.map { [.stage($0.id)] } ?? [.open])
                )
            ]
        return stages
            + groups.flatMap(\.factors).map { factor in
                let state: FindingState =
                    factor.state.map { .factor($0) } ?? (factor.open.isEmpty ? .gone : .open)
                return (
                    .factor(Reference(framework, factor.element.id)), FindingValue(possible: [state])
                )
            }
    }
}
