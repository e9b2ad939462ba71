package import Instruments

/// What a session was asked and had answered when it last moved to other versions of its instruments.
///
/// By it, what the former rules said can be told beside what the present ones say.
package struct FormerReading: Sendable {
    /// What was asked, and how it was read.
    package internal(set) var instruments: InstrumentSet
    /// The versions, as they were pinned.
    package let pins: InstrumentPins
    /// The answers of then, those that were set aside included.
    package internal(set) var responses: [Question.ID: Response]
    /// Which problems led to which.
    package let links: [Link]
    /// When the session moved on.
    package let until: Timestamp

    init(_ state: SessionState, until: Timestamp) {
        instruments = state.instruments
        pins = state.pins
        responses = state.responses
        links = state.links
        self.until = until
    }

    /// The same with some answers open, and those to questions that were sensitive by then.
    func without(_ withheld: Set<Question.ID>) -> FormerReading {
        var seen = self
        let sensitive = instruments.questionnaire.questions.filter(\.isSensitive).map(\.id)
        for id in withheld.union(sensitive) { seen.responses[id] = nil }
        return seen
    }

    /// The same with the texts in another language, as far as there are any.
    func spoken(in language: Language) -> FormerReading {
        var spoken = self
        spoken.instruments = instruments.spoken(in: language)
        return spoken
    }
}
