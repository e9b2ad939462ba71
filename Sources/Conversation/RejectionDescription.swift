import Escaping
import Instruments
import Languages
import Reports
package import Sessions

/// A message and what to do about it: lower-case first letter, no full stop.
package struct ErrorDescription: Equatable, Sendable {
    /// What is wrong.
    package var message: String
    /// The way out; nil where the message says it.
    package var hint: String?

    /// A message with its hint; of one that quotes megabytes the middle is left out.
    package init(_ message: String, hint: String? = nil) {
        self.message = message.cutToBeRead
        self.hint = hint?.cutToBeRead
    }

    /// Both as sentences, for the conversation.
    package var sentences: String {
        [message, hint].compactMap(\.self).map { $0.raisedSentence }.joined(separator: " ")
    }
}

extension String {
    /// A message as a sentence: with a capital at its beginning and a stop at its end.
    package var raisedSentence: String {
        let raised = prefix(1).uppercased() + dropFirst()
        return raised.hasSuffix(".") || raised.hasSuffix("?") ? raised : raised + "."
    }
}

extension Rejection {
    /// The rejection in words.
    package var errorDescription: ErrorDescription {
        switch self {
        case .readOnly(let types):
            ErrorDescription(
                local(
                    "this session holds events that this version of Canary does not know: \(listed(types))"),
                hint: local("use a newer version; until then the session can only be read"))
        case .unknownQuestion(let id):
            ErrorDescription(
                local("there is no question `\(id.text.visible)`"),
                hint: local("`canary questionnaire show` lists the questions"))
        case .notAskedNow(let id):
            ErrorDescription(
                local("`\(id)` is not asked now, because of the answers to other questions"),
                hint: local("change those answers first, or use `canary answer`, which keeps it set aside"))
        case .notForARoom(let id):
            ErrorDescription(
                local("`\(id)` is for somebody alone: it is neither asked nor voted on in a workshop"),
                hint: local("answer it in a session of your own, which canary start begins"))
        case .unfitting(let id, let misfit):
            ErrorDescription(
                "`\(id)`: \(misfit.errorDescription.message)", hint: misfit.errorDescription.hint)
        case .notNew:
            ErrorDescription(
                local("answers are taken over only into a new session"),
                hint: local("start one with --from"))
        case .reviewedAlready(let number):
            ErrorDescription(
                local("this review is filed already, as review \(number)"), hint: local("nothing was changed")
            )
        case .reviewSaysTheSame(let number):
            ErrorDescription(
                local(
                    "it says just what review \(number) says, although it bears the digits of another reviewer"
                ),
                hint: local(
                    "nothing was filed; add --another where two reviewers say the same, word for word"))
        case .reviewReplaced(let number, let later):
            ErrorDescription(
                local("review \(number) counts no more: review \(later) took its place"),
                hint: local("nothing was changed"))
        case .reviewWithdrawn(let number):
            ErrorDescription(
                local("review \(number) was taken back"),
                hint: local("import its file with --another to file it anew"))
        case .noSuchReview(let number, let count):
            ErrorDescription(
                local("there is no review \(number)"),
                hint: count == 0
                    ? local("no review was filed") : local("its reviews are 1 to \(count)"))
        case .otherPack(let pack, let known):
            ErrorDescription(
                local("the review is of report \(pack.visible), which this session's history does not have"),
                hint: known.isEmpty
                    ? local("no report left this session; --other-pack files it all the same")
                    : local(
                        "the newest that left: \(listed(known.suffix(5).map(\.visible))); --other-pack files it all the same"
                    ))
        case .reviewerUnclear(let numbers): ErrorDescription(reviewerUnclear: numbers)
        case .uncommented(let id):
            ErrorDescription(
                local("`\(id)` is challenged, or more evidence is wanted, and no comment says why"),
                hint: local("ask the reviewer for the comment"))
        case .emptyText:
            ErrorDescription(local("there are no words to save"))
        case .unanswered(let id):
            ErrorDescription(
                local("`\(id)` has no answer yet"),
                hint: local("answer it first; a note, evidence or an action goes with an answer"))
        case .nothingToUndo(sinceMigration: false):
            ErrorDescription(local("there is nothing to undo"))
        case .nothingToUndo(sinceMigration: true):
            ErrorDescription(
                local("there is nothing to undo since the session moved to other versions of its questions"),
                hint: local("what was recorded before that can be changed, and not taken back"))
        case .nothingToUndoSinceStart:
            ErrorDescription(
                local("there is nothing to take back since the session was started"),
                hint: local("what it was started with can be changed, and not taken back"))
        case .nothingToRedo:
            ErrorDescription(local("there is nothing to redo"))
        case .unknownEvidenceKind(let id, let kind):
            ErrorDescription(
                local("`\(id)`: `\(kind.visible)` is no kind of evidence"),
                hint: local("the kinds are \(listed(Evidence.Kind.allCases.map(\.rawValue)))"))
        case .emptyEvidence(let id):
            ErrorDescription(
                local("`\(id)`: the evidence names no reference"),
                hint: local("say what a reviewer should ask for, such as \"Board minutes, May, item 4\""))
        case .answeredTwice(let id):
            ErrorDescription(local("`\(id)` is answered twice"))
        case .emptySheet:
            ErrorDescription(local("the sheet holds no answers"))
        case .signedOff(let role, let at):
            ErrorDescription(
                local(
                    "the session was signed off on \(at.date.localizedDescription) in the role of \(role.visible)"
                ),
                hint: local("type reopen with the reason; the sign-off is void then, and stays on record"))
        case .notSignedOff:
            ErrorDescription(local("the session is not signed off"))
        case .nothingToMigrate:
            ErrorDescription(local("the session is asked by the newest questions and rules that are here"))
        case .otherQuestionnaire(let id):
            ErrorDescription(
                local("the session cannot move to another questionnaire, `\(id.text.visible)`"),
                hint: local("start a session of its own with canary start"))
        case .themedAlready(let id, let theme):
            ErrorDescription(local("`\(id)` is tagged with `\(theme.visible)` already"))
        case .noSuchTheme(let id, let theme):
            ErrorDescription(
                local("`\(id)` is not tagged with `\(theme.visible)`"),
                hint: local("themes lists the themes with their answers"))
        case .noSuchAction(let name):
            ErrorDescription(
                local("there is no action `\(name.visible)`"),
                hint: local("plan lists the actions; words that begin with such a name go in quotes"))
        case .droppedWithoutReason(let name):
            ErrorDescription(
                local("say why \(name) is dropped"),
                hint: local("such as: action \(name) drop and the reason"))
        case .nothingToChange(let name):
            ErrorDescription(local("\(name) says that already"), hint: local("nothing was changed"))
        case .nothingWritten(let id, let item):
            ErrorDescription(
                local("there is no \(item.bareName) on `\(id)`"),
                hint: local("answers lists what goes with each answer"))
        case .noSuchAsk(let number, let count):
            count == 0
                ? ErrorDescription(
                    local("reviewers are asked to test nothing yet"), hint: local("ask and words asks them"))
                : ErrorDescription(
                    local("reviewers are asked nothing with number \(number)"),
                    hint: local("type a number from 1 to \(count)"))
        case .noSuchMeasure(let name):
            ErrorDescription(
                local("there is no measure `\(name.visible)`"),
                hint: local("measure lists them; a name that begins like that goes in quotes"))
        case .measuresFull(let most):
            ErrorDescription(
                local("the plan has \(most) measures, and takes no more"),
                hint: local("remove one that nobody looks at, such as remove M1"))
        case .valuesFull(let name, let most):
            ErrorDescription(
                local("\(name) has \(most) values, and takes no more"),
                hint: local("remove one that nobody needs, by its day: remove \(name) and the day"))
        case .measuredAlready(let name):
            ErrorDescription(
                local("\(name) counts that already, and nothing was saved"),
                hint: local("measure \(name), the value and its day record how much it was"))
        case .noProblems:
            ErrorDescription(local("this questionnaire records no problems that could be linked"))
        case .unknownProblem(let problem):
            ErrorDescription(
                local("there is no problem `\(problem.name.text.visible)`"),
                hint: local("map lists the problems"))
        case .selfLink(let problem):
            ErrorDescription(
                local("`\(problem.name)` cannot lead to itself"),
                hint: local("name the other problem that it leads to"))
        case .linkedAlready(let from, let to):
            ErrorDescription(
                local("`\(from.name)` leads to `\(to.name)` already"),
                hint: local("add a note to say what shows it, or unlink the two"))
        case .notLinked(let from, let to):
            ErrorDescription(
                local("no link says that `\(from.name)` leads to `\(to.name)`"),
                hint: local("map shows the links"))
        case .noWorkshop, .notARoom, .nobodyPresent, .notVotedOn, .otherCounts, .impossibleCount,
            .doesNotAddUp, .revealedAlready, .notCounted, .notRevealed, .noSecondVote, .votedTwice,
            .otherPeople, .roomAgrees, .parkedForNobody, .noWords, .invitedSession, .tooFewPeople,
            .fewerThanInvited, .moreThanInvited, .mergedAlready, .keyBurnt, .roomIsClosed, .noKey,
            .sharedLess:
            roomDescription
        case .tooMuch(let bound):
            ErrorDescription(
                local("the session would become too much to read: \(bound.localizedDescription)"),
                hint: local("go on in a new session: canary start --from"))
        case .unconfirmed(let count):
            ErrorDescription(
                counted(count, "answer is still to be confirmed", "answers are still to be confirmed"),
                hint: local(
                    "next-unconfirmed goes to the next one; sign-off ROLE --with-unconfirmed signs off all the same, and every report says how many there were"
                ))
        case .nothingToConfirm(let id):
            ErrorDescription(
                id.map { local("the answer to `\($0)` is not to be confirmed") }
                    ?? local("no answer is to be confirmed"),
                hint: local("unanswered says how many are"))
        }
    }
}

