import Instruments
import Sessions

/// Works out which signatures of risk show, by counting their indicators over all completions.
enum SignatureFinder {
    typealias Node = Functions.Node

    private typealias Indicator = RuleBook.Indicator

    /// The findings of a framework's signatures; nil where nobody found them out.
    static func findings(
        of set: SignatureSet, in framework: Framework, isAsked: [Bool], _ completions: inout Completions
    ) -> SignatureFindings? {
        var evident: [(category: SignatureCategory.ID, node: Node)] = []
        var findings: [SignatureFinding] = []
        // Where no signature has an indicator left, there is no grade.
        var untold = set.members.isEmpty ? Functions.never : Functions.always
        for signature in set.members {
            let indicators = completions.book.indicators[Reference(framework.id, signature.id)] ?? []
            let statuses = statuses(indicators, set.thresholds, &completions)
            guard
                !(statuses.nodes.values + [statuses.unknown]).contains(
                    where: completions.functions.isUndecided)
            else { return nil }
            evident.append((signature.category, statuses.nodes[.evident] ?? Functions.never))
            untold = completions.functions.and(untold, statuses.unknown)
            findings.append(
                finding(
                    of: signature, indicators.filter { isAsked[$0.place] },
                    responses: completions.responses,
                    possible: SignatureSet.Status.allCases.filter {
                        (statuses.nodes[$0] ?? Functions.never) != Functions.never
                    },
                    canBeUnknown: statuses.unknown != Functions.never))
        }
        guard !completions.functions.isUndecided(untold),
            let grades = grades(evident, set, told: completions.functions.not(untold), &completions)
        else { return nil }
        return SignatureFindings(
            framework: framework.id, definition: set, signatures: findings, grades: grades,
            canBeUntold: untold != Functions.never)
    }

    /// Where a signature has which status: counts of counted and of warning indicators, by completion.
    private static func statuses(
        _ indicators: [Indicator], _ thresholds: SignatureSet.Thresholds,
        _ completions: inout Completions
    ) -> (nodes: [SignatureSet.Status: Node], unknown: Node) {
        struct Count: Hashable {
            var counted: Int
            var warning: Int
        }
        // Those that come out the same in every completion.
        var settled = Count(counted: 0, warning: 0)
        var counts = [Count(counted: 0, warning: 0): Functions.always]
        for indicator in indicators {
            let counted = completions.counts(indicator.place)
            let warns = completions.answer(indicator.place) {
                indicator.question.isWarning($0, when: indicator.warnsWhen)
            }
            let warning = completions.functions.and(counted, warns)
            let fine = completions.functions.choose(warns, Functions.never, counted)
            if warning == Functions.always || fine == Functions.always {
                settled.counted += 1
                if warning == Functions.always { settled.warning += 1 }
                continue
            }
            let left = completions.functions.not(counted)
            if left == Functions.always { continue }
            var next: [Count: Node] = [:]
            for (count, node) in counts {
                let steps = [
                    (Count(counted: count.counted + 1, warning: count.warning + 1), warning),
                    (Count(counted: count.counted + 1, warning: count.warning), fine),
                    (count, left),
                ]
                for (to, step) in steps {
                    let reached = completions.functions.and(node, step)
                    guard reached != Functions.never else { continue }
                    next[to] = completions.functions.or(next[to] ?? Functions.never, reached)
                }
            }
            counts = next
        }
        var nodes: [SignatureSet.Status: Node] = [:]
        var unknown = Functions.never
        for (count, node) in counts {
            if let status = thresholds.status(
                warning: count.warning + settled.warning, of: count.counted + settled.counted)
            {
                nodes[status] = completions.functions.or(nodes[status] ?? Functions.never, node)
            } else {
                unknown = completions.functions.or(unknown, node)
            }
        }
        return (nodes, unknown)
    }

    /// The grades that some completion reaches: counts of evident signatures, and which categories they lie in; only
    /// completions that leave an indicator of some signature are counted.
    private static func grades(
        _ evident: [(category: SignatureCategory.ID, node: Node)], _ set: SignatureSet, told: Node,
        _ completions: inout Completions
    ) -> [SignatureSet.Grade]? {
        if told == Functions.never { return [] }
        struct Spread: Hashable {
            var evident: Int
            var categories: Set<SignatureCategory.ID>
        }
        let enough = set.thresholds.combiningFrom
        // Those that are evident in every completion.
        var certain = Spread(evident: 0, categories: [])
        var spreads = [Spread(evident: 0, categories: []): told]
        for (category, node) in evident where node != Functions.never {
            guard node != Functions.always else {
                certain.evident += 1
                certain.categories.insert(category)
                continue
            }
            let quiet = completions.functions.not(node)
            var next: [Spread: Node] = [:]
            for (spread, reached) in spreads {
                let more = Spread(
                    // Past the threshold the exact number no longer matters.
                    evident: min(spread.evident + 1, max(enough, 1)),
                    categories: spread.categories.union([category]))
                for (to, step) in [(more, node), (spread, quiet)] {
                    let both = completions.functions.and(reached, step)
                    guard both != Functions.never else { continue }
                    next[to] = completions.functions.or(next[to] ?? Functions.never, both)
                }
            }
            spreads = next
        }
        guard !spreads.values.contains(where: completions.functions.isUndecided) else { return nil }
        let reached = Set(
            spreads.keys.map {
                set.thresholds.grade(
                    evident: $0.evident + certain.evident,
                    categories: $0.categories.union(certain.categories).count)
            })
        return SignatureSet.Grade.allCases.filter { reached.contains($0) }
    }

    private static func finding(
        of signature: Signature, _ indicators: [Indicator], responses: [Response?],
        possible: [SignatureSet.Status], canBeUnknown: Bool
    ) -> SignatureFinding {
        var finding = SignatureFinding(
            signature: signature, possible: possible, canBeUnknown: canBeUnknown, warning: [],
            notWarning: [], unknown: [])
        for indicator in indicators {
            let id = indicator.question.id
            switch responses[indicator.place] {
            case .given(let value):
                if indicator.question.isWarning(value, when: indicator.warnsWhen) {
                    finding.warning.append(id)
                } else {
                    finding.notWarning.append(id)
                }
            case .dontKnow, nil:
                finding.unknown.append(id)
            case .notApplicable:
                break
            }
        }
        return finding
    }
}
