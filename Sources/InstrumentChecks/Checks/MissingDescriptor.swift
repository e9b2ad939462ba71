import Instruments

/// Every level of a rating must say what is seen at it.
struct MissingDescriptor: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.questions.flatMap { placed -> [Finding] in
            guard case .rating(let rating) = placed.question.kind else { return [] }
            return rating.scale.levels.indices
                .filter { (rating.descriptors.dropFirst($0).first ?? "").allSatisfy(\.isWhitespace) }
                .map { placed.finding(at: ["levels", .index($0)], .missingDescriptor(level: $0 + 1)) }
        }
    }
}
