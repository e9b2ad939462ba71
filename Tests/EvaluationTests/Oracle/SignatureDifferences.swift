import Evaluation
import Instruments
import Sessions

/// Every way in which the evaluator's findings on signatures differ from the oracle's.
func signatureDifferences(
    _ findings: Findings, _ oracle: Oracle, _ responses: [Question.ID: Response]
) -> [String] {
    guard let signatures = findings.signatures else {
        return oracle.plain.thresholds == nil ? [] : ["signatures: none evaluated"]
    }
    var found: [String] = []
    let grades = SignatureSet.Grade.allCases.filter { oracle.grades.contains($0) }
    if signatures.grades != grades {
        found.append("grades: evaluated \(signatures.grades), tried out \(grades)")
    }
    if signatures.canBeUntold != oracle.isUntold {
        found.append("no grade: evaluated \(signatures.canBeUntold), tried out \(oracle.isUntold)")
    }
    if signatures.signatures.map(\.signature.id) != oracle.plain.signatures.map(\.signature.id) {
        found.append("signatures: evaluated \(signatures.signatures.map(\.signature.id))")
    }
    let nowCounting = Completion.now(oracle.plain)
    for (number, (finding, seen)) in zip(signatures.signatures, oracle.signatures).enumerated() {
        let id = finding.signature.id
        let statuses = SignatureSet.Status.allCases.filter { seen.statuses.contains($0) }
        if finding.possible != statuses {
            found.append("\(id): evaluated \(finding.possible), tried out \(statuses)")
        }
        if finding.canBeUnknown != seen.unknown {
            found.append("\(id) unknown: evaluated \(finding.canBeUnknown), tried out \(seen.unknown)")
        }
        let wanted = indicators(oracle.plain.signatures[number], oracle.plain, nowCounting)
        let got = [finding.warning, finding.notWarning, finding.unknown]
        if got != wanted { found.append("\(id) indicators: evaluated \(got), tried out \(wanted)") }
    }
    for (category, evident) in signatures.balance {
        let wanted = zip(oracle.plain.signatures, oracle.signatures).count { signature, seen in
            signature.signature.category == category.id && seen.statuses == [.evident] && !seen.unknown
        }
        if evident != wanted {
            found.append("balance \(category.id): evaluated \(evident), tried out \(wanted)")
        }
    }
    return found
}

/// The indicators that warn, that do not, and that are open, of those that count now.
private func indicators(
    _ signature: PlainCase.PlainSignature, _ plain: PlainCase, _ counts: [Bool]
) -> [[Question.ID]] {
    var lists: [[Question.ID]] = [[], [], []]
    for indicator in signature.indicators where counts[indicator.item] {
        let item = plain.items[indicator.item]
        lists[item.isOpen ? 2 : indicator.says[0] ? 0 : 1].append(item.id)
    }
    return lists
}

extension Completion {
    /// For each item, whether it counts now, when an open question's answer fits nothing.
    fileprivate static func now(_ plain: PlainCase) -> [Bool] {
        func unknown(_ ask: PlainCase.Ask) -> PlainCase.Ask {
            switch ask {
            case .answer(let item, let fits):
                plain.items[item].isOpen && !plain.items[item].isGiven
                    ? .answer(item: item, fits: fits.map { _ in false }) : ask
            case .all(let parts): .all(parts.map(unknown))
            case .any(let parts): .any(parts.map(unknown))
            case .not(let part): .not(unknown(part))
            }
        }
        var now = plain
        for number in now.items.indices { now.items[number].ask = plain.items[number].ask.map(unknown) }
        return Completion(
            now, answers: plain.items.map { _ in 0 }, free: plain.elements.map { _ in false }
        ).counts
    }
}
