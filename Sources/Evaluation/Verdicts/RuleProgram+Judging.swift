import Instruments
package import Sessions

extension RuleProgram {
    /// What a sheet of answers can come to: exactly the sets that `evaluate` gives.
    ///
    /// - Parameters:
    ///   - codes: the answers, in the order of the questionnaire.
    ///   - links: which problems lead to which.
    /// - Returns: nil where it takes a decision diagram to tell; then `evaluate` does.
    /// - Complexity: linear in the rules, times the ways to settle the open questions that are looked at from two sides.
    package func verdict(_ codes: [RuleAnswer], links: [Link] = []) -> Verdict? {
        guard codes.count == codings.count else { return nil }
        let joined = links.compactMap { link -> Judge.Link? in
            guard link.from.framework == link.to.framework, let from = elementIndex[link.from],
                let to = elementIndex[link.to],
                let framework = instruments.frameworks.firstIndex(where: { $0.id == link.from.framework })
            else { return nil }
            return Judge.Link(framework: framework, from: from, to: to)
        }
        // A link between frameworks is read by nobody else.
        guard joined.count == links.count else { return nil }
        var split: [Int] = []
        for question in codes.indices where codes[question].standing == .open {
            if isSplit[question] { split.append(question) }
            // What nobody can list is told by nobody.
            guard codings[question].classes != nil else { return nil }
        }
        var judge = Judge(program: self, codes: codes, links: joined)
        return judge.settle(split[...])
    }
}
