import Disclosure
import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `A stranger's journal` {
    @Test(.timeLimit(.minutes(1)), arguments: Many.allCases)
    func `of thousands of changes is opened, and the newest can be taken back`(shape: Many) throws {
        let disk = MemoryDisk()
        let path = try journal(of: shape.most, on: disk) { shape.payload($0) }
        let session = try SessionFolder(Story.folder, on: disk).open(path)
        #expect(session.state.lastNumber == shape.most + 1)
        #expect(shape.size(of: session.state) == shape.most)
        _ = try session.perform(.undo, now: .noon())
        #expect(shape.size(of: session.state) == shape.most - 1)
        _ = try session.perform(.redo, now: .noon())
        #expect(shape.size(of: session.state) == shape.most)
    }

    @Test(.timeLimit(.minutes(1)))
    func `that is signed off thousands of times is refused in a sentence`() throws {
        let disk = MemoryDisk()
        let path = try journal(on: disk) { number in
            number.isMultiple(of: 2) ? .signedOff(role: "chair") : .reopened(reason: "more")
        }
        let fault = JournalFault.tooMuch(path: path, .signOffs)
        #expect(throws: fault) { try SessionFolder(Story.folder, on: disk).read(path) }
        #expect(try SessionFolder(Story.folder, on: disk).inspect(path).instruments == [fault])
    }

    @Test func `holds no more links, themes, votes and moves than people make`() throws {
        func opened(_ payload: (Int) -> SessionEvent.Payload) throws {
            let disk = MemoryDisk()
            let path = try journal(of: 10_002, isWorkshop: true, on: disk, payload)
            _ = try SessionFolder(Story.folder, on: disk).read(path)
        }
        let tally = Tally(counts: [1, 1, 1, 1], dontKnow: 0, notApplicable: 0)
        #expect(throws: JournalFault.self) {
            try opened { .linked(Link(from: Many.problem("a\($0)"), to: Many.problem("b"), note: nil)) }
        }
        #expect(throws: JournalFault.self) { try opened { .themeAdded("plan.exists", "theme \($0)") } }
        #expect(throws: JournalFault.self) {
            try opened { $0.isMultiple(of: 2) ? .voted("plan.used", tally) : .revealed("plan.used") }
        }
        #expect(throws: JournalFault.self) { try opened { .voted(Question.ID("q.\($0)"), tally) } }
        #expect(throws: JournalFault.self) {
            try opened { _ in
                .migrated(.init(pins: InstrumentPins(Small.set), setAside: [], position: nil))
            }
        }
    }

    @Test(arguments: [
        SessionEvent.Payload.titled("t"), .authorityNamed("a"), .signedOff(role: "r"),
        .noted("plan.exists", "n"),
    ])
    func `has no longer words in a line than people write`(short: SessionEvent.Payload) throws {
        func opened(_ length: Int) throws(JournalFault) {
            let disk = MemoryDisk()
            let words = String(repeating: "x", count: length)
            let payload: SessionEvent.Payload =
                switch short {
                case .titled: .titled(words)
                case .authorityNamed: .authorityNamed(words)
                case .signedOff: .signedOff(role: words)
                default: .noted("plan.exists", words)
                }
            guard let path = try? journal(of: 1, on: disk, { _ in payload }) else { return }
            _ = try SessionFolder(Story.folder, on: disk).read(path)
        }
        var most = 16 * 1_024
        if case .noted = short { most = 4 * 1_024 * 1_024 }
        try opened(most)
        #expect(throws: JournalFault.self) { try opened(most + 1) }
    }

    @Test func `is not what the program itself writes`() throws {
        let disk = MemoryDisk()
        let path = try journal(of: 1, on: disk) { _ in .reviewersAsked("ask") }
        let session = try SessionFolder(Story.folder, on: disk).open(path)
        let long = String(repeating: "x", count: 4 * 1_024 * 1_024 + 1)
        for command in [
            SessionCommand.title(long), .note("plan.exists", long), .addStrength("plan.exists", long),
        ] {
            #expect(throws: PerformFault.self) { try session.perform(command, now: .noon()) }
        }
        session.close()
        #expect(try SessionFolder(Story.folder, on: disk).read(path).state.lastNumber == 2)
    }

    @Test func `has no more values in a line than one of ours`() {
        let many = Array("[\(String(repeating: "1,", count: JSON.mostValues))1]".utf8)
        #expect(throws: JSON.Malformed.self) { try JSON(many[...]) }
        let few = Array("[\(String(repeating: "1,", count: JSON.mostValues / 2))1]".utf8)
        #expect(throws: Never.self) { try JSON(few[...]) }
    }

    @Test(.timeLimit(.minutes(1)))
    func `of a million empty lines is looked at, and not all of them are kept`() throws {
        let disk = MemoryDisk()
        let path = try journal(of: 1, on: disk) { _ in .titled("Spring") }
        disk.node(at: path)?.bytes += [UInt8](repeating: UInt8(ascii: "\n"), count: 1_000_000)
        let found = try SessionFolder(Story.folder, on: disk).inspect(path).journal
        #expect(found.events == 2 && found.damaged == 1_000_000)
        #expect(found.faults.count == 1_000 && found.faults.map(\.line) == Array(3..<1_003))
        #expect(found.lostLines.values.map(\.count) == [JournalInspection.mostLost])
    }

    @Test func `is not read where it is larger than any`() throws {
        let disk = MemoryDisk()
        let path = try journal(of: 1, on: disk) { _ in .titled("Spring") }
        let short = try #require(disk.node(at: path)?.bytes)
        disk.node(at: path)?.bytes += [UInt8](repeating: 0, count: JournalFormat.longest + 1 - short.count)
        let folder = SessionFolder(Story.folder, on: disk)
        let fault = JournalFault.tooMuch(path: path, .bytes(most: JournalFormat.longest))
        #expect(throws: fault) { try folder.read(path) }
        #expect(throws: fault) { try folder.open(path) }
        #expect(throws: fault) { try folder.inspect(path) }
        let reads = disk.history.count { $0 == .read }
        #expect(try folder.list().map(\.fault) == [fault])
        #expect(throws: FolderFault.self) { try folder.resolve("Spring") }
        #expect(disk.history.count { $0 == .read } == reads)
    }

    @Test(arguments: Nonsense.all)
    func `says in which line something stands that nobody can have done`(nonsense: Nonsense) throws {
        let disk = MemoryDisk()
        let payloads = nonsense.before + [nonsense.what, .titled("Behind it")]
        let path = try journal(of: payloads.count, isWorkshop: nonsense.isInRoom, on: disk) {
            payloads[$0 - 2]
        }
        let folder = SessionFolder(Story.folder, on: disk)
        let line = 2 + nonsense.before.count
        let bytes = try #require(disk.node(at: path)?.bytes)
        let offset = bytes.split(separator: UInt8(ascii: "\n")).prefix(line - 1).reduce(0) {
            $0 + $1.count + 1
        }
        let fault = JournalFault.damaged(path: path, line: line, offset: offset, .impossible(nonsense.why))
        #expect(throws: fault) { try folder.read(path) }
        #expect(throws: fault) { try folder.open(path) }
        let found = try folder.inspect(path)
        #expect(found.journal.faults.map(\.damage) == [.impossible(nonsense.why)] && found.instruments == [])
        #expect(disk.node(at: path)?.bytes == bytes)
        // What comes behind it is brought back, and it is not.
        let salvaged = try folder.salvage(path) { _ throws(JournalFault) in throw .sealFailed }
        // A change that is not the newest can be neither taken back nor made again, and nothing is lost with that.
        var lost = [line]
        switch nonsense.what {
        case .undone, .redone: lost = []
        default: break
        }
        #expect(salvaged.lost == lost && salvaged.session.state.lastNumber >= payloads.count + 1)
        if nonsense.why != .signedOff { #expect(salvaged.session.state.title == "Behind it") }
    }

    private func journal(
        of count: Int = 10_000, isWorkshop: Bool = false, on disk: MemoryDisk,
        _ payload: (Int) -> SessionEvent.Payload
    ) throws -> String {
        let path = try SessionFolder(Story.folder, on: disk).start(
            title: "T", authority: nil, instruments: Small.set, as: isWorkshop ? .workshop : .ordinary,
            now: .noon(), random: SplitMix(seed: 3)
        ).path
        let first = try #require(disk.node(at: path)?.bytes)
        var chain = Array(try #require(JournalLine(Array(first.dropLast()))).chain)
        var bytes = first
        for number in 2..<(count + 2) {
            let event = SessionEvent(number: number, at: .noon(), what: payload(number))
            let line = JournalLine.bytes(of: event, salt: [UInt8](repeating: 0, count: 16), after: chain)
            bytes += line.bytes
            chain = line.chain
        }
        disk.node(at: path)?.bytes = bytes
        return path
    }
}

/// A change that a session can hold thousands of.
enum Many: CaseIterable {
    case asks, evidence, links, words, themes

    /// As many as a session can hold, or ten thousand.
    var most: Int {
        switch self {
        case .asks, .evidence, .words: 10_000
        case .links: 5_000
        case .themes: 1_000
        }
    }

    func payload(_ number: Int) -> SessionEvent.Payload {
        switch self {
        case .asks: .reviewersAsked("ask \(number)")
        case .evidence:
            .evidenceAdded(
                "plan.exists", Evidence(id: "E\(number)", kind: .frontline, reference: "r", text: ""))
        case .links: .linked(Link(from: Self.problem("a\(number)"), to: Self.problem("b"), note: nil))
        case .words: .noteAdded("plan.exists", "a line of many bytes, which is added to all that came before")
        case .themes: .themeAdded("plan.exists", "theme \(number)")
        }
    }

    func size(of state: SessionState) -> Int {
        let record = state.records["plan.exists"]
        return switch self {
        case .asks: state.asks.count
        case .evidence: record?.evidence.count ?? 0
        case .links: state.links.count
        case .words: record?.note?.split(separator: "\n").count ?? 0
        case .themes: record?.themes.count ?? 0
        }
    }

    static func problem(_ name: String) -> Reference<Element> { Reference("small", Identifier(name)) }
}

/// An event with a right checksum that no command leads to.
struct Nonsense: CustomTestStringConvertible {
    var before: [SessionEvent.Payload] = []
    let what: SessionEvent.Payload
    let why: Impossibility
    var isInRoom = false

    var testDescription: String { "\(why)" }

    private static func answer(_ id: Question.ID, _ response: Response) -> SessionEvent.Payload.AnswerEntry {
        .init(question: id, response: response, origin: .own)
    }

    static let all: [Nonsense] = [
        Nonsense(what: .noted("no.such", "x"), why: .unknownQuestion("no.such")),
        Nonsense(what: .confirmed(["no.such"], position: nil), why: .unknownQuestion("no.such")),
        Nonsense(
            what: .answered([answer("plan.exists", .given(.text("x")))], position: nil),
            why: .unfitting("plan.exists")),
        Nonsense(
            what: .answered([answer("plan.used", .given(.rating(900)))], position: nil),
            why: .unfitting("plan.used")),
        Nonsense(
            what: .answered(
                [answer("plan.exists", .dontKnow), answer("plan.exists", .dontKnow)], position: nil),
            why: .answeredTwice("plan.exists")),
        Nonsense(what: .undone(step: 1, position: nil), why: .notNewest(step: 1)),
        Nonsense(
            before: [.noted("plan.exists", "a"), .noted("plan.exists", "b")],
            what: .undone(step: 2, position: nil), why: .notNewest(step: 2)),
        Nonsense(
            before: [.noted("plan.exists", "a")], what: .redone(step: 2, position: nil),
            why: .notNewest(step: 2)),
        Nonsense(
            before: [.titled("a")], what: .noteContinued(step: 2, "b"), why: .notNewest(step: 2)),
        Nonsense(
            before: [.signedOff(role: "chair")], what: .noted("plan.exists", "later"), why: .signedOff),
        Nonsense(what: .reopened(reason: "r"), why: .notSignedOff),
        Nonsense(what: .reviewWithdrawn(7), why: .noReview(7)),
        Nonsense(what: .groundRulesAgreed, why: .noWorkshop),
        Nonsense(
            what: .voted("plan.used", Tally(counts: [1, 1], dontKnow: 0, notApplicable: 0)),
            why: .unfitting("plan.used"), isInRoom: true),
        Nonsense(what: .revealed("plan.used"), why: .notCounted("plan.used"), isInRoom: true),
        Nonsense(
            what: .linked(Link(from: Many.problem("a"), to: Many.problem("a"), note: nil)), why: .selfLink),
    ]
}
