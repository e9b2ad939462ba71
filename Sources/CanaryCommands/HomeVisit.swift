import BuiltInInstruments
import Conversation
import Escaping
import Evaluation
import Glibc
import InstrumentFiles
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Terminal

/// The conversation at home: sessions to go on with, questionnaires to start.
struct HomeVisit {
    let shared: SharedOptions
    private let screen: Screen

    /// A visit with the options of its command.
    init(shared: SharedOptions) {
        self.shared = shared
        screen = shared.screen
    }

    /// A session that was named by hand; nil, with the reason told, where somebody can type it again.
    private func unlessMistyped(
        _ reader: any LineReader, _ open: (Walk) throws(CommandFault) -> OpenSession
    ) throws(CommandFault) -> OpenSession? {
        do throws(CommandFault) {
            return try open(Walk(shared: shared))
        } catch {
            guard reader.isTerminal else { throw error }
            let errorDescription = error.errorDescription
            try say(
                local(
                    "There is a problem. \(ErrorDescription(errorDescription.message, hint: errorDescription.hint).sentences)"
                ),
                as: .problem)
            return nil
        }
    }

    /// What there is to choose from.
    private struct Choices {
        var sessions: [SessionListing]
        var questionnaires: [(questionnaire: QuestionnaireSummary, gives: [String])]

        var count: Int { sessions.count + questionnaires.count }

        /// The numbers of what a name, or the beginning of one, fits; capitals make no difference.
        func numbers(named wanted: String) -> [Int] {
            let wanted = wanted.lowercased()
            let names =
                sessions.map { [$0.title ?? "", $0.id] }
                + questionnaires.map { [$0.questionnaire.title, $0.questionnaire.id.text] }
            return names.indices.filter { index in names[index].contains { $0.lowercased().hasPrefix(wanted) }
            }
            .map { $0 + 1 }
        }

        /// The name of the only questionnaire that a name, or the beginning of one, fits; else the name as it is.
        func questionnaire(named wanted: String) -> String {
            let fitting = numbers(named: wanted).filter { $0 > sessions.count }
            guard let only = fitting.first, fitting.count == 1 else { return wanted }
            return questionnaires[only - 1 - sessions.count].questionnaire.id.text
        }
    }

    /// Shows what there is and goes where the user chooses.
    func run() throws(CommandFault) -> ExitStatus {
        if shared.passphraseFd == STDIN_FILENO {
            throw .usage(
                ErrorDescription(
                    local("standard input is where you choose here, so no passphrase is read from it"),
                    hint: local("canary resume SESSION reads one, or use another descriptor")))
        }
        Signals.install()
        try shared.tellOfKeptTexts()
        let reader = Walk.reader(shared)
        let choices = try choices()
        var hasReadPrivacy = choices.sessions.isEmpty
        try together { () throws(CommandFault) in
            try show(choices)
            if hasReadPrivacy { try showPrivacy() }
        }
        var hasRefused = false
        func refuse() throws(CommandFault) {
            hasRefused = true
            try say(
                local(
                    "There is a problem. Type a number from 1 to \(choices.count) or a name that is shown, start and a "
                        + "questionnaire, resume and a session, tour, privacy, help or quit."), as: .problem)
        }
        var end: ExitStatus { hasRefused && !reader.isTerminal ? .refused : .done }
        while true {
            let input = reader.readLine(prompt: local("Your choice:") + " ") { completions($0, choices) }
            switch input {
            case .interrupted: continue
            case .endOfInput: return end
            case .gathered, .cut: try refuse()
            case .signalled(let number): return .signal(number)
            case .line(let line), .pasted(let line):
                switch HomeReply(line, choices: choices.count) {
                case .nothing: continue
                case .leave: return end
                case .named(let name):
                    let numbers = choices.numbers(named: name)
                    if let only = numbers.first, numbers.count == 1 {
                        return try go(to: only, of: choices, reader, hasReadPrivacy)
                    }
                    guard !numbers.isEmpty else {
                        try refuse()
                        continue
                    }
                    hasRefused = true
                    try say(
                        local(
                            "There is a problem. `\(name.visible)` fits \(listed(numbers.map(String.init))). Type one of these numbers."
                        ), as: .problem)
                case .help: try together { () throws(CommandFault) in try show(choices) }
                case .privacy:
                    try together(showPrivacy)
                    hasReadPrivacy = true
                case .tour:
                    if let status = try tour(reader) { return status }
                case .chosen(let number):
                    return try go(to: number, of: choices, reader, hasReadPrivacy)
                case .start(let name):
                    if let session = try unlessMistyped(
                        reader,
                        { walk throws(CommandFault) in
                            try walk.start(choices.questionnaire(named: name), title: nil, authority: nil)
                        })
                    {
                        return try Walk(shared: shared).walk(
                            session, isNew: true, reader: reader, hasReadPrivacy: hasReadPrivacy)
                    }
                case .resume(let name):
                    if let session = try unlessMistyped(
                        reader, { walk throws(CommandFault) in try walk.open(name) })
                    {
                        return try Walk(shared: shared).walk(session, isNew: false, reader: reader)
                    }
                case .notUnderstood: try refuse()
                }
            }
        }
    }

