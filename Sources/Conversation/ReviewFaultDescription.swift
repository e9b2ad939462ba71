import Escaping
import Instruments
import Languages
package import Reports
import Sessions

extension ReviewFault {
    /// Why a reviewer's file was not filed, and the way out.
    package var errorDescription: ErrorDescription {
        switch self {
        case .tooLarge:
            ErrorDescription(
                local("the file is too large to be a review"), hint: local("ask the reviewer for the file"))
        case .noWorkbookLibrary:
            ErrorDescription(
                local("the workbook cannot be read: libzip is not on this machine"),
                hint: local("install libzip4, or ask the reviewer for the file that the page saves"))
        case .unreadable:
            ErrorDescription(
                local("the file is no review, or it is cut short"),
                hint: local("ask the reviewer to save it again, and nothing else was changed"))
        case .noPack:
            ErrorDescription(
                local("the file is no report that can be reviewed"),
                hint: local("a report for reviewers as html or json can be"))
        case .otherFormat(let format):
            ErrorDescription(
                local("the file is of the kind `\(format.visible)`, which is no review of Canary's"),
                hint: local("a review is of the kind canary-review/1"))
        case .incomplete(let place):
            ErrorDescription(
                local("the review is not complete: `\(place.visible)` is missing or of another kind"),
                hint: local("ask the reviewer to save it again rather than to edit it by hand"))
        case .sealed:
            ErrorDescription(
                local("the review is sealed, and no passphrase was given"),
                hint: local("type it at a terminal, or give it by --passphrase-fd"))
        case .wrongPassphrase:
            ErrorDescription(
                local("the passphrase does not open this review, or the file was changed"),
                hint: local("it is the passphrase of the report that was reviewed; nothing was changed"))
        case .noIdentity:
            ErrorDescription(
                local("the workbook does not say which report it is of"),
                hint: local("ask the reviewer for the workbook that the authority sent"))
        case .rowsMoved(let question):
            ErrorDescription(
                local("the rows of the workbook were moved: `\(question.visible)` is not where it was"),
                hint: local("ask the reviewer for the workbook with its rows as they were"))
        case .otherSession(let session):
            ErrorDescription(
                local("the review is of another session, `\(session.visible)`"),
                hint: local("file it there"))
        case .otherQuestionnaire(let pin):
            ErrorDescription(
                local(
                    "the review is of another questionnaire, or of another version: \(pin.id.visible) \(pin.version.visible)"
                ), hint: local("export the report again, and ask the reviewer to look at that"))
        case .noRole:
            ErrorDescription(
                local("the review does not say in which role it was made"),
                hint: local("ask the reviewer to fill in the role"))
        case .noDate(let text):
            ErrorDescription(
                local("`\(text.visible)` is no day of a review"), hint: local("a day is such as 2027-01-31"))
        case .unknownVerdict(let question, let verdict):
            ErrorDescription(
                local("`\(question.visible)`: `\(verdict.visible)` is no verdict"),
                hint: local("the verdicts are agree, challenge, more-evidence and not-looked-at"))
        case .unknownQuestions(let questions):
            ErrorDescription(
                local(
                    "the review speaks of questions that are not asked here: \(listed(questions.map(\.visible)))"
                ),
                hint: local("ask the reviewer to save it again rather than to edit it by hand"))
        case .unfitting(let question, let answer):
            ErrorDescription(
                local("`\(question)`: `\(answer.visible)` does not fit the question"),
                hint: local("a rating is a level of its scale, and a yes or no question takes yes or no"))
        case .repeatedQuestion(let question):
            ErrorDescription(
                local("the review speaks of `\(question.visible)` twice"),
                hint: local("ask the reviewer to save it again rather than to edit it by hand"))
        case .empty:
            ErrorDescription(
                local("the review says nothing on any answer"),
                hint: local("ask the reviewer to fill it in and save it again"))
        }
    }
}
