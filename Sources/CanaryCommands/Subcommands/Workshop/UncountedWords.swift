import Instruments
import Languages
import Reports
import Sessions

/// The names of questions whose answers are not counted; of many the first ones, and how many more there are.
///
/// - Parameters:
///   - ids: the questions.
///   - session: the session that asks them.
/// - Returns: their names in one piece.
func namesOfUncounted(_ ids: [Question.ID], in session: SessionState) -> String {
    let most = 8
    let labels = Labels(session.questionnaire)
    let rest = ids.count - most
    return listed(
        ids.prefix(most).map { labels[$0].short } + (rest > 0 ? [counted(rest, "more", "more")] : []))
}
