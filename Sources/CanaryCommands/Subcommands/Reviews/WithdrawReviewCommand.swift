import ArgumentParser
import Conversation
import Escaping
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary withdraw-review`: takes a review back that was filed.
struct WithdrawReviewCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw-review", abstract: "Take a peer review back that was filed.",
        discussion: """
            It stays in the history and counts no more: reports and figures leave it out. A review whose place it \
            took does not count again; import that one's file with --another for that.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The review's number, such as R2.")
    var review: ReviewNumber

    func execute() throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let open = try shared.open(path, in: folder)
        let number = review.number
        do throws(PerformFault) {
            _ = try open.perform(.withdrawReview(number), now: now)
        } catch {
            switch error {
            case .rejected(let rejection): throw .rejected(rejection, place: nil)
            case .notSaved(let fault): throw .journal(fault)
            }
        }
        let taken = open.state.filedReview(number)?.review
        try Surroundings.say([
            local(
                "Review \(number) is taken back, in the role of \((taken?.role ?? "").visible), of \(taken?.date.localizedDescription ?? ""). It stays in the history, and counts no more."
            ),
            counted(
                open.state.reviews.count, "review counts now.", "reviews count now."),
        ])
        return .done
    }
}

/// The number of a review as people write it: `R2`, or `2`.
struct ReviewNumber: ExpressibleByArgument {
    /// From 1.
    let number: Int

    init?(argument: String) {
        let digits = argument.first?.lowercased() == "r" ? argument.dropFirst() : argument[...]
        guard let number = Int(typed: digits), number >= 1 else { return nil }
        self.number = number
    }
}
