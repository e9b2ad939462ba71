import Evaluation
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
        let id = try talk.answeredSubject()
        let (word, rest) = argument.firstWord
        let isOn = word.lowercased() != "off" || rest.isEmpty
        try talk.perform(.setTheme(id, isOn ? argument : rest, isOn: isOn))
        let themes = talk.state.records[id]?.themes ?? []
        let label = talk.labels[id].short
        try talk.confirm(
            themes.isEmpty
                ? local("Saved: \(label) has no theme now.")
                : plural(
                    themes.count, "Saved: \(label) has the theme \(listed(themes)).",
                    "Saved: \(label) has the themes \(listed(themes))."))
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
        let blocks = pack.themeBlocks(pack.areas ?? [])
        guard !blocks.isEmpty else {
            throw .problem(
                Wording(
                    local("no answer has a theme yet"),
                    hint: local("type theme and a word or two after an answer")))
        }
        try talk.show(blocks)
        return .ask
    }
}
