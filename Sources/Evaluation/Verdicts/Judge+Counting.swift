import Instruments

extension Judge {
    /// What a table gives.
    func outcomes(
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

    /// The statuses that a signature can have.
    func statuses(
        _ signature: RuleProgram.SignatureProgram, _ counts: [Bool], _ thresholds: SignatureSet.Thresholds
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
                Verdict.Statuses(thresholds.status(warning: warning, of: counted)))
        }
        return statuses
    }

    /// The grades that the signatures reach, each evident or not by itself.
    func grades(
        _ signatures: [Verdict.Statuses], _ thresholds: SignatureSet.Thresholds
    ) -> UInt8 {
        // Past the threshold the exact number no longer matters.
        let most = max(thresholds.combiningFrom, 1)
        // Those that are evident anyway, and the categories that they lie in, a bit each.
        var (certain, spread) = (0, UInt8(0))
        // At place `evident`, of those that may be: the sets of categories in which so many are.
        var reached: [[UInt8]] = [[0]]
        for (place, statuses) in signatures.enumerated() where statuses.contains(.evident) {
            let category = UInt8(1) << program.signatures[place].category
            guard statuses != .evident else {
                certain += 1
                spread |= category
                continue
            }
            if reached.count <= most { reached.append([]) }
            // From the back, so that no signature counts twice.
            for evident in reached.indices.reversed() {
                let next = min(evident + 1, reached.count - 1)
                for sets in reached[evident] where !reached[next].contains(sets | category) {
                    reached[next].append(sets | category)
                }
            }
        }
        var grades: UInt8 = 0
        for (evident, sets) in reached.enumerated() {
            for categories in sets {
                let grade = thresholds.grade(
                    evident: evident + certain, categories: (categories | spread).nonzeroBitCount)
                if let place = SignatureSet.Grade.allCases.firstIndex(of: grade) { grades |= 1 << place }
            }
        }
        return grades
    }
}
