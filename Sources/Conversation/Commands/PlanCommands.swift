import Disclosure
import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct ActionCommand: Command {
    let name = "action"
    let keepsWords = true
    var usage: String { local("\(name) TEXT by ROLE DATE, or \(name) A1 CHANGE") }
    var summary: String {
        local(
            "records what will be done, or how far A1 is: due DATE, by ROLE, doing, done and what came of it, drop and the reason, measure and how people will see that it worked, or other words"
        )
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let (word, rest) = argument.firstWord
        if word.mayNameAction { return try change(word, rest, talk) }
        return try talk.onSubject(named: argument, of: name, keep)
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.actions.map { Completion($0.action.id, description: $0.action.text) }
    }

    private func keep(
        _ words: String, on id: Question.ID, _ talk: Conversation
    ) throws(Interruption) -> Next {
        try words.refuseNothing(behind: name)
        let today = try talk.now().date
        if let asked = try talk.askingForDay(
            in: words, today: today,
            { talk, words throws(Interruption) in
                try keep(words, on: id, talk)
            })
        {
            return asked
        }
        let action = try typed(words, today)
        return try talk.askingForRole(action.role) { talk throws(Interruption) in
            try talk.perform(.addAction(id, action))
            let saved = talk.state.records[id]?.actions.last
            let name = saved?.id ?? ""
            try talk.say(
                local("Saved as action \(name) on \(talk.labels[id].short):") + " "
                    + (try saved.map { action throws(Interruption) in try talk.words(of: action) } ?? ""))
            try talk.sayWhereKept(id, command: self.name)
            return .ask
        }
    }

    private func typed(_ words: String, _ today: CalendarDate) throws(Interruption) -> Action {
        do throws(ErrorDescription) {
            return try Action(typed: words, behind: name, today: today)
        } catch {
            throw .problem(error)
        }
    }

    private func change(_ name: String, _ words: String, _ talk: Conversation) throws(Interruption) -> Next {
        let name = name.hasSuffix(":") || name.hasSuffix(",") ? String(name.dropLast()) : name
        guard let (_, held) = talk.state.action(named: name) else {
            throw .problem(talk.errorDescription(of: .noSuchAction(name)))
        }
        guard !words.isEmpty else {
            try talk.say("\(held.id)", try talk.words(of: held))
            return .ask
        }
        let today = try talk.now().date
        if Action.change(in: words) == nil,
            let asked = try talk.askingForDay(
                in: words, today: today,
                { talk, words throws(Interruption) in
                    try change(name, words, talk)
                })
        {
            return asked
        }
        let changed: Action
        do throws(ErrorDescription) {
            changed = try held.changed(by: words, today: today)
        } catch {
            throw .problem(error)
        }
        return try talk.askingForRole(changed.role == held.role ? nil : changed.role) {
            talk throws(Interruption) in
            guard changed.text != held.text else { return try save(changed, instead: held, talk) }
            // What was meant to say how far it is would take its words away.
            return try talk.asked(
                Expectation.Checked(
                    question: local(
                        "\(held.id) says: \(held.text.shortened(to: 200).visible.withFullStop) Put these words in their place?"
                    ),
                    refusal: local(
                        "Nothing was saved. How far it is: done, doing, drop or due, and what belongs to it.")
                ) { talk throws(Interruption) in try save(changed, instead: held, talk) })
        }
    }

    private func save(
        _ changed: Action, instead held: Action, _ talk: Conversation
    ) throws(Interruption) -> Next {
        try talk.perform(.changeAction(changed))
        let now = talk.state.action(named: held.id)?.action
        if now?.text != held.text, talk.state.room == nil {
            try talk.say(local("It said: \(held.text.shortened(to: 200).visible)"))
        }
        try talk.say(
            local("Saved: \(held.id) is now:") + " "
                + (try now.map { action throws(Interruption) in try talk.words(of: action) } ?? ""))
        return .ask
    }
}

