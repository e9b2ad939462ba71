import ArgumentParser
import Conversation
import Escaping
import Instruments
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary trend`: the rounds of an authority's assessments.
struct TrendCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "Put the rounds of one authority side by side, the earliest first.",
        discussion: """
            Every session of that authority and questionnaire in the folder is a round, by the day of its start. Name \
            the questionnaire where there are several. canary compare takes sessions by name.
            """)

    @OptionGroup var options: SharedOptionGroup

    @Argument(help: "The authority's name, as the sessions have it.")
    var authority: String

    @Option(help: "The questionnaire, where there are rounds of several.")
    var questionnaire: String?

    @Option(help: "text, markdown, html or json.")
    var format = CompareCommand.Format.text

    @Option(help: "full, reviewers, corporate or public: what may be shown.")
    var audience = Audience.full

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let listings = try attempt({ () throws(FolderFault) in try folder.list() }) { .folder($0) }
        let found = listings.filter { $0.authority?.lowercased() == authority.lowercased() }
        guard !found.isEmpty else {
            let known = Set(listings.compactMap(\.authority)).sorted()
            throw .refused(
                ErrorDescription(
                    local("no session is about `\(authority.visible)`"),
                    hint: known.isEmpty
                        ? local("authority and its name says in a session whom it is about")
                        : local("the sessions are about \(listed(known.map(\.visible)))")))
        }
        let kinds = Set(found.compactMap { $0.questionnaire?.id }).sorted()
        let chosen = questionnaire ?? (kinds.count == 1 ? kinds.first : nil)
        guard let chosen, kinds.contains(chosen) else {
            throw .refused(
                ErrorDescription(
                    questionnaire == nil
                        ? local("there are rounds of several questionnaires: \(listed(kinds))")
                        : local("there is no round of `\((questionnaire ?? "").visible)`"),
                    hint: local("name one with --questionnaire: \(listed(kinds))")))
        }
        var rounds: [SessionState] = []
        for listing in found where listing.questionnaire?.id == chosen {
            let state = try shared.read(listing.path).state
            // What somebody answered alone before a workshop is no round.
            if state.invitation == nil { rounds.append(state.spoken(in: shared.localization)) }
        }
        rounds.sort { ($0.started, $0.session) < ($1.started, $1.session) }
        try CompareCommand.write(series(rounds, for: audience), as: format, shared)
        return .done
    }
}
