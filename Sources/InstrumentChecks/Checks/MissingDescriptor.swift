import Instruments

/// Every level of a rating must say what is seen at it.
struct MissingDescriptor: Check {
    let codes: [Diagnostic.Code] = [.missingDescriptor]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.questions.flatMap { placed -> [Diagnostic] in
            guard case .rating(let rating) = placed.question.kind else { return [] }
            return rating.scale.levels.indices
                .filter { (rating.descriptors.dropFirst($0).first ?? "").allSatisfy(\.isWhitespace) }
                .map { placed.diagnostic(at: ["levels", .index($0)], .missingDescriptor(level: $0 + 1)) }
        }
    }
}

extension Diagnostic.Code {
    static let missingDescriptor = Self(error: "missing-descriptor")
}

extension Diagnostic.Content {
    static func missingDescriptor(level: Int) -> Self {
        Self(.missingDescriptor, "level \(level) has no descriptor")
    }
}
