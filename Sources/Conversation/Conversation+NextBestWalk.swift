import Evaluation
import Instruments
import Languages
import Reports
import Sessions

// The walk through the questions that can still change the tier.

extension Conversation {
    /// Begins a walk through the questions that can still change the tier, the most telling first.
    func startNextBestWalk() throws(Interruption) -> Next {
        nextBestWalk = []
        if let sentence = localizedDescription(unconfirmed: state.unconfirmed.count) {
            try say(sentence, gap: true)
        }
        return try continueNextBestWalk() ?? .ask
    }

    /// Goes to the most telling question that was not shown in this walk; nil outside of one.
    ///
    /// The walk ends, and says so, when the tier is settled or nothing is left to show.
    func continueNextBestWalk() throws(Interruption) -> Next? {
        guard let shown = nextBestWalk else { return nil }
        let findings = evaluate(state.instruments, responses: state.responses, links: state.links)
        // What is for somebody alone can change the headline, too, and is not for a room to answer.
        let asked = state.asked
        let open = findings.openQuestions.filter { asked.contains($0.question) }
        guard let tier = findings.tier else { return try continueTableWalk(findings, shown) }
        guard tier.determined == nil,
            let best = open.first(where: { !shown.contains($0.question) })
        else {
            nextBestWalk = nil
            try say(tier.endOfWalk(findings, leavesOut: open.count < findings.openQuestions.count), gap: true)
            return .ask
        }
        nextBestWalk?.insert(best.question)
        try perform(.move(to: best.question))
        let count = open.count
        let rank =
            best.share == nil
            ? plural(
                count, "\(count) open question can change that; how telling it is cannot be worked out.",
                "\(count) open questions can change that, here in the order of asking: how telling each is cannot be worked out."
            )
            : shown.isEmpty
                ? plural(
                    count, "\(count) open questions can change that; this one is the most telling.",
                    "\(count) open questions can change that; this one is the most telling.")
                : plural(
                    count,
                    "\(count) open questions can change that; "
                        + "this one is the most telling of those not shown in this walk.",
                    "\(count) open questions can change that; "
                        + "this one is the most telling of those not shown in this walk.")
        try say(local("Still possible: \(tier.outcomesDescription).") + " " + rank, gap: true)
        return .showQuestion
    }

    /// Leaves a walk by how telling the questions are, and the way back to a list; moving by hand ends both.
    func endNextBestWalk() {
        nextBestWalk = nil
        listBehind = nil
    }
}
