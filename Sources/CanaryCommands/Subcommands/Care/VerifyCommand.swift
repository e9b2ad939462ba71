import ArgumentParser
import Conversation
import Escaping
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary verify`: whether journals are as they were written.
struct VerifyCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check every line of sessions, and report every fault.",
        discussion: """
            The checksums show damage and careless edits. They are no signature: whoever can write the file can \
            write new ones, and a file that is cut between two lines is a shorter session. So note the value that \
            a sign-off prints elsewhere, and compare it by --head.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Option(
        help: ArgumentHelp("A value noted at a sign-off, to be found in the session.", valueName: "value"))
    var head: String?

    @Flag(help: "Make a new session of all that is sound in a damaged one; the damaged one stays.")
    var salvage = false

    @Option(help: "text or json.")
    var format = TextFormat.text

    @Argument(help: "Ids, their beginnings, titles or paths.")
    var sessions: [String]

    func validate() throws {
        if sessions.isEmpty { throw ValidationError("Name at least one session.") }
        if head != nil, sessions.count > 1 { throw ValidationError("--head goes with one session.") }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let passphrases = PassphraseSource(descriptor: shared.passphraseFd)
        let folder = try shared.folder(passphrases)
        let now = try Surroundings.now()
        var isSound = true
        var verified: [JSONValue] = []
        for name in sessions {
            let path = try shared.resolve(name, in: folder)
            let found = try attempt({ () throws(JournalFault) in try folder.inspect(path) }) { .journal($0) }
            let isSoundHere =
                found.journal.faults.isEmpty && found.instruments.isEmpty
                && (found.unchecked.isEmpty || !shared.strict)
                && head.map { found.journal.number(ofHead: $0) != nil } != false
            isSound = isSound && isSoundHere
            let salvaged =
                salvage && !found.journal.faults.isEmpty ? try salvaged(path, in: folder, passphrases) : nil
            switch format {
            case .json:
                verified.append(
                    .verification(
                        of: found.journal, found.instruments, unchecked: found.unchecked, head: head,
                        isSound: isSoundHere, salvaged: salvaged.map { ($0.session, $0.lost, $0.marked) },
                        now: now))
            case .text:
                let isWhole = found.instruments.isEmpty && found.unchecked.isEmpty
                var lines =
                    words(on: found.journal, isWhole: isWhole)
                    + (found.journal.dates?.faults(at: now)?.localizedDescription ?? [])
                lines += found.instruments.map(\.errorDescription.sentences)
                if !found.unchecked.isEmpty {
                    lines.append(
                        local(
                            "Nobody can check these instruments, for version 0.1 did not note what their files held: \(listed(found.unchecked.map(\.visible))). Name the folder of their YAML with --questionnaires DIR."
                        ))
                }
                if let head { lines.append(words(on: head, in: found.journal)) }
                if let salvaged { lines += words(on: salvaged, of: path) }
                try Surroundings.say(lines)
            }
            try shared.close([path], in: folder)
        }
        if format == .json {
            try Surroundings.write(
                try json(
                    .object([
                        "format": .text("canary-verification/1"), "sound": .bool(isSound),
                        "sessions": .array(verified),
                    ])))
        }
        return isSound ? .done : .findings
    }

    /// The most damaged lines that are named.
    private static let mostFaults = 100

    private func words(on journal: JournalInspection, isWhole: Bool) -> [String] {
        var lines: [String] = []
        let events = counted(journal.events, "sound event", "sound events")
        lines.append(
            journal.faults.isEmpty && !isWhole
                ? local(
                    "\(journal.path.visible): \(events), and every line is as it was written. Head: \(journal.head ?? "")"
                )
                : journal.faults.isEmpty
                    ? local(
                        "\(journal.path.visible): \(events), and nothing is wrong. Head: \(journal.head ?? "")"
                    )
                    : local("\(journal.path.visible): \(events)."))
        for fault in journal.faults.prefix(Self.mostFaults) {
            lines.append(
                local(
                    "Line \(fault.line), at byte \(fault.offset): \(fault.damage.localizedDescription.cutToBeRead)."
                ))
        }
        let more = journal.damaged - min(journal.faults.count, Self.mostFaults)
        if more > 0 {
            lines.append(counted(more, "more line is damaged.", "more lines are damaged."))
        }
        if journal.isTornAtEnd {
            lines.append(
                local(
                    "The last line is torn, as after a crash. Resuming the session sets it aside; all before "
                        + "it stays."))
        }
        if journal.stopsEarly {
            lines.append(
                local(
                    "What comes after cannot be looked at: a sealed line opens only behind the one before it."
                ))
        }
        if !journal.removed.isEmpty {
            lines.append(
                counted(
                    journal.removed.count,
                    "event had its words, its count of a vote or its key removed for good.",
                    "events had their words, counts of votes or keys removed for good."))
        }
        if !journal.unrecognised.isEmpty {
            lines.append(
                local(
                    "Of a later version of Canary, and kept: \(listed(journal.unrecognised.map(\.visible)).cutToBeRead)."
                )
            )
        }
        return lines
    }

    private func words(on head: String, in journal: JournalInspection) -> String {
        guard let number = journal.number(ofHead: head) else {
            return local(
                "The value is not in this session: it was cut, rewritten, or the value is another session's.")
        }
        let (since, summaries) = journal.events(since: number)
        guard since > 0 else {
            return local("The value is that of the last event: the session is as it was when it was noted.")
        }
        let new = plural(
            since, "The value is that of event \(number); \(since) event has been added since.",
            "The value is that of event \(number); \(since) events have been added since.")
        guard summaries > 0 else { return new }
        return new + " "
            + plural(
                summaries, "Beside it, \(summaries) event only sums up what came before.",
                "Beside these, \(summaries) events only sum up what came before.")
    }

    private func salvaged(
        _ path: String, in folder: SessionFolder, _ passphrases: PassphraseSource
    ) throws(CommandFault) -> (session: SessionState, lost: [Int], marked: [Question.ID]) {
        let (session, lost, marked) = try attempt({ () throws(JournalFault) in
            try folder.salvage(path, seal: passphrases.again)
        }) {
            .journal($0)
        }
        return (session.state, lost, marked)
    }

    private func words(
        on salvaged: (session: SessionState, lost: [Int], marked: [Question.ID]), of path: String
    ) -> [String] {
        let (session, lost, marked) = salvaged
        return [
            local("A new session holds all that is sound: \(session.session)."),
            lost.isEmpty
                ? local("Nothing was lost.")
                : counted(
                    lost.count, "event could not be brought back: number \(listed(lost.runs)).",
                    "events could not be brought back: numbers \(listed(lost.runs))."),
            local(
                "The damaged file stays as it is, with all that its damaged lines still hold, counts of votes and words that were to go among it. Once the new session is right, canary erase \(path.visible) removes it."
            ),
        ] + words(on: marked, Labels(session.questionnaire))
    }

    /// That answers are kept back which may have been marked confidential.
    private func words(on marked: [Question.ID], _ labels: Labels) -> [String] {
        guard !marked.isEmpty else { return [] }
        return [
            plural(
                marked.count,
                "A mark as confidential may be among what was lost, so the answer to \(listed(marked.map { labels[$0].short })) is confidential now, its level and its words. Where it may be shown, confidential off takes the mark away.",
                "A mark as confidential may be among what was lost, so the answers to these are confidential now, levels and words: \(listed(marked.map { labels[$0].short })). Where they may be shown, confidential off takes the mark away."
            )
        ]
    }
}

extension [Int] {
    /// The numbers in order, with those that follow one another as one item.
    fileprivate var runs: [String] {
        var runs: [ClosedRange<Int>] = []
        for number in self {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : local("\($0.lowerBound) to \($0.upperBound)") }
    }
}
