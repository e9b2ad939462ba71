import Evaluation
import Instruments
import Reports
import Sessions

extension TableFinding {
    /// What to say where no telling question is left to show.
    func endOfWalk(_ findings: Findings) -> String {
        let left = findings.counts.unanswered
        let noun = table.naming.one
        guard determined != nil else {
            return
                "The \(noun) is still open: \(outcomesInWords). Each question that can change it was shown "
                + "in this walk, and passed over or answered with don't know."
        }
        let rest =
            left == 0
            ? ""
            : " \(counted(left, "question is", "questions are")) still unanswered; none of them can "
                + "change the \(noun). They can change other findings."
        return "The \(noun) is settled: \(outcomesInWords).\(rest) Type evaluate to see why."
    }
}
