import Escaping
import Languages
package import Reports

extension ExplainedFinding {
    /// The finding of that name.
    ///
    /// - Throws: which findings there are, where none or several fit.
    package static func named(
        _ wanted: String, among all: [ExplainedFinding]
    ) throws(ErrorDescription) -> ExplainedFinding {
        let matches = wanted.isEmpty ? [] : matches(wanted, among: all)
        if let match = matches.first, matches.count == 1 { return match }
        guard matches.isEmpty else {
            throw ErrorDescription(
                local("`\(wanted.visible)` fits several findings"),
                hint: local("they are \(listed(matches.map(\.fullName)))"))
        }
        guard !all.isEmpty else {
            throw ErrorDescription(
                local("there are no findings here"),
                hint: local("this questionnaire feeds no framework; its answers are to be read"))
        }
        let names = all.filter(\.isHeadline).map(\.name)
        throw ErrorDescription(
            wanted.isEmpty
                ? local("say which finding to explain") : local("there is no finding `\(wanted.visible)`"),
            hint: local("there are \(listed(names)), and every condition and element of the frameworks"))
    }
}
