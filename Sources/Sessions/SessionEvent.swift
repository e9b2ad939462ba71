package import Instruments

/// An instrument as a session pins it: the session is asked and evaluated by exactly this.
package struct InstrumentPin: Equatable, Sendable, Codable {
    /// The instrument's name.
    package var id: String
    /// The instrument's version.
    package var version: String
    /// The SHA-256 of its YAML, in hexadecimal.
    package var sha256: String

    /// A pin with all its fields.
    package init(id: String, version: String, sha256: String) {
        self.id = id
        self.version = version
        self.sha256 = sha256
    }
}

/// Something that happened in a session; written once and never changed.
package struct SessionEvent: Equatable, Sendable {
    /// Its number in the session, from 1 without gaps.
    package var number: Int
    /// When it happened; never before the event that it follows.
    package var at: Timestamp
    /// What happened.
    package var what: Happening

    /// An event with all its fields.
    package init(number: Int, at: Timestamp, what: Happening) {
        self.number = number
        self.at = at
        self.what = what
    }
}

/// What can happen in a session.
package enum Happening: Equatable, Sendable {
    /// The first event, and only the first.
    case started(Start)
    /// One answer or a whole batch; then the walk stands at `position`, nil for the end.
    case answered([AnswerEntry], position: Question.ID?)
    /// The answer is gone; what was written beside it stays.
    case cleared(Question.ID)
    /// The note on a question is now this.
    case noted(Question.ID, String)
    case evidenceAdded(Question.ID, Evidence)
    case strengthAdded(Question.ID, String)
    case concernAdded(Question.ID, String)
    case actionAdded(Question.ID, Action)
    /// The answer speaks of this theme.
    case themeAdded(Question.ID, String)
    /// The answer no longer counts to this theme.
    case themeRemoved(Question.ID, String)
    /// Whether the words on a question stay with the authority.
    case confidentialitySet(Question.ID, Bool)
    /// Something that reviewers are asked to test.
    case reviewersAsked(String)
    /// One problem leads to another, or does so for another reason.
    case linked(Link)
    /// One problem no longer leads to another.
    case unlinked(from: Reference<Element>, to: Reference<Element>)
    case titled(String)
    case authorityNamed(String)
    /// The walk stands at another question, nil for the end.
    case moved(to: Question.ID?)
    /// The change of event number `step` was taken back.
    case undone(step: Int, position: Question.ID?)
    /// The change of event number `step` was made again.
    case redone(step: Int, position: Question.ID?)
    /// An event of a later version of Canary; it is kept, and the session is read-only.
    case unrecognised(type: String)

    /// How a session began.
    package struct Start: Equatable, Sendable {
        /// The session's id.
        package var session: String
        /// What the session is called.
        package var title: String
        /// The authority it is about; nil where none is named.
        package var authority: String?
        /// The questionnaire asked.
        package var questionnaire: InstrumentPin
        /// The frameworks fed, in the questionnaire's order.
        package var frameworks: [InstrumentPin]
        /// Where the walk begins; nil for a questionnaire that asks nothing.
        package var position: Question.ID?

        /// A start with all its fields.
        package init(
            session: String, title: String, authority: String?, questionnaire: InstrumentPin,
            frameworks: [InstrumentPin], position: Question.ID?
        ) {
            self.session = session
            self.title = title
            self.authority = authority
            self.questionnaire = questionnaire
            self.frameworks = frameworks
            self.position = position
        }
    }

    /// What an answer, alone or in a batch, changes of one question.
    package struct AnswerEntry: Equatable, Sendable {
        /// The question.
        package var question: Question.ID
        /// The answer; nil leaves it as it is.
        package var response: Response?
        /// The note; nil leaves it as it is.
        package var note: String?
        /// Evidence that is added.
        package var evidence: [Evidence]
        /// Strengths that are added.
        package var strengths: [String]
        /// Concerns that are added.
        package var concerns: [String]
        /// Whether the words are confidential; nil leaves it as it is.
        package var confidential: Bool?
        /// How the answer came to be.
        package var origin: Origin

        /// An entry with all its fields.
        package init(
            question: Question.ID, response: Response?, note: String? = nil,
            evidence: [Evidence] = [], strengths: [String] = [], concerns: [String] = [],
            confidential: Bool? = nil, origin: Origin = .own
        ) {
            self.question = question
            self.response = response
            self.note = note
            self.evidence = evidence
            self.strengths = strengths
            self.concerns = concerns
            self.confidential = confidential
            self.origin = origin
        }
    }
}
