/// Judges one sheet.
///
/// Strong Kleene truth gives at least what is possible, and exactly that where nothing that is open is looked at from two
/// sides. So wherever some conditions are still open together and look at the same open question, it is settled to each
/// class of its answers in turn, and the verdicts are joined; what is settled by then splits no more.
struct Judge {
    /// The most verdicts that are joined to one; then it is `evaluate`'s.
    private static let mostVerdicts = 256

    /// A link between two elements of a framework, by their places.
    struct Link {
        var framework: Int
        var from: Int
        var to: Int
    }

    /// Something that takes both values where it is not settled.
    private enum Fact: Hashable {
        /// An element that no question supports, or of which a condition speaks of which nothing is left.
        case element(Int)
        /// Whether a problem of a framework is present, where none of them is left.
        case present(framework: Int)
        /// Whether one that is leads to another.
        case linked(framework: Int)
        /// Whether two of them are linked that no link recorded joins.
        case unrecordedLink(framework: Int)
    }

    let program: RuleProgram
    private(set) var codes: [RuleAnswer]
    private let links: [Link]
    /// The facts that no question settles and that are settled here, and how.
    private var settled: [Fact: Bool] = [:]
    private var verdictsLeft = mostVerdicts
    /// Whether the problems were gone through for links, if that is asked; settling the question does not do it.
    private let isGoneThrough: Bool

    init(program: RuleProgram, codes: [RuleAnswer], links: [Link]) {
        self.program = program
        self.codes = codes
        self.links = links
        isGoneThrough = program.linksStep.map { codes[$0] == .given(1) } ?? true
    }

    /// Whether a link that is not recorded may be there.
    private func mayHoldMoreLinks(_ counts: [Bool]) -> Bool {
        guard let step = program.linksStep else { return false }
        return !(isGoneThrough && counts[step])
    }

    /// Settles questions in every way, and joins the verdicts; nil where one cannot be told.
    mutating func settle(_ questions: ArraySlice<Int>) -> Verdict? {
        guard let question = questions.last else { return verdict() }
        return settle(question) { judge in judge.settle(questions.dropLast()) }
    }

    private mutating func settle(
        _ question: Int, _ verdict: (inout Judge) -> Verdict?
    ) -> Verdict? {
        var joined: Verdict?
        for bits in program.codings[question].classes ?? [] {
            codes[question] = .given(bits)
            guard let verdict = verdict(&self) else { return nil }
            if joined == nil { joined = verdict } else { joined?.formUnion(verdict) }
        }
        codes[question] = .open
        return joined
    }

    private mutating func settle(_ fact: Fact) -> Verdict? {
        var joined: Verdict?
        for holds in [true, false] {
            settled[fact] = holds
            guard let verdict = verdict() else { return nil }
            if joined == nil { joined = verdict } else { joined?.formUnion(verdict) }
        }
        settled[fact] = nil
        return joined
    }

    /// The verdict where nothing that is open and that an `ask-when` looks at is left.
    private mutating func verdict() -> Verdict? {
        guard verdictsLeft > 0 else { return nil }
        verdictsLeft -= 1
        let counts = self.counts()
        let elements = self.elements(counts)
        let conditions = self.conditions(elements, counts)
        switch shared(conditions, elements, counts) {
        case .question(let question): return settle(question) { judge in judge.verdict() }
        case .fact(let fact): return settle(fact)
        case nil: break
        }
        var (signatures, grades): ([Verdict.Statuses], UInt8) = ([], 0)
        if let thresholds = program.thresholds {
            signatures = program.signatures.map { statuses($0, counts, thresholds) }
            grades = self.grades(signatures, thresholds)
        }
        return Verdict(
            elements: elements, conditions: conditions.truths, isGone: conditions.isGone,
            tables: program.tables.map { outcomes(of: $0, conditions.truths) },
            models: program.models.map { needs in
                var truths: Verdict.Truths = []
                if needs.allSatisfy({ conditions.truths[$0].contains(.holds) }) { truths.insert(.holds) }
                if needs.contains(where: { conditions.truths[$0].contains(.fails) }) { truths.insert(.fails) }
                return truths
            },
            signatures: signatures, grades: grades)
    }

