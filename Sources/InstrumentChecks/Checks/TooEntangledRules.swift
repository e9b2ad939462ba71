import Instruments

/// Says so when the rules and the questions are too entangled to be worked out without any answers: what the rules can
/// give, or only how telling each open question is.
struct TooEntangledRules: Check {
    func findings(in context: CheckContext) -> [Finding] {
        guard let reach = context.reachability else { return [] }
        let entangled = reach.asked.entangled.union(reach.free.entangled)
        return context.frameworks.filter { entangled.union(reach.asked.unranked).contains($0.id) }.map {
            Finding(.framework($0.id), ["id"], .tooEntangled(onlyShares: !entangled.contains($0.id)))
        }
    }
}
