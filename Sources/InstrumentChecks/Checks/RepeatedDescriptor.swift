import Instruments

/// No two levels of a rating may say the same, or nobody can tell them apart.
struct RepeatedDescriptor: Check {
    let codes: [Diagnostic.Code] = [.repeatedDescriptor]

    func diagnostics(in context: CheckContext) -> [Diagnostic] {
        context.questions.flatMap { diagnostics($0) }
    }

    private func diagnostics(_ placed: PlacedQuestion) -> [Diagnostic] {
        guard case .rating(let rating) = placed.question.kind else { return [] }
        var first: [String: Int] = [:]
        return rating.descriptors.enumerated().compactMap { index, descriptor in
            let words = Reading.words(of: descriptor).joined(separator: " ")
            if words.isEmpty { return nil }
            guard let earlier = first[words] else {
                first[words] = index
                return nil
            }
            return placed.diagnostic(
                at: ["levels", .index(index)],
                .repeatedDescriptor(level: index + 1, sameAs: earlier + 1))
        }
    }
}

extension Diagnostic.Code {
    static let repeatedDescriptor = Self(error: "repeated-descriptor")
}

extension Diagnostic.Content {
    static func repeatedDescriptor(level: Int, sameAs other: Int) -> Self {
        Self(.repeatedDescriptor, "levels \(other) and \(level) have the same descriptor")
    }
}
