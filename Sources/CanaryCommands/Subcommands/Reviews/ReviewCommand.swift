import ArgumentParser
import Conversation
import Escaping
import InstrumentFiles
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions
import Terminal

/// `canary review`: a peer reviewer's walk through a pack.
struct ReviewCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Review a report that you were sent, answer by answer.",
        discussion: """
            The report is a page, protected or not, or JSON. What you say is saved as you say it, into a review \
            file that you give to the authority; begun again, it goes on where it was left. The review of a \
            protected report is sealed with the same passphrase.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "Hide each answer until you have given your own.")
    var blind = false

    @Option(help: "Your role, such as \"lead peer\"; asked for where it is not given.")
    var role: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The review file to write.", valueName: "file"))
    var output: String?

    @Argument(help: "The report.")
    var pack: String

    func execute() throws(CommandFault) -> ExitStatus {
        let bytes = try read(pack)
        let (sheet, seal) = try attempt({ () throws(ReviewFault) in
            try ReviewSheet.read(bytes, passphrase: passphrase)
        }) { .review(pack, $0) }
        if seal == nil {
            try PassphraseSource.refuse(
                unused: shared.passphraseFd,
                ErrorDescription(
                    local(
                        "the report is not protected, so --passphrase-fd is not read, and nothing was answered"
                    ),
                    hint: local("leave --passphrase-fd out")))
        }
        // The report comes from elsewhere: its name of the session must not lead to another folder.
        let name = sheet.cover.session.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        let file = output ?? "\(name)-review.json"
        Signals.install()
        let reader = Walk.reader(shared)
        guard let review = try begin(sheet, seal, file, reader) else { return .done }
        // Saved before anything is said, so that nobody works for a file that cannot be.
        let target = ReviewTarget(file: file, seal: seal)
        if let problem = target.save(review) { throw .notSaved(problem) }
        let walk = ReviewConversation(
            of: sheet, review: review, isBlind: blind, reader: reader, screen: shared.screen,
            save: target.save, isOnDisk: target.isOnDisk)
        let status = try Walk.status(of: walk.run())
        if !shared.quiet {
            try Surroundings.say([local("The review file: \(file.visible). Give it to the authority.")])
        }
        return status
    }

    /// The review that was left, or a new one with its role and day; nil where nobody says a role.
    private func begin(
        _ sheet: ReviewSheet, _ seal: ReviewSeal?, _ file: String, _ reader: any LineReader
    ) throws(CommandFault) -> ReviewFile? {
        if (try? ReportFile.check(file, replacing: false)) == nil {
            let bytes = try read(file)
            let earlier = try attempt({ () throws(ReviewFault) in
                try ReviewFile(bytes) { seal?.passphrase }
            }) { .review(file, $0) }
            guard earlier.pack == sheet.cover.pack else {
                throw .refused(
                    ErrorDescription(
                        local("`\(file.visible)` is a review of another report"),
                        hint: local("name another file with -o")))
            }
            if let role, role.inPlainWords != earlier.role.inPlainWords {
                throw .refused(
                    ErrorDescription(
                        local("`\(file.visible)` is in the role of \(earlier.role.visible)"),
                        hint: local("leave --role out to go on with it, or name another file with -o")))
            }
            var random = SystemRandomNumberGenerator()
            var goneOnWith = earlier
            goneOnWith.reviewer = earlier.reviewer ?? ReviewFile.newReviewer(&random)
            return goneOnWith
        }
        var review = sheet.emptyReview
        var random = SystemRandomNumberGenerator()
        review.reviewer = ReviewFile.newReviewer(&random)
        review.date = "\(try Surroundings.now().date)"
        review.role = role ?? ""
        while review.role.allSatisfy(\.isWhitespace) {
            switch reader.readLine(
                prompt: local("Your role, such as lead peer:") + " ", completions: { _ in [] })
            {
            case .line(let line), .pasted(let line): review.role = line
            case .interrupted, .gathered, .cut: continue
            case .endOfInput, .signalled: return nil
            }
        }
        return review
    }

    private func read(_ path: String) throws(CommandFault) -> [UInt8] {
        try Surroundings.read(path, atMost: ReviewFile.largest)
    }

    private func passphrase() -> String? {
        PassphraseSource.ofReport(shared.passphraseFd)
    }
}

extension String {
    /// The words in small letters, a blank between two.
    fileprivate var inPlainWords: String {
        lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// The file that a review is written to.
private final class ReviewTarget {
    private let file: String
    private let seal: ReviewSeal?
    private var written: [UInt8] = []

    init(file: String, seal: ReviewSeal?) {
        self.file = file
        self.seal = seal
    }

    /// Writes the review whole; says why it could not.
    func save(_ review: ReviewFile) -> ErrorDescription? {
        var random = SystemRandomNumberGenerator()
        guard let bytes = review.bytes(seal: seal, &random) else {
            return ErrorDescription(local("the review cannot be written"))
        }
        do throws(FileError) {
            try ReportFile.write(bytes, to: file, replacing: true)
            written = bytes
            return nil
        } catch {
            return error.errorDescription
        }
    }

    /// Whether the file holds what was written last.
    func isOnDisk() -> Bool {
        (try? SourceFile(path: file, atMost: ReviewFile.largest).bytes) == written
    }
}
