import FoundationEssentials
import Instruments
import TestSupport
import Testing

@testable import SessionFiles
@testable import Sessions

/// Every word of somebody's own in a journal can be named, and taken out for good.
@Suite struct `Every word` {
    /// The texts in bodies that programs make up or choose from what is offered; any other text is somebody's words.
    ///
    /// An event with a text that is new fails these tests until it stands here or can be taken out.
    private static let madeUp: Set<String> = [
        "*.question", "*.questions", "*.position", "*.from", "*.to", "*.id", "*.version", "*.sha256",
        "*.compiled",
        "*.kind", "*.confidential", "*.finding", "*.state", "*.item",
        "*.origin", "*.due", "*.date", "*.day", "*.format", "*.verdict", "*.way", "*.size", "*.role#gaps",
        "*.difference",
        "*.setAside", "*.reworded", "*.publicKey", "*.privateKey", "*.workshop", "*.contributor", "*.choice",
        "*.choices", "*.answer", "*.type", "invited.fingerprints",
        "started.session", "measureRemoved.measure", "released.pack", "released.audience", "reviewFiled.file",
        "reviewerFiled.file",
        "reviewerFiled.reviewer", "roomArranged.voting", "roomArranged.share", "wordsRemoved.place",
    ]

    /// A body with each text that is somebody's words marked as no other is.
    private struct Marker {
        var count = 0
        var marks: [String] = []

        mutating func marked(_ json: JSON, _ type: String, _ path: [String] = []) -> JSON {
            switch json {
            case .string(let text):
                let key = path.last ?? ""
                let within = path.dropLast().last.map { "*.\(key)#\($0)" } ?? ""
                guard Every.madeUp.isDisjoint(with: ["*.\(key)", "\(type).\(key)", within]) else {
                    return .string(text)
                }
                count += 1
                marks.append("NEEDLE\(count)z")
                return .string("NEEDLE\(count)z")
            case .array(let items): return .array(items.map { marked($0, type, path) })
            case .object(let members):
                return .object(
                    members.map { member in
                        // What stands in place of other events is of their kinds, which are here, too.
                        guard member.key != "instead" else { return member }
                        return JSON.Member(
                            key: member.key, value: marked(member.value, type, path + [member.key]))
                    })
            case .null, .bool, .number: return json
            }
        }
    }
    private typealias Every = `Every word`

    /// The shapes of all events with their words marked, and the marks.
    private static func marked() throws -> (payloads: [SessionEvent.Payload], marks: [String]) {
        var marker = Marker()
        let payloads = try Bodies.all.compactMap { payload, type, body -> SessionEvent.Payload? in
            if case .unrecognised = payload { return nil }
            let json = marker.marked(try JSON(Array(body.utf8)[...]), type)
            return try SessionEvent.Payload(type: type, body: json.bytes[...])
        }
        return (payloads, marker.marks)
    }

    @Test func `there is a shape of every type that the format's page names`() throws {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let page = String(
            decoding: try Data(contentsOf: root.appending(path: "docs/journal.md")), as: UTF8.self)
        let table = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let types = Set(
            table.flatMap { $0.dropFirst(2).prefix { $0 != "|" }.split(separator: "`") }.map(String.init)
                .filter { $0.allSatisfy(\.isLetter) && !["workshop"].contains($0) })
        #expect(types.count > 30)
        #expect(types.subtracting(Bodies.all.map(\.1)) == [])
    }

