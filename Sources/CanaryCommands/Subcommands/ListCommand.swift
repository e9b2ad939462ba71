import ArgumentParser
import Conversation
import Languages
import Reports
import SessionFiles
import Sessions

/// `canary list`: the saved sessions.
struct ListCommand: CanarySubcommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the saved sessions, the newest first.")

    @OptionGroup var options: SharedOptionGroup

    @Option(help: "text or json.")
    var format = TextFormat.text

    func execute() throws(CommandFault) -> ExitStatus {
        let folder = try shared.folder()
        let sessions = try attempt({ () throws(FolderFault) in try folder.list() }) { .folder($0) }
        switch format {
        case .json:
            try Surroundings.write(
                try json(
                    .object([
                        "format": .text("canary-list/1"), "sessions": .array(sessions.map(\.json)),
                    ])))
        case .text:
            guard !sessions.isEmpty else {
                try Surroundings.write(
                    local("There are no sessions yet. canary start leadership begins one.") + "\n")
                return .done
            }
            let blocks: [Block] = sessions.map { .item(1, $0.inWords) }
            try Surroundings.write(PlainText.text(of: blocks, width: shared.screen.width))
        }
        return .done
    }
}

/// The formats of commands that show something.
enum TextFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// A value as JSON text.
func json(_ value: JSONValue) throws(CommandFault) -> String {
    try attempt({ () throws(any Error) in try JSONExporter.text(of: value) }) { .encoding("\($0)") }
}

extension SessionListing {
    fileprivate var json: JSONValue {
        func number(_ path: KeyPath<Counts, Int>) -> JSONValue {
            counts.map { .whole($0[keyPath: path]) } ?? .null
        }
        return .object([
            "id": .text(id), "title": JSONValue(title), "authority": JSONValue(authority),
            "questionnaire": JSONValue(questionnaire?.id), "questions": number(\.questions),
            "answered": number(\.answered), "dontKnow": number(\.dontKnow),
            "notApplicable": number(\.notApplicable), "changed": JSONValue(changed?.description),
            "state": .text(state.rawValue), "path": .text(path),
        ])
    }
}
