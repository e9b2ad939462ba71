import Disclosure
import Instruments
import Languages
import Reports
import Sessions

extension Conversation {
    /// Says shortly what others will rely on, once for answers as they stand, and asks whether to go on; then does it.
    ///
    /// Without somebody at a terminal it is done at once. `check` shows every answer, and the question stands behind it.
    ///
    /// - Parameters:
    ///   - checked: what is asked, and done.
    ///   - asksAgain: whether it is asked, too, where the answers were looked at already.
    /// - Returns: what comes next.
    /// - Throws: the end of the conversation.
    func summarised(
        before checked: Expectation.Checked, asksAgain: Bool = false
    ) throws(Interruption) -> Next {
        guard isAtTerminal else { return try checked.go(self) }
        var checked = checked
        checked.isOfAnswers = true
        guard !isChecked else { return try asksAgain ? asked(checked) : checked.go(self) }
        let pack = project(state, assessment(for: .display), for: .full, now: try now())
        try say(local("What it rests on:"), gap: true, as: .heading)
        for line in pack.summaryLines { try say("-", line) }
        try say(local("Type check to see every answer, or Enter to leave it."))
        isChecked = true
        return try asked(checked)
    }
}

extension Pack {
    /// What a report rests on, in a few lines: how the questions stand, what goes with the answers, and the two things to
    /// look at first.
    fileprivate var summaryLines: [String] {
        let answers = (areas ?? []).flatMap(\.answers)
        let notes = answers.count { $0.note != nil }
        let strengths = answers.reduce(0) { $0 + $1.strengths.count }
        let concerns = answers.reduce(0) { $0 + $1.concerns.count }
        let evidence = answers.reduce(0) { $0 + $1.evidence.count }
        let confidential = answers.count { $0.isConfidential == true }
        var known: [String] = []
        if notes > 0 { known.append(counted(notes, "note", "notes")) }
        if strengths > 0 { known.append(counted(strengths, "strength", "strengths")) }
        if concerns > 0 { known.append(counted(concerns, "concern", "concerns")) }
        if evidence > 0 { known.append(counted(evidence, "piece of evidence", "pieces of evidence")) }
        if confidential > 0 {
            known.append(counted(confidential, "answer marked confidential", "answers marked confidential"))
        }
        var lines = [counts]
        if !known.isEmpty { lines.append(local("With them go \(listed(known)).")) }
        if let restingOnUnconfirmed { lines.append(restingOnUnconfirmed) }
        if actions?.isEmpty == false { lines.append(local("The plan has \(planCounts)")) }
        return lines + lookAtFirst(answers)
    }

    /// The two things that matter most: what can still change the finding, what nobody knows, and what is rated as met
    /// with no evidence.
    private func lookAtFirst(_ answers: [AnswerText]) -> [String] {
        var named: Set<String> = []
        var lines: [String] = []
        func add(_ question: QuestionLabel, _ why: String) {
            guard lines.count < 2, named.insert(question.id).inserted else { return }
            lines.append("\(question.short): \(question.text) \(why)")
        }
        for open in (open ?? []).prefix(3) {
            add(open.question, local("It is open, and can change the finding."))
        }
        for answer in answers where answer.toConfirm == true {
            add(answer.question, local("It is to be confirmed."))
        }
        for gap in gaps ?? [] { add(gap, local("It is rated as met, and no evidence is named.")) }
        for answer in answers where answer.answer == nil { add(answer.question, local("It has no answer.")) }
        return lines
    }
}