    @Test func `of every shape is called by its place, and is gone without it`() throws {
        let (payloads, marks) = try Self.marked()
        #expect(marks.count > 40)
        // Each shape is an event of its own journal, behind a note that lines can go on with.
        var reached: Set<String> = []
        for payload in payloads {
            var events = [
                SessionEvent(number: 1, at: .noon(), what: Bodies.all[1].0),
                SessionEvent(number: 7, at: .noon(), what: .noted("q", "n")),
            ]
            if case .started = payload { events = [] }
            events.append(SessionEvent(number: events.isEmpty ? 1 : 8, at: .noon(), what: payload))
            let body = String(decoding: payload.body.bytes, as: UTF8.self)
            let there = marks.filter { body.contains($0) }
            for placed in events.placedWords {
                let told = there.filter { mark in placed.words.contains { $0.contains(mark) } }
                guard !told.isEmpty, let redaction = redaction(of: placed.place, in: events) else { continue }
                #expect(WordsPlace("\(placed.place)") == placed.place)
                let rest = redaction.instead.map { String(decoding: $0.what.body.bytes, as: UTF8.self) }
                for mark in told { #expect(!rest.contains { $0.contains(mark) }, "\(placed.place)") }
                reached.formUnion(told)
            }
        }
        #expect(marks.filter { !reached.contains($0) } == [])
    }

    @Test func `can be named before, and is nowhere on the disk once every place was redacted`() throws {
        let disk = MemoryDisk()
        let sessions = SessionFolder(Story.folder, on: disk)
        let made = try sessions.start(
            title: "NEEDLEtitle", authority: "NEEDLEauthority", instruments: Small.set, now: .noon())
        let path = made.path
        made.close()
        let (payloads, marks) = try Self.marked()
        var lines = try JournalLines(of: path, on: disk, seal: nil)
        let more: [SessionEvent.Payload] =
            // Where an event is lost, nobody can say that the shapes do not go together. That of a note's next line names event
            // 7, which is a note.
            (2...7).map { .noted("plan.exists", "NEEDLEnote \($0)") } + [.lost(bytes: 0)]
            + payloads.filter { payload in
                // Those that only a session's start or other instruments go with have tests of their own.
                switch payload {
                case .started, .migrated: false
                default: true
                }
            }
        for what in more {
            let number = lines.entries.count + 1
            lines.remove(
                [], adding: SessionEvent(number: number, at: .noon(), what: what),
                salt: Array(repeating: 7, count: 16))
        }
        addSummary(#"{"figures":"NEEDLEsummary"}"#, to: &lines)
        disk.node(at: path)?.bytes = try lines.file(sealedWith: nil)
        for leftover in [path + ".torn-1", Story.folder + "/.canary-new-9"] {
            let file = try disk.create(leftover)
            _ = try disk.append(Array("NEEDLE".utf8)[...], to: file)
        }
        #expect(try !sessions.read(path).state.isReadOnly)

        let named = try sessions.words(in: path).flatMap(\.words)
        let inStart = Set(
            payloads.flatMap { payload -> [String] in
                guard case .started(let start) = payload else { return [] }
                return [start.title, start.authority].compactMap(\.self)
            })
        #expect(
            marks.filter { mark in !inStart.contains(mark) && !named.contains { $0.contains(mark) } } == [])
        var random = SplitMix(seed: 1)
        while let placed = try sessions.words(in: path).randomElement(using: &random) {
            let done = try sessions.redact(placed.place, in: path, now: .noon())
            _ = try #require(done, "\(placed)")
        }
        func holds(_ text: [UInt8], _ node: MemoryDisk.Node) -> Bool {
            node.bytes.firstRange(of: text) != nil || node.names.values.contains { holds(text, $0) }
        }
        #expect(!holds(Array("NEEDLE".utf8), disk.root))
        let inspection = try sessions.inspect(path).journal
        #expect(inspection.faults == [])
        let session = try sessions.open(path)
        #expect(session.state.title == .removedWords && session.state.authority == nil)
        _ = try session.perform(.title("Anew"), now: .noon())
        session.close()
        let (salvaged, _, _) = try sessions.salvage(path) { _ throws(JournalFault) in throw .sealFailed }
        #expect(salvaged.state.title == "Anew")
    }

    @Test(arguments: [
        #"{"after":"00","program":"0.1.0","instruments":["a"],"figures":"NEEDLE"}"#, #"{"x":["NEEDLE"]}"#,
    ])
    func `that version 0.1 noted of a session goes with the authority, whole`(body: String) throws {
        let disk = MemoryDisk()
        let sessions = SessionFolder(Story.folder, on: disk)
        let made = try sessions.start(
            title: "T", authority: "NEEDLE", instruments: Small.set, now: .noon())
        let path = made.path
        made.close()
        var lines = try JournalLines(of: path, on: disk, seal: nil)
        addSummary(body, to: &lines)
        addSummary("{}", to: &lines)
        disk.node(at: path)?.bytes = try lines.file(sealedWith: nil)
        func holds() -> Bool { disk.node(at: path)?.bytes.firstRange(of: Array("NEEDLE".utf8)) != nil }

        #expect(try sessions.redact(.numbered(.title, nil), in: path, now: .noon()) != nil)
        #expect(holds())
        #expect(try sessions.redact(.numbered(.authority, 1), in: path, now: .noon()) != nil)
        #expect(!holds())
        #expect(try sessions.redact(.numbered(.authority, nil), in: path, now: .noon()) == nil)
        // The fourth says what stands for the title, and is said again.
        #expect(try sessions.read(path).removed == [1, 2, 3, 4])
        #expect(try sessions.inspect(path).journal.faults == [])

        // A name that is given anew is taken out anew, and what was taken out stays out.
        let session = try sessions.open(path)
        #expect(!session.state.isReadOnly && session.state.authority == nil)
        _ = try session.perform(.nameAuthority("NEEDLE"), now: .noon())
        session.close()
        #expect(try sessions.redact(.numbered(.authority, nil), in: path, now: .noon()) != nil)
        #expect(!holds())
        #expect(try sessions.inspect(path).journal.faults == [])
    }

    /// Adds what version 0.1 wrote when a session was left.
    private func addSummary(_ body: String, to lines: inout JournalLines) {
        let number = lines.entries.count + 1
        lines.remove(
            [], adding: SessionEvent(number: number, at: .noon(100_000), what: .summarised),
            foreignLine(type: "summarised", body: Array(body.utf8), number: number, after: lines.head))
    }

    @Test func `of the start goes, and the session is found by its id`() throws {
        let disk = MemoryDisk()
        let sessions = SessionFolder(Story.folder, on: disk)
        let made = try sessions.start(
            title: "NEEDLE", authority: "NEEDLE", instruments: Small.set, now: .noon())
        let (path, id) = (made.path, made.state.session)
        made.close()
        for kind in [WordsPlace.Kind.title, .authority] {
            #expect(try sessions.redact(.numbered(kind, nil), in: path, now: .noon()) != nil)
            #expect(try sessions.redact(.numbered(kind, nil), in: path, now: .noon()) == nil)
        }
        #expect(disk.node(at: path)?.bytes.firstRange(of: Array("NEEDLE".utf8)) == nil)
        #expect(try sessions.resolve(id) == path)
        #expect(try sessions.list().map(\.title) == [.removedWords])
        #expect(try sessions.inspect(path).journal.faults == [])
        #expect(try sessions.read(path).removed == [1, 2])
    }

    @Test func `of the start that nothing stands for is damage, and said`() throws {
        let disk = MemoryDisk()
        let sessions = SessionFolder(Story.folder, on: disk)
        let made = try sessions.start(title: "T", authority: nil, instruments: Small.set, now: .noon())
        let path = made.path
        made.close()
        var lines = try JournalLines(of: path, on: disk, seal: nil)
        lines.remove(
            [1], adding: SessionEvent(number: 2, at: .noon(), what: .titled("Other")),
            salt: Array(repeating: 7, count: 16))
        disk.node(at: path)?.bytes = try lines.file(sealedWith: nil)
        let fault = JournalFault.damaged(path: path, line: 1, offset: 0, .removed(type: "started"))
        #expect(throws: fault) { try sessions.read(path) }
        #expect(throws: fault) { try sessions.open(path) }
        #expect(try sessions.inspect(path).journal.faults.map(\.damage) == [.removed(type: "started")])
    }
}
