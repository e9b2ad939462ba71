import Instruments

/// Says so when the rules and the questions are too entangled to be worked out without any answers: what the rules can
/// give, or only how telling each open question is.
struct TooEntangledRules: Check {
    let codes: [Diagnostic.Code] = [.tooEntangled]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        guard let reach = context.reachability else { return [] }
        let entangled = reach.asked.entangled.union(reach.free.entangled)
        return context.frameworks.filter { entangled.union(reach.asked.unranked).contains($0.id) }.map {
            Diagnostic(.framework($0.id), ["id"], .tooEntangled(onlyShares: !entangled.contains($0.id)))
        }
    }
}

extension Diagnostic.Code {
    static let tooEntangled = Self(warning: "too-entangled")
}

extension Diagnostic.Content {
    /// What a framework's rules can give cannot be worked out, or only how telling each open question is.
    static func tooEntangled(onlyShares: Bool) -> Self {
        Self(
            .tooEntangled,
            onlyShares
                ? "while all questions are open, how telling each is for the headline is too entangled to be worked out"
                : "what these rules can give is too entangled to be worked out",
            hint: "ask the questions that belong to one condition next to each other")
    }
}