struct PlanCommand: Command {
    let name = "plan"
    var summary: String {
        local("lists the actions: what is to be done by whom and when, what is done and what was dropped")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let pack = project(talk.state, talk.assessment(for: .display), for: .full, now: try talk.now())
        let actions = pack.actions ?? []
        guard !actions.isEmpty else {
            try talk.sayMeasures(gap: true)
            try talk.say(
                local(
                    "No action has been recorded. Type \(talk.typed("next-steps")) for what can be done, or action and the words."
                ))
            return .ask
        }
        try talk.say(pack.planCounts, gap: true)
        for action in actions {
            try talk.say(action.id ?? "-", "\(action.localizedDescription) (\(action.question.short))")
        }
        try talk.gap()
        let first = actions.first?.id ?? "A1"
        try talk.say(
            local(
                "Such as: action \(first) done and what came of it, action \(first) due 31 January, remove \(first)."
            ))
        try talk.sayMeasures(gap: true)
        return .ask
    }
}

extension Conversation {
    /// An action in words, with how far it is today.
    func words(of action: Action) throws(Interruption) -> String {
        state.words(of: action, today: try now().date)
    }

    /// Says how many actions there are and how they stand; nothing where there are none.
    func sayPlan() throws(Interruption) {
        let today = try now().date
        let actions = state.actions.map(\.action)
        guard !actions.isEmpty else { return }
        let overdue = actions.count { $0.isOverdue(on: today) }
        let left = actions.count { !$0.state.isSettled }
        let carried = actions.count(where: \.isCarried)
        var sentences = [
            counted(actions.count, "action in the plan", "actions in the plan") + ", "
                + local("\(left) still to do, \(overdue) overdue.")
        ]
        if carried > 0 {
            sentences.append(
                counted(
                    carried, "action is from the session before, and nobody has said what became of it.",
                    "actions are from the session before, and nobody has said what became of them."))
        }
        try say(
            sentences.joined(separator: " ") + " " + local("Type \(typed("plan")) to see them."), gap: true)
    }

    /// Asks whether a day within the words is the one on which something is due; nil where there is none such.
    ///
    /// - Parameters:
    ///   - words: what was typed.
    ///   - today: the day on which it was.
    ///   - go: does it with the words, the day at their end.
    /// - Returns: that the answer is asked for.
    /// - Throws: that the day has passed, or the end of the conversation.
    fileprivate func askingForDay(
        in words: String, today: CalendarDate,
        _ go: @escaping (Conversation, String) throws(Interruption) -> Next
    ) throws(Interruption) -> Next? {
        guard words.firstQuoted == nil, TypedDate(atEndOf: words, today: today) == .none,
            case .day(let day, let said, let rest)? = TypedDate.mention(in: words, today: today),
            !rest.isEmpty
        else { return nil }
        guard day >= today else {
            throw .problem(
                ErrorDescription(
                    local(
                        "`\(said.visible)` is \(day.localizedDescription), which has passed, and nothing was saved"
                    ),
                    hint: local("name the day on which it is due, or put the words in quotes to keep them")))
        }
        let checked = Expectation.Checked(
            question: local("`\(said.visible)`: is \(day.localizedDescription) the day on which it is due?"),
            refusal: local("Nothing was saved. Put the words in quotes to keep them without a day.")
        ) { talk throws(Interruption) in try go(talk, "\(rest) \(day)") }
        return try askedAnywhere(checked)
    }

    /// Does something for a role, once it is asked where the words may be a person's name.
    func askingForRole(
        _ role: String?, _ go: @escaping (Conversation) throws(Interruption) -> Next
    ) throws(Interruption) -> Next {
        guard let role, role.mayBeName else { return try go(self) }
        let during: Expectation? = if case .nextSteps? = expectation { expectation } else { nil }
        return try asked(
            Expectation.Checked(
                question: local(
                    "`\(role.visible)` may be somebody's name, and reports show it. Is it a role?"),
                refusal: local("Nothing was saved. Name the role, such as head of quality."),
                during: during, go: go))
    }
}

extension String {
    /// Whether a word is written as the name of an action is, whether there is one or not: `A7`, `A0`, `A2:`.
    var mayNameAction: Bool {
        let name = hasSuffix(":") || hasSuffix(",") ? String(dropLast()) : self
        return name.count > 1 && name.first?.lowercased() == "a"
            && name.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
    }
}
