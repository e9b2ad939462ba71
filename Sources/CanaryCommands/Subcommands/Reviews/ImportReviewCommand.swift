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
            What would be filed is shown first. No answer of the authority is changed, and the same file is never \
            filed twice. A review of a protected report is opened with the passphrase of that report.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "File it without asking.")
    var yes = false

    @Argument(help: "An id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The reviewer's file.")
    var review: String

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let bytes = try attempt({ () throws(FileError) in
            try ReportFile.read(review, atMost: ReviewFile.largest)
        }) { .report(review, .failed($0)) }
        let file = try attempt({ () throws(ReviewFault) in
            try ReviewFile(bytes, passphrase: passphrase)
        }) { .review(review, $0) }
        let open = try attempt({ () throws(JournalFault) in try folder.open(path) }) { .journal($0) }
        let filed = try attempt({ () throws(ReviewFault) in try file.review(for: open.state) }) {
            .review(review, $0)
        }
        if open.state.reviews.contains(where: { $0.id == filed.id }) {
            try Surroundings.say([local("This review is filed already. Nothing was changed.")])
            return .done
        }
        try Surroundings.say(
            ReviewPreview(filed, for: open.state.spoken(in: shared.tongue)).sentences)
        try sayWhatTellsWho(filed, Labels(open.state.spoken(in: shared.tongue).questionnaire))
        guard yes || isAgreed() else {
            throw .refused(
                Wording(local("nothing was filed"), hint: local("answer yes, or add --yes")))
        }
        do throws(PerformFault) {
            _ = try open.perform(.fileReview(filed), now: Surroundings.now())
        } catch {
            switch error {
            case .rejected(let rejection): throw .rejected(rejection, place: review)
            case .notSaved(let fault): throw .journal(fault)
            }
        }
        try Surroundings.say([
            local("Filed as review \(open.state.reviews.count). No answer was changed."),
            local("canary export writes a report with it."),
        ])
        return .done
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

    private func isAgreed() -> Bool {
        let answer = PlainLineReader().readLine(prompt: local("File it? Type yes or no:") + " ") { _ in [] }
        guard case .line(let line) = answer else { return false }
        return ["yes", "y"].contains(line.split(separator: " ").joined(separator: " ").lowercased())
    }
}
