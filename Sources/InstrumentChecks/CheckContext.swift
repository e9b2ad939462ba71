import Evaluation
package import Instruments

/// The instruments that are checked, and those that they refer to.
///
/// Findings name their instrument: who wants those of one file only leaves out the others.
package struct CheckContext: Sendable {
    /// The questionnaires.
    package let questionnaires: [Questionnaire]
    /// The frameworks, among them all that the questionnaires feed.
    package let frameworks: [Framework]

    /// Every question of every questionnaire.
    let questions: [PlacedQuestion]
    /// Every text of each questionnaire's areas, by area.
    let areaTexts: [(questionnaire: Questionnaire, areas: [[PlacedText]])]
    /// Every text of each framework.
    let frameworkTexts: [(framework: Framework, texts: [PlacedText])]
    /// What answers can make of the frameworks; nil where something goes round in a circle.
    let reachability: ReachabilityOfAll?

    /// A context of instruments, each name once.
    package init(questionnaires: [Questionnaire], frameworks: [Framework]) {
        self.questionnaires = questionnaires
        self.frameworks = frameworks
        questions = questionnaires.flatMap(\.placedQuestions)
        areaTexts = questionnaires.map { ($0, $0.textsByArea) }
        frameworkTexts = frameworks.map { ($0, $0.texts) }
        reachability = ReachabilityOfAll(questionnaires: questionnaires, frameworks: frameworks)
    }

    /// The framework of that name; nil where it is not among them.
    func framework(_ id: Framework.ID) -> Framework? {
        frameworks.first { $0.id == id }
    }

    /// What answers can make of a table: those that the questions of some questionnaire take, or, where none feeds its
    /// framework, any truth of the elements; nil where nobody can say.
    func reach(of placed: PlacedTable) -> Reachability? {
        let id = placed.framework.id
        let isFed = questionnaires.contains { $0.feeds.contains(id) }
        guard let reach = isFed ? reachability?.asked : reachability?.free, !reach.entangled.contains(id)
        else { return nil }
        return reach
    }
}

extension PlacedTable {
    /// What answers can make of its cells; nil where nobody can say, or an input is no condition.
    func cells(in context: CheckContext) -> TableReach? {
        guard table.inputs.allSatisfy({ framework.condition($0) != nil }) else { return nil }
        return context.reach(of: self)?.tables[Reference(framework.id, table.id)]
    }

    /// Whether a rule only takes what no other does: the last one, with `any` in every cell.
    func isDefault(_ index: Int) -> Bool {
        index == table.rules.count - 1 && table.rules[index].when.allSatisfy { $0 == .any }
    }
}