extension Misfit {
    /// How an answer does not fit, in words.
    package var errorDescription: ErrorDescription {
        switch self {
        case .outsideScale(let given, let levels):
            ErrorDescription(
                local("`\(given.visible)` is not on the scale of 1 to \(levels)"),
                hint: local(
                    "answer \(listed((1...levels).map(String.init), with: .or)), "
                        + "? for don't know, or na and a reason"))
        case .notYesNo(let given):
            ErrorDescription(
                local("`\(given.visible)` is neither yes nor no"),
                hint: local("answer y or n, ? for don't know, or na and a reason"))
        case .unknownOption(let given, let options):
            ErrorDescription(
                local("`\(given.visible)` is none of the options"),
                hint: local("the options are \(listed(options))"))
        case .ambiguousOption(let given, let matches):
            ErrorDescription(
                local("`\(given.visible)` fits several options: \(listed(matches.map(\.text)))"),
                hint: local("type more of it, or its number"))
        case .severalOptions:
            ErrorDescription(local("this question takes one option, and a list was given"))
        case .optionAlone(let option):
            ErrorDescription(
                local("`\(option)` cannot be chosen together with others"),
                hint: local("choose it alone, or leave it out"))
        case .noOption:
            ErrorDescription(local("at least one option is needed"), hint: local("? stands for don't know"))
        case .notANumber(let given):
            ErrorDescription(
                local("`\(given.visible)` is not a number"),
                hint: local("write it in digits, such as 12 or 0.5"))
        case .outsideRange(let given, let range):
            ErrorDescription(
                local("`\(given.visible)` is not between \(words(range.least)) and \(words(range.greatest))"))
        case .notADate(let given):
            ErrorDescription(
                local("`\(given.visible)` is not a date"),
                hint: local("write year, month and day: 2026-11-21"))
        case .emptyText:
            ErrorDescription(local("there are no words to save"))
        case .noReason:
            ErrorDescription(local("not applicable needs a reason"), hint: local("type na and the reason"))
        case .list:
            ErrorDescription(local("this question takes one value, and a list was given"))
        case .otherKind:
            ErrorDescription(local("the answer is for another kind of question"))
        }
    }
}

