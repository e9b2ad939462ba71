import Instruments
import Languages
import Sessions

/// How far ratings moved between two sessions, by level: 1 to 2 is movement, whatever the findings say.
package struct Movement: Sendable, Encodable, Equatable {
    /// How many ratings are higher.
    package var rose: Int
    /// How many are lower.
    package var fell: Int
    /// How many are the same.
    package var stayed: Int

    /// The movement of the questions that are rated in both, as they are disclosed.
    init(from before: SessionState, to after: SessionState) {
        (rose, fell, stayed) = (0, 0, 0)
        let (old, new) = (before.asked, after.asked)
        for question in after.questionnaire.questions
        where old.contains(question.id) && new.contains(question.id) {
            guard case .given(.rating(let from))? = before.response(to: question.id),
                case .given(.rating(let to))? = after.response(to: question.id)
            else { continue }
            if to > from { rose += 1 } else if to < from { fell += 1 } else { stayed += 1 }
        }
    }

    /// The movement in a sentence.
    package var localizedDescription: String {
        rose + fell + stayed == 0
            ? local("No question is rated in both.")
            : local("Of the ratings in both, \(rose) rose, \(fell) fell and \(stayed) stayed.")
    }
}
