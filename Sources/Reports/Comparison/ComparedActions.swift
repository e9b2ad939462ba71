import Evaluation
import Instruments
import Languages
import Sessions

/// An action of the later of two rounds, or one of the earlier that is not there any more.
package struct ComparedAction: Sendable, Encodable {
    /// How an action stands.
    package enum State: String, CaseIterable, Sendable, Encodable {
        case done
        case dropped
        case overdue
        case doing
        case open
        /// It was left to do in the earlier round, and the later one has it no more.
        case gone
    }

    /// Its name in the session; nil for others than the authority.
    package var id: String?
    package var question: QuestionLabel
    package var text: String
    package var state: State
    /// How it stood in the earlier round; nil where it was not there.
    package var from: State?
    package var role: String?
    /// By when, such as `2027-01-31`, and in words; nil where no date is set.
    package var day: String?
    package var due: String?
    /// The day on which it was done or dropped, in words.
    package var settled: String?
    package var outcome: String?

    private init(_ action: ActionText, state: State, from: State?) {
        id = action.id
        question = action.question
        text = action.text
        self.state = state
        self.from = from
        (role, day, due, settled, outcome) = (
            action.role, action.day, action.due, action.settled, action.outcome
        )
    }

    /// The actions of two rounds that are told of, by state; what was settled in the earlier one already is not told again.
    ///
    /// - Parameters:
    ///   - before: the actions of the earlier round that the audience may see.
    ///   - after: those of the later one.
    /// - Returns: done, dropped, overdue, in hand, open, and gone.
    static func all(from before: [ActionText], to after: [ActionText]) -> [ComparedAction] {
        let now = after.filter { $0.state != nil }
        let was = before.filter { $0.state != nil }
        func earlier(_ action: ActionText) -> ActionText? { was.first { $0.isSame(as: action) } }
        var all = now.compactMap { action -> ComparedAction? in
            let from = earlier(action)
            if action.state?.isSettled == true, from?.state == action.state { return nil }
            return ComparedAction(action, state: action.comparedState, from: from?.comparedState)
        }
        all += was.filter { action in
            action.state?.isSettled != true && !now.contains { action.isSame(as: $0) }
        }.map { ComparedAction($0, state: .gone, from: $0.comparedState) }
        return State.allCases.flatMap { state in all.filter { $0.state == state } }
    }
}

extension ActionText {
    /// Whether both are one action in two rounds: of one question, with one name or, where names are not told, one text.
    func isSame(as other: ActionText) -> Bool {
        guard question.id == other.question.id else { return false }
        if let id, let name = other.id { return id == name && (text == other.text || isCarriedOver(other)) }
        return text == other.text
    }

    private func isCarriedOver(_ other: ActionText) -> Bool { other.isCarried == true || isCarried == true }

    /// How it stands, as a comparison says it.
    fileprivate var comparedState: ComparedAction.State {
        switch state {
        case .done?: .done
        case .dropped?: .dropped
        case .doing? where isOverdue != true: .doing
        case .open?, .doing?, nil: isOverdue == true ? .overdue : .open
        }
    }
}

extension [ComparedAction] {
    /// The actions as a part of a comparison, a list for each state.
    var blocks: [Block] {
        guard !isEmpty else {
            return [.heading(2, local("Actions")), .paragraph(local("No action is told of."))]
        }
        return [.heading(2, local("Actions"))]
            + ComparedAction.State.allCases.flatMap { state -> [Block] in
                let found = filter { $0.state == state }
                return found.isEmpty
                    ? []
                    : [.paragraph("\(state.title): \(found.count)")]
                        + found.map { .item(1, $0.localizedDescription) }
            }
    }
}

extension ComparedAction.State {
    fileprivate var title: String {
        switch self {
        case .done: local("Done since the earlier round")
        case .dropped: local("Dropped since the earlier round")
        case .overdue: local("Overdue")
        case .doing: local("In hand")
        case .open: local("Open", context: "actions of a comparison")
        case .gone: local("Left to do in the earlier round, and not taken over")
        }
    }
}

extension ComparedAction {
    fileprivate var localizedDescription: String {
        [
            [id, text.withFullStop].compactMap(\.self).joined(separator: ": "),
            role.map { local("By \($0).") },
            settled.map { local("On \($0).") } ?? due.map { local("Due \($0).") }, outcome?.withFullStop,
            from == nil ? local("New.") : nil,
        ].compactMap(\.self).joined(separator: " ")
    }
}
