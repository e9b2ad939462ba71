package import Disclosure
package import Instruments

extension SessionEvent {
    /// A thing that can happen in a session, with all that belongs to it.
    package enum Payload: Equatable, Sendable {
        /// The first event, and only the first.
        case started(Start)
        /// One answer or a whole batch; then the walk stands at `position`, nil for the end.
        case answered([AnswerEntry], position: Question.ID?)
        /// The answer is gone; what was written beside it stays.
        case cleared(Question.ID)
        /// The note on a question is now this.
        case noted(Question.ID, String)
        /// Words were added to the note on a question, on lines of their own.
        case noteAdded(Question.ID, String)
        /// The next line of the note that event number `step`, a note, began; both are one change.
        case noteContinued(step: Int, String)
        case evidenceAdded(Question.ID, Evidence)
        case strengthAdded(Question.ID, String)
        case concernAdded(Question.ID, String)
        case actionAdded(Question.ID, Action)
        /// The action of this name is now this.
        case actionChanged(Question.ID, Action)
        /// Something that was written beside an answer is gone.
        case itemRemoved(Question.ID, RecordItem)
        /// Something that is written beside an answer has other words.
        case itemRewritten(Question.ID, RecordItem, String)
        /// The answer speaks of this theme.
        case themeAdded(Question.ID, String)
        /// The answer no longer counts to this theme.
        case themeRemoved(Question.ID, String)
        /// Whether the words on a question stay with the authority.
        case confidentialitySet(Question.ID, Confidentiality)
        /// Something that reviewers are asked to test.
        case reviewersAsked(String)
        /// Reviewers are asked no more for what stood at this place, counted from 1.
        case askRemoved(Int)
        /// What reviewers are asked to test at this place, counted from 1, has other words.
        case askRewritten(Int, String)
        /// The measure of its name is now this, or is there from now on.
        case measureSet(Measure)
        /// The measure of this name is gone.
        case measureRemoved(String)
        /// One problem leads to another, or does so for another reason.
        case linked(Link)
        /// One problem no longer leads to another.
        case unlinked(from: Reference<Element>, to: Reference<Element>)
        case titled(String)
        case authorityNamed(String)
        /// The session is asked and read by other versions of its instruments from here on.
        case migrated(Migration)
        /// Somebody in this role froze the session as it stood, with so many answers that nobody had confirmed.
        case signedOff(role: String, unconfirmed: Int = 0)
        /// The session can be changed again; what was signed off no longer stands for it.
        case reopened(reason: String)
        /// A report left for an audience.
        case released(Release)
        /// What a peer reviewer found was filed, perhaps in place of the review with a number.
        case reviewFiled(Review, replacing: Int? = nil)
        /// The review with this number was taken back.
        case reviewWithdrawn(Int)
        /// The room of a workshop is set up so.
        case roomArranged(RoomArrangement)
        /// The room agreed on the ground rules.
        case groundRulesAgreed
        /// The votes on a question were counted: the first vote, or the second where the room was called to it.
        case voted(Question.ID, Tally)
        /// The votes on a question were counted in place of a count that nobody is to know any more.
        case recounted(Question.ID, Tally, instead: [Substitute])
        /// The room has seen the votes on a question.
        case revealed(Question.ID)
        /// The room votes once more on a question.
        case secondVoteCalled(Question.ID)
        /// The room agreed on a question, or agreed that it does not; then the walk stands at `position`.
        case agreed(Question.ID, Agreement, note: String?, position: Question.ID?)
        /// Some see a question otherwise.
        case otherViewRecorded(Question.ID, OtherView)
        /// A question was put off, with whoever brings it back and when; then the walk stands at `position`.
        case parked(Question.ID, Action, position: Question.ID?)
        /// The room took its words on a question back.
        case wordsWithdrawn(Question.ID)
        /// So many people were invited to answer before the workshop, each known by a fingerprint in no order that counts;
        /// keys come with the first of them. Version 0.1 noted no fingerprints.
        case invited(Int, keys: WorkshopKeys?, fingerprints: [String] = [])
        /// What people answered before the workshop was put together, by version 0.1, which kept the key.
        case preWorkMerged(PreWork)
        /// What people answered before the workshop was put together, and the key that opened it was burnt.
        case merged(PreWork, instead: [Substitute])
        /// The key that opens answers before the workshop was burnt.
        case keyBurnt(instead: [Substitute])
        /// The workshop was closed: words that were taken back, the key and, where the room wanted that, its counts left
        /// the journal.
        case roomClosed(instead: [Substitute])
        /// So many files of their answers were erased.
        case preWorkErased(Int)
        /// Words were taken out of the journal for good.
        case redacted(Redaction)
        /// Of this event only so many bytes are left, which say nothing; a salvaged session keeps its place.
        case lost(bytes: Int)
        /// The session was left. Version 0.1 wrote there what it came to; nobody reads that, and nothing writes it any more.
        case summarised
        /// The walk stands at another question, nil for the end.
        case moved(to: Question.ID?)
        /// The change of event number `step` was taken back; where that was a count of votes, its numbers leave the journal.
        case undone(step: Int, position: Question.ID?, instead: [Substitute] = [])
        /// The change of event number `step` was made again.
        case redone(step: Int, position: Question.ID?)
        /// These answers hold as they stand, though others gave them or under other words; then the walk stands at
        /// `position`, nil for the end.
        case confirmed([Question.ID], position: Question.ID?)
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
            /// What is asked, and what it is read by.
            package var pins: InstrumentPins
            /// The SHA-256 of the compiled file of each instrument, the questionnaire's first; empty in journals of
            /// version 0.1.
            package var compiled: [String]
            /// Where the walk begins; nil for a questionnaire that asks nothing.
            package var position: Question.ID?
            /// Whether it is a workshop of several people.
            package var isWorkshop: Bool
            /// The workshop that somebody was invited to answer for; nil for any other session.
            package var invitation: Invitation?

            /// A start with all its fields.
            package init(
                session: String, title: String, authority: String?, pins: InstrumentPins,
                compiled: [String] = [], position: Question.ID?, isWorkshop: Bool = false,
                invitation: Invitation? = nil
            ) {
                self.compiled = compiled
                self.isWorkshop = isWorkshop
                self.invitation = invitation
                self.session = session
                self.title = title
                self.authority = authority
                self.pins = pins
                self.position = position
            }
        }

