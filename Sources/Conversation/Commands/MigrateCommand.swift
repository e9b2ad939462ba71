import Instruments
import Reports
import Sessions

struct MigrateCommand: Command {
    let name = "migrate"
    let usage = "migrate, then migrate now"
    let summary = "moves the session to changed questions and rules, after saying what that would do"

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard let current = talk.current else {
            throw .problem(
                Wording(
                    "no other version of this questionnaire is here",
                    hint: "name its folder with --questionnaires when you resume"))
        }
        let changed = talk.state.changes(in: current)
        guard !changed.isEmpty else { throw .problem(Rejection.nothingToMigrate.wording) }
        let plan = talk.state.plan(for: current)
        guard argument.lowercased() == "now" else {
            try talk.say("Changed: \(listed(changed)).")
            for line in plan.sentences(talk.labels, Labels(current.questionnaire)) { try talk.say("-", line) }
            try talk.say(
                "Nothing has changed yet. Type migrate now to move the session; it cannot be taken back. "
                    + "Or go on as you are.")
            return .ask
        }
        try talk.perform(.migrate(to: current))
        try talk.say(
            "Saved: the session is now asked by \(listed(changed)). "
                + "\(counted(plan.kept, "answer is", "answers are")) kept, "
                + "\(counted(plan.setAside.count, "answer is", "answers are")) set aside.",
            gap: true)
        return .showQuestion
    }
}

extension MigrationPlan {
    /// What a move would do, a sentence for each kind of consequence; `before` names the questions as they are
    /// asked now, `after` as they would be.
    fileprivate func sentences(_ before: Labels, _ after: Labels) -> [String] {
        var sentences = ["\(counted(kept, "answer", "answers")) would be kept."]
        if !setAside.isEmpty {
            sentences.append(
                "\(counted(setAside.count, "answer", "answers")) would be set aside, because the question "
                    + "is gone or asks for something else: \(listed(setAside.map { before[$0].short })). "
                    + "What is set aside stays in the session and in its full report.")
        }
        if !reworded.isEmpty {
            sentences.append(
                "The words of \(counted(reworded.count, "answered question")) have changed; look at them "
                    + "again: \(listed(reworded.map { after[$0].short })).")
        }
        if !added.isEmpty {
            sentences.append(
                "\(counted(added.count, "question is", "questions are")) new: "
                    + "\(listed(added.map { after[$0].short })).")
        }
        if !idleLinks.isEmpty {
            sentences.append(
                "\(counted(idleLinks.count, "link joins", "links join")) problems that are no longer "
                    + "listed; they are kept, and count for nothing.")
        }
        return sentences
    }
}

extension SessionState {
    /// The instruments that are other than those pinned, by their titles with both versions.
    func changes(in current: InstrumentSet) -> [String] {
        func words(_ pin: InstrumentPin, _ title: String, _ version: String, _ sha256: String) -> String? {
            if pin.sha256 == sha256 { return nil }
            let versions = pin.version == version ? pin.version : "\(pin.version), now \(version)"
            return "\(title) (\(versions))"
        }
        let now = current.questionnaire
        return [words(pins.questionnaire, now.title, now.version, now.sha256)].compactMap(\.self)
            + pins.frameworks.compactMap { pin in
                current.framework(Framework.ID(pin.id)).flatMap {
                    words(pin, $0.title, $0.version, $0.sha256)
                }
            }
    }
}
