import Instruments

// What leads to the plan, and to other words beside answers.
extension SessionState {
    /// An action as it is added: with words, of a name that is free, and settled by nobody before.
    func planned(_ action: Action) throws(Rejection) -> Action {
        _ = try filled(action.text)
        var action = action
        // A name that another action has is given anew.
        if action.number == nil || self.action(named: action.id) != nil { action.id = "" }
        action.settled = nil
        return action
    }

    /// The change of an action, by its name.
    func changed(_ action: Action) throws(Rejection) -> SessionEvent.Payload {
        guard let (question, held) = self.action(named: action.id) else { throw .noSuchAction(action.id) }
        _ = try filled(action.text)
        if action.state == .dropped, action.outcome?.isBlank != false { throw .droppedWithoutReason(held.id) }
        var action = action
        action.id = held.id
        if !action.state.isSettled { action.settled = nil }
        if action.state == held.state, action.settled == nil { action.settled = held.settled }
        guard action != held else { throw .nothingToChange(held.id) }
        // What the session knows already is not said again.
        if action.settled == held.settled, action.state == held.state { action.settled = nil }
        // What was signed off stays as it says; who does it by when, and how far it is, is known later.
        if let signOff,
            (action.text, action.measure, action.finding) != (held.text, held.measure, held.finding)
        {
            throw .signedOff(role: signOff.role, at: signOff.at)
        }
        return .actionChanged(question, action)
    }

    /// Something that is written beside an answer.
    func held(_ item: RecordItem, on id: Question.ID) throws(Rejection) -> RecordItem {
        guard records[id]?.words(of: item) != nil else { throw .nothingWritten(id, item) }
        return item
    }

    /// The place of something that reviewers are asked to test, counted from 1.
    func asked(_ number: Int) throws(Rejection) -> Int {
        guard asks.indices.contains(number - 1) else { throw .noSuchAsk(number, of: asks.count) }
        return number
    }

    /// The actions of a sheet that are not there already, each once.
    func actions(_ written: AnswerSheet.Entry, on id: Question.ID) throws(Rejection) -> [Action] {
        var known = records[id]?.actions.map(\.content) ?? []
        var new: [Action] = []
        for line in written.actions {
            _ = try filled(line.text)
            var action = Action(text: line.text, role: line.role, due: nil, measure: line.measure)
            if let due = line.due {
                guard let day = CalendarDate(due) else { throw .unfitting(id, .notADate(given: due)) }
                action.due = day
            }
            guard !known.contains(action.content) else { continue }
            known.append(action.content)
            new.append(action)
        }
        return new
    }

    /// The themes of a sheet that are not there already, each once and spelt as the first time.
    func themes(_ written: AnswerSheet.Entry, on id: Question.ID) throws(Rejection) -> [String] {
        var known = records[id]?.themes ?? []
        var new: [String] = []
        for theme in written.themes {
            let theme = try spelt(theme)
            guard !known.contains(where: { $0.isSameTheme(as: theme) }) else { continue }
            known.append(theme)
            new.append(theme)
        }
        return new
    }

    /// A theme as it was spelt the first time, however it is written later.
    func spelt(_ text: String) throws(Rejection) -> String {
        let wanted = try filled(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return themes.first { $0.isSameTheme(as: wanted) } ?? wanted
    }
}

extension Action {
    /// What it says, whatever its name and however far it is.
    fileprivate var content: [String?] { [text, role, due.map { "\($0)" }, measure] }
}

extension String {
    /// Whether both name the same theme; capitals make no difference.
    func isSameTheme(as other: String) -> Bool { lowercased() == other.lowercased() }
}
