package import Disclosure
package import Instruments

/// Why a command changed nothing.
package enum Rejection: Error, Equatable, Sendable {
    /// The session holds events that this version does not know.
    case readOnly(unrecognised: [String])
    case unknownQuestion(Question.ID)
    /// The question is hidden by the answers to others.
    case notAskedNow(Question.ID)
    /// The question is for somebody alone, and the session is a room's or for one.
    case notForARoom(Question.ID)
    /// The answer does not fit the question.
    case unfitting(Question.ID, Misfit)
    /// A note, a strength or an action without words.
    case emptyText
    /// There is nothing on this question that the words could go with.
    case unanswered(Question.ID)
    /// Nothing is left to take back; a move to other versions of the instruments is never taken back.
    case nothingToUndo(sinceMigration: Bool)
    /// Undo, where nothing was done since the session was started with answers of an earlier one.
    case nothingToUndoSinceStart
    case nothingToRedo
    case unknownEvidenceKind(Question.ID, String)
    /// Evidence that says neither what nor where.
    case emptyEvidence(Question.ID)
    /// A sheet names a question twice.
    case answeredTwice(Question.ID)
    case emptySheet
    /// Answers are taken over into a session that has some.
    case notNew
    /// The session is frozen until it is opened again.
    case signedOff(role: String, at: Timestamp)
    /// There is no sign-off that a reopening could void.
    case notSignedOff
    /// The same review is on file already; its number.
    case reviewedAlready(Int)
    /// The review with this number says the same of the same report, and another reviewer's digits stand in the file.
    case reviewSaysTheSame(Int)
    /// The review with this number counts no more, since a later one took its place.
    case reviewReplaced(Int, by: Int)
    /// The review with this number was taken back.
    case reviewWithdrawn(Int)
    /// No review has this number, of so many.
    case noSuchReview(Int, of: Int)
    /// The review is of a report that the session's history does not have; the packs that it has, oldest first.
    case otherPack(String, known: [String])
    /// The review may be a later one of a reviewer whose review has one of these numbers.
    case reviewerUnclear([Int])
    /// A reviewer challenges an answer, or wants more evidence, and does not say why.
    case uncommented(Question.ID)
    /// The session is asked by these instruments already.
    case nothingToMigrate
    /// A session stays with its questionnaire, whatever its version.
    case otherQuestionnaire(Questionnaire.ID)
    /// The answer is tagged with that theme already.
    case themedAlready(Question.ID, String)
    /// The answer is not tagged with that theme.
    case noSuchTheme(Question.ID, String)
    /// No action has this name.
    case noSuchAction(String)
    /// An action is dropped, and nobody says why.
    case droppedWithoutReason(String)
    /// The action of this name is so already.
    case nothingToChange(String)
    /// There is no such thing beside the answer.
    case nothingWritten(Question.ID, RecordItem)
    /// So many things are asked of reviewers, and none has this number.
    case noSuchAsk(Int, of: Int)
    /// No measure has this name.
    case noSuchMeasure(String)
    /// The plan has so many measures already, and takes no more.
    case measuresFull(most: Int)
    /// The measure of this name has so many values already, and takes no more.
    case valuesFull(String, most: Int)
    /// The measure of this name measures that already.
    case measuredAlready(String)
    /// The questionnaire feeds no framework that lists problems.
    case noProblems
    case unknownProblem(Reference<Element>)
    /// A problem that leads to itself.
    case selfLink(Reference<Element>)
    case linkedAlready(Reference<Element>, Reference<Element>)
    case notLinked(Reference<Element>, Reference<Element>)
    /// The session is no workshop.
    case noWorkshop
    /// A number of people or minutes that no workshop has.
    case notARoom(given: Int, RoomSize)
    /// Nobody has said how many people are present.
    case nobodyPresent
    /// A question that is answered in words, or by a choice, is agreed on without a vote.
    case notVotedOn(Question.ID)
    /// A tally of so many counts, where the question has so many.
    case otherCounts(Question.ID, given: Int, wanted: Int)
    /// A count below 0, or beyond what a room can hold.
    case impossibleCount(Question.ID, Int)
    /// So many slips, where so many people are present.
    case doesNotAddUp(Question.ID, slips: Int, present: Int)
    /// The vote is counted and seen; it is not counted again.
    case revealedAlready(Question.ID)
    /// There is no vote to see.
    case notCounted(Question.ID)
    /// The room has voted and not seen the votes.
    case notRevealed(Question.ID)
    /// The votes lie so that there is nothing to vote on again; nil where the scale has no shapes.
    case noSecondVote(Question.ID, VoteShape?)
    /// The room votes twice at most.
    case votedTwice(Question.ID)
    /// So many voted first, and so many are present now.
    case otherPeople(Question.ID, first: Int, now: Int)
    /// In a workshop, an answer is agreed: it is given, changed, taken away or confirmed by agreement alone.
    case roomAgrees(Question.ID)
    /// Something is parked without a role that brings it back, or without a date.
    case parkedForNobody(Question.ID)
    /// There are no words to take back.
    case noWords(Question.ID)
    /// Somebody's answers for a workshop stay with the version of the questionnaire.
    case invitedSession
    /// Of so few people nothing is merged.
    case tooFewPeople(Int)
    /// So many answered, and more were invited; what comes later could never be opened.
    case fewerThanInvited(Int, invited: Int)
    /// So many answered, and fewer were invited: somebody made files up.
    case moreThanInvited(Int, invited: Int)
    /// A workshop merges once; whether the key that opens answers is still there.
    case mergedAlready(hasKey: Bool)
    /// The key that opens answers before the workshop is gone for good.
    case keyBurnt
    /// The workshop is closed.
    case roomIsClosed
    /// Nobody was invited, so there is no key.
    case noKey
    /// The room has voted believing that reports show no more than this; nil where it had not said what they show.
    case sharedLess(VoteSharing?)
    /// So many answers are still to be confirmed.
    case unconfirmed(Int)
    /// The session would be more than can be kept and read.
    case tooMuch(SessionBound)
    /// The answer needs no confirmation; nil where none does.
    case nothingToConfirm(Question.ID?)

    /// The question that the rejection is about; nil where it is about none.
    package var question: Question.ID? {
        switch self {
        case .unknownQuestion(let id), .notAskedNow(let id), .notForARoom(let id), .unfitting(let id, _),
            .unanswered(let id), .unknownEvidenceKind(let id, _), .emptyEvidence(let id),
            .answeredTwice(let id), .themedAlready(let id, _), .noSuchTheme(let id, _),
            .uncommented(let id), .notVotedOn(let id), .otherCounts(let id, _, _),
            .impossibleCount(let id, _), .doesNotAddUp(let id, _, _), .revealedAlready(let id),
            .notCounted(let id), .notRevealed(let id), .noSecondVote(let id, _), .votedTwice(let id),
            .otherPeople(let id, _, _), .roomAgrees(let id), .parkedForNobody(let id), .noWords(let id),
            .nothingWritten(let id, _):
            id
        case .nothingToConfirm(let id):
            id
        case .readOnly, .emptyText, .nothingToUndo, .nothingToUndoSinceStart, .nothingToRedo, .emptySheet,
            .notNew, .signedOff,
            .notSignedOff,
            .nothingToMigrate, .reviewedAlready, .reviewReplaced, .reviewWithdrawn, .noSuchReview,
            .otherPack, .reviewerUnclear, .reviewSaysTheSame,
            .noSuchAction, .droppedWithoutReason, .nothingToChange, .noSuchAsk, .noSuchMeasure, .measuresFull,
            .valuesFull, .measuredAlready,
            .otherQuestionnaire, .noProblems, .unknownProblem, .selfLink, .linkedAlready, .notLinked,
            .noWorkshop, .notARoom, .nobodyPresent, .invitedSession, .tooFewPeople, .fewerThanInvited,
            .moreThanInvited,
            .mergedAlready, .keyBurnt, .roomIsClosed, .noKey, .sharedLess, .unconfirmed, .tooMuch:
            nil
        }
    }
}

/// What of a room has a size.
package enum RoomSize: Equatable, Sendable {
    case people
    case minutes
}

/// How an answer does not fit its question.
package enum Misfit: Error, Equatable, Sendable {
    /// A rating outside the scale of so many levels.
    case outsideScale(given: String, levels: Int)
    case notYesNo(given: String)
    case unknownOption(given: String, options: [String])
    /// A beginning that fits several options.
    case ambiguousOption(given: String, matches: [AnswerKind.Option.ID])
    /// Several options where one is asked for.
    case severalOptions
    /// An option that cannot be chosen together with others, among others.
    case optionAlone(AnswerKind.Option.ID)
    /// No option where at least one is asked for.
    case noOption
    case notANumber(given: String)
    case outsideRange(given: String, AnswerKind.NumberRange)
    case notADate(given: String)
    case emptyText
    /// Not applicable without a reason.
    case noReason
    /// A list where a single value is asked for.
    case list
    /// A value of another kind of question.
    case otherKind
}
