/// What a decision table can give, with the guidance that goes with it.
package struct Outcome: Equatable, Sendable, Codable {
    package typealias ID = Identifier<Outcome>

    /// Something that the finding points at when a formula holds.
    package struct Focus: Equatable, Sendable, Codable {
        /// When it is pointed at.
        package var when: Formula
        /// The words shown.
        package var text: String
        /// Where the source documents say so.
        package var source: String?

        /// A focus with all its fields.
        package init(when: Formula, text: String, source: String?) {
            self.when = when
            self.text = text
            self.source = source
        }
    }

    /// The outcome's name within its table.
    package var id: ID
    /// The name that the reader sees.
    package var title: String
    /// What it is.
    package var means: Statement
    /// The benefits that it can bring.
    package var benefits: [Statement]
    /// The factors that make it work.
    package var worksWhen: [Statement]
    /// When it fits.
    package var fitsWhen: [Statement]
    /// The questions to settle before it is commissioned.
    package var settleFirst: [Statement]
    /// What the finding points at.
    package var focus: [Focus]
    /// The places that the sources tell of.
    package var places: [PlaceStory]
    /// What helps those to whom it is told.
    package var helps: [Help]

    private enum CodingKeys: String, CodingKey {
        case id, title, means, benefits, focus, places, helps
        case worksWhen = "works-when"
        case fitsWhen = "fits-when"
        case settleFirst = "settle-first"
    }

    /// An outcome with all its fields.
    package init(
        id: ID, title: String, means: Statement, benefits: [Statement] = [],
        worksWhen: [Statement] = [], fitsWhen: [Statement] = [], settleFirst: [Statement] = [],
        focus: [Focus] = [], places: [PlaceStory] = [], helps: [Help] = []
    ) {
        self.id = id
        self.title = title
        self.means = means
        self.benefits = benefits
        self.worksWhen = worksWhen
        self.fitsWhen = fitsWhen
        self.settleFirst = settleFirst
        self.focus = focus
        self.places = places
        self.helps = helps
    }
}
