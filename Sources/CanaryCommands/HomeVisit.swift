import BuiltInInstruments
import Conversation
import InstrumentFiles
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles

/// The conversation at home: sessions to go on with, questionnaires to start.
struct HomeVisit {
    let shared: SharedOptions

    /// Shows what there is and goes where the user chooses.
    func run() throws(CommandFault) -> ExitStatus {
        Signals.install()
        let reader = Walk.reader(shared)
        let choices = try choices()
        try show(choices)
        while true {
            let input = reader.readLine(prompt: local("Your choice:") + " ") { text in
                ["start", "resume", "help", "quit"].filter { $0.hasPrefix(text) }.map { Completion($0) }
            }
            switch input {
            case .interrupted: continue
            case .endOfInput: return .done
            case .signalled(let number): return .signal(number)
            case .line(let line), .pasted(let line):
                switch HomeReply(line, choices: choices.count) {
                case .nothing: continue
                case .leave: return .done
                case .help: try show(choices)
                case .chosen(let number): return try go(choices[number - 1], reader)
                case .start(let name): return try go(.questionnaire(name), reader)
                case .resume(let name): return try go(.session(name), reader)
                case .notUnderstood:
                    try say(
                        local(
                            "There is a problem. Type a number from 1 to \(choices.count), start and a "
                                + "questionnaire, resume and a session, help or quit."))
                }
            }
        }
    }

    /// Something that can be chosen by its number.
    private enum Choice {
        case session(String)
        case questionnaire(String)
    }

    private func choices() throws(CommandFault) -> [(choice: Choice, words: String)] {
        let folder = try shared.folder()
        let sessions = try attempt({ () throws(FolderFault) in try folder.list() }) { .folder($0) }
        let own = try shared.library()?.questionnaires ?? []
        let builtIn = try shared.builtIn().questionnaires.filter { other in
            !own.contains { $0.id == other.id }
        }
        return sessions.map { (.session($0.path), local("Resume \($0.inWords)")) }
            + (own + builtIn).map { (.questionnaire($0.id.text), local("Start \($0.inWords)")) }
    }

    private func show(_ choices: [(choice: Choice, words: String)]) throws(CommandFault) {
        try say(
            local("Canary. An early-warning self-assessment for leaders of children's services."), gap: true)
        let screen = Surroundings.screen()
        for (index, choice) in choices.enumerated() {
            try attempt({ () throws(OutputFault) in try screen.say("\(index + 1)", choice.words) }) {
                .output($0)
            }
        }
        try say("")
        try say(local("Type a number, help or quit."), gap: true)
    }

    private func go(_ choice: (choice: Choice, words: String), _ reader: any LineReader) throws(CommandFault)
        -> ExitStatus
    {
        try go(choice.choice, reader)
    }

    private func go(_ choice: Choice, _ reader: any LineReader) throws(CommandFault) -> ExitStatus {
        let walk = Walk(shared: shared)
        switch choice {
        case .session(let name):
            return try walk.walk(try walk.open(name), isNew: false, reader: reader)
        case .questionnaire(let name):
            return try walk.walk(
                try walk.start(name, title: nil, authority: nil), isNew: true, reader: reader)
        }
    }

    private func say(_ text: String, gap: Bool = false) throws(CommandFault) {
        try attempt({ () throws(OutputFault) in try Surroundings.screen().say(text, gap: gap) }) {
            .output($0)
        }
    }
}
