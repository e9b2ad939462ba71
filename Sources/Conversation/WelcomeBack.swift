import Disclosure
import Escaping
import Evaluation
import Instruments
import Languages
import Reports
import Sessions

/// What somebody who comes back to a session needs to know, in a few lines.
struct WelcomeBack {
    private let state: SessionState
    private let today: CalendarDate

    /// The lines for a session on a day.
    init(_ state: SessionState, today: CalendarDate) {
        self.state = state
        self.today = today
    }

    /// Whether there is anything to say: somebody comes back on another day, or something is due or carried over.
    private var isReturn: Bool {
        state.room == nil && state.invitation == nil && !state.responses.isEmpty
            && (state.lastAt.date < today || state.actions.contains { $0.action.isCarried })
    }

    /// Says it in a few lines.
    ///
    /// - Parameter mark: what stands before a command where the question on the screen takes text.
    /// - Returns: the lines, each a sentence or two; none where nobody comes back.
    func lines(mark: String) -> [String] {
        guard isReturn else { return [] }
        return [lastHere, toConfirm, due, evident, choice(mark)].compactMap(\.self)
    }

    private var lastHere: String? {
        guard state.lastAt.date < today else { return nil }
        let days = today.daysSince1970 - state.lastAt.date.daysSince1970
        return plural(
            days, "You were last here on \(state.lastAt.date.localizedDescription), \(days) day ago.",
            "You were last here on \(state.lastAt.date.localizedDescription), \(days) days ago.")
    }

    private var toConfirm: String? {
        let count = state.unconfirmed.count
        return count == 0 ? nil : counted(count, "answer is to be confirmed.", "answers are to be confirmed.")
    }

    private var due: String? {
        let actions = state.actions.map(\.action)
        var sentences: [String] = []
        func names(_ holds: (Action) -> Bool) -> [String] { actions.filter(holds).map(\.id) }
        let overdue = names { $0.isOverdue(on: today) }
        let soon = names { action in
            guard !action.state.isSettled, let due = action.due else { return false }
            return (0...28).contains(due.daysSince1970 - today.daysSince1970)
        }
        let carried = names { $0.isCarried }
        if !overdue.isEmpty { sentences.append(local("Overdue: \(listed(overdue)).")) }
        if !soon.isEmpty { sentences.append(local("Due within four weeks: \(listed(soon)).")) }
        if !carried.isEmpty {
            sentences.append(local("From the session before: what became of \(listed(carried))?"))
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// The signatures that are evident for certain; nil where none is.
    private var evident: String? {
        let findings = evaluate(
            state.instruments, responses: state.responses, links: state.links, ranking: false)
        let titles = (findings.signatures?.signatures ?? [])
            .filter { $0.possible == [.evident] && !$0.canBeUnknown }.map(\.signature.title.firstLowered)
        return titles.isEmpty ? nil : local("Evident by the answers so far: \(listed(titles)).")
    }

    private func choice(_ mark: String) -> String {
        guard state.signOff == nil else {
            let next = local(
                "The next round begins with its answers: canary start \(state.questionnaire.id.text) --from \(state.session)."
            )
            return state.actions.isEmpty ? next : local("Type \(mark)plan for the actions.") + " " + next
        }
        var choices: [String] = []
        if !state.unconfirmed.isEmpty {
            choices.append(local("\(mark)next-unconfirmed to confirm or change what was carried over"))
        }
        if !state.weak.isEmpty {
            choices.append(local("\(mark)next-weak to look again at what was rated low"))
        }
        if !state.actions.isEmpty { choices.append(local("\(mark)plan for the actions")) }
        choices.append(local("\(mark)check for all answers"))
        return local("Go on here, or type \(listed(choices, with: .or)).")
    }
}

extension SessionState {
    /// The ratings that do not count as met, in the order of asking.
    var weak: [Question.ID] {
        asked.questions.filter { question in
            guard case .rating = question.kind, case .given(let value)? = records[question.id]?.response
            else { return false }
            return !question.isMet(by: value)
        }.map(\.id)
    }
}
