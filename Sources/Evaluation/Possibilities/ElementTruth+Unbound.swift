import Instruments

extension ElementTruth {
    /// The formula with a free truth for every element.
    func unbound(
        _ formula: Formula, of framework: Framework, _ completions: inout Completions
    ) -> Node {
        switch formula {
        case .element(let id):
            return completions.free(.element(Reference(framework.id, id)))
        case .condition(let id):
            guard let condition = framework.condition(id) else { return Functions.never }
            return unbound(condition.when, of: framework, &completions)
        case .problems(let id, .present):
            return completions.free(.problems(id, .present))
        case .problems(let id, .linked):
            // What is linked is present.
            let present = completions.free(.problems(id, .present))
            let linked = completions.free(.problems(id, .linked))
            return completions.functions.and(present, linked)
        case .all(let parts):
            var node = Functions.always
            for part in parts {
                node = completions.functions.and(node, unbound(part, of: framework, &completions))
            }
            return node
        case .any(let parts):
            var node = Functions.never
            for part in parts {
                node = completions.functions.or(node, unbound(part, of: framework, &completions))
            }
            return node
        case .not(let part):
            return completions.functions.not(unbound(part, of: framework, &completions))
        case .share(let share, let parts):
            let partials = parts.map {
                Partial(isThere: Functions.always, holds: unbound($0, of: framework, &completions))
            }
            return atLeast(share, of: partials, &completions).holds
        case .grade(let id, let wanted):
            let reference = Reference(framework.id, id)
            let inPlace = completions.free(.inPlace(reference))
            let lacking = completions.functions.choose(
                inPlace, Functions.never, completions.free(.lacking(reference)))
            return Grades(inPlace: inPlace, lacking: lacking).node(
                where: wanted.contains, &completions.functions)
        }
    }
}
