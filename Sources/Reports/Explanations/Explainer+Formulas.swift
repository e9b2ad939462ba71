import Instruments
import Languages
import Sessions

extension Explainer {
    /// What a formula takes, within a sentence.
    func formula(_ formula: Formula, in framework: Framework) -> String {
        switch formula {
        case .element(let id):
            return "\"\(framework.element(id)?.sentence ?? id.text)\""
        case .condition(let id):
            return framework.condition(id)?.title.firstLowered ?? id.text
        case .problems(let id, let pattern):
            let title = session.instruments.framework(id)?.title ?? id.text
            return pattern == .present
                ? local("a problem recorded under \"\(title)\"")
                : local("two linked problems recorded under \"\(title)\"")
        case .share(let share, let parts):
            return local("at least \(share.description) of (\(formulas(parts, in: framework)))")
        case .grade(let id, let grades):
            let title = framework.condition(id)?.title.firstLowered ?? id.text
            return local("\(title) \(listed(grades.map(\.localizedDescription)))", context: "formula")
        case .not(let part):
            return local("not \(self.formula(part, in: framework))", context: "formula")
        case .all(let parts):
            return parts.count == 1
                ? self.formula(parts[0], in: framework)
                : local("all of (\(formulas(parts, in: framework)))")
        case .any(let parts):
            return parts.count == 1
                ? self.formula(parts[0], in: framework)
                : local("one of (\(formulas(parts, in: framework)))")
        }
    }

    private func formulas(_ parts: [Formula], in framework: Framework) -> String {
        parts.map { formula($0, in: framework) }.joined(separator: "; ")
    }
}
