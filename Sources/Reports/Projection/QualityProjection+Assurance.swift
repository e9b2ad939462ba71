import Evaluation
import Instruments
import Languages

extension QualityProjection {
    /// How far the ratings are only asserted.
    ///
    /// - Parameters:
    ///   - assurance: what was found.
    ///   - findings: what the answers mean.
    ///   - showsAnswers: whether the reader may see how questions were answered; levels are told to nobody else.
    /// - Returns: the sentences.
    func assurance(_ assurance: Assurance, _ findings: Findings, showsAnswers: Bool) -> AssuranceText {
        let rated = assurance.rated
        let asserted =
            assurance.asserted == 0
            ? plural(rated, "The one rating names evidence.", "All \(rated) ratings name evidence.")
            : plural(
                rated, "\(assurance.asserted) of \(rated) rating names no evidence.",
                "\(assurance.asserted) of \(rated) ratings name no evidence.")
        let first = showsAnswers ? assurance.signs.filter(isToldFirst).map { sentence($0, findings) } : []
        let prove =
            assurance.provesLittle
            ? [
                local(
                    "By themselves such answers prove little: a sound authority and one that takes its performance for granted would both give them. Evidence tells them apart."
                ) + sourced("vsc, section 3, A and C", basis: .interpolated)
            ] : []
        return AssuranceText(
            rated: rated, asserted: assurance.asserted, provesLittle: assurance.provesLittle,
            sentences: [asserted] + first + prove,
            signs: showsAnswers
                ? assurance.signs.filter { !isToldFirst($0) }.map { sentence($0, findings) } : [])
    }

    /// Whether a pattern changes how every finding is to be read.
    private func isToldFirst(_ sign: Assurance.Sign) -> Bool {
        switch sign {
        case .high, .againstSignatures: true
        case .uniform(_, let area, _, _): area == nil
        case .oneReference, .unfitting, .noConcern: false
        }
    }

    private func sentence(_ sign: Assurance.Sign, _ findings: Findings) -> String {
        switch sign {
        case .high(let count, let all):
            return count == all
                ? local("Every rating is at a level that counts as met.")
                : plural(
                    all, "\(count) of \(all) rating is at a level that counts as met.",
                    "\(count) of \(all) ratings are at a level that counts as met.")
        case .uniform(let level, let area, let count, let all):
            guard let area else {
                return plural(
                    all, "\(count) of \(all) rating is at level \(level).",
                    "\(count) of \(all) ratings are at level \(level).")
            }
            let title = areaTitle(area)
            return plural(
                all,
                "\(title): \(count) of \(all) rating is at level \(level). Are some of them nearer to another level?",
                "\(title): \(count) of \(all) ratings are at level \(level). Are some of them nearer to another level?"
            )
        case .oneReference(let count):
            return plural(
                count,
                "One reference stands behind \(count) rating, more than half of those with evidence. Does it show each of them?",
                "One reference stands behind \(count) ratings, more than half of those with evidence. Does it show each of them?"
            )
        case .unfitting(let misfits):
            let named = misfits.map { misfit in
                "\(labels[misfit.question].short) (\(listed(misfit.kinds.map(\.localizedDescription))))"
            }
            return local(
                "Some evidence is of a kind that says little on its question: \(listed(named)). Does it show what was asked?"
            )
        case .noConcern:
            return local("No concern is recorded anywhere. What would staff, partners or children name?")
        case .againstSignatures(let grade):
            let noun = findings.tier?.table.localNaming.one ?? ""
            let title =
                findings.signatures?.definition.earlyWarning.first { $0.id == grade }?.title ?? grade.rawValue
            return local(
                "By these answers the \(noun) is the lightest, and early warning is \(title.firstLowered). Both cannot be taken at their word: look at the signatures first."
            )
        }
    }
}
