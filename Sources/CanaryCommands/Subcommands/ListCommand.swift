import ArgumentParser
import Conversation
import Escaping
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
        let copies = folder.conflictCopies()
        let unnameable = folder.unnameable()
        try shared.close(sessions.map(\.path), in: folder)
        let now = try Surroundings.now()
        switch format {
        case .json:
            let list: [String: JSONValue] = [
                "format": .text("canary-list/1"), "sessions": .array(sessions.map { $0.json(now: now) }),
                "copies": .array(
                    copies.map {
                        .object([
                            "name": .text($0.name), "of": .text($0.original), "service": .text($0.service),
                        ])
                    }),
                "unnameable": JSONValue(texts: unnameable),
            ]
            try Surroundings.write(try json(.object(list)))
        case .text:
            var blocks: [Block] = sessions.map { .item(1, $0.localizedDescription(now: now)) }
            if sessions.isEmpty {
                let places = Places(folder)
                blocks.append(
                    .paragraph(
                        places.elsewhere == nil
                            ? local("There are no sessions yet. canary start leadership begins one.")
                            : places.empty.sentences))
                if places.elsewhere == nil { try shared.tell([places.empty.message.raisedSentence]) }
            }
            blocks += copies.map { .item(1, $0.localizedDescription) }
            if !copies.isEmpty {
                blocks.append(
                    .paragraph(
                        local(
                            "Two machines changed a session at once, or it was copied: such a copy counts for nothing here. Look at both with canary show and their paths, go on with one, and move the other out of the folder."
                        )))
            }
            blocks += unnameable.map {
                .item(
                    1, local("\($0): its name is not UTF-8, so that no command can name it. Rename the file.")
                )
            }
            if let shadowing = Places(folder).shadowing(shared) { blocks.append(.paragraph(shadowing)) }
            try Surroundings.write(PlainText.text(of: blocks, width: shared.screen.width))
        }
        // A session that the machine does not give may be in order; whoever asks by the status has to know.
        let isUnread = sessions.contains { if case .file? = $0.fault { true } else { false } }
        return isUnread ? .file : .done
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

extension ConflictCopy {
    /// What it is a copy of, and who made it.
    fileprivate var localizedDescription: String {
        local("\(name.visible): a copy of \(original.visible), as \(service) makes them.")
    }
}

extension SessionListing {
    fileprivate func json(now: Timestamp) -> JSONValue {
        func number(_ path: KeyPath<Counts, Int>) -> JSONValue {
            counts.map { .whole($0[keyPath: path]) } ?? .null
        }
        return .object([
            "id": .text(id), "title": JSONValue(title), "authority": JSONValue(authority),
            "questionnaire": JSONValue(questionnaire?.id), "questions": number(\.questions),
            "answered": number(\.answered), "dontKnow": number(\.dontKnow),
            "notApplicable": number(\.notApplicable),
            "toConfirm": toConfirm.map(JSONValue.whole) ?? .null, "changed": JSONValue(changed?.description),
            "state": .text(state.rawValue), "path": .text(path),
            "notices": JSONValue(texts: notices(now: now)),
        ])
    }
}
