import Instruments
import Languages
import Reports
import Sessions

struct MigrateCommand: Command {
    let name = "migrate"
    var usage: String { local("\(name), then \(name) now") }
    var summary: String {
        local("moves the session to changed questions and rules, after saying what that would do")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let current = talk.current else {
            throw .problem(
                ErrorDescription(
                    local("no other version of this questionnaire is here"),
                    hint: local("name its folder with --questionnaires when you resume")))
        }
        let changed = talk.recorded.pins.changes(to: current)
        guard !changed.isEmpty else { throw .problem(Rejection.nothingToMigrate.errorDescription) }
        let plan = talk.recorded.plan(for: current)
        guard argument.lowercased() == "now" else {
            try talk.say(local("Changed: \(listed(changed))."))
            let newer = talk.localization.language.map(current.spoken) ?? current
            for line in plan.sentences(talk.labels, Labels(newer.questionnaire)) { try talk.say("-", line) }
            try talk.say(
                local(
                    "Nothing has changed yet. Type migrate now to move the session; it cannot be taken "
                        + "back. Or go on as you are."))
            return .ask
        }
        try talk.perform(.migrate(to: current))
        let kept = counted(plan.kept, "answer is kept", "answers are kept")
        let aside = counted(plan.setAside.count, "answer is set aside", "answers are set aside")
        try talk.confirm(
            local("Saved: the session is now asked by \(listed(changed)). \(kept), \(aside)."), gap: true)
        // A room is told no finding that it did not ask for.
        let former = talk.state.room == nil ? talk.state.movedDescription?.dropFirst() ?? [] : []
        for sentence in former { try talk.say(sentence) }
        return .showQuestion
    }
}

extension MigrationPlan {
    /// What a move would do, a sentence for each kind of consequence; `before` names the questions as they are
    /// asked now, `after` as they would be.
    fileprivate func sentences(_ before: Labels, _ after: Labels) -> [String] {
        var sentences = [plural(kept, "\(kept) answer would be kept.", "\(kept) answers would be kept.")]
        if !setAside.isEmpty {
            let names = listed(setAside.map { before[$0].short })
            sentences.append(
                plural(
                    setAside.count,
                    "\(setAside.count) answer would be set aside, because the question is gone or asks for "
                        + "something else: \(names).",
                    "\(setAside.count) answers would be set aside, because the question is gone or asks for "
                        + "something else: \(names).")
                    + " " + local("What is set aside stays in the session and in its full report."))
        }
        if !reworded.isEmpty {
            let names = listed(reworded.map { after[$0].short })
            sentences.append(
                plural(
                    reworded.count,
                    "The words of \(reworded.count) answered question have changed; look at them again: \(names).",
                    "The words of \(reworded.count) answered questions have changed; look at them again: \(names)."
                ))
        }
        if !added.isEmpty {
            let names = listed(added.map { after[$0].short })
            sentences.append(
                plural(
                    added.count, "\(added.count) question is new: \(names).",
                    "\(added.count) questions are new: \(names)."))
        }
        if !idleLinks.isEmpty {
            sentences.append(
                plural(
                    idleLinks.count,
                    "\(idleLinks.count) link joins problems that are no longer listed; it is kept, and counts "
                        + "for nothing.",
                    "\(idleLinks.count) links join problems that are no longer listed; they are kept, and "
                        + "count for nothing."))
        }
        return sentences
    }
}
