import Instruments
package import Sessions

extension RuleProgram {
    /// The most ways in which questions that are looked at from several sides are settled before it is `evaluate`'s.
    static let mostSplits = 256

    /// What a sheet of answers can come to: exactly the sets that `evaluate` gives.
    ///
    /// - Parameters:
    ///   - codes: the answers, in the order of the questionnaire.
    ///   - links: which problems lead to which.
    /// - Returns: nil where it takes a decision diagram to tell; then `evaluate` does.
    /// - Complexity: linear in the rules, times the ways to settle the open questions that are looked at from two sides.
    package func verdict(_ codes: [RuleAnswer], links: [Link] = []) -> Verdict? {
        guard codes.count == codings.count else { return nil }
        let joined = links.compactMap { link -> (framework: Int, from: Int, to: Int)? in
            guard link.from.framework == link.to.framework, let from = elementIndex[link.from],
                let to = elementIndex[link.to],
                let framework = instruments.frameworks.firstIndex(where: { $0.id == link.from.framework })
            else { return nil }
            return (framework, from, to)
        }
        // A link between frameworks is read by nobody else.
        guard joined.count == links.count else { return nil }
        var split = Set<Int>()
        for question in codes.indices where codes[question].standing == .open {
            if isSplit[question] { split.insert(question) }
            // What nobody can list is told by nobody.
            guard codings[question].classes != nil else { return nil }
        }
        var free = splitElements
        for end in joined.flatMap({ [$0.from, $0.to] }) {
            let range = elementStarts[end]..<elementStarts[end + 1]
            if range.isEmpty, !free.contains(end) { free.append(end) }
            for leaf in leaves[range] where codes[leaf.question].standing == .open {
                split.insert(leaf.question)
            }
        }
        var ways = free.count <= 8 ? 1 << free.count : .max
        for question in split {
            let (product, overflow) = ways.multipliedReportingOverflow(
                by: codings[question].classes?.count ?? 1)
            ways = overflow ? .max : product
        }
        guard ways <= Self.mostSplits else { return nil }
        var judge = Judge(program: self, codes: codes, links: joined)
        return judge.settle(split.sorted(), free)
    }
}

/// Judges one sheet.
private struct Judge {
    let program: RuleProgram
    var codes: [RuleAnswer]
    let links: [(framework: Int, from: Int, to: Int)]
    /// The elements without a question that are settled, and how.
    var settled: [Int: Bool] = [:]

    init(program: RuleProgram, codes: [RuleAnswer], links: [(framework: Int, from: Int, to: Int)]) {
        self.program = program
        self.codes = codes
        self.links = links
    }

    /// Settles questions and elements in every way, and joins the verdicts; nil where one cannot be told.
    mutating func settle(_ questions: [Int], _ elements: [Int]) -> Verdict? {
        if let question = questions.last {
            var joined: Verdict?
            for bits in program.codings[question].classes ?? [] {
                codes[question] = .given(bits)
                guard let verdict = settle(questions.dropLast(), elements) else { return nil }
                if joined == nil { joined = verdict } else { joined?.formUnion(verdict) }
            }
            codes[question] = .open
            return joined
        }
        guard let element = elements.last else { return verdict() }
        var joined: Verdict?
        for holds in [true, false] {
            settled[element] = holds
            guard let verdict = settle(questions, elements.dropLast()) else { return nil }
            if joined == nil { joined = verdict } else { joined?.formUnion(verdict) }
        }
        settled[element] = nil
        return joined
    }

    /// The verdict where no open question is looked at from two sides.
    private func verdict() -> Verdict? {
        var counts = codes.map { $0.standing != .removed }
        if !program.askOrder.isEmpty {
            var asked = [Bool](repeating: true, count: codes.count)
            for question in program.askOrder {
                asked[question] = program.isAsked(question, codes, asked)
                if !asked[question] { counts[question] = false }
            }
        }
        let elements = self.elements(counts)
        let raw = program.conditions.map { condition in
            RuleProgram.truths(
                program.steps[condition.steps], element: { elements[$0] }, present: { present($0, elements) },
                linked: { linked($0, elements) })
        }
        var conditions: [Verdict.Truths] = []
        for (index, truths) in raw.enumerated() {
            guard truths.isEmpty else {
                conditions.append(truths)
                continue
            }
            guard let unbound = program.conditions[index].unbound else { return nil }
            conditions.append(unbound)
        }
        // Two conditions of which nothing is left may speak of the same facts.
        if raw.contains(where: \.isEmpty) {
            for unit in program.tables.map(\.inputs) + program.models
            where unit.count(where: { raw[$0].isEmpty }) > 1 {
                return nil
            }
        }
        let signatures = program.signatures.map { statuses($0, counts) }
        return Verdict(
            elements: elements, conditions: conditions, isGone: raw.map(\.isEmpty),
            tables: program.tables.map { outcomes(of: $0, conditions) },
            models: program.models.map { needs in
                var truths: Verdict.Truths = []
                if needs.allSatisfy({ conditions[$0].contains(.holds) }) { truths.insert(.holds) }
                if needs.contains(where: { conditions[$0].contains(.fails) }) { truths.insert(.fails) }
                return truths
            },
            signatures: signatures, grades: grades(signatures))
    }

