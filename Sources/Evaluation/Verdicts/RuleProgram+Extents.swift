package import Instruments

/// How far problems and factors are there, which is more than whether their elements hold.
extension RuleProgram {
    /// What the answer to one question says of how far something is there.
    struct Extent: Sendable {
        var question: Int
        /// The answers by which it is there wholly.
        var wholly: UInt64
        /// Those by which part of it is.
        var partly: UInt64

        func state(_ bits: UInt64) -> FactorSet.State {
            bits & wholly != 0 ? .inPlace : bits & partly != 0 ? .partly : .missing
        }
    }

    /// A problem: its element's place, and what is asked about it.
    struct ProblemProgram: Sendable {
        var element: Int
        var extents: [Extent]
    }

    /// How the problems stand of the first framework that lists any.
    ///
    /// - Parameters:
    ///   - verdict: what the answers come to.
    ///   - codes: the answers, in the order of the questionnaire.
    ///   - asked: for each question, whether it is asked.
    /// - Returns: how each stands, in the framework's order: as `evaluate` finds it.
    package func problemStates(
        _ verdict: Verdict, _ codes: [RuleAnswer], asked: [Bool]
    ) -> [ProblemFinding.State] {
        listedProblems.map { problem in
            switch verdict.elements[problem.element] {
            case []: .notApplicable
            case .both: .unknown
            case .fails: .absent
            default: isPartly(problem, codes, asked) ? .partly : .present
            }
        }
    }

    /// How far the factors are there of the first framework that lists any, in its order: as `evaluate` finds them;
    /// nil for one that is not known.
    package func factorStates(_ codes: [RuleAnswer], asked: [Bool]) -> [FactorSet.State?] {
        factors.map { extents in
            var found: Set<FactorSet.State> = []
            var isOpen = false
            for extent in extents where asked[extent.question] {
                let code = codes[extent.question]
                switch code.standing {
                case .removed: break
                case .open: isOpen = true
                case .given: found.insert(extent.state(code.bits))
                }
            }
            // An open answer could still be worse, unless nothing is.
            let worst = FactorSet.State.allCases.first(where: found.contains)
            return isOpen && worst != .missing ? nil : worst
        }
    }

    private func isPartly(_ problem: ProblemProgram, _ codes: [RuleAnswer], _ asked: [Bool]) -> Bool {
        let given = problem.extents.filter { asked[$0.question] && codes[$0.question].standing == .given }
        return !given.isEmpty && given.allSatisfy { codes[$0.question].bits & $0.wholly == 0 }
    }
}

/// Lays out what is asked about problems and factors.
struct Extents {
    private let supports: [Reference<Element>: [ElementTruth.Support]]
    private let codings: [AnswerCoding]

    init(_ supports: [Reference<Element>: [ElementTruth.Support]], _ codings: [AnswerCoding]) {
        self.supports = supports
        self.codings = codings
    }

    /// The problems of the first framework that lists any; `elements` has the places of all elements.
    func problems(
        of frameworks: [Framework], elements: [Reference<Element>: Int]
    ) -> [RuleProgram.ProblemProgram] {
        let listing = frameworks.first { $0.problems != nil }
        return references(listing, listing?.problems?.elements).compactMap { reference in
            elements[reference].map { element in
                RuleProgram.ProblemProgram(
                    element: element,
                    extents: extents(of: reference, wholly: Self.whole, partly: { _ in .max }))
            }
        }
    }

    /// The factors of the first framework that lists any.
    func factors(of frameworks: [Framework]) -> [[RuleProgram.Extent]] {
        let listing = frameworks.first { $0.factors != nil }
        return references(listing, listing?.factors?.groups.flatMap(\.elements)).map { reference in
            extents(of: reference) { support, coding in
                coding.mask(of: support, in: support.question)
            } partly: { support in
                // Any level but the lowest.
                if case .rating = support.question.kind { ~1 } else { 0 }
            }
        }
    }

    /// Of several options that make a problem present, the first has the whole of it.
    private static func whole(_ support: ElementTruth.Support, _ coding: AnswerCoding) -> UInt64 {
        guard case .choice = support.question.kind, let first = support.options.first else { return .max }
        return coding.bit(of: first)
    }

    private func references(_ framework: Framework?, _ ids: [Element.ID]?) -> [Reference<Element>] {
        guard let framework, let ids else { return [] }
        return ids.filter { framework.element($0) != nil }.map { Reference(framework.id, $0) }
    }

    private func extents(
        of element: Reference<Element>,
        wholly: (ElementTruth.Support, AnswerCoding) -> UInt64, partly: (ElementTruth.Support) -> UInt64
    ) -> [RuleProgram.Extent] {
        (supports[element] ?? []).map { support in
            RuleProgram.Extent(
                question: support.place, wholly: wholly(support, codings[support.place]),
                partly: partly(support))
        }
    }
}
