import Evaluation
import Instruments
import Languages
import Reports
import Sessions

extension Conversation {
    /// Goes to the next question on which a result still waits, where no result is the headline; table by table.
    ///
    /// The walk ends, and says so, when every result is settled or nothing is left to show.
    func continueTableWalk(
        _ findings: Findings, _ shown: Set<Question.ID>
    ) throws(Interruption) -> Next? {
        guard !findings.tables.isEmpty else {
            nextBestWalk = nil
            throw .problem(
                ErrorDescription(
                    local("this questionnaire has no headline result, so no question is more telling")))
        }
        let open = findings.tables.filter { !$0.isSettled }
        let asked = state.asked
        for table in open {
            guard
                let next = table.open.flatMap(\.questions).first(where: {
                    !shown.contains($0) && asked.contains($0)
                })
            else {
                continue
            }
            nextBestWalk?.insert(next)
            try perform(.move(to: next))
            try say(
                local(
                    "\(table.table.title), still possible: \(table.outcomesDescription). This question can change that."
                ),
                gap: true)
            return .showQuestion
        }
        nextBestWalk = nil
        let titles = open.map(\.table.title)
        try say(
            titles.isEmpty
                ? local("Every result is settled. Type evaluate to see why.")
                : local(
                    "Still open: \(listed(titles)). Each question that can change them was shown in this walk, and passed over or answered with don't know."
                ), gap: true)
        return .ask
    }
}
