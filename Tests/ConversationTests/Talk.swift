import Foundation
import Instruments
import LineEditing
import SessionFiles
import Sessions
import Terminal

@testable import Conversation

/// A conversation about a small session on the disk, with lines that were written down beforehand.
struct Talk {
    /// What was said.
    let said: String
    /// How it ended.
    let ending: Ending
    /// Where the session stands.
    let state: SessionState
    /// How long the journal is, in bytes.
    let length: Int
    /// Every event.
    let events: [SessionEvent]

    /// Has a conversation.
    init(
        _ lines: String..., isTerminal: Bool = false, of questionnaire: Questionnaire = Self.questionnaire
    ) throws {
        try self.init(lines.map(LineInput.line), isTerminal: isTerminal, of: questionnaire)
    }

    /// Has a conversation.
    init(
        _ inputs: [LineInput], isTerminal: Bool = false, of questionnaire: Questionnaire = Self.questionnaire
    ) throws {
        (said, ending, state, length, events) = try Self.open(inputs, isTerminal, questionnaire) {
            talk, said, path in
            let ending = talk.run()
            let length = try Data(contentsOf: URL(filePath: path)).count
            return (said.text, ending, talk.recorded, length, try talk.events())
        }
    }

    /// Opens a conversation and does something with it.
    static func open<Result>(
        _ inputs: [LineInput], _ isTerminal: Bool, _ questionnaire: Questionnaire = Self.questionnaire,
        as kind: SessionKind = .ordinary, clock: @escaping () -> Timestamp? = { noon },
        _ body: (Conversation, Said, _ path: String) throws -> Result
    ) throws -> Result {
        try inFolder { path in
            let session = try SessionFolder(path + "/sessions").start(
                title: "T", authority: nil,
                instruments: InstrumentSet(questionnaire: questionnaire, frameworks: []), as: kind, now: noon)
            let said = Said()
            let talk = Conversation(
                session: session, reader: ScriptedLineReader(inputs, isTerminal: isTerminal),
                screen: Screen(said), now: clock)
            return try body(talk, said, session.path)
        }
    }

    /// Opens a conversation that reads from somewhere else.
    static func withReader(_ reader: any LineReader, _ body: (Conversation) throws -> Void) throws {
        try inFolder { path in
            let session = try SessionFolder(path + "/sessions").start(
                title: "T", authority: nil,
                instruments: InstrumentSet(questionnaire: questionnaire, frameworks: []), now: noon)
            try body(Conversation(session: session, reader: reader, screen: Screen(Said()), now: { noon }))
        }
    }

    /// Does something in a folder that only the user can read, and removes it.
    private static func inFolder<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "canary-talk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder.path)
    }

    /// What was said, on one line.
    var words: String { said.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    final class Said: TextSink {
        private(set) var text = ""
        func write(_ text: String) throws(OutputFault) { self.text += text }
    }

    private static let noon = Timestamp(milliseconds: 1_795_000_000_000)

    static let questionnaire: Questionnaire = {
        let grip = Scale(levels: ["Not in place", "Emerging", "Established", "Embedded"], metFrom: 3)
        func rating(_ id: Question.ID) -> Question {
            Question(
                id: id, text: "How is it?",
                kind: .rating(.init(scaleID: "grip", scale: grip, descriptors: ["a", "b", "c", "d"])))
        }
        return Questionnaire(
            id: "small", version: "1.0.0", title: "Small", feeds: [], scales: ["grip": grip],
            areas: [
                Area(
                    id: "plan", title: "Plan",
                    questions: [rating("plan.one"), rating("plan.two"), rating("plan.three")]),
                Area(
                    id: "talk", title: "Talk",
                    questions: [
                        Question(
                            id: "talk.role", text: "What do you do?", kind: .text,
                            probes: ["Since when?", "With whom?"]),
                        Question(id: "talk.else", text: "What else?", kind: .text),
                    ]),
            ], sha256: String(repeating: "5e", count: 32))
    }()

    /// Questions in words alone.
    static let interview: Questionnaire = {
        var interview = questionnaire
        interview.areas.removeFirst()
        return interview
    }()
}

/// What is asked beside the questions; Swift Testing has a type of that name, too.
typealias Pending = Expectation
