import Instruments

/// No two levels of a rating may say the same, or nobody can tell them apart.
struct RepeatedDescriptor: Check {
    func findings(in context: CheckContext) -> [Finding] {
        context.questions.flatMap { findings($0) }
    }

    private func findings(_ placed: PlacedQuestion) -> [Finding] {
        guard case .rating(let rating) = placed.question.kind else { return [] }
        var first: [String: Int] = [:]
        return rating.descriptors.enumerated().compactMap { index, descriptor in
            let words = Reading.words(of: descriptor).joined(separator: " ")
            if words.isEmpty { return nil }
            guard let earlier = first[words] else {
                first[words] = index
                return nil
            }
            return placed.finding(
                at: ["levels", .index(index)],
                .repeatedDescriptor(level: index + 1, sameAs: earlier + 1))
        }
    }
}
