import ArgumentParser
import Conversation
import Disclosure
import Escaping
import Evaluation
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

/// `canary merge`: puts together what people answered before a workshop.
struct MergeCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Put together what people answered before a workshop.",
        discussion: """
            A workshop merges once, and of five people or more. The files are opened in memory only; counts are kept, \
            and notes without who wrote them. With the merge the key leaves the session for good: nobody can open the \
            files afterwards, late ones among them, but with a copy of the session from before, such as a backup. Of \
            fewer people nothing is merged, and the key stays.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Flag(help: "Erase the files afterwards without asking.")
    var erase = false

    @Flag(
        help:
            "Merge without asking where fewer answered than were invited, or little of what they answered is counted."
    )
    var yes = false

    @Flag(
        help:
            "Remove the key and merge nothing: for a workshop that version 0.1 merged, or where nothing will be merged."
    )
    var burnKey = false

    @Argument(help: "The workshop: an id, its beginning, a title or a path.")
    var session: String

    @Argument(help: "The sealed files.")
    var files: [String] = []

    func validate() throws {
        guard files.isEmpty == burnKey else {
            throw ValidationError(
                burnKey
                    ? "--burn-key merges nothing and takes no files."
                    : "Name the sealed files, or add --burn-key.")
        }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let path = try shared.resolve(session, in: folder)
        let open = try shared.open(path, in: folder)
        if burnKey { return try burnKey(open) }
        let keys = try attempt({ () throws(Rejection) in try open.state.keysToMerge() }) {
            .rejected($0, place: nil)
        }
        var submissions: [Submission] = []
        for file in files {
            let bytes = try Surroundings.read(file, atMost: SealedAnswers.largest)
            submissions.append(
                try attempt({ () throws(PreWorkFault) in
                    try SealedAnswers.opened(bytes, for: open.state, keys)
                }) { .preWork(file, $0) })
        }
        let work = try attempt(
            { () throws(MergeFault) in try merge(submissions, for: open.state) }, or: fault)
        let uncounted = try attempt(
            { () throws(MergeFault) in try Uncounted(of: submissions, for: open.state) }, or: fault)
        try checkCounted(uncounted, work, open)
        try record(work, in: open)
        try tell(work, open)
        let isErasing = try erase ? true : isAgreed(local("Erase the files of single people now?"))
        if isErasing {
            try erase(open)
        }
        return .done
    }

    /// Asks before a merge of which nothing, or less than half, would be kept: the key is gone afterwards.
    private func checkCounted(
        _ uncounted: Uncounted, _ work: PreWork, _ open: OpenSession
    ) throws(CommandFault) {
        // What cannot be merged at all is refused as such.
        let isMerged = work.people >= PreWork.fewest && work.people <= open.state.room?.invited ?? 0
        guard !yes, isMerged, uncounted.isMostOfAll || work.tallies.isEmpty else { return }
        let what =
            uncounted.isMostOfAll
            ? local(
                "more than half of the answers would not be counted, for a room votes on ratings, and on yes or no, alone"
            ) : local("no count would be kept, for of no question did \(PreWork.fewest) give one")
        guard
            try isAgreed(
                ErrorDescription(what).sentences + " "
                    + local("A workshop merges once, and its key is removed with it. Merge all the same?"))
        else {
            throw .refused(
                ErrorDescription(
                    what,
                    hint: local(
                        "nothing was merged, and the files can still be opened; add --yes to merge all the same"
                    )))
        }
    }

    /// Merges, and asks first where fewer answered than were invited.
    private func record(_ work: PreWork, in open: OpenSession) throws(CommandFault) {
        let now = try Surroundings.now()
        do throws(PerformFault) {
            _ = try open.perform(.mergePreWork(work, withoutTheRest: yes), now: now)
        } catch {
            guard case .rejected(.fewerThanInvited(let people, let invited)) = error,
                try isAgreed(
                    local(
                        "\(people) of \(invited) who were invited answered. A workshop merges once: files that come later can never be opened. Merge without them?"
                    ))
            else { throw error.fault }
            do throws(PerformFault) {
                _ = try open.perform(.mergePreWork(work, withoutTheRest: true), now: now)
            } catch {
                throw error.fault
            }
        }
    }

    /// Removes the key alone.
    private func burnKey(_ open: OpenSession) throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        // Where there is no key, the session says why.
        let isFinal = open.state.room?.preWork == nil && open.state.room?.keys != nil
        let isAgreed =
            try yes || !isFinal
            ? true
            : self.isAgreed(
                local("Nothing is merged yet. Without the key no sealed file can ever be opened. Remove it?"))
        guard isAgreed else {
            throw .refused(
                ErrorDescription(
                    local("nothing is merged yet, and without the key no sealed file can ever be opened"),
                    hint: local("merge the files first, or add --yes to remove the key")))
        }
        do throws(PerformFault) {
            _ = try open.perform(.burnKey, now: now)
        } catch {
            throw error.fault
        }
        try Surroundings.say([Self.keyIsGone])
        return .done
    }

    private static var keyIsGone: String {
        local(
            "The key that opens the files is removed from the session: nobody can open them any more, wherever they are, but with a copy of the session from before, such as a backup."
        )
    }

    private func fault(_ fault: MergeFault) -> CommandFault {
        func file(_ place: Int) -> String { files.indices.contains(place) ? files[place] : "" }
        return switch fault {
        case .otherQuestionnaire(let place): .preWork(file(place), .otherQuestionnaire)
        case .unfitting(let place, _): .preWork(file(place), .malformed)
        case .uninvited(let place):
            .refused(
                ErrorDescription(
                    local(
                        "`\(file(place).visible)` is from nobody who was invited to this workshop, so its answers may be made up; nothing was merged"
                    ),
                    hint: local(
                        "leave it out; each person answers in the file that canary invite made for them")))
        case .copies(let place, let other):
            .refused(
                ErrorDescription(
                    local(
                        "`\(file(place).visible)` and `\(file(other).visible)` are copies of one invitation with different answers, so nobody can say which counts"
                    ),
                    hint: local(
                        "each person needs a file of their own, which canary invite makes; of one person's own two, leave one out"
                    )))
        }
    }

    private func tell(
        _ work: PreWork, _ open: OpenSession
    ) throws(CommandFault) {
        let older = files.count - work.people
        let notes = work.notes.values.flatMap(\.self)
        let personal = notes.filter { !PersonalDetail.found(in: $0).isEmpty }.count
        let sentences = [
            counted(work.people, "person answered.", "people answered."),
            older > 0
                ? counted(
                    older, "file was another one of the same person; what was sealed last counts.",
                    "files were other ones of the same people; what was sealed last counts.") : nil,
            local(
                "Kept: the counts of every question that \(PreWork.fewest) or more rated; triage puts the questions in order."
            ),
            // How many they were, and to which of these questions, would tell of single people.
            open.state.uncounted.isEmpty
                ? nil
                : local(
                    "Answers are counted of ratings, and of yes or no, alone, so none to: \(namesOfUncounted(open.state.uncounted, in: open.state))."
                ),
            notes.isEmpty
                ? nil
                : counted(
                    notes.count, "note is kept without who wrote it; pre-work notes shows it.",
                    "notes are kept without who wrote them; pre-work notes shows them."),
            personal == 0
                ? nil
                : counted(
                    personal, "note seems to tell who somebody is: look at it before the workshop.",
                    "notes seem to tell who somebody is: look at them before the workshop."),
            Self.keyIsGone,
        ]
        try Surroundings.say(sentences.compactMap(\.self))
    }

    /// Asks somebody at the terminal; without anybody there it is a no.
    private func isAgreed(_ question: String) throws(CommandFault) -> Bool {
        guard TerminalPolicy.hasTerminal else { return false }
        return try Confirmation().isGiven(to: question)
    }

    private func erase(_ open: OpenSession) throws(CommandFault) {
        let now = try Surroundings.now()
        let names = Set(files)
        for file in names.sorted() {
            try attempt({ () throws(FileError) in try ReportFile.remove(file) }) {
                .report(file, .failed($0))
            }
        }
        do throws(PerformFault) {
            _ = try open.perform(.recordErasure(names.count), now: now)
        } catch {
            throw error.fault
        }
        try Surroundings.say([
            counted(names.count, "file was erased.", "files were erased.") + " "
                + local("Copies elsewhere, such as in mail, are out of reach.")
        ])
    }
}
