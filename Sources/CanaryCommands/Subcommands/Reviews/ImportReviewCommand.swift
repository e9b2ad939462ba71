import ArgumentParser
import Conversation
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

/// `canary import-review`: files what a peer reviewer found.
struct ImportReviewCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "import-review", abstract: "File what a peer reviewer found beside the answers.",
        discussion: """
            What would be filed is shown first. No answer of the authority is changed, and the same review is never \
            filed twice, in whatever bytes it comes. A later one of the same reviewer takes the place of the earlier, \
            which stays in the history. Where the file does not tell whether it is one, say --replaces or --another. \
            A review of a protected report is opened with the passphrase of that report.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "File it without asking.")
    var yes = false

    @Option(
        help: ArgumentHelp("It takes the place of this review, such as R2.", valueName: "review"))
    var replaces: ReviewNumber?

    @Flag(help: "It is another reviewer's, however alike it looks.")
    var another = false

    @Flag(help: "File it although it is of a report that this session's history does not have.")
    var otherPack = false

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The reviewer's file.")
    var review: String

    func validate() throws {
        if another, replaces != nil {
            throw ValidationError("--replaces and --another do not go together")
        }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let bytes = try Surroundings.read(review, atMost: ReviewFile.largest)
        let file = try attempt({ () throws(ReviewFault) in
            try ReviewFile(bytes, passphrase: passphrase)
        }) { .review(review, $0) }
        let open = try shared.open(path, in: folder)
        let filed = try attempt({ () throws(ReviewFault) in try file.review(for: open.state) }) {
            .review(review, $0)
        }
        let command = SessionCommand.fileReview(filed, filing)
        let replaced: Int?
        do throws(Rejection) {
            replaced = try open.state.placeTaken(by: command)
        } catch {
            switch error {
            case .reviewedAlready(let number):
                try Surroundings.say([
                    local("This review is filed already, as review \(number). Nothing was changed.")
                ])
                return .done
            case .reviewReplaced(let number, let later) where replaces?.number != number:
                try Surroundings.say([
                    local(
                        "This review is filed already, as review \(number); review \(later) took its place since. Nothing was changed."
                    )
                ])
                return .done
            default: throw .rejected(error, place: review)
            }
        }
        try Surroundings.say(
            ReviewPreview(
                filed, replacing: replaced, for: open.state.spoken(in: shared.localization), today: now.date
            ).sentences)
        try sayWhatTellsWho(filed, Labels(open.state.spoken(in: shared.localization).questionnaire))
        let isAgreed = try yes ? true : Confirmation().isGiven(to: local("File it?"))
        guard isAgreed else {
            throw .refused(
                ErrorDescription(local("nothing was filed"), hint: local("answer yes, or add --yes")))
        }
        do throws(PerformFault) {
            _ = try open.perform(command, now: now)
        } catch {
            switch error {
            case .rejected(let rejection): throw .rejected(rejection, place: review)
            case .notSaved(let fault): throw .journal(fault)
            }
        }
        let number = open.state.filedReviews.count
        try Surroundings.say([
            replaced.map {
                local("Filed as review \(number), in place of review \($0). No answer was changed.")
            } ?? local("Filed as review \(number). No answer was changed."),
            local("canary export writes a report with it."),
        ])
        return .done
    }

    private var filing: ReviewFiling {
        let place: ReviewFiling.Place = another ? .another : replaces.map { .of($0.number) } ?? .asFound
        return ReviewFiling(place: place, allowsOtherPack: otherPack)
    }

    /// Says which comments seem to tell who somebody is; the words are not repeated.
    private func sayWhatTellsWho(_ review: Review, _ labels: Labels) throws(CommandFault) {
        let places = review.entries.filter { entry in
            [entry.comment, entry.seen, entry.test].contains { !PersonalDetail.found(in: $0).isEmpty }
        }
        guard !places.isEmpty else { return }
        try Surroundings.say([
            local(
                "What the reviewer says here looks like details of a person: \(listed(places.map { labels[$0.question].short }))."
            )
        ])
    }

    private func passphrase() -> String? {
        PassphraseSource.ofReport(shared.passphraseFd)
    }
}
