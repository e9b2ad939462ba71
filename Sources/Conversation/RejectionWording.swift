import Instruments
import Reports
package import Sessions

/// A message and what to do about it: lower-case first letter, no full stop.
package struct Wording: Equatable, Sendable {
    /// What is wrong.
    package var message: String
    /// The way out; nil where the message says it.
    package var hint: String?

    /// A message with its hint.
    package init(_ message: String, hint: String? = nil) {
        self.message = message
        self.hint = hint
    }

    /// Both as sentences, for the conversation.
    var sentences: String {
        [message, hint].compactMap(\.self).map { $0.firstRaisedSentence }.joined(separator: " ")
    }
}

extension String {
    fileprivate var firstRaisedSentence: String {
        let raised = prefix(1).uppercased() + dropFirst()
        return raised.hasSuffix(".") || raised.hasSuffix("?") ? raised : raised + "."
    }
}

extension Rejection {
    /// The rejection in words.
    package var wording: Wording {
        switch self {
        case .readOnly(let types):
            Wording(
                "this session holds events that this version of Canary does not know: \(listed(types))",
                hint: "use a newer version; until then the session can only be read")
        case .unknownQuestion(let id):
            Wording(
                "there is no question `\(id.text.visible)`",
                hint: "`canary questionnaire show` lists the questions")
        case .notAskedNow(let id):
            Wording(
                "`\(id)` is not asked now, because of the answers to other questions",
                hint: "change those answers first, or use `canary answer`, which keeps it set aside")
        case .unfitting(let id, let misfit):
            Wording("`\(id)`: \(misfit.wording.message)", hint: misfit.wording.hint)
        case .emptyText:
            Wording("there are no words to save")
        case .unanswered(let id):
            Wording(
                "`\(id)` has no answer yet",
                hint: "answer it first; a note, evidence or an action goes with an answer")
        case .nothingToUndo(sinceMigration: false):
            Wording("there is nothing to undo")
        case .nothingToUndo(sinceMigration: true):
            Wording(
                "there is nothing to undo since the session moved to other versions of its questions",
                hint: "what was recorded before that can be changed, and not taken back")
        case .nothingToRedo:
            Wording("there is nothing to redo")
        case .unknownEvidenceKind(let id, let kind):
            Wording(
                "`\(id)`: `\(kind.visible)` is no kind of evidence",
                hint: "the kinds are " + listed(Evidence.Kind.allCases.map(\.rawValue)))
        case .emptyEvidence(let id):
            Wording(
                "`\(id)`: the evidence names no reference",
                hint: "say what a reviewer should ask for, such as \"Board minutes, May, item 4\"")
        case .answeredTwice(let id):
            Wording("`\(id)` is answered twice")
        case .emptySheet:
            Wording("the sheet holds no answers")
        case .nothingToMigrate:
            Wording("the session is asked by the newest questions and rules that are here")
        case .otherQuestionnaire(let id):
            Wording(
                "the session cannot move to another questionnaire, `\(id.text.visible)`",
                hint: "start a session of its own with canary start")
        case .themedAlready(let id, let theme):
            Wording("`\(id)` is tagged with `\(theme.visible)` already")
        case .noSuchTheme(let id, let theme):
            Wording(
                "`\(id)` is not tagged with `\(theme.visible)`",
                hint: "themes lists the themes with their answers")
        case .noProblems:
            Wording("this questionnaire records no problems that could be linked")
        case .unknownProblem(let problem):
            Wording("there is no problem `\(problem.name.text.visible)`", hint: "map lists the problems")
        case .selfLink(let problem):
            Wording(
                "`\(problem.name)` cannot lead to itself",
                hint: "name the other problem that it leads to")
        case .linkedAlready(let from, let to):
            Wording(
                "`\(from.name)` leads to `\(to.name)` already",
                hint: "add a note to say what shows it, or unlink the two")
        case .notLinked(let from, let to):
            Wording(
                "no link says that `\(from.name)` leads to `\(to.name)`", hint: "map shows the links")
        }
    }
}

extension Misfit {
    /// How an answer does not fit, in words.
    package var wording: Wording {
        switch self {
        case .outsideScale(let given, let levels):
            Wording(
                "`\(given.visible)` is not on the scale of 1 to \(levels)",
                hint: "answer \(listed((1...levels).map(String.init), with: "or")), "
                    + "? for don't know, or na and a reason")
        case .notYesNo(let given):
            Wording(
                "`\(given.visible)` is neither yes nor no",
                hint: "answer y or n, ? for don't know, or na and a reason")
        case .unknownOption(let given, let options):
            Wording(
                "`\(given.visible)` is none of the options",
                hint: "the options are " + listed(options.map(\.text)))
        case .ambiguousOption(let given, let matches):
            Wording(
                "`\(given.visible)` fits several options: \(listed(matches.map(\.text)))",
                hint: "type more of it, or its number")
        case .severalOptions:
            Wording("this question takes one option, and a list was given")
        case .optionAlone(let option):
            Wording(
                "`\(option)` cannot be chosen together with others",
                hint: "choose it alone, or leave it out")
        case .noOption:
            Wording("at least one option is needed", hint: "? stands for don't know")
        case .notANumber(let given):
            Wording("`\(given.visible)` is not a number", hint: "write it in digits, such as 12 or 0.5")
        case .outsideRange(let given, let range):
            Wording("`\(given.visible)` is not between \(range.inWords)")
        case .notADate(let given):
            Wording(
                "`\(given.visible)` is not a date", hint: "write year, month and day: 2026-11-21")
        case .emptyText:
            Wording("there are no words to save")
        case .noReason:
            Wording("not applicable needs a reason", hint: "type na and the reason")
        case .list:
            Wording("this question takes one value, and a list was given")
        case .otherKind:
            Wording("the answer is for another kind of question")
        }
    }
}

extension AnswerKind.NumberRange {
    fileprivate var inWords: String {
        func words(_ number: Double?) -> String {
            number.map(digits) ?? "any number"
        }
        return "\(words(least)) and \(words(greatest))"
    }
}