        /// How a session moved to other versions of its instruments.
        package struct Migration: Equatable, Sendable {
            /// What is asked from now on, and what it is read by.
            package var pins: InstrumentPins
            /// The SHA-256 of the compiled file of each instrument, the questionnaire's first; empty in journals of
            /// version 0.1.
            package var compiled: [String]
            /// The questions whose records no longer fit; they are kept beside the others.
            package var setAside: [Question.ID]
            /// The questions whose answers stay although their words changed; each is to be confirmed.
            package var reworded: [Question.ID]
            /// Where the walk stands; nil for its end.
            package var position: Question.ID?

            /// A migration with all its fields.
            package init(
                pins: InstrumentPins, compiled: [String] = [], setAside: [Question.ID],
                reworded: [Question.ID] = [], position: Question.ID?
            ) {
                self.pins = pins
                self.compiled = compiled
                self.setAside = setAside
                self.reworded = reworded
                self.position = position
            }
        }

        /// How words were taken out.
        package struct Redaction: Equatable, Sendable {
            /// Where they stood.
            package var place: WordsPlace
            /// What stands for the events whose bodies were removed, by their numbers; none of those words are in it.
            package var instead: [Substitute]

            /// A redaction with all its fields.
            package init(place: WordsPlace, instead: [Substitute]) {
                self.place = place
                self.instead = instead
            }
        }

        /// What stands for an event whose body was removed.
        package struct Substitute: Equatable, Sendable {
            /// The event's number.
            package var number: Int
            /// What is left of it; of the same kind.
            package var what: SessionEvent.Payload

            /// A substitute with all its fields.
            package init(number: Int, what: SessionEvent.Payload) {
                self.number = number
                self.what = what
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
            /// Actions that are added.
            package var actions: [Action]
            /// Themes that are added.
            package var themes: [String]
            /// Whether the words are confidential; nil leaves it as it is.
            package var confidentiality: Confidentiality?
            /// How the answer came to be.
            package var origin: Origin

            /// An entry with all its fields.
            package init(
                question: Question.ID, response: Response?, note: String? = nil,
                evidence: [Evidence] = [], strengths: [String] = [], concerns: [String] = [],
                actions: [Action] = [], themes: [String] = [],
                confidentiality: Confidentiality? = nil, origin: Origin = .own
            ) {
                self.question = question
                self.response = response
                self.note = note
                self.evidence = evidence
                self.strengths = strengths
                self.concerns = concerns
                self.actions = actions
                self.themes = themes
                self.confidentiality = confidentiality
                self.origin = origin
            }
        }
    }
}

extension SessionEvent.Payload {
    /// What stands in place of earlier events; their bodies leave the journal in the step that writes this one.
    package var instead: [Substitute] {
        switch self {
        case .redacted(let redaction): redaction.instead
        case .recounted(_, _, let instead), .merged(_, let instead), .keyBurnt(let instead),
            .roomClosed(let instead),
            .undone(_, _, let instead):
            instead
        case .started, .answered, .cleared, .noted, .noteAdded, .noteContinued, .evidenceAdded,
            .strengthAdded, .concernAdded,
            .actionAdded, .actionChanged, .itemRemoved, .itemRewritten, .askRemoved, .askRewritten,
            .measureSet, .measureRemoved,
            .themeAdded, .themeRemoved, .confidentialitySet, .reviewersAsked, .linked, .unlinked, .titled,
            .authorityNamed, .migrated, .signedOff, .reopened, .released, .reviewFiled, .reviewWithdrawn,
            .roomArranged,
            .groundRulesAgreed, .voted, .revealed, .secondVoteCalled, .agreed, .otherViewRecorded, .parked,
            .wordsWithdrawn, .invited, .preWorkMerged, .preWorkErased, .lost, .confirmed, .summarised, .moved,
            .redone, .unrecognised:
            []
        }
    }

    /// The same, saying nothing in place of other events.
    package var withoutSubstitutes: SessionEvent.Payload {
        switch self {
        case .redacted(let redaction): .redacted(.init(place: redaction.place, instead: []))
        case .recounted(let id, let tally, _): .recounted(id, tally, instead: [])
        case .merged(let work, _): .merged(work, instead: [])
        case .keyBurnt: .keyBurnt(instead: [])
        case .roomClosed: .roomClosed(instead: [])
        case .undone(let step, let position, _): .undone(step: step, position: position)
        default: self
        }
    }
}
