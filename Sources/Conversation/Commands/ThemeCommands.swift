import Disclosure
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct ThemeCommand: Command {
    let name = "theme"
    let keepsWords = true
    var usage: String { local("\(name) NAME or \(name) off NAME") }
    var summary: String { local("tags the answer with a theme, so that answers can be read by theme") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.onSubject(named: argument, of: name, keep)
    }

    private func keep(
        _ words: String, on id: Question.ID, _ talk: Conversation
    ) throws(Interruption) -> Next {
        guard talk.state.response(to: id) != nil else {
            let last = talk.state.lastAnswered
            throw .problem(
                ErrorDescription(
                    local("\(talk.labels[id].short) has no answer yet, and a theme goes with an answer"),
                    hint: last.map {
                        let name = talk.nameBehindAt($0, beside: id)
                        return local(
                            "for \(talk.labels[$0].short) type: \(talk.typed(self.name)) @\(name) and the theme"
                        )
                    } ?? local("answer it first")))
        }
        let (word, rest) = words.firstWord
        let isOn = word.lowercased() != "off" || rest.isEmpty
        try talk.perform(.setTheme(id, isOn ? words : rest, isOn: isOn))
        let themes = talk.state.records[id]?.themes ?? []
        let label = talk.labels[id].short
        try talk.confirm(
            themes.isEmpty
                ? local("Saved: \(label) has no theme now.")
                : plural(
                    themes.count, "Saved: \(label) has the theme \(listed(themes)).",
                    "Saved: \(label) has the themes \(listed(themes))."))
        try talk.sayWhereKept(id, command: isOn ? name : "\(name) off")
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.themes.map { Completion($0) }
    }
}

struct ThemesCommand: Command {
    let name = "themes"
    var summary: String { local("lists the answers by theme") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let pack = project(talk.state, talk.assessment(for: .display), for: .full, now: try talk.now())
        let blocks = pack.themeSection(pack.areas ?? [])
        guard !blocks.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local("no answer has a theme yet"),
                    hint: local("type theme and a word or two after an answer")))
        }
        try talk.show(blocks)
        return .ask
    }
}