/// An end of a range.
private func words(_ number: Double?) -> String {
    number.map(digits) ?? local("any number")
}

extension ErrorDescription {
    /// What to say of a review that may be a later one of a reviewer who is on file.
    fileprivate init(reviewerUnclear numbers: [Int]) {
        let names = listed(numbers.map(String.init), with: .or)
        self.init(
            plural(
                numbers.count, "this may be a later one of the reviewer of review \(names)",
                "this may be a later one of the reviewer of reviews \(names)"),
            hint: local(
                "say --replaces R\(numbers.last ?? 1) where it is, or --another where it is somebody else's"))
    }
}

extension SessionBound {
    /// What there is too much of, as part of a sentence.
    var localizedDescription: String {
        switch self {
        case .events(let most): local("it has more than \(most) events")
        case .signOffs: local("it is signed off too often for its length")
        case .votes(let most): local("a question is voted on more than \(most) times")
        case .votedOn(let most): local("more than \(most) questions are voted on")
        case .links(let most): local("it has more than \(most) links")
        case .measures(let most): local("it has more than \(most) measures")
        case .themes(let most): local("an answer has more than \(most) themes")
        case .names(let most): local("its title, its authority or a role is longer than \(most) bytes")
        case .texts(let most): local("a text in it is longer than \(most) bytes")
        case .bytes(let most): local("its file is larger than \(most / 1_024 / 1_024) MB")
        case .migrations(let most): local("it moves to other instruments more than \(most) times")
        }
    }
}

extension RecordItem {
    /// What it is, without an article.
    fileprivate var bareName: String { if case .note = self { local("note") } else { localizedDescription } }
}
