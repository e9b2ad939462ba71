import Escaping
import Languages
import LineEditing
import Reports
import Sessions

struct MeasureCommand: Command {
    let name = "measure"
    let keepsWords = true
    var usage: String { local("\(name) WHAT, in UNIT, from SOURCE, or \(name) M1 VALUE DATE") }
    var summary: String {
        local(
            "puts something that is counted from time to time into the plan, or records how much it was; alone it lists what is counted"
        )
    }
    var details: [String] {
        [
            local(
                "The unit and the source may be left out: measure Children seen in 5 days, in %, from the monthly return. Then measure M1 62 31 January records a value; without a day it is today's, and a value of the same day takes the place of the earlier one."
            ),
            local(
                "measure M1 compared England 58 says what the values are compared with, and compared none takes it away. measure M1 in, from or called and other words correct it; remove M1 31 January takes a value away, remove M1 all of it."
            ),
        ]
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        guard !argument.isEmpty else {
            guard !talk.state.measures.isEmpty else {
                try talk.say(
                    local(
                        "Nothing is counted yet. Type measure and what is counted, such as: measure Children seen in 5 days, in %"
                    ))
                return .ask
            }
            try talk.sayMeasures(gap: false)
            return .ask
        }
        let (word, rest) = argument.firstWord
        if word.mayNameMeasure { return try change(word, rest, talk) }
        try argument.refuseNothing(behind: name)
        try talk.perform(.setMeasure(Measure(typed: argument)))
        guard let saved = talk.state.measures.last else { return .ask }
        try talk.confirm(local("Saved as measure \(saved.id):") + " " + talk.words(of: saved))
        try talk.say(local("Type measure \(saved.id), the value and its day for each value."))
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.measures.map { Completion($0.id, description: $0.name) }
    }

    private func change(_ name: String, _ words: String, _ talk: Conversation) throws(Interruption) -> Next {
        let name = name.hasSuffix(":") || name.hasSuffix(",") ? String(name.dropLast()) : name
        guard let held = talk.state.measure(named: name) else {
            throw .problem(talk.errorDescription(of: .noSuchMeasure(name)))
        }
        guard !words.isEmpty else {
            try talk.say(held.id, talk.words(of: held))
            return .ask
        }
        let today = try talk.now().date
        let changed: Measure
        do throws(ErrorDescription) {
            changed = try held.changed(by: words, today: today)
        } catch {
            throw .problem(error)
        }
        try talk.perform(.setMeasure(changed))
        try talk.sayNow(held)
        return .ask
    }
}

extension Conversation {
    /// A measure in words.
    func words(of measure: Measure) -> String { MeasureText(measure).localizedDescription.visible }

    /// Lists the measures; nothing where there are none.
    func sayMeasures(gap isApart: Bool) throws(Interruption) {
        guard !state.measures.isEmpty else { return }
        if isApart { try gap() }
        for measure in state.measures { try say(measure.id, words(of: measure)) }
    }

    /// Says what a measure is now, and which value of it is gone.
    fileprivate func sayNow(_ held: Measure) throws(Interruption) {
        guard let now = state.measure(named: held.id) else { return }
        try confirm(local("Saved: \(held.id) is now:") + " " + words(of: now))
        let gone = held.values.filter { !now.values.contains($0) }
        guard !gone.isEmpty else { return }
        var only = held
        (only.values, only.comparator) = (gone, nil)
        try say(local("It said: \(words(of: only))"))
    }

    /// Takes a measure away, or the value of a day that is named behind it, or what it is compared with.
    func remove(_ measure: Measure, _ rest: String) throws(Interruption) -> Next {
        guard !rest.isEmpty else {
            try perform(.removeMeasure(measure.id))
            try confirm(
                local("Saved: removed measure \(measure.id). Undo brings it back. It said:") + " "
                    + words(of: measure))
            return .ask
        }
        var changed = measure
        if rest.lowercased() == "compared" {
            changed.comparator = nil
        } else {
            let today = try now().date
            let day: CalendarDate
            do throws(ErrorDescription) {
                day = try measure.day(rest, today: today)
            } catch {
                throw .problem(error)
            }
            changed.values.removeAll { $0.day == day }
            guard changed != measure else {
                throw .problem(
                    ErrorDescription(
                        local(
                            "\(measure.id) has no value of \(day.localizedDescription), and nothing was removed"
                        ),
                        hint: local("measure \(measure.id) shows its values")))
            }
        }
        try perform(.setMeasure(changed))
        try sayNow(measure)
        return .ask
    }
}

extension String {
    /// Whether a word is written as the name of a measure is, whether there is one or not: `M7`, `M0`, `m2:`.
    fileprivate var mayNameMeasure: Bool {
        guard first == "M" || first == "m" else { return false }
        return "A\(dropFirst())".mayNameAction
    }
}
