package import Disclosure
package import Instruments

/// What somebody asks a session to do.
package enum SessionCommand: Equatable, Sendable {
    /// Answer a question and walk on to the next; a note may come with it.
    case answer(Question.ID, Response, note: String?)
    /// Record a whole sheet, all of it or nothing.
    case recordSheet(AnswerSheet)
    /// Take over answers of an earlier session, each to be confirmed; only in a session that has none.
    case inherit([SessionEvent.Payload.AnswerEntry])
    /// Take the answer away.
    case clear(Question.ID)
    /// Keep words as the note on a question, in place of an earlier one.
    case note(Question.ID, String)
    /// Add words to the note on a question. Where event number `step`, the change made last, began that note, they are
    /// part of the same change.
    case addToNote(Question.ID, String, after: Int?)
    case addEvidence(Question.ID, kind: Evidence.Kind, reference: String, text: String)
    case addStrength(Question.ID, String)
    case addConcern(Question.ID, String)
    case addAction(Question.ID, Action)
    /// Put an action in the place of the one of its name: other words, role, date or state.
    case changeAction(Action)
    /// Take something that is written beside an answer away.
    case remove(Question.ID, RecordItem)
    /// Put other words in the place of something that is written beside an answer.
    case rewrite(Question.ID, RecordItem, String)
    /// Tag the answer with a theme, or take the tag away.
    case setTheme(Question.ID, String, isOn: Bool)
    case setConfidential(Question.ID, Confidentiality)
    /// Ask reviewers to test something.
    case askReviewers(String)
    /// Ask no more for what stands at this place among the things asked, counted from 1.
    case removeAsk(Int)
    /// Put other words in the place of something that reviewers are asked to test, counted from 1.
    case rewriteAsk(Int, String)
    /// Put a measure in the place of the one of its name, or add one that has no name yet.
    case setMeasure(Measure)
    /// Take the measure of this name away, with its values.
    case removeMeasure(String)
    /// Say that one problem leads to another; said again, it takes the new note.
    case link(Link)
    /// Take a link away.
    case unlink(from: Reference<Element>, to: Reference<Element>)
    case title(String)
    case nameAuthority(String)
    /// Move to other versions of the instruments; answers are kept by their questions' ids.
    case migrate(to: InstrumentSet)
    /// Freeze the session as it stands, in somebody's role; with answers that nobody has confirmed only where that
    /// is said.
    case signOff(role: String, withUnconfirmed: Bool = false)
    /// Let a session that is signed off be changed again.
    case reopen(reason: String)
    /// Note that a report left.
    case recordRelease(Release)
    /// File what a peer reviewer found, in place of the reviewer's earlier review where there is one; it changes no
    /// answer.
    case fileReview(Review, ReviewFiling = ReviewFiling())
    /// Take the review with this number back; it stays in the history and counts no more.
    case withdrawReview(Int)
    /// Set up the room of a workshop, or change how it is set up.
    case arrangeRoom(RoomArrangement)
    /// Note that the room agreed on the ground rules.
    case agreeGroundRules
    /// Count a vote; before it is revealed it can be counted again.
    case tally(Question.ID, Tally)
    /// Note that the room has seen a vote.
    case reveal(Question.ID)
    /// Call the room to a second vote.
    case callSecondVote(Question.ID)
    /// Agree on a question, or agree not to, and walk on.
    case agree(Question.ID, Agreement, note: String?)
    /// Record what some see otherwise, in place of an earlier view.
    case recordOtherView(Question.ID, OtherView)
    /// Put a question off, and walk on.
    case park(Question.ID, Action)
    /// Take the room's words on a question back.
    case withdrawWords(Question.ID)
    /// Note that people were invited, each known by a fingerprint; keys come with the first of them.
    case invite(Int, keys: WorkshopKeys?, fingerprints: [String] = [])
    /// Put together what people answered before the workshop, once and for all, and burn the key; with the flag, also
    /// where fewer answered than were invited.
    case mergePreWork(PreWork, withoutTheRest: Bool)
    /// Burn the key that opens answers before the workshop.
    case burnKey
    /// Close the workshop: with its key go words that were taken back, by what stands for the events that held them, and
    /// with the flag its counts.
    case closeRoom(forgettingCounts: Bool, withdrawn: [SessionEvent.Payload.Substitute])
    /// Note that files of their answers were erased.
    case recordErasure(Int)
    /// Say of answers that they hold as they stand; a single one on the screen walks on.
    case confirm([Question.ID])
    /// Go to a question that is asked now; nil for the end of the walk.
    case move(to: Question.ID?)
    case undo
    case redo
}
