package import Collation
import Disclosure
import Evaluation
import Languages

extension Breakdown {
    /// A category in words: those of the instruments where they have some.
    package func words(for category: Category) -> String {
        if let title = category.title { return title }
        switch category.id {
        case "open":
            switch subject {
            case .tierMovement: return local("Not settled at both")
            default: return local("Still open")
            }
        case "none":
            switch subject {
            case .table: return local("None of them")
            case .quality: return local("No question")
            default: return local("Nothing")
            }
        case "possible": return local("Possible")
        case "ruled-out": return local("Ruled out")
        case "given": return local("Applies")
        case "not-given": return local("Does not apply")
        case "unknown": return local("No indicator is left")
        case "viable": return local("Its conditions are met")
        case "undetermined": return local("Not ruled out")
        case "not-viable": return local("Its conditions are not met")
        case "met": return local("Yes", context: "answer")
        case "not-met": return local("No", context: "answer")
        case "gone", "not-applicable": return local("Not applicable")
        case "missing": return local("Missing")
        case "partly": return local("Partly there")
        case "in-place": return local("In place")
        case "in-progress": return local("In progress")
        case "complete": return local("Complete")
        case "signed-off": return local("Signed off")
        case "dont-know": return local("Don't know")
        case "some": return local("Fewer than a third of the questions")
        case "third-or-more": return local("A third of the questions or more")
        case "all": return local("Every question")
        case "not-all": return local("Not every question")
        case "within-a-level": return local("Within one level")
        case "a-level-or-more": return local("One level or more")
        case "half-or-more": return local("Half or more")
        case "under-half": return local("Under half")
        case "not-measured": return local("Nothing to measure")
        case "milder": return local("Milder")
        case "more-intrusive": return local("More intrusive")
        case "up": return local("Up")
        case "same": return local("As it was")
        case "down": return local("Down")
        case "no-two-milestones": return local("Not signed off twice")
        case "present": return local("Present")
        case "absent": return local("Absent")
        default: return category.id
        }
    }
}

extension Breakdown.QualityTest {
    /// What the test looks at, as the name of a row.
    var inWords: String {
        switch self {
        case .evidenced: local("Ratings with evidence")
        case .triangulated: local("Areas with evidence from several sides")
        case .balanced: local("Areas with strengths and concerns")
        case .known: local("Questions that are not known")
        case .complete: local("Questions that are dealt with")
        case .challenged: local("Distance from a peer review")
        case .shared: local("Votes on which the room was close")
        }
    }
}

extension ReleasedCells.Word {
    /// What stands in a table in place of a number.
    var inWords: String {
        switch self {
        case .allOrMost: local("all or most")
        case .fewOrNone: local("few or none")
        }
    }
}

extension RegionPicture.LeftOut {
    /// Why a session is not counted, in words.
    var inWords: String {
        switch self {
        case .fewAuthorities: local("too few authorities answered their questionnaire")
        case .another: local("another one of the same authority counts")
        case .noAuthority: local("they name no authority")
        case .preWork: local("they are somebody's answers before a workshop")
        case .unreadable: local("they could not be opened or read")
        }
    }
}
