import ArgumentParser
import Conversation
import Escaping
import Instruments
import Languages
import LineEditing
import Reports
import SessionFiles
import Sessions

/// `canary slips`: ballot slips to print.
struct SlipsCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "slips", abstract: "Make a page of ballot slips for a workshop, to print and cut.")

    @OptionGroup var options: SharedOptionGroup

    @Option(help: "How many slips each question gets; as many as people are present otherwise.")
    var people: Int?

    @Option(help: "One area, by its id or its beginning; all otherwise.")
    var area: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")
    )
    var output = "-"

    @Flag(help: "Replace the file where there is one.")
    var force = false

    @Argument(help: "The workshop: an id, its beginning, a title or a path.")
    var session: String

    func validate() throws {
        if let people, !RoomArrangement.people.contains(people) {
            throw ValidationError(
                "--people takes a number from \(RoomArrangement.people.lowerBound) to \(RoomArrangement.people.upperBound)"
            )
        }
    }

    func execute() throws(CommandFault) -> ExitStatus {
        let state = try shared.read(session).state.spoken(in: shared.localization)
        guard let room = state.room else { throw .rejected(.noWorkshop, place: nil) }
        guard let people = people ?? room.arrangement.present else {
            throw .rejected(.nobodyPresent, place: nil)
        }
        let areas = state.questionnaire.areas(beginning: area ?? "")
        guard !areas.isEmpty else {
            throw .refused(
                ErrorDescription(
                    local("there is no area `\((area ?? "").visible)`"),
                    hint: local("the areas are \(listed(state.questionnaire.areas.map(\.id.text)))")))
        }
        let page = SlipsPage.text(of: state, people: people, areas: areas)
        if output == "-" {
            try Surroundings.write(page)
        } else {
            try attempt(
                { () throws(FileError) in
                    try ReportFile.write(Array(page.utf8), to: output, replacing: force)
                }) { .report(output, $0.isNameTaken ? .exists : .failed($0)) }
        }
        return .done
    }
}
