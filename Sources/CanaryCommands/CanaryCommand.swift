import ArgumentParser

/// The root: without a subcommand, the conversation at home.
struct CanaryCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "canary",
        abstract: "An early-warning self-assessment for the leaders of children's services.",
        discussion: """
            Without a subcommand, canary shows the saved sessions and the questionnaires to choose from.
            Every answer is saved as it is given. Nothing is sent anywhere.

            Exit status: 0 done, 1 refused, 2 something was found to be wrong (verify, questionnaire check), 64 wrong \
            usage, 70 a fault of canary, 74 a file or the disk, 128 and more a signal.
            """,
        version: ProgramVersion.text,
        subcommands: [
            StartCommand.self, ResumeCommand.self, ListCommand.self, ShowCommand.self,
            AnswerCommand.self, ConfirmCommand.self, EvaluateCommand.self, ExplainCommand.self,
            ExportCommand.self, ReviewCommand.self, ImportReviewCommand.self,
            WithdrawReviewCommand.self, QuestionnaireCommand.self, PlanCommand.self, CompareCommand.self,
            TrendCommand.self, CollateCommand.self,
            InviteCommand.self, SubmitCommand.self,
            MergeCommand.self, SlipsCommand.self, WallCommand.self,
            VerifyCommand.self,
            RedactCommand.self,
            EncryptCommand.self, DecryptCommand.self, EraseCommand.self,
        ])

    @OptionGroup var options: SharedOptionGroup

    func execute() throws(CommandFault) -> ExitStatus {
        try HomeVisit(shared: shared).run()
    }
}
