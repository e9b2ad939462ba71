import Disclosure
import Escaping
import Languages
import LineEditing
import Reports
import Sessions

/// A subject of help: what there is to know, and the commands that belong to it.
package struct HelpTopic {
    /// The word to type after `help`.
    let name: String
    /// What it is about, as a title.
    let title: String
    /// What there is to know, a paragraph each.
    let paragraphs: [String]
    /// The commands, by the words to type.
    let commands: [String]
}

extension HelpTopic {
    /// Every topic, in the order in which help lists them; each command belongs to one.
    static var all: [HelpTopic] {
        [
            HelpTopic(
                name: "answering", title: local("Answering and moving about"),
                paragraphs: [
                    local(
                        "Type an answer as the question shows it: a number, yes or no, or an option by its number, its "
                            + "name or the beginning of it. Type ? or dk for don't know, and na and the reason "
                            + "where the question does not apply."),
                    local(
                        "Words after a rating, yes or no, or ? are kept as its note: 3 the leader chairs the "
                            + "board. Words that could change the answer are asked about, unless a colon stands "
                            + "before them: 3: two posts are vacant. Each answer is saved as you give it, and can "
                            + "be changed at any time."),
                    local(
                        "In a question that takes text, commands begin with a colon: :back, :quit. The name of one alone is asked back."
                    ),
                ],
                commands: [
                    "next", "back", "again", "goto", "why", "look-for", "probe", "confirm",
                    "next-unconfirmed", "next-weak",
                    "clear", "undo",
                    "redo",
                ]),
            HelpTopic(
                name: "words", title: local("Notes, evidence and what else goes with an answer"),
                paragraphs: [
                    local(
                        "These speak of the question on the screen, answered or not; what comes before the answer is "
                            + "kept until it is given. For another question put @ and its number in this area, or its "
                            + "name, first: note @2 the board meets monthly."),
                    local(
                        "Note with words takes the place of an earlier note, which is shown; note + and words adds to "
                            + "it. In a question that takes text it always adds."),
                    local(
                        "Note alone takes as many lines as you like, each kept as you go, until a line with a single "
                            + "full stop; edit opens your own editor."),
                ],
                commands: [
                    "note", "edit", "evidence", "strength", "concern", "theme", "themes", "confidential",
                    "ask",
                    "remove",
                ]),
            HelpTopic(
                name: "planning", title: local("What to do about it"),
                paragraphs: [
                    local(
                        "Next-steps lists what helps with what was found, by who can act, with its source. A number takes a step into the plan; action and words puts one there of your own."
                    ),
                    local(
                        "Each action has a name, such as A1: action A1 by head of quality, action A1 due 31 January, action A1 done and what came of it, action A1 drop and the reason. A day is a day of the calendar, next Friday or in 6 weeks."
                    ),
                    local(
                        "A measure shows whether it works: measure and what is counted, measure M1 62% 31 January and, where there is one, measure M1 compared England 58. Alone it lists them; reports show them in the plan and in the self-evaluation."
                    ),
                ],
                commands: ["next-steps", "plan", "action", "measure"]),
            HelpTopic(
                name: "progress", title: local("How far you are"), paragraphs: [],
                commands: ["status", "answers", "unanswered", "check", "history"]),
            HelpTopic(
                name: "findings", title: local("What the answers point to"),
                paragraphs: [
                    local(
                        "Findings can be seen at any time. What open questions leave possible is said in full, and "
                            + "nothing is taken for granted."),
                    local(
                        "Where problems are recorded, links goes through them: for each you say which others it leads "
                            + "to. Until that is done, it stays open whether problems are linked."),
                ],
                commands: [
                    "evaluate", "explain", "next-best", "paths", "what-if", "links", "link", "unlink", "map",
                ]),
            HelpTopic(
                name: "reports", title: local("Reports, signing off and the session itself"), paragraphs: [],
                commands: [
                    "export", "withdraw-review", "sign-off", "reopen", "title", "authority", "migrate",
                    "language", "privacy", "help", "quit",
                ]),
            HelpTopic(
                name: workshop, title: local("Leading a workshop"),
                paragraphs: [
                    local(
                        "Read the question, think alone, vote. Ballot passes a numeric keypad round; of slips two "
                            + "people count, and tally takes the counts. They stay hidden until reveal."),
                    local(
                        "Talk about what people saw, never about who voted what. Vote once more where the votes lie "
                            + "apart, then agree on what everyone can live with, or park."),
                    local(
                        "Tally alone takes the counts without showing what you type. canary wall, in a second window, is what the room sees; curtain covers both. Agenda plans the time, and close ends the workshop."
                    ),
                ],
                commands: roomCommands.map(\.name)),
            HelpTopic(
                name: "keys", title: local("Keys"),
                paragraphs: [
                    local("Tab completes a word, or shows what can stand there. F1 is help."),
                    local(
                        "The up and down arrows bring back lines of this visit, and Ctrl-R looks for one. Lines with "
                            + "notes, evidence or reasons are not among them, but for one that was refused, which is there once; "
                            + "nothing of it is kept."),
                    local(
                        "Ctrl-C drops the line, Ctrl-D leaves, Ctrl-Z stops the program until you type fg. Whatever "
                            + "you do, every answer is saved already."),
                    local("Keys work as in Emacs; bind -v in ~/.editrc makes them work as in vi."),
                ],
                commands: []),
        ]
    }

