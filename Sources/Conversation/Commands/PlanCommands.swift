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
        let action = try typed(words, talk)
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

    private func typed(_ words: String, _ talk: Conversation) throws(Interruption) -> Action {
        let today = try talk.now().date
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
        let changed: Action
        do throws(ErrorDescription) {
            changed = try held.changed(by: words, today: today)
        } catch {
            throw .problem(error)
        }
        return try talk.askingForRole(changed.role == held.role ? nil : changed.role) {
            talk throws(Interruption) in
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
}

extension Action {
    /// Changes it as what is typed behind its name says.
    ///
    /// - Parameters:
    ///   - words: what was typed.
    ///   - today: the day on which it was.
    /// - Returns: the action as it is then.
    /// - Throws: what of it names no day, or says nothing.
    func changed(by words: String, today: CalendarDate) throws(ErrorDescription) -> Action {
        var action = self
        action.isCarried = false
        let (word, rest) = words.firstWord
        switch word.lowercased() {
        case "due":
            action.due = try Self.day(rest, today: today)
        case "by":
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say who does it, by role"), hint: local("such as \(id) by head of quality"))
            }
            // With a day behind it, as where the action was recorded.
            let typed = try Action(typed: "\"\(text)\" by \(rest)", behind: "action", today: today)
            action.role = typed.role
            action.due = typed.due ?? due
        case "open" where rest.isEmpty:
            (action.state, action.outcome) = (.open, nil)
        case "doing", "started":
            action.state = .doing
            if !rest.isEmpty { action.outcome = rest }
        case "done":
            action.state = .done
            action.outcome = rest.isEmpty ? nil : rest
        case "drop", "dropped":
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say why \(id) is dropped, and nothing was saved"),
                    hint: local("such as: action \(id) drop the post was filled otherwise"))
            }
            (action.state, action.outcome) = (.dropped, rest)
        case "measure":
            guard !rest.isEmpty else {
                throw ErrorDescription(
                    local("say how people will see that it worked, and nothing was saved"),
                    hint: local(
                        "such as: action \(id) measure nine in ten visits are in time, from seven now"))
            }
            action.measure = rest
        default:
            // A word or two are rather a change that was meant than new words.
            guard words.hasPrefix("\"") || words.split(separator: " ").count > 2 else {
                throw ErrorDescription(
                    local("`\(words.visible)` is no change of \(id), and nothing was saved"),
                    hint: local(
                        "type due, by, doing, done, open, drop or measure and what belongs to it, or new words: fewer than three in quotes"
                    ))
            }
            let typed = try Action(typed: words, behind: "action \(id)", today: today)
            action.text = typed.text
            action.role = typed.role ?? role
            action.due = typed.due ?? due
        }
        return action
    }

    private static func day(_ words: String, today: CalendarDate) throws(ErrorDescription) -> CalendarDate? {
        if ["none", "never", "no date"].contains(words.lowercased()) { return nil }
        guard case .day(let day, let before) = TypedDate(atEndOf: words, today: today), before.isEmpty else {
            throw ErrorDescription(
                words.isEmpty
                    ? local("say by when, and nothing was saved")
                    : local("`\(words.visible)` is no day, and nothing was saved"),
                hint: local("write the day such as 31 January 2027, next Friday or in 6 weeks"))
        }
        guard day >= today else {
            throw ErrorDescription(
                local("\(day.localizedDescription) has passed, and nothing was saved"),
                hint: local("name the day on which it is due"))
        }
        return day
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

    /// Whether the words may name a person: two or three of them, each with a capital, and none that roles are made of.
    var mayBeName: Bool {
        let words = split(separator: " ").map(String.init)
        guard (2...3).contains(words.count) else { return false }
        return words.allSatisfy { word in
            word.first?.isUppercase == true && word.dropFirst().contains(where: \.isLowercase)
                && !Self.wordsOfRoles.contains(word.lowercased())
        }
    }

    private static let wordsOfRoles: Set<String> = [
        "director", "deputy", "assistant", "head", "chief", "executive", "officer", "lead", "leader",
        "member",
        "members", "manager", "cabinet", "board", "chair", "council", "councillor", "services", "service",
        "children", "children's", "finance", "financial", "quality", "safeguarding", "practice", "principal",
        "social", "worker", "work", "team", "partnership", "partnerships", "police", "health", "education",
        "commissioner", "commissioning", "monitoring", "strategic", "corporate", "human", "resources",
        "operations", "performance", "improvement", "independent", "reviewing", "adviser", "advisor", "group",
        "committee", "mayor", "secretary", "senior", "interim", "acting", "programme", "project", "workforce",
        "legal", "virtual", "school", "schools", "care", "early", "help", "adults", "adult", "public",
        "leadership",
    ]
}
