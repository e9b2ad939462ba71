import Evaluation
import Instruments
import Languages
import Reports
import Sessions

extension TableFinding {
    /// What to say where no telling question is left to show; some may be left out, since they are not for a room.
    func endOfWalk(_ findings: Findings, leavesOut: Bool) -> String {
        let left = findings.counts.unanswered
        let noun = table.localNaming.one
        guard determined != nil else {
            return
                local(
                    "The \(noun) is still open: \(outcomesDescription). Each question that can change it was shown "
                        + "in this walk, and passed over or answered with don't know.")
                + (leavesOut
                    ? " " + local("What is for somebody alone and not asked in a room can change it, too.")
                    : "")
        }
        let rest =
            left == 0
            ? nil
            : counted(
                left,
                "question is still unanswered; none of them can change the \(noun). "
                    + "They can change other findings.",
                "questions are still unanswered; none of them can change the \(noun). "
                    + "They can change other findings.")
        let sentences = [
            local("The \(noun) is settled: \(outcomesDescription)."), rest,
            local("Type evaluate to see why."),
        ]
        return sentences.compactMap(\.self).joined(separator: " ")
    }
}