    /// For each question, whether it counts: it is asked, and not marked not applicable.
    private func counts() -> [Bool] {
        var counts = codes.map { $0.standing != .removed }
        if !program.askOrder.isEmpty {
            var asked = [Bool](repeating: true, count: codes.count)
            for question in program.askOrder {
                asked[question] = program.isAsked(question, codes, asked)
                if !asked[question] { counts[question] = false }
            }
        }
        return counts
    }

    private func elements(_ counts: [Bool]) -> [Verdict.Truths] {
        var elements: [Verdict.Truths] = []
        elements.reserveCapacity(program.elementStarts.count)
        var start = 0
        for (element, end) in program.elementStarts.dropFirst().enumerated() {
            var truths: Verdict.Truths = start == end ? free(.element(element)) : []
            for place in start..<end {
                let leaf = program.leaves[place]
                guard counts[leaf.question] else { continue }
                let code = codes[leaf.question]
                let here =
                    code.standing == .open
                    ? leaf.open : code.bits & leaf.mask != 0 ? Verdict.Truths.holds : .fails
                if truths.isEmpty { truths = .holds }
                if !here.contains(.holds) { truths.remove(.holds) }
                if here.contains(.fails) { truths.insert(.fails) }
            }
            elements.append(truths)
            start = end
        }
        return elements
    }

    private func free(_ fact: Fact) -> Verdict.Truths {
        switch settled[fact] {
        case true?: .holds
        case false?: .fails
        case nil: .both
        }
    }

    /// Whether one of some problems is there and holds; empty where none is left.
    private func present(_ framework: Int, _ elements: [Verdict.Truths]) -> Verdict.Truths {
        var truths: Verdict.Truths = []
        for problem in program.problems[framework] where !elements[problem].isEmpty {
            if truths.isEmpty { truths = .fails }
            if elements[problem].contains(.holds) { truths.insert(.holds) }
            if !elements[problem].contains(.fails) { truths.remove(.fails) }
        }
        return truths
    }

    /// How many problems of a framework are present, and how many could be.
    private func presence(
        of framework: Int, _ elements: [Verdict.Truths]
    ) -> (certain: Int, possible: Int) {
        program.problems[framework].reduce(into: (0, 0)) { counts, problem in
            if elements[problem] == .holds { counts.0 += 1 }
            if elements[problem].contains(.holds) { counts.1 += 1 }
        }
    }

    /// Whether a link counts; empty where no problem of the framework is left.
    private func linked(
        _ framework: Int, _ elements: [Verdict.Truths], _ counts: [Bool]
    ) -> Verdict.Truths {
        guard program.problems[framework].contains(where: { !elements[$0].isEmpty }) else { return [] }
        var truths: Verdict.Truths = .fails
        for link in links where link.framework == framework {
            let (from, to) = (elements[link.from], elements[link.to])
            if from.contains(.holds), to.contains(.holds) { truths.insert(.holds) }
            if from == .holds, to == .holds { truths.remove(.fails) }
        }
        guard mayHoldMoreLinks(counts) else { return truths }
        let unrecorded = free(.unrecordedLink(framework: framework))
        let (certain, possible) = presence(of: framework, elements)
        if unrecorded.contains(.holds), possible >= 2 { truths.insert(.holds) }
        if unrecorded == .holds, certain >= 2 { truths.remove(.fails) }
        return truths
    }

    /// What every condition can be, and whether nothing is left of it.
    private typealias Conditions = (truths: [Verdict.Truths], isGone: [Bool])

