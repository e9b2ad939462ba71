package import Instruments

/// What people choose a questionnaire by; the build counts it, so that none is decoded for a list of them.
package struct QuestionnaireSummary: Equatable, Sendable {
    /// The questionnaire's name.
    package var id: Questionnaire.ID
    /// What it is called.
    package var title: String
    /// How many questions it has.
    package var questions: Int
    /// How many minutes it takes; nil where it does not say.
    package var minutes: Int?
    /// The frameworks that it feeds.
    package var feeds: [Framework.ID]

    /// A summary with all its fields.
    package init(
        id: Questionnaire.ID, title: String, questions: Int, minutes: Int?, feeds: [Framework.ID]
    ) {
        self.id = id
        self.title = title
        self.questions = questions
        self.minutes = minutes
        self.feeds = feeds
    }
}

extension Questionnaire {
    /// What people choose it by.
    package var summary: QuestionnaireSummary {
        QuestionnaireSummary(
            id: id, title: title, questions: questions.count, minutes: minutes, feeds: feeds)
    }
}
