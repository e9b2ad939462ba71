import Escaping
import Languages
import Reports
package import SessionFiles

extension PreWorkFault {
    /// Why a file of answers for a workshop is of no use, and the way out.
    package var errorDescription: ErrorDescription {
        switch self {
        case .foreign:
            ErrorDescription(
                local("the file holds no answers for a workshop, or it is cut short"),
                hint: local("canary submit or the page that was sent makes such a file; ask for it again"))
        case .otherVersion(let format):
            ErrorDescription(
                local("the file is of the kind `\(format.visible)`, which this version does not know"),
                hint: local("use a newer version of Canary"))
        case .otherSuite(let suite):
            ErrorDescription(
                local("the file is sealed by `\(suite.visible)`, which this version does not know"),
                hint: local("use a newer version of Canary"))
        case .otherWorkshop(let session):
            ErrorDescription(
                local("these answers are for another workshop, `\(session.visible)`"),
                hint: local("merge them there"))
        case .otherQuestionnaire:
            ErrorDescription(
                local("these answers are to another version of the questionnaire"),
                hint: local("invite again from this workshop"))
        case .notOpened:
            ErrorDescription(
                local("the file does not open: it was changed, or sealed to another key"),
                hint: local("ask for it to be sealed and sent again"))
        case .malformed:
            ErrorDescription(
                local("what was sealed are no answers to this questionnaire"),
                hint: local("ask for it to be sealed again, with canary submit or the page that was sent"))
        case .notSealed:
            ErrorDescription(local("the machine refuses to seal the answers"))
        }
    }
}
