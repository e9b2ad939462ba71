/// A formula over the elements of one framework, as conditions, cautions and focuses use it.
///
/// A condition that is named inside another's formula stands for its own formula.
package indirect enum Formula: Equatable, Sendable {
    case element(Element.ID)
    case condition(Condition.ID)
    /// What is the case with the problems that a framework lists, perhaps another one.
    case problems(of: Framework.ID, are: ProblemSet.Pattern)
    case all([Formula])
    case any([Formula])
    case not(Formula)
    /// At least a share of the parts that are left holds.
    case share(Share, of: [Formula])
    /// A graded condition has one of some grades.
    case grade(of: Condition.ID, isIn: [Condition.Grade])

    /// The elements and conditions that the formula names, in its own order, each as often as it stands there.
    package var names: [Name] {
        switch self {
        case .element(let id): [.element(id)]
        case .condition(let id), .grade(let id, _): [.condition(id)]
        case .problems: []
        case .all(let parts), .any(let parts), .share(_, let parts): parts.flatMap(\.names)
        case .not(let part): part.names
        }
    }

    /// One thing that a formula names.
    package enum Name: Hashable, Sendable {
        case element(Element.ID)
        case condition(Condition.ID)
    }

    /// The formula's strong Kleene truth.
    ///
    /// - Parameters:
    ///   - element: the truth of an element; nil where it has no question left, which removes it.
    ///   - condition: the condition of a name; nil where there is none.
    ///   - problems: the truth about a framework's problems; nil where none of them has a question left.
    /// - Returns: nil where nothing is left of the formula.
    package func truth(
        element: (Element.ID) -> Truth?, condition: (Condition.ID) -> Condition?,
        problems: (Framework.ID, ProblemSet.Pattern) -> Truth? = { _, _ in nil }
    ) -> Truth? {
        func truth(_ part: Formula) -> Truth? {
            part.truth(element: element, condition: condition, problems: problems)
        }
        func grades(of condition: Condition) -> Set<Condition.Grade>? {
            guard let grading = condition.grading else { return nil }
            let gone = grading.elements.filter { element($0) == nil }
            let besides = [grading.needs, grading.lackingToo].compactMap(\.self)
            guard !grading.isLost(without: Set(gone)), besides.allSatisfy({ truth($0) != nil }) else {
                return Set(Condition.Grade.allCases)
            }
            let isLacking = truth(grading.whenLacking) ?? .unknown
            let isInPlace = truth(grading.whenInPlace) ?? .unknown
            if isLacking == .yes { return [.lacking] }
            var grades: Set<Condition.Grade> = isLacking == .unknown ? [.lacking] : []
            if isInPlace != .no { grades.insert(.inPlace) }
            if isInPlace != .yes { grades.insert(.partly) }
            return grades
        }
        func truth(of condition: Condition) -> Truth? {
            guard let grades = grades(of: condition) else { return truth(condition.when) }
            return grades == [.inPlace] ? .yes : grades.contains(.inPlace) ? .unknown : .no
        }
        switch self {
        case .element(let id):
            return element(id)
        case .condition(let id):
            return condition(id).flatMap { truth(of: $0) }
        case .problems(let framework, let pattern):
            return problems(framework, pattern)
        case .all(let parts):
            let left = parts.compactMap(truth)
            return left.isEmpty ? nil : left.reduce(.yes) { $0 && $1 }
        case .any(let parts):
            let left = parts.compactMap(truth)
            return left.isEmpty ? nil : left.reduce(.no) { $0 || $1 }
        case .not(let part):
            return truth(part).map { !$0 }
        case .share(let share, let parts):
            let left = parts.compactMap(truth)
            let holding = left.count { $0 == .yes }
            guard !left.isEmpty else { return nil }
            if share.isReached(by: holding, of: left.count) { return .yes }
            let most = holding + left.count { $0 == .unknown }
            return share.isReached(by: most, of: left.count) ? .unknown : .no
        case .grade(let id, let wanted):
            guard let grades = condition(id).flatMap({ grades(of: $0) }) else { return nil }
            return grades.isSubset(of: wanted) ? .yes : grades.isDisjoint(with: wanted) ? .no : .unknown
        }
    }
}

extension Formula: Codable {
    private enum CodingKeys: String, CodingKey {
        case element, condition, problems, are, all, any, not, share, of, grade
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let id = try container.decodeIfPresent(Element.ID.self, forKey: .element) {
            self = .element(id)
        } else if let id = try container.decodeIfPresent(Condition.ID.self, forKey: .condition) {
            self = .condition(id)
        } else if let id = try container.decodeIfPresent(Framework.ID.self, forKey: .problems) {
            self = .problems(
                of: id, are: try container.decode(ProblemSet.Pattern.self, forKey: .are))
        } else if let parts = try container.decodeIfPresent([Formula].self, forKey: .all) {
            self = .all(parts)
        } else if let parts = try container.decodeIfPresent([Formula].self, forKey: .any) {
            self = .any(parts)
        } else if let share = try container.decodeIfPresent(Share.self, forKey: .share) {
            self = .share(share, of: try container.decode([Formula].self, forKey: .of))
        } else if let id = try container.decodeIfPresent(Condition.ID.self, forKey: .grade) {
            self = .grade(of: id, isIn: try container.decode([Condition.Grade].self, forKey: .are))
        } else {
            self = .not(try container.decode(Formula.self, forKey: .not))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .element(let id): try container.encode(id, forKey: .element)
        case .condition(let id): try container.encode(id, forKey: .condition)
        case .problems(let framework, let pattern):
            try container.encode(framework, forKey: .problems)
            try container.encode(pattern, forKey: .are)
        case .all(let parts): try container.encode(parts, forKey: .all)
        case .any(let parts): try container.encode(parts, forKey: .any)
        case .not(let part): try container.encode(part, forKey: .not)
        case .share(let share, let parts):
            try container.encode(share, forKey: .share)
            try container.encode(parts, forKey: .of)
        case .grade(let id, let grades):
            try container.encode(id, forKey: .grade)
            try container.encode(grades, forKey: .are)
        }
    }
}
