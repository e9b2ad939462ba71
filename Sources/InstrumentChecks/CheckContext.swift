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
}
