import Evaluation
package import Instruments
import Languages
package import Sessions

extension SessionState {
    /// That the session moved to other versions of its instruments, and what its answers came to by the former ones; nil
    /// where it never did.
    ///
    /// What the former ones said is of the answers at the time of the move.
    package var movedDescription: [String]? {
        guard let former else { return nil }
        let findings = former.findings
        let tables =
            [findings.tier].compactMap(\.self)
            + findings.tables.filter { $0.reference != findings.tier?.reference }
        var came = tables.map { "\($0.table.title): \($0.outcomesDescription)." }
        if let signatures = findings.signatures {
            let grades = signatures.definition.earlyWarning.filter { signatures.grades.contains($0.id) }
            let titles =
                grades.map(\.title.firstLowered)
                + (signatures.canBeUntold ? [local("not known")] : [])
            came.append(local("Early warning: \(listed(titles, with: .or))."))
        }
        return [
            local(
                "The questions and rules moved on \(former.until.date.localizedDescription): \(listed(former.pins.changes(to: instruments)))."
            ),
            local("By the former ones, the answers of that day came to this. \(came.joined(separator: " "))"),
        ]
    }
}

extension InstrumentPins {
    /// The instruments that are other than those pinned, by their titles with both versions.
    package func changes(to current: InstrumentSet) -> [String] {
        func words(_ pin: InstrumentPin, _ title: String, _ version: String, _ sha256: String) -> String? {
            if pin.sha256 == sha256 { return nil }
            let versions = pin.version == version ? pin.version : local("\(pin.version), now \(version)")
            return "\(title) (\(versions))"
        }
        let now = current.questionnaire
        return [words(questionnaire, now.title, now.version, now.sha256)].compactMap(\.self)
            + frameworks.compactMap { pin in
                current.framework(Framework.ID(pin.id)).flatMap {
                    words(pin, $0.title, $0.version, $0.sha256)
                }
            }
    }
}
