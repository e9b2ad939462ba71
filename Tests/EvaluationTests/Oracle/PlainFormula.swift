import Instruments

/// A formula with numbers for its elements; a condition's name is replaced by that condition's formula.
indirect enum PlainFormula {
    case element(Int)
    case all([PlainFormula])
    case any([PlainFormula])
    case not(PlainFormula)
    case share(Share, [PlainFormula])
    /// The graded condition of a number has one of some grades.
    case grade(Int, Set<Condition.Grade>)
    /// Some of the problems hold, or both ends of some link; else the free truths with these numbers do.
    case problems([Int], links: [(Int, Int)]?, free: [Int], framework: Framework.ID)

    /// Replaces names by numbers.
    ///
    /// - Parameters:
    ///   - formula: the formula as the framework has it.
    ///   - framework: where its conditions are looked up.
    ///   - number: the number of an element.
    ///   - graded: the number of a graded condition.
    ///   - problems: the problems of a framework, for a pattern.
    init(
        _ formula: Formula, in framework: Framework, number: (Element.ID) -> Int,
        graded: (Condition.ID) -> Int,
        problems: (Framework.ID, ProblemSet.Pattern) -> PlainFormula
    ) {
        func plain(_ part: Formula) -> PlainFormula {
            PlainFormula(part, in: framework, number: number, graded: graded, problems: problems)
        }
        switch formula {
        case .element(let id): self = .element(number(id))
        case .condition(let id):
            guard let condition = framework.condition(id) else {
                preconditionFailure("no condition \(id)")
            }
            self = condition.grading == nil ? plain(condition.when) : .grade(graded(id), [.inPlace])
        case .grade(let id, let grades): self = .grade(graded(id), Set(grades))
        case .share(let share, let parts): self = .share(share, parts.map(plain))
        case .problems(let id, let pattern): self = problems(id, pattern)
        case .all(let parts): self = .all(parts.map(plain))
        case .any(let parts): self = .any(parts.map(plain))
        case .not(let part): self = .not(plain(part))
        }
    }

    /// The elements that the formula names.
    var elements: Set<Int> {
        switch self {
        case .element(let number): [number]
        case .all(let parts), .any(let parts), .share(_, let parts):
            parts.reduce(into: []) { $0.formUnion($1.elements) }
        case .grade: []
        case .not(let part): part.elements
        case .problems(let elements, _, _, _): Set(elements)
        }
    }

    /// The free truths that stand in for the formula where nothing is left of it.
    var freeParts: Set<Int> {
        switch self {
        case .element(let number): [number]
        case .all(let parts), .any(let parts), .share(_, let parts):
            parts.reduce(into: []) { $0.formUnion($1.freeParts) }
        case .grade: []
        case .not(let part): part.freeParts
        case .problems(_, _, let free, _): Set(free)
        }
    }

    /// The frameworks whose links the formula looks at.
    var linking: Set<Framework.ID> {
        switch self {
        case .element, .grade: []
        case .all(let parts), .any(let parts), .share(_, let parts):
            parts.reduce(into: []) { $0.formUnion($1.linking) }
        case .not(let part): part.linking
        case .problems(_, let links, _, let framework): links == nil ? [] : [framework]
        }
    }

    /// What is left of the formula without the elements that are removed; nil where nothing is left.
    ///
    /// - Parameters:
    ///   - elements: for each element, whether it holds; nil where it is removed.
    ///   - isFree: whether problems take their free truths, too.
    ///   - isNewlyLinked: whether a link comes up that is not recorded.
    ///   - grade: the grade of a graded condition.
    /// - Returns: nil where nothing is left.
    func value(
        _ elements: [Bool?], isFree: Bool = false,
        isNewlyLinked: (Framework.ID) -> Bool = { _ in false },
        grade: (Int) -> Condition.Grade
    ) -> Bool? {
        func worth(_ part: PlainFormula) -> Bool? {
            part.value(elements, isFree: isFree, isNewlyLinked: isNewlyLinked, grade: grade)
        }
        switch self {
        case .problems(_, _, let free, _) where isFree:
            return free.allSatisfy { elements[$0] ?? false }
        case .problems(let all, let links, _, let framework):
            let left = all.filter { elements[$0] != nil }
            if left.isEmpty { return nil }
            guard let links else { return left.contains { elements[$0] == true } }
            // Another link needs two problems that are there.
            return links.contains { elements[$0.0] == true && elements[$0.1] == true }
                || (isNewlyLinked(framework) && all.count { elements[$0] == true } > 1)
        case .element(let number):
            return elements[number]
        case .grade(let number, let grades):
            return grades.contains(grade(number))
        case .share(let share, let parts):
            let left = parts.compactMap { worth($0) }
            if left.isEmpty { return nil }
            return Double(left.count { $0 }) / Double(left.count) >= Double(share.parts) / Double(share.of)
                - 1e-9
        case .not(let part):
            return worth(part).map { !$0 }
        case .all(let parts):
            var result: Bool?
            for part in parts {
                if let value = worth(part) {
                    result = (result ?? true) && value
                }
            }
            return result
        case .any(let parts):
            var result: Bool?
            for part in parts {
                if let value = worth(part) {
                    result = (result ?? false) || value
                }
            }
            return result
        }
    }
}
