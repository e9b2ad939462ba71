/// A questionnaire with every framework that it feeds: all that a session is asked and evaluated by.
package struct InstrumentSet: Equatable, Sendable {
    /// What is asked.
    package let questionnaire: Questionnaire
    /// How the answers are read, in the order of the questionnaire's `feeds`.
    package let frameworks: [Framework]

    /// Joins a questionnaire with its frameworks.
    package init(questionnaire: Questionnaire, frameworks: [Framework]) {
        self.questionnaire = questionnaire
        self.frameworks = frameworks
    }

    /// The set with its texts in another language, as far as there are any.
    package func spoken(in language: Language) -> InstrumentSet {
        InstrumentSet(
            questionnaire: questionnaire.spoken(in: language),
            frameworks: frameworks.map { $0.spoken(in: language) })
    }

    /// The framework of that name; nil where the questionnaire does not feed it.
    package func framework(_ id: Framework.ID) -> Framework? {
        frameworks.first { $0.id == id }
    }
}
