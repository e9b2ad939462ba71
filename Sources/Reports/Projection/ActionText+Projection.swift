import Instruments
import Languages
package import Sessions

extension ActionText {
    /// An action in words.
    ///
    /// - Parameters:
    ///   - action: the action.
    ///   - question: what it stands on.
    ///   - finding: the title of the finding that it answers; nil where that is not told.
    ///   - today: the day of the report.
    init(_ action: Action, on question: QuestionLabel, finding: String?, today: CalendarDate) {
        self.init(
            id: action.id.isEmpty ? nil : action.id, question: question, text: action.text,
            role: action.role, due: action.due?.localizedDescription, day: action.due?.description,
            state: action.id.isEmpty ? nil : action.state, outcome: action.outcome,
            settled: action.settled?.localizedDescription, finding: finding, measure: action.measure,
            isCarried: action.isCarried ? true : nil,
            isOverdue: action.isOverdue(on: today) ? true : nil)
    }

    /// What will be done, by whom and by when, and how far it is.
    package var localizedDescription: String {
        let words = [
            text.withFullStop, role.map { local("By \($0).") }, due.map { local("Due \($0).") }, progress,
            isCarried == true
                ? local("From the session before; nobody has said yet what became of it.") : nil,
            measure.map { local("It worked if: \($0.withFullStop)") },
            finding.map { local("It answers: \($0.withFullStop)") },
        ]
        return words.compactMap(\.self).joined(separator: " ")
    }

    /// How far it is, in a sentence; nil where nothing of it is done and its day has not passed.
    var progress: String? {
        let words = outcome.map { " " + $0.withFullStop } ?? ""
        return switch state {
        case .done?: (settled.map { local("Done, \($0).") } ?? local("Done.")) + words
        case .dropped?: (settled.map { local("Dropped, \($0).") } ?? local("Dropped.")) + words
        case .doing?: local("In hand.") + (isOverdue == true ? " " + local("Overdue.") : "") + words
        case .open?, nil: isOverdue == true ? local("Overdue.") : nil
        }
    }

    /// How far it is, in a word or two, for a table.
    var stateDescription: String {
        switch state {
        case .done?: local("Done", context: "action")
        case .dropped?: local("Dropped", context: "action")
        case .doing?: isOverdue == true ? local("In hand, overdue") : local("In hand")
        case .open?, nil: isOverdue == true ? local("Overdue") : local("Open", context: "action")
        }
    }
}

extension Action {
    /// Whether its day has passed, and it is neither done nor dropped.
    package func isOverdue(on day: CalendarDate) -> Bool {
        !state.isSettled && due.map { $0 < day } == true
    }

    /// The action in words, its state included.
    package var localizedDescription: String {
        let label = QuestionLabel(id: "", area: "", number: 0, text: "")
        return ActionText(self, on: label, finding: nil, today: CalendarDate(daysSince1970: 0))
            .localizedDescription
    }
}

extension ActionText {
    /// Where it stands in a plan: what is to be done, what is done, what was dropped.
    fileprivate var rank: Int {
        switch state {
        case .open?, .doing?, nil: 0
        case .done?: 1
        case .dropped?: 2
        }
    }
}

extension SessionState {
    /// An action of the session in words, for the authority itself.
    package func words(of action: Action, today: CalendarDate) -> String {
        let label = QuestionLabel(id: "", area: "", number: 0, text: "")
        return ActionText(
            action, on: label, finding: action.finding.flatMap(instruments.title(ofFinding:)), today: today
        ).localizedDescription
    }
}

extension [ActionText] {
    /// The actions as a plan has them: what is to be done first, by its day; then what is done, and what was dropped.
    package var inPlanOrder: [ActionText] {
        func isEarlier(_ one: ActionText, _ other: ActionText) -> Bool {
            // What has no day comes behind what has one.
            (one.rank, one.day ?? "A") < (other.rank, other.day ?? "A")
        }
        // Of one day, the order of asking stays.
        return indices.sorted { first, second in
            isEarlier(self[first], self[second])
                || !isEarlier(self[second], self[first]) && first < second
        }.map { self[$0] }
    }
}

extension [AreaText] {
    /// The answers without the names of their actions: a number that is missing would tell of what is left out, and
    /// another number would be taken for the session's own.
    func withoutNamesOfActions() -> [AreaText] {
        var areas = self
        for area in areas.indices {
            for answer in areas[area].answers.indices {
                for place in areas[area].answers[answer].actions.indices {
                    areas[area].answers[answer].actions[place].id = nil
                }
            }
        }
        return areas
    }
}
