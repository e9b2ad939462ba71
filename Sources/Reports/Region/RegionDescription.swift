package import Collation
import Disclosure
import Evaluation
import Languages

extension Breakdown {
    /// A category in words: those of the instruments where they have some.
    package func words(for category: Category) -> String {
        guard let state = category.state else { return category.title ?? category.id }
        switch state {
        case .open:
            switch subject {
            case .tierMovement: return local("Not settled at both")
            default: return local("Still open")
            }
        case .nothing:
            switch subject {
            case .table: return local("None of them")
            case .quality: return local("No question")
            default: return local("Nothing")
            }
        case .possible: return local("Possible")
        case .ruledOut: return local("Ruled out")
        case .given: return local("Applies")
        case .notGiven: return local("Does not apply")
        case .unknown: return local("No indicator is left")
        case .viable: return local("Its conditions are met")
        case .undetermined: return local("Not ruled out")
        case .notViable: return local("Its conditions are not met")
        case .met: return local("Yes", context: "answer")
        case .notMet: return local("No", context: "answer")
        case .gone, .notApplicable: return local("Not applicable")
        case .missing: return local("Missing")
        case .partly: return local("Partly there")
        case .inPlace: return local("In place")
        case .inProgress: return local("In progress")
        case .complete: return local("Complete")
        case .signedOff: return local("Signed off")
        case .dontKnow: return local("Don't know")
        case .underAThird: return local("Fewer than a third of the questions")
        case .thirdOrMore: return local("A third of the questions or more")
        case .all: return local("Every question")
        case .notAll: return local("Not every question")
        case .withinALevel: return local("Within one level")
        case .aLevelOrMore: return local("One level or more")
        case .halfOrMore: return local("Half or more")
        case .underHalf: return local("Under half")
        case .notMeasured: return local("Nothing to measure")
        case .milder: return local("Milder")
        case .moreIntrusive: return local("More intrusive")
        case .up: return local("Up")
        case .same: return local("As it was")
        case .down: return local("Down")
        case .noTwoMilestones: return local("Not signed off twice")
        case .present: return local("Present")
        case .absent: return local("Absent")
        }
    }
}

extension Breakdown.QualityTest {
    /// What the test looks at, as the name of a row.
    var localizedDescription: String {
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
    var localizedDescription: String {
        switch self {
        case .allOrMost: local("all or most")
        case .fewOrNone: local("few or none")
        }
    }
}

extension RegionPicture.LeftOut {
    /// Why a session is not counted, in words.
    var localizedDescription: String {
        switch self {
        case .fewAuthorities: local("too few authorities answered their questionnaire")
        case .another: local("another one of the same authority counts")
        case .noAuthority: local("they name no authority")
        case .preWork: local("they are somebody's answers before a workshop")
        case .unreadable: local("they could not be opened or read")
        }
    }
}
