import ArgumentParser
import Conversation
import Escaping
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

/// `canary submit`: seals one person's answers for a workshop.
struct SubmitCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Seal your answers for the workshop that you were invited to.",
        discussion: """
            The sealed file holds your answers as they stand, but for those whose level you marked as confidential, \
            your notes that are not confidential and your group; \
            no name, no times and nothing that you took back. Until the workshop merges what came back, whoever holds \
            its session can open the file; the merge removes the key. Answer on and submit again until then: the \
            newest counts.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Option(
        help: ArgumentHelp(
            "members, corporate, children's-services-leaders, middle-managers, front-line or partners.",
            valueName: "group"))
    var role: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The sealed file to write; named after the session's file otherwise.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file where there is one.")
    var force = false

    @Argument(help: "The file that you were sent.")
    var file: String

    func execute() throws(CommandFault) -> ExitStatus {
        let now = try Surroundings.now()
        let folder = try shared.folder()
        let path = try shared.resolve(file, in: folder)
        let open = try shared.open(path, in: folder)
        guard let invitation = open.state.invitation else {
            throw .refused(
                ErrorDescription(
                    local("this session is no invitation to a workshop"),
                    hint: local("canary invite makes one; a session of your own is exported instead")))
        }
        guard open.state.records.values.contains(where: { $0.response != nil }) else {
            throw .refused(
                ErrorDescription(
                    local("nothing is answered yet"), hint: local("canary resume \(file.visible) begins"))
            )
        }
        let role = try group()
        let target =
            output
            ?? (path.hasSuffix(JournalFormat.suffix)
                ? String(path.dropLast(JournalFormat.suffix.count)) : path) + ".canary-answers"
        try attempt({ () throws(FileError) in try ReportFile.check(target, replacing: force) }) {
            .report(target, $0.isNameTaken ? .exists : .failed($0))
        }
        let edition = open.state.releases.filter { $0.release.format == Self.format }.count + 1
        let bytes = try attempt({ () throws(PreWorkFault) in
            try SealedAnswers.file(of: open.state, invitation, as: role, edition: edition)
        }) { .preWork(file, $0) }
        let draft = try attempt(
            { () throws(FileError) in try ReportFile.prepare(bytes, for: target, replacing: force) }
        ) { .report(target, $0.isNameTaken ? .exists : .failed($0)) }
        do throws(PerformFault) {
            _ = try open.perform(
                .recordRelease(
                    Release(
                        pack: invitation.workshop, audience: "workshop", format: Self.format,
                        sha256: ReportFile.sha256(bytes))), now: now)
        } catch {
            throw error.fault
        }
        try attempt({ () throws(FileError) in try draft.place(replacing: force) }) {
            .report(target, $0.isNameTaken ? .exists : .failed($0))
        }
        let withheld = open.state.asked.questions.filter {
            open.state.isWithheld($0) && open.state.response(to: $0.id) != nil
        }.map(\.id)
        let uncounted = open.state.uncounted.filter {
            open.state.response(to: $0) != nil && !withheld.contains($0)
        }
        try Surroundings.say(
            [
                local(
                    "Sealed in \(target), for the group \(role.localizedDescription). Send that file to the facilitator."
                ),
                local(
                    "It holds your answers and notes as they are now, and no name. Who holds the workshop's session can open it."
                ),
                local(
                    "It is sealed to the workshop's key, in words: \(SealedAnswers.words(of: invitation.publicKey)). Where the invitation has others, ask the facilitator before you send it."
                ),
                withheld.isEmpty
                    ? nil
                    : counted(
                        withheld.count,
                        "answer is withheld, and is not in it: \(namesOfUncounted(withheld, in: open.state)).",
                        "answers are withheld, and are not in it: \(namesOfUncounted(withheld, in: open.state))."
                    ),
                uncounted.isEmpty
                    ? nil
                    : plural(
                        uncounted.count,
                        "\(uncounted.count) of your answers is not counted, for the workshop counts ratings, and yes or no: \(namesOfUncounted(uncounted, in: open.state)). A note on it is kept.",
                        "\(uncounted.count) of your answers are not counted, for the workshop counts ratings, and yes or no: \(namesOfUncounted(uncounted, in: open.state)). Notes on them are kept."
                    ),
            ].compactMap(\.self))
        return .done
    }

    /// What the session's history calls what was sealed.
    private static let format = "pre-work"

    private func group() throws(CommandFault) -> RoleGroup {
        if let role { return try named(role) }
        let groups = RoleGroup.allCases
        if TerminalPolicy.hasTerminal {
            try Surroundings.say(
                [local("Which group do you belong to?")]
                    + groups.enumerated().map { "\($0 + 1)  \($1.localizedDescription)" })
        }
        let prompt = local("A number from 1 to \(groups.count):") + " "
        guard case .line(let line) = PlainLineReader().readLine(prompt: prompt, completions: { _ in [] })
        else {
            throw .refused(noGroup(""))
        }
        let reply = line.split(separator: " ").joined(separator: " ")
        if let number = Int(reply), groups.indices.contains(number - 1) { return groups[number - 1] }
        return try named(reply)
    }

    private func named(_ text: String) throws(CommandFault) -> RoleGroup {
        let matches = RoleGroup.allCases.filter { $0.rawValue.hasPrefix(text.lowercased()) }
        guard let match = matches.first, matches.count == 1 else { throw .refused(noGroup(text)) }
        return match
    }

    private func noGroup(_ text: String) -> ErrorDescription {
        ErrorDescription(
            text.isEmpty ? local("no group was named") : local("`\(text.visible)` is no group"),
            hint: local("add --role and one of \(listed(RoleGroup.allCases.map(\.rawValue)))"))
    }
}