    /// The topic that is there only in a workshop.
    static let workshop = "workshop"

    /// What to know before the first answer, wherever the session is kept.
    package static var privacy: [String] {
        [
            local(
                "Your answers are kept in a file that Canary makes for your user account alone, and it says so where the "
                    + "disk lets others read it. Nothing is sent anywhere: the program makes no network call."
            ),
            local(
                "A request under freedom of information can reach this file, whatever is marked confidential in it."
            ),
            local("Do not name anyone whom you serve, their families or members of staff."),
            local(
                "What is marked confidential is left out of reports for others; its rating is shown, unless its level is marked, "
                    + "too, or the question is a sensitive one. A session can be "
                    + "sealed with a passphrase (canary encrypt), and words can be removed for good (canary redact; --what lists "
                    + "them)."
            ),
        ]
    }
}

struct HelpCommand: Command {
    let name = "help"
    var usage: String { local("\(name), \(name) TOPIC or \(name) COMMAND") }
    var summary: String { local("shows what can be typed") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let wanted = argument.lowercased()
        let topics = HelpTopic.all.filter { $0.name != HelpTopic.workshop || talk.state.room != nil }
        if wanted.isEmpty {
            try showTopics(topics, talk)
        } else if wanted == "all" {
            for command in talk.commands { try talk.say("-", "\(command.usage): \(command.summary).") }
        } else if let command = talk.commands.first(where: { $0.name == wanted }) {
            try talk.say("\(command.usage): \(command.summary).")
            for paragraph in command.details { try talk.say(paragraph, gap: true) }
        } else if let outcomes = OutcomesHelp(talk), wanted == OutcomesHelp.name {
            try outcomes.show(talk)
        } else if let topic = topics.first(where: { $0.name.hasPrefix(wanted) }) {
            try show(topic, talk)
        } else if let command = talk.commands.first(where: { $0.name.hasPrefix(wanted) }) {
            try talk.say("\(command.usage): \(command.summary).")
            for paragraph in command.details { try talk.say(paragraph, gap: true) }
        } else {
            throw .problem(
                ErrorDescription(
                    local("there is no topic and no command `\(argument.visible)`"),
                    hint: local("type help alone to see the topics")))
        }
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        HelpTopic.all.map { Completion($0.name, description: $0.title) }
            + (OutcomesHelp(talk) == nil
                ? [] : [Completion(OutcomesHelp.name, description: OutcomesHelp.title)])
            + talk.commands.map { Completion($0.name, description: $0.summary) }
    }

    private func showTopics(_ topics: [HelpTopic], _ talk: Conversation) throws(Interruption) {
        if talk.state.room != nil {
            try talk.say(
                local(
                    "The room votes, sees how it voted, talks and agrees: tally 1 5 0 4 d2, reveal, agree 3. Enter alone goes on. Everything is saved as you type it."
                ), gap: true)
        } else {
            try talk.say(
                local(
                    "Type an answer, as the question shows, with your words behind it if you like: 3 the leader chairs "
                        + "the board. Enter alone goes on. Each answer is saved as you give it."), gap: true)
        }
        try talk.say(local("Type help and one of these words for more:"))
        for topic in topics { try talk.say("-", "\(topic.name): \(topic.title).") }
        if OutcomesHelp(talk) != nil { try talk.say("-", "\(OutcomesHelp.name): \(OutcomesHelp.title).") }
        try talk.say("-", "all: \(local("Every command."))")
        try talk.say(
            talk.state.room == nil
                ? local("Used most: next, back, note, evidence, status, evaluate, undo, quit.")
                : local(
                    "Used most: ballot, tally, reveal, revote, agree, other-view, park, note, agenda, time, close, quit."
                ))
    }

    private func show(_ topic: HelpTopic, _ talk: Conversation) throws(Interruption) {
        try talk.say("\(topic.title).", gap: true)
        guard topic.name != "keys" || talk.reader.hasKeys else {
            return try talk.say(
                local(
                    "The terminal edits the line for itself here: Backspace takes back a letter, and Enter ends the line. Ctrl-C drops the line, Ctrl-D leaves. Whatever you do, every answer is saved already."
                ), gap: true)
        }
        for paragraph in topic.paragraphs { try talk.say(paragraph, gap: true) }
        for command in talk.commands where topic.commands.contains(command.name) {
            try talk.say("-", "\(command.usage): \(command.summary).")
        }
    }
}

struct PrivacyCommand: Command {
    let name = "privacy"
    var summary: String { local("says who can read what you type") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        for fact in HelpTopic.privacy { try talk.say("-", fact) }
        return .ask
    }
}
