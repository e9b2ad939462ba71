import Crypto
import FoundationEssentials
import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `The file of a pinned instrument` {
    private let disk = MemoryDisk()
    private let folder = Story.folder + "/instruments"
    private var sessions: SessionFolder { SessionFolder(Story.folder, on: disk) }
    private var file: String { folder + "/\(Small.framework.sha256).json" }
    private let pin = Instrument.framework(Small.framework).pin

    @Test func `is noted in the journal by its SHA-256`() throws {
        let path = try start(Small.set)
        let line = String(decoding: try #require(disk.node(at: path)?.bytes), as: UTF8.self)
        for pin in [Instrument.questionnaire(Small.questionnaire).pin, pin] {
            let kept = try #require(disk.node(at: folder + "/\(pin.sha256).json")?.bytes)
            #expect(line.contains(hash(of: kept)))
        }
    }

    @Test func `is believed in no other byte`() throws {
        let path = try start(Small.set)
        let kept = try #require(disk.node(at: file)?.bytes)
        var random = SplitMix(seed: 7)
        for _ in 0..<200 {
            var bytes = kept
            let place = Int.random(in: bytes.indices, using: &random)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            disk.node(at: file)?.bytes = bytes
            let fault = JournalFault.damagedInstrument(path: file, pin)
            #expect(throws: fault) { try sessions.read(path) }
            #expect(throws: fault) { try sessions.open(path) }
            #expect(try sessions.inspect(path).instruments == [fault])
        }
        disk.node(at: file)?.bytes = kept
        #expect(try sessions.read(path).state.instruments == Small.set)
        #expect(try sessions.inspect(path).instruments.isEmpty)
    }

    @Test func `that says the same in other words is not believed`() throws {
        let path = try start(Small.set)
        let kept = try #require(disk.node(at: file)?.bytes)
        disk.node(at: file)?.bytes = [UInt8(ascii: " ")] + kept
        #expect(throws: JournalFault.damagedInstrument(path: file, pin)) { try sessions.read(path) }
    }

    @Test func `is taken from wherever the right one is given`() throws {
        let path = try start(Small.set)
        let kept = try #require(disk.node(at: file)?.bytes)
        disk.node(at: file)?.bytes = try changed()
        disk.node(at: "/home/data")?.names["elsewhere"] = MemoryDisk.Node(inode: 900, isFolder: true)
        let elsewhere = MemoryDisk.Node(inode: 901, isFolder: false)
        elsewhere.bytes = kept
        disk.node(at: "/home/data/elsewhere")?.names["\(pin.sha256).json"] = elsewhere
        let given = SessionFolder(
            Story.folder, on: disk, instruments: InstrumentSources(elsewhere: ["/home/data/elsewhere"]))
        #expect(try given.read(path).state.instruments == Small.set)
        let yaml = SessionFolder(
            Story.folder, on: disk,
            instruments: InstrumentSources(given: { [pin] in
                $0 == pin.sha256 ? .framework(Small.framework) : nil
            }))
        #expect(try yaml.read(path).state.instruments == Small.set)
        elsewhere.bytes = try changed()
        let wrong = SessionFolder(
            Story.folder, on: disk, instruments: InstrumentSources(elsewhere: ["/home/data/elsewhere"]))
        #expect(throws: JournalFault.self) { try wrong.read(path) }
    }

    @Test func `that the program has itself is not asked`() throws {
        let path = try start(Small.set)
        disk.node(at: file)?.bytes = try changed()
        let own = SessionFolder(
            Story.folder, on: disk,
            instruments: InstrumentSources(own: { sha256 in
                Small.set.all.first { $0.pin.sha256 == sha256 }
            }))
        #expect(try own.read(path).state.instruments == Small.set)
        #expect(try own.inspect(path).instruments == [.damagedInstrument(path: file, pin)])
    }

    @Test func `of a session that noted none is used and said to be unchecked`() throws {
        let path = try startedByVersion01()
        let saved = try sessions.read(path)
        #expect(saved.state.instruments == Small.set)
        #expect(saved.state.instruments.unchecked == ["tiny 1.2.0", "small 1.0.0"])
        #expect(saved.state.spoken(in: "cy").instruments.unchecked == ["tiny 1.2.0", "small 1.0.0"])
        let found = try sessions.inspect(path)
        #expect(found.instruments.isEmpty)
        #expect(found.unchecked == ["tiny 1.2.0", "small 1.0.0"])
        // YAML of the right SHA-256 settles it.
        let given = SessionFolder(
            Story.folder, on: disk,
            instruments: InstrumentSources(given: { sha256 in
                Small.set.all.first { $0.pin.sha256 == sha256 }
            }))
        #expect(try given.read(path).state.instruments.unchecked.isEmpty)
        // Nothing vouches for what nobody could check: a session that takes it over notes nothing either.
        let invitation = Invitation(
            workshop: "w", publicKey: String(repeating: "0", count: 64), contributor: "c")
        try sessions.invite(
            to: Story.folder + "/a.canary.jsonl", from: saved.state, invitation, now: .noon()
        ).place(replacing: false)
        #expect(
            try sessions.read(Story.folder + "/a.canary.jsonl").state.instruments.unchecked
                == ["tiny 1.2.0", "small 1.0.0"])
    }

    @Test(arguments: InstrumentBreak.allCases)
    func `that breaks a rule is refused, whoever pinned it`(flaw: InstrumentBreak) throws {
        let path = try start(InstrumentSet(questionnaire: Small.questionnaire, frameworks: [flaw.framework]))
        #expect(throws: JournalFault.unsoundInstrument(path: file, pin, flaw.flaw)) {
            try sessions.read(path)
        }
        #expect(try sessions.inspect(path).instruments == [.unsoundInstrument(path: file, pin, flaw.flaw)])
    }

    private func changed() throws -> [UInt8] {
        var framework = Small.framework
        framework.title += "!"
        return Array(try JSONEncoder().encode(framework)) + [10]
    }

    private func hash(of bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func start(_ set: InstrumentSet) throws -> String {
        try sessions.start(
            title: "T", authority: nil, instruments: set, now: .noon(), random: SplitMix(seed: 1)
        ).path
    }

    /// A journal whose first event notes no compiled file.
    private func startedByVersion01() throws -> String {
        let path = try start(Small.set)
        disk.node(at: Story.folder)?.names["old.canary.jsonl"] = MemoryDisk.Node(inode: 902, isFolder: false)
        let event = Sessions.start(
            session: "old", title: "T", authority: nil, instruments: Small.set, now: .noon())
        let line = JournalLine.bytes(
            of: event, salt: [UInt8](repeating: 7, count: 16), after: JournalFormat.firstChain)
        let old = path.parentFolder + "/old.canary.jsonl"
        disk.node(at: old)?.bytes = line.bytes
        return old
    }
}