    /// What every condition can be, by strong Kleene truth.
    ///
    /// Where nothing of one is left, everything that it speaks of takes both values.
    private func conditions(_ elements: [Verdict.Truths], _ counts: [Bool]) -> Conditions {
        var conditions: Conditions = ([], [])
        conditions.truths.reserveCapacity(program.conditions.count)
        conditions.isGone.reserveCapacity(program.conditions.count)
        for condition in program.conditions {
            let steps = program.steps[condition.steps]
            let truths = RuleProgram.truths(
                steps, element: { elements[$0] }, present: { present($0, elements) },
                linked: { linked($0, elements, counts) })
            conditions.isGone.append(truths.isEmpty)
            guard truths.isEmpty else {
                conditions.truths.append(truths)
                continue
            }
            conditions.truths.append(
                RuleProgram.truths(
                    steps, element: { free(.element($0)) }, present: { free(.present(framework: $0)) },
                    linked: { framework in
                        // What is linked is present.
                        let linked = free(.linked(framework: framework))
                        switch free(.present(framework: framework)) {
                        case .holds: return linked
                        case .fails: return .fails
                        default: return linked == .fails ? .fails : .both
                        }
                    }))
        }
        return conditions
    }

    /// Something open that is looked at from two sides.
    private enum Shared {
        case question(Int)
        case fact(Fact)
    }

    /// Something open that conditions which are open together look at twice; nil where there is nothing like that.
    private func shared(
        _ conditions: Conditions, _ elements: [Verdict.Truths], _ counts: [Bool]
    ) -> Shared? {
        guard conditions.truths.contains(.both) else { return nil }
        // For each question, the last unit that looked at it.
        var seen = [Int](repeating: -1, count: codes.count)
        for (number, unit) in program.units.enumerated() {
            var facts: Set<Fact> = []
            for condition in unit where conditions.truths[condition] == .both {
                guard !conditions.isGone[condition] else {
                    for fact in self.facts(condition) where settled[fact] == nil {
                        guard facts.insert(fact).inserted else { return .fact(fact) }
                    }
                    continue
                }
                for framework in unrecordedLinks(condition, elements, counts) {
                    guard facts.insert(.unrecordedLink(framework: framework)).inserted else {
                        return .fact(.unrecordedLink(framework: framework))
                    }
                }
                for element in looks(condition, elements, counts) {
                    let leaves = program.elementStarts[element]..<program.elementStarts[element + 1]
                    if leaves.isEmpty, settled[.element(element)] == nil {
                        guard facts.insert(.element(element)).inserted else {
                            return .fact(.element(element))
                        }
                    }
                    for leaf in program.leaves[leaves]
                    where leaf.open == .both && counts[leaf.question]
                        && codes[leaf.question].standing == .open
                    {
                        guard seen[leaf.question] != number else { return .question(leaf.question) }
                        seen[leaf.question] = number
                    }
                }
            }
        }
        return nil
    }

    /// The elements that a condition looks at, each as often as it does.
    private func looks(
        _ condition: Int, _ elements: [Verdict.Truths], _ counts: [Bool]
    ) -> [Int] {
        let looks = program.conditions[condition].looks
        guard !looks.linked.isEmpty else { return looks.elements }
        return looks.elements
            + looks.linked.flatMap { framework -> [Int] in
                // Another link needs two problems; any of them could be one of the two.
                let others =
                    mayHoldMoreLinks(counts) && presence(of: framework, elements).certain < 2
                        && settled[.unrecordedLink(framework: framework)] != false
                    ? program.problems[framework] : []
                return others
                    + links.filter { link in
                        link.framework == framework && elements[link.from].contains(.holds)
                            && elements[link.to].contains(.holds)
                    }
                    .flatMap { [$0.from, $0.to] }
            }
    }

    /// The frameworks of which a condition looks at whether there is a link that is not recorded, as often as it does.
    private func unrecordedLinks(
        _ condition: Int, _ elements: [Verdict.Truths], _ counts: [Bool]
    ) -> [Int] {
        let linked = program.conditions[condition].looks.linked
        guard !linked.isEmpty, mayHoldMoreLinks(counts) else { return [] }
        return linked.filter { framework in
            settled[.unrecordedLink(framework: framework)] == nil
                && presence(of: framework, elements).possible >= 2
        }
    }

    /// What a condition speaks of of which nothing is left.
    private func facts(_ condition: Int) -> [Fact] {
        program.steps[program.conditions[condition].steps].flatMap { step -> [Fact] in
            switch step {
            case .element(let element): [.element(element)]
            case .present(let framework): [.present(framework: framework)]
            case .linked(let framework): [.present(framework: framework), .linked(framework: framework)]
            case .all, .any, .not: []
            }
        }
    }
}
