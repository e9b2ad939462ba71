import Disclosure
import Escaping
import Evaluation
import Instruments
import Languages
import Reports
import Sessions

struct NextStepsCommand: Command {
    let name = "next-steps"
    var usage: String { local("\(name) or \(name) all") }
    var summary: String {
        local("says what can be done about the findings, by who can act; a number takes a step into the plan")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let steps = nextSteps(talk.state, talk.assessment(for: .display))
        switch argument.lowercased() {
        case "": return try talk.show(steps, most: 3)
        case "all": return try talk.show(steps, most: .max)
        default: throw .problem(ErrorDescription(local("type next-steps alone, or next-steps all")))
        }
    }
}

extension Conversation {
    /// Shows what can be done, and waits for the number of a step that goes into the plan.
    ///
    /// - Parameters:
    ///   - steps: what can be done.
    ///   - most: how many steps of each group to show.
    /// - Returns: that the number is asked for.
    /// - Throws: the end of the conversation.
    fileprivate func show(_ steps: NextSteps, most: Int) throws(Interruption) -> Next {
        if !steps.strengths.isEmpty {
            try say(local("What goes well"), as: .heading)
            for strength in steps.strengths.prefix(3) { try say("-", strength) }
        }
        var shown: [NextSteps.Step] = []
        for group in steps.groups {
            try gap()
            try say(group.actor.title, as: .heading)
            for step in group.steps.prefix(most) {
                shown.append(step)
                try say("\(shown.count)", "\(step.text) \(step.grounds)\(planned(step))")
            }
            let left = group.steps.count - most
            if left > 0, most != .max {
                try say(
                    counted(
                        left, "more step: type \(typed("next-steps all")).",
                        "more steps: type \(typed("next-steps all"))."))
            }
        }
        if !steps.circumstances.isEmpty {
            try gap()
            try say(
                local(
                    "What nobody here can change soon, and plans have to allow for: \(listed(steps.circumstances))."
                ))
        }
        try showUnknown(steps, most)
        try gap()
        guard !shown.isEmpty else {
            try say(
                local(
                    "No step is named for what was found so far. Type action and the words for one of your own."
                ))
            return .ask
        }
        try say(
            local(
                "Type a number to take that step into the plan, with by, a role and a day where you know them: 1 by head of quality 31 January. Enter goes on."
            ))
        expectation = .nextSteps(shown)
        return .ask
    }

    private func showUnknown(_ steps: NextSteps, _ most: Int) throws(Interruption) {
        guard !steps.unknown.isEmpty else { return }
        try gap()
        try say(local("To find out"), as: .heading)
        for unknown in steps.unknown.prefix(most) {
            let where_ = unknown.lookFor.isEmpty ? "" : " " + local("Look for: \(listed(unknown.lookFor)).")
            try say("-", "\(labels[unknown.question].short): \(unknown.text)\(where_)")
        }
        let left = steps.unknown.count - most
        if left > 0, most != .max {
            try say(counted(left, "more question to find out.", "more questions to find out."))
        }
    }

    /// That a step is in the plan already.
    private func planned(_ step: NextSteps.Step) -> String {
        let held = state.actions.first { $0.action.text == step.text && $0.action.state != .dropped }
        return held.map { " " + local("In the plan as \($0.action.id).") } ?? ""
    }

    /// Takes the number of a step, and perhaps a role and a day, and puts the step into the plan.
    func takeStep(_ words: String, of steps: [NextSteps.Step]) throws(Interruption) -> Next? {
        guard !words.isEmpty else { return .showQuestion }
        let (word, rest) = words.firstWord
        guard let number = Int(typed: word) else {
            if isNamed(words) { return nil }
            expectation = .nextSteps(steps)
            throw .problem(
                ErrorDescription(
                    local("`\(words.shortened.visible)` names no step, and nothing was saved"),
                    hint: local("type a number from 1 to \(steps.count), or Enter to go on")))
        }
        expectation = .nextSteps(steps)
        guard steps.indices.contains(number - 1) else {
            throw .problem(
                ErrorDescription(
                    local("there is no step \(number), and nothing was saved"),
                    hint: local("type a number from 1 to \(steps.count), or Enter to go on")))
        }
        let step = steps[number - 1]
        if let held = state.actions.first(where: {
            $0.action.text == step.text && $0.action.state != .dropped
        }) {
            throw .problem(
                ErrorDescription(
                    local("that step is in the plan as \(held.action.id), and nothing was saved"),
                    hint: local("action \(held.action.id) and by, due or other words changes it")))
        }
        let today = try now().date
        let isDay =
            if case .day(_, before: "") = TypedDate(atEndOf: rest, today: today) { true } else { false }
        guard rest.isEmpty || isDay || rest.firstWord.word.lowercased() == "by" else {
            throw .problem(
                ErrorDescription(
                    local("`\(rest.shortened.visible)` names no role and no day, and nothing was saved"),
                    hint: local(
                        "type one number, and behind it by and a role, or a day: \(number) by head of quality 31 January"
                    )))
        }
        var action: Action
        do throws(ErrorDescription) {
            action = try Action(typed: "\"\" \(rest)", behind: "action", today: today)
        } catch {
            throw .problem(error)
        }
        action.text = step.text
        action.finding = step.finding
        let taken = action
        return try askingForRole(action.role) { talk throws(Interruption) in
            talk.expectation = .nextSteps(steps)
            try talk.perform(.addAction(step.question, taken))
            let saved = talk.state.records[step.question]?.actions.last
            try talk.say(
                local("Saved as action \(saved?.id ?? ""):") + " "
                    + (try saved.map { action throws(Interruption) in try talk.words(of: action) } ?? "")
                    + " "
                    + local("Another number, or Enter to go on."))
            return .ask
        }
    }
}
