import Languages
package import Sessions

/// What one audience may see of a session and its findings; every exporter takes only this.
///
/// All text is plain and may hold what users wrote; an exporter escapes it for its format.
package struct Pack: Sendable, Encodable {
    /// The name of this shape.
    package var format = "canary-pack/1"
    /// Whose report this is, on what, for whom and when.
    package var cover: Cover
    /// What a reader needs to know first.
    package var howToRead: [Passage]
    /// The scales of the questionnaire.
    package var scales: [ScaleText]
    /// How far the ratings are only asserted; nil where none is given that evidence is asked for.
    package var assurance: AssuranceText?
    /// The facts that colour the findings, in the order of asking; nil where the audience does not see answers.
    package var facts: [ReasonText]?
    /// The headline; nil where no framework fed has one.
    package var tier: TierText?
    /// The other tables, each as the headline is shown.
    package var tables: [TierText]
    /// The problems and how they are linked; nil where no framework fed lists any, and where the
    /// audience does not see answers.
    package var problems: ProblemsText?
    /// Factors of success; nil where no framework fed lists any, and where the audience does not see
    /// answers: most factors are the answer to one question.
    package var factors: FactorsText?
    /// The models of intervention.
    package var models: [ModelText]
    /// How the models relate to the tier, in a sentence; nil where there are none.
    package var modelsNote: String?
    /// The signatures of risk; nil where no framework fed has any.
    package var signatures: SignaturesText?
    /// What goes well.
    package var goingWell: [String]
    /// What worries.
    package var worries: [String]
    /// What the audience does not see of both, whatever it says; nil where it sees all.
    package var positionNote: String?
    /// What reviewers are asked to test; nil where the audience does not see it.
    package var asks: [String]?
    /// The answers by area; nil where the audience does not see them.
    package var areas: [AreaText]?
    /// The answers that are kept and count for nothing now; nil where the audience is not the authority.
    package var setAside: [SetAsideText]?
    /// Questions rated as met without any evidence; nil where the audience does not see answers.
    package var gaps: [QuestionLabel]?
    /// What peer reviewers found; nil where no review came back, and where the audience does not see answers.
    package var reviews: ReviewsText?
    /// How a room came to the answers; nil where there was none, and where the audience does not see answers.
    package var room: RoomReportText?
    /// What will be done; nil where the audience does not see answers.
    package var actions: [ActionText]?
    /// What shows whether the plan works; nil where nothing is counted, and where the audience does not see answers.
    package var measures: [MeasureText]?
    /// The open questions that can still change the headline, most telling first; nil where the
    /// audience does not see answers.
    package var open: [OpenText]?
    /// What other answers would make of the findings; nil where the audience does not see answers.
    package var prospects: CounterfactualsText?
    /// What helps with what was found, by who can take the step; nil where the audience does not see answers.
    package var helps: [HelpsText]?
    /// How the answers were reached, a line for each test; nil where the audience does not see answers.
    package var quality: [QualityText]?
    /// What a critical friend would ask; nil where the audience does not see answers.
    package var prompts: [PromptText]?
    /// What is not in the report, counted, and why.
    package var leftOut: [LeftOut]
    /// What holds whatever the finding, and how the findings are reached.
    package var method: [Passage]

    /// Whose report this is, on what, for whom and when.
    package struct Cover: Sendable, Encodable {
        /// Names this pack; what reviewers send back says so.
        package var pack: String
        /// When it was made, to the millisecond, UTC.
        package var moment: String
        package var session: String
        package var title: String
        package var authority: String?
        package var audience: Audience
        package var marking: String
        /// What the sender wants to stand on every page, such as OFFICIAL-SENSITIVE; nil for nothing.
        package var mark: String?
        /// The day the report was written, in words.
        package var written: String
        /// The day of the last change to the session, in words.
        package var changed: String
        /// What is wrong with the dates of the session, a sentence each; nil where nothing is.
        package var notices: [String]?
        /// That the session moved to other versions of its instruments, and what its answers came to by the former ones, a
        /// sentence each; nil where it never did.
        package var moved: [String]?
        /// The findings that are missing because nobody could work them out, a sentence each; nil where none is.
        package var notComputed: [String]?
        package var questionnaireTitle: String
        package var questionnaire: InstrumentPin
        package var frameworks: [InstrumentPin]
        package var asked: Int
        package var answered: Int
        package var dontKnow: Int
        package var notApplicable: Int
        /// How many have no answer and are withheld from nobody here; with the answers, don't knows, those not applicable
        /// and those withheld or not for the room, they come to the number asked.
        package var unanswered: Int
        /// How many are withheld from this audience, answered or not; nil for none.
        package var withheld: Int?
        /// How many are for somebody alone, and were not asked in the room; nil for none.
        package var notForTheRoom: Int?
        /// How many of the answers nobody has confirmed; they are counted among the others, too. Nil for none.
        package var unconfirmed: Int?
        /// The sign-offs, oldest first, those that are void among them.
        package var signOffs: [SignOffText]

        /// The sign-off that stands; nil for a draft.
        var signOff: SignOffText? { signOffs.last.flatMap { $0.reopened == nil ? $0 : nil } }

        /// Whether it is a draft or signed off, in a sentence.
        package var standing: String { signOff?.given ?? local("Draft: not signed off.") }

        /// The same in a few words, for the foot of every page.
        package var standingInBrief: String {
            signOff.map { local("Signed off on \($0.at)") } ?? local("Draft, not signed off")
        }
    }

    /// A sign-off, which is void where the session was opened again.
    package struct SignOffText: Sendable, Encodable {
        /// In whose role; nil where the audience does not see what users wrote.
        package var role: String?
        /// The day, in words.
        package var at: String
        /// How many answers nobody had confirmed; nil for none.
        package var unconfirmed: Int?
        /// The day on which the session was opened again, in words; nil where it was not.
        package var reopened: String?
        /// Why it was opened again; nil also where the audience does not see what users wrote.
        package var reason: String?
    }

    /// What is not in the report, in a sentence; the reasons are in the report.
    package var leftOutDescription: String {
        leftOut.isEmpty
            ? local("Nothing is left out.")
            : local("Left out: \(listed(leftOut.map { "\($0.count) \($0.what)" })).")
    }

    /// A paragraph with its heading and where it comes from.
    package struct Passage: Sendable, Encodable {
        package var title: String?
        package var text: String
        package var source: String?
    }

    /// A scale in full.
    package struct ScaleText: Sendable, Codable {
        package var id: String
        package var levels: [String]
        package var metFrom: Int
    }

    /// Something that is not in the report.
    package struct LeftOut: Sendable, Encodable {
        package var what: String
        package var count: Int
        package var why: String
    }
}
