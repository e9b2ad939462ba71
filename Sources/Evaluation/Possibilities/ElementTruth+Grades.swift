import Instruments

extension ElementTruth {
    /// Where a condition has which grade; one without a grading is lacking where it does not hold.
    struct Grades {
        /// Where it is in place, or holds.
        var inPlace: Node
        /// Where it is lacking, or does not hold.
        var lacking: Node

        /// Where it has one of the grades that are accepted.
        func node(where accepts: (Condition.Grade) -> Bool, _ functions: inout Functions) -> Node {
            let otherwise = accepts(.partly) ? Functions.always : Functions.never
            let low = functions.choose(
                lacking, accepts(.lacking) ? Functions.always : Functions.never, otherwise)
            return functions.choose(inPlace, accepts(.inPlace) ? Functions.always : Functions.never, low)
        }

    }

    /// Where a condition has which grade.
    mutating func grades(
        of condition: Condition, in framework: Framework, _ completions: inout Completions
    ) -> Grades {
        guard let grading = condition.grading else {
            let holds = formula(.condition(condition.id), of: framework, &completions)
            return Grades(inPlace: holds, lacking: completions.functions.not(holds))
        }
        let reference = Reference(framework.id, condition.id)
        if let grades = knownGrades[reference] { return grades }
        let lacking = formula(grading.whenLacking, of: framework, &completions)
        let full = formula(grading.whenInPlace, of: framework, &completions)
        var grades = Grades(
            inPlace: completions.functions.choose(lacking, Functions.never, full), lacking: lacking)
        let isLost = isLost(grading, in: framework, &completions)
        if isLost != Functions.never {
            // Where too little of it is left, it takes every grade.
            let inPlace = completions.free(.inPlace(reference))
            let isLacking = completions.functions.choose(
                inPlace, Functions.never, completions.free(.lacking(reference)))
            grades.inPlace = completions.functions.choose(isLost, inPlace, grades.inPlace)
            grades.lacking = completions.functions.choose(isLost, isLacking, grades.lacking)
        }
        knownGrades[reference] = grades
        return grades
    }

    /// Where too little of a graded condition is left to say anything.
    private mutating func isLost(
        _ grading: Condition.Grading, in framework: Framework, _ completions: inout Completions
    ) -> Node {
        var parts: [Partial] = []
        var isLost = Functions.never
        for id in grading.elements {
            let isThere = element(Reference(framework.id, id), &completions).isThere
            parts.append(Partial(isThere: Functions.always, holds: isThere))
            if grading.core.contains(id) {
                isLost = completions.functions.or(isLost, completions.functions.not(isThere))
            }
        }
        for formula in [grading.needs, grading.lackingToo].compactMap(\.self) {
            let isThere = reduced(formula, of: framework, &completions).isThere
            isLost = completions.functions.or(isLost, completions.functions.not(isThere))
        }
        guard let half = Share(1, of: 2) else { return isLost }
        let left = atLeast(half, of: parts, &completions)
        return completions.functions.or(isLost, completions.functions.not(left.holds))
    }

    /// Where at least a share of the parts that are there hold.
    func atLeast(
        _ share: Share, of parts: [Partial], _ completions: inout Completions
    ) -> Partial {
        var isThere = Functions.never
        // Where each sum is reached: a part that holds adds to it, and one that does not takes from it.
        var sums: [Int: Node] = [0: Functions.always]
        for part in parts {
            isThere = completions.functions.or(isThere, part.isThere)
            let gains = completions.functions.and(part.isThere, part.holds)
            let loses = completions.functions.choose(part.holds, Functions.never, part.isThere)
            var next: [Int: Node] = [:]
            for (sum, node) in sums.sorted(by: { $0.key < $1.key }) {
                let with = completions.functions.and(node, gains)
                let against = completions.functions.and(node, loses)
                let without = completions.functions.choose(part.isThere, Functions.never, node)
                for (sum, node) in [(sum + share.gain, with), (sum - share.loss, against), (sum, without)]
                where node != Functions.never {
                    next[sum] = completions.functions.or(next[sum] ?? Functions.never, node)
                }
            }
            sums = next
        }
        var holds = Functions.never
        for (sum, node) in sums.sorted(by: { $0.key < $1.key }) where sum >= 0 {
            holds = completions.functions.or(holds, node)
        }
        return Partial(isThere: isThere, holds: holds)
    }
}

extension ElementTruth {
    /// The grades that some completion reaches, and whether too little is left in every completion; no grades for a
    /// condition without a grading, and nil where nobody found out.
    mutating func graded(
        _ condition: Condition, in framework: Framework, _ completions: inout Completions
    ) -> (grades: [Condition.Grade], isLost: Bool)? {
        guard let grading = condition.grading else { return ([], false) }
        let grades = grades(of: condition, in: framework, &completions)
        var possible: [Condition.Grade] = []
        for grade in Condition.Grade.allCases {
            let node = grades.node(where: { $0 == grade }, &completions.functions)
            guard !completions.functions.isUndecided(node) else { return nil }
            if node != Functions.never { possible.append(grade) }
        }
        return (possible, isLost(grading, in: framework, &completions) == Functions.always)
    }
}