/// A way to break the rules that every framework keeps.
enum InstrumentBreak: CaseIterable {
    case itself, circle, unknownElement, unknownInput, cells, outcome, repeated, chain

    /// The small framework, broken so.
    var framework: Framework {
        var framework = Small.framework
        func condition(_ id: Condition.ID, _ when: Formula) -> Condition {
            Condition(id: id, title: id.text, when: when, source: "s")
        }
        func table(_ inputs: [Condition.ID], _ when: [DecisionTable.Cell], _ then: Outcome.ID)
            -> DecisionTable
        {
            DecisionTable(
                id: "t", title: "T", hitPolicy: .first, ranked: false, inputs: inputs,
                rules: [.init(when: when, then: then, basis: .stated)],
                outcomes: [Outcome(id: "o", title: "O", means: Statement("O"))])
        }
        switch self {
        case .itself: framework.conditions = [condition("c", .not(.condition("c")))]
        case .circle:
            framework.conditions = [
                condition("c", .all([.condition("d")])), condition("d", .any([.condition("c")])),
            ]
        case .unknownElement: framework.conditions = [condition("c", .element("nothing"))]
        case .unknownInput: framework.tables = [table(["nothing"], [.yes], "o")]
        case .cells:
            framework.conditions = [condition("c", .all([]))]
            framework.tables = [table(["c"], [.yes, .no], "o")]
        case .outcome:
            framework.conditions = [condition("c", .all([]))]
            framework.tables = [table(["c"], [.yes], "nothing")]
        case .repeated: framework.conditions = [condition("c", .all([])), condition("c", .all([]))]
        case .chain:
            framework.conditions = (0...InstrumentFlaw.mostConditions).map { number in
                condition(
                    Condition.ID("c\(number)"),
                    number == InstrumentFlaw.mostConditions
                        ? .all([]) : .condition(Condition.ID("c\(number + 1)")))
            }
        }
        return framework
    }

    /// What is said of it.
    var flaw: InstrumentFlaw {
        switch self {
        case .itself: .circle(["c", "c"])
        case .circle: .circle(["c", "d", "c"])
        case .unknownElement, .unknownInput, .outcome: .unknown("nothing")
        case .cells: .misshapen("t")
        case .repeated: .repeated("c")
        case .chain: .tooDeep(limit: InstrumentFlaw.mostConditions)
        }
    }
}