    private func choices() throws(CommandFault) -> Choices {
        let folder = try shared.folder()
        let sessions = try attempt({ () throws(FolderFault) in try folder.list() }) { .folder($0) }
        try shared.close(sessions.map(\.path), in: folder)
        let library = try shared.library()
        let own = library?.questionnaires ?? []
        let others = BuiltIn.instruments.summaries.filter { other in !own.contains { $0.id == other.id } }
        let titles = Dictionary(
            (library?.frameworks ?? []).map { ($0.id, $0.title) } + BuiltIn.instruments.frameworkTitles,
            uniquingKeysWith: { first, _ in first })
        return Choices(
            sessions: sessions,
            questionnaires: (own.map(\.summary) + others).map { ($0, $0.feeds.compactMap { titles[$0] }) })
    }

    private func completions(_ text: String, _ choices: Choices) -> [Completion] {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let wanted = words.last ?? ""
        let candidates: [Completion] =
            switch (words.count, words.first) {
            case (2, "start"):
                choices.questionnaires.map {
                    Completion($0.questionnaire.id.text, description: $0.questionnaire.title)
                }
            case (2, "resume"): choices.sessions.map { Completion($0.id, description: $0.title) }
            case (1, _): ["start", "resume", "tour", "privacy", "help", "quit"].map { Completion($0) }
            default: []
            }
        return candidates.filter { $0.text.hasPrefix(wanted) }
    }

    private func show(_ choices: Choices) throws(CommandFault) {
        try say(
            local("Canary. An early-warning self-assessment for leaders of children's services."), gap: true,
            as: .heading)
        var number = 0
        func item(_ text: String) throws(CommandFault) {
            number += 1
            try attempt({ () throws(OutputFault) in try screen.say("\(number)", text) }) { .output($0) }
        }
        if !choices.sessions.isEmpty {
            try say(local("Sessions to go on with, the newest first:"))
            let now = try Surroundings.now()
            for session in choices.sessions {
                try item(local("Resume \(session.localizedDescription(now: now))"))
            }
            try say("")
        }
        try say(local("Questionnaires to start:"))
        for (questionnaire, gives) in choices.questionnaires {
            let words = local("Start \(questionnaire.localizedDescription)")
            try item(gives.isEmpty ? words : words + " " + local("It feeds: \(listed(gives))."))
        }
        try say("")
        try say(
            local("Type a number, tour for two minutes of how it works, privacy, help or quit."), gap: true)
    }

    private func showPrivacy() throws(CommandFault) {
        try say(local("Before you start:"))
        for fact in HelpTopic.privacy {
            try attempt({ () throws(OutputFault) in try screen.say("-", fact) }) { .output($0) }
        }
        if let shadowing = Places(try shared.folder()).shadowing(shared) { try say(shadowing, gap: true) }
        try say(local("Sessions are kept in \(try shared.folder().path.visible)."), gap: true)
    }

    /// Shows the tour; nil where home goes on after it.
    private func tour(_ reader: any LineReader) throws(CommandFault) -> ExitStatus? {
        let now = try Surroundings.now()
        let instruments = try shared.instruments(for: "leadership")
        let tour = Tour(of: instruments, reader: reader, screen: screen, now: now)
        let ending = tour.run()
        return ending == .left ? nil : try Walk.status(of: ending)
    }

    private func go(
        to number: Int, of choices: Choices, _ reader: any LineReader, _ hasReadPrivacy: Bool
    ) throws(CommandFault) -> ExitStatus {
        let index = number - 1
        return choices.sessions.indices.contains(index)
            ? try resume(choices.sessions[index].path, reader)
            : try start(
                choices.questionnaires[index - choices.sessions.count].questionnaire.id.text, reader,
                hasReadPrivacy)
    }

    private func resume(_ name: String, _ reader: any LineReader) throws(CommandFault) -> ExitStatus {
        let walk = Walk(shared: shared)
        return try walk.walk(try walk.open(name), isNew: false, reader: reader)
    }

    private func start(
        _ name: String, _ reader: any LineReader, _ hasReadPrivacy: Bool
    ) throws(CommandFault) -> ExitStatus {
        let walk = Walk(shared: shared)
        return try walk.walk(
            try walk.start(name, title: nil, authority: nil), isNew: true, reader: reader,
            hasReadPrivacy: hasReadPrivacy)
    }

    private func say(
        _ text: String, gap: Bool = false, as emphasis: Emphasis? = nil
    ) throws(CommandFault) {
        try attempt({ () throws(OutputFault) in try screen.say(text, gap: gap, as: emphasis) }) {
            .output($0)
        }
    }

    /// Shows several things at once.
    private func together(_ show: () throws(CommandFault) -> Void) throws(CommandFault) {
        screen.hold()
        do throws(CommandFault) {
            try show()
        } catch {
            try? screen.release()
            throw error
        }
        try attempt({ () throws(OutputFault) in try screen.release() }) { .output($0) }
    }
}
