import LineEditing
package import Terminal

/// Something that can be asked for in the conversation, beside an answer.
protocol Command: Sendable {
    /// The word to type.
    var name: String { get }
    /// The word with what may follow it.
    var usage: String { get }
    /// What it does, as the end of a sentence that begins with the word.
    var summary: String { get }
    /// What help says of it beside that, a paragraph each.
    var details: [String] { get }
    /// Whether it keeps the words behind it, whatever these say.
    var keepsWords: Bool { get }

    /// What may be typed after the word, given what stands there so far.
    func completions(_ argument: String, _ talk: Conversation) -> [Completion]

    /// Does it.
    ///
    /// - Throws: a problem to be told, or the end of the conversation.
    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next
}

extension Command {
    var usage: String { name }
    var details: [String] { [] }
    var keepsWords: Bool { false }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] { [] }
}

/// What to do after a reply.
enum Next: Equatable {
    /// Show the question that the walk stands at.
    case showQuestion
    /// Ask again without showing it.
    case ask
    case leave
}

/// Why a reply came to nothing, or the conversation ends.
enum Interruption: Error, Equatable {
    /// Something to tell; the question stands.
    case problem(ErrorDescription)
    /// What was to be saved seems to tell who somebody is; nothing was done. The line does it again where that is
    /// not the line that was typed.
    case personal([PersonalDetail], line: String? = nil)
    case ended(Ending)
}

/// How a conversation ended.
package enum Ending: Error, Equatable, Sendable {
    /// Somebody left.
    case left
    /// The input ended.
    case endOfInput
    /// A signal came, by its number.
    case signal(Int32)
    /// Nobody reads the output any more, or it cannot be written.
    case outputFailed(OutputFault)
    /// Somebody left, or the input ended, and so many lines of a script had been refused.
    case refusedSome(Int)
    /// In strict mode: a line was refused, by its number.
    case refused(line: Int, ErrorDescription)
    /// Without somebody at the keyboard: an answer could not be saved.
    case notSaved(ErrorDescription)
}

/// Every command of the walk but those of a workshop, in the order in which help lists them.
let walkCommands: [any Command] = [
    BackCommand(), NextCommand(), AgainCommand(), GotoCommand(), ProbeCommand(), ConfirmCommand(),
    NextUnconfirmedCommand(), NextWeakCommand(), ClearCommand(), UndoCommand(), RedoCommand(),
    WhyCommand(), LookForCommand(), NoteCommand(), EditCommand(), EvidenceCommand(), StrengthCommand(),
    ConcernCommand(), ActionCommand(), PlanCommand(), MeasureCommand(), NextStepsCommand(), RemoveCommand(),
    AskCommand(),
    ThemeCommand(), ThemesCommand(),
    ConfidentialCommand(), LinkCommand(), UnlinkCommand(), LinksCommand(), MapCommand(), StatusCommand(),
    AnswersCommand(), UnansweredCommand(), CheckCommand(), EvaluateCommand(), ExplainCommand(),
    WhatIfCommand(), PathsCommand(),
    NextBestCommand(), ExportCommand(), TitleCommand(), AuthorityCommand(),
    HistoryCommand(), WithdrawReviewCommand(), SignOffCommand(), ReopenCommand(), MigrateCommand(),
    LanguageCommand(), PrivacyCommand(), HelpCommand(), QuitCommand(),
]

/// The commands of a workshop, in the order in which help lists them.
let roomCommands: [any Command] = [
    PresentCommand(), RoomCommand(), GroundRulesCommand(), TriageCommand(), BallotCommand(), TallyCommand(),
    RevealCommand(), RevoteCommand(), AgreeCommand(), OtherViewCommand(), ParkCommand(), WithdrawCommand(),
    SpreadCommand(),
    AgendaCommand(), TimeCommand(), CurtainCommand(), PreWorkCommand(), ReadBackCommand(), CloseCommand(),
]