    private func elements(_ counts: [Bool]) -> [Verdict.Truths] {
        var elements: [Verdict.Truths] = []
        elements.reserveCapacity(program.elementStarts.count)
        var start = 0
        for (element, end) in program.elementStarts.dropFirst().enumerated() {
            var truths: Verdict.Truths = start == end ? free(element) : []
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

    private func free(_ element: Int) -> Verdict.Truths {
        switch settled[element] {
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

    /// Whether a link counts; empty where no problem of the framework is left.
    private func linked(_ framework: Int, _ elements: [Verdict.Truths]) -> Verdict.Truths {
        guard program.problems[framework].contains(where: { !elements[$0].isEmpty }) else { return [] }
        var truths: Verdict.Truths = .fails
        for link in links where link.framework == framework {
            let (from, to) = (elements[link.from], elements[link.to])
            if from.contains(.holds), to.contains(.holds) { truths.insert(.holds) }
            if from == .holds, to == .holds { truths.remove(.fails) }
        }
        return truths
    }

    private func outcomes(
        of table: RuleProgram.TableProgram, _ conditions: [Verdict.Truths]
    ) -> Verdict.TableVerdict {
        var (certain, open) = (0, 0)
        for (bit, input) in table.inputs.enumerated() {
            if conditions[input] == .holds { certain |= 1 << bit }
            if conditions[input] == .both { open |= 1 << bit }
        }
        var verdict = Verdict.TableVerdict(outcomes: 0, certain: .max, canBeNone: false)
        // Every subset of the open inputs, from all of them down to none.
        var holding = open
        while true {
            let given = table.given[certain | holding]
            verdict.outcomes |= given
            verdict.certain &= given
            if given == 0 { verdict.canBeNone = true }
            guard holding != 0 else { return verdict }
            holding = (holding - 1) & open
        }
    }

    private func statuses(
        _ signature: RuleProgram.SignatureProgram, _ counts: [Bool]
    ) -> Verdict.Statuses {
        var (counted, least, most) = (0, 0, 0)
        for indicator in signature.indicators where counts[indicator.question] {
            counted += 1
            let code = codes[indicator.question]
            guard code.standing == .open else {
                let warns = code.bits & indicator.mask != 0 ? 1 : 0
                least += warns
                most += warns
                continue
            }
            if indicator.open == .holds { least += 1 }
            if indicator.open.contains(.holds) { most += 1 }
        }
        var statuses: Verdict.Statuses = []
        for warning in least...most {
            statuses.formUnion(
                Verdict.Statuses(program.thresholds.status(warning: warning, of: counted)))
        }
        return statuses
    }

    /// The grades that the signatures reach, each evident or not by itself.
    private func grades(_ signatures: [Verdict.Statuses]) -> UInt8 {
        let thresholds = program.thresholds
        // Past the threshold the exact number no longer matters.
        let most = max(thresholds.combiningFrom, 1)
        // At place `evident`: the sets of categories, a bit each, in which so many signatures are evident.
        var reached = [[UInt8]](repeating: [], count: most + 1)
        reached[0] = [0]
        for (signature, statuses) in zip(program.signatures, signatures) where statuses.contains(.evident) {
            let isCertain = statuses == .evident
            var next = isCertain ? [[UInt8]](repeating: [], count: most + 1) : reached
            for (evident, sets) in reached.enumerated() {
                for categories in sets {
                    let more = categories | 1 << signature.category
                    let place = min(evident + 1, most)
                    // They are few, so looking through them is sooner done than hashing.
                    if !next[place].contains(more) { next[place].append(more) }
                }
            }
            reached = next
        }
        var grades: UInt8 = 0
        for (evident, sets) in reached.enumerated() {
            for categories in sets {
                let grade = thresholds.grade(evident: evident, categories: categories.nonzeroBitCount)
                if let place = SignatureSet.Grade.allCases.firstIndex(of: grade) { grades |= 1 << place }
            }
        }
        return grades
    }
}
