import FoundationEssentials
import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `The instruments of a session` {
    private let disk = MemoryDisk()
    private let folder = Story.folder + "/instruments"
    private var sessions: SessionFolder { SessionFolder(Story.folder, on: disk) }

    @Test func `are kept beside it`() throws {
        let path = try start()
        #expect(try sessions.read(path).state.instruments == Small.set)
        #expect(
            disk.node(at: folder)?.names.keys.sorted() == [
                "\(Small.questionnaire.sha256).json", "\(Small.framework.sha256).json",
            ])
        let kept = try #require(disk.node(at: folder + "/\(Small.questionnaire.sha256).json")?.bytes)
        #expect(
            try JSONDecoder().decode(Questionnaire.self, from: Data(kept)) == Small.questionnaire)
    }

    @Test func `that the program has itself are kept with the first change, not before`() throws {
        let own = SessionFolder(Story.folder, on: disk, instruments: Small.own)
        for round in 1...2 {
            let before = disk.history.count
            let session = try own.start(
                title: "T", authority: nil, instruments: Small.set, now: .noon(),
                random: SplitMix(seed: round))
            let syncs = disk.history[before...].count { $0 == .sync || $0 == .syncFolder }
            // The journal and its name; the first time two folders that hold the last one are made, too.
            #expect(syncs == (round == 1 ? 4 : 2))
            #expect((disk.node(at: folder) == nil) == (round == 1))
            #expect(throws: PerformFault.self) {
                try session.perform(.answer("nothing", .dontKnow, note: nil), now: .noon())
            }
            #expect((disk.node(at: folder) == nil) == (round == 1))
            _ = try session.perform(.answer("plan.exists", .dontKnow, note: nil), now: .noon())
            #expect(try sessions.read(session.path).state.instruments == Small.set)
        }
    }

    @Test func `that cannot be kept cost the answer, which can be given again`() throws {
        let own = SessionFolder(Story.folder, on: disk, instruments: Small.own)
        let session = try own.start(
            title: "T", authority: nil, instruments: Small.set, now: .noon(), random: SplitMix(seed: 1))
        let path = session.path
        disk.node(at: Story.folder)?.names["instruments"] = MemoryDisk.Node(inode: 900, isFolder: false)
        #expect(throws: PerformFault.notSaved(.notAFolder(path: folder))) {
            try session.perform(.answer("plan.exists", .dontKnow, note: nil), now: .noon())
        }
        #expect(try disk.events(of: path).events.count == 1)
        disk.node(at: Story.folder)?.names["instruments"] = nil
        _ = try session.perform(.answer("plan.exists", .dontKnow, note: nil), now: .noon())
        #expect(try sessions.read(path).state.lastNumber == 2)
    }

    @Test func `of a session that was handed on alone are not put beside it`() throws {
        let invitation = Invitation(
            workshop: "w", publicKey: String(repeating: "0", count: 64), contributor: "c")
        let own = SessionFolder(Story.folder, on: disk, instruments: Small.own)
        let workshop = try own.read(try start())
        let path = Story.folder + "/a.canary.jsonl"
        try own.invite(to: path, from: workshop.state, invitation, now: .noon()).place(replacing: false)
        disk.node(at: Story.folder)?.names["instruments"] = nil
        _ = try own.open(path).perform(.answer("plan.exists", .dontKnow, note: nil), now: .noon())
        #expect(disk.node(at: folder) == nil)
    }

    @Test func `are written once`() throws {
        _ = try start()
        let before = disk.node(at: folder)?.names.mapValues(\.inode)
        _ = try start(seed: 2)
        #expect(disk.node(at: folder)?.names.mapValues(\.inode) == before)
    }

    @Test func `are decoded once, however many sessions are listed`() throws {
        for seed in 1...20 { _ = try start(seed: seed) }
        let before = disk.history.count
        #expect(try sessions.list().count == 20)
        let opened = disk.history[before...].count { $0 == .open }
        #expect(opened == 20 + 2)
    }

    @Test func `may be the program's own where they are not beside it`() throws {
        let path = try start()
        disk.node(at: folder)?.names.removeAll()
        var asked: [String] = []
        let sources = InstrumentSources(own: { sha256 in
            asked.append(sha256)
            return Small.set.all.first { $0.pin.sha256 == sha256 }
        })
        let sessions = SessionFolder(Story.folder, on: disk, instruments: sources)
        #expect(try sessions.read(path).state.instruments == Small.set)
        #expect(try sessions.read(path).state.instruments == Small.set)
        #expect(asked == [Small.questionnaire.sha256, Small.framework.sha256])
    }

    @Test func `may stand in another folder that is given, where they are the same`() throws {
        let path = try start()
        let elsewhere = "/home/data/elsewhere"
        let kept = try #require(disk.node(at: folder))
        disk.node(at: "/home/data")?.names["elsewhere"] = kept
        disk.node(at: Story.folder)?.names["instruments"] = nil
        let sessions = SessionFolder(
            Story.folder, on: disk,
            instruments: InstrumentSources(elsewhere: ["/home/nothing", elsewhere]))
        #expect(try sessions.read(path).state.instruments == Small.set)
        disk.node(at: elsewhere + "/\(Small.questionnaire.sha256).json")?.bytes = Array("{}\n".utf8)
        let other = SessionFolder(
            Story.folder, on: disk, instruments: InstrumentSources(elsewhere: [elsewhere]))
        #expect(throws: JournalFault.self) { try other.read(path) }
    }

    @Test func `are missing by name, version and SHA-256`() throws {
        let path = try start()
        disk.node(at: folder)?.names["\(Small.framework.sha256).json"] = nil
        let pin = InstrumentPin(id: "small", version: "1.0.0", sha256: Small.framework.sha256)
        let fault = JournalFault.missingInstrument(path: folder + "/\(pin.sha256).json", pin)
        #expect(throws: fault) { try sessions.read(path) }
        #expect(throws: fault) { try sessions.open(path) }
    }

    @Test(arguments: ["", "{}", "hello", "null"])
    func `that are damaged are not used`(text: String) throws {
        let path = try start()
        let file = folder + "/\(Small.questionnaire.sha256).json"
        disk.node(at: file)?.bytes = Array(text.utf8)
        let pin = Instrument.questionnaire(Small.questionnaire).pin
        #expect(throws: JournalFault.damagedInstrument(path: file, pin)) { try sessions.read(path) }
        #expect(try sessions.inspect(path).instruments == [.damagedInstrument(path: file, pin)])
        #expect(try knowing.read(path).state.questionnaire == Small.questionnaire)
        // Whoever has the instrument itself can ask, and is told all the same.
        #expect(try knowing.inspect(path).instruments == [.damagedInstrument(path: file, pin)])
        // A new session keeps a file of its own, and leaves this one to those that may pin it.
        let newer = try start(seed: 2)
        #expect(try sessions.read(newer).state.instruments == Small.set)
        #expect(disk.node(at: file)?.bytes == Array(text.utf8))
        #expect(try sessions.inspect(newer).instruments.isEmpty)
    }

    @Test func `that are others under the same name are not used`() throws {
        let path = try start()
        let file = folder + "/\(Small.questionnaire.sha256).json"
        var other = Small.questionnaire
        other.version = "9.9.9"
        disk.node(at: file)?.bytes = Array(try JSONEncoder().encode(other))
        let pin = Instrument.questionnaire(Small.questionnaire).pin
        #expect(throws: JournalFault.damagedInstrument(path: file, pin)) { try sessions.read(path) }
    }

    @Test(arguments: ["", "0a", "../../etc/passwd", String(repeating: "0A", count: 32)])
    func `cannot be pinned without a SHA-256`(sha256: String) throws {
        var questionnaire = Small.questionnaire
        questionnaire.sha256 = sha256
        let set = InstrumentSet(questionnaire: questionnaire, frameworks: [])
        #expect(throws: JournalFault.unpinned(Instrument.questionnaire(questionnaire).pin)) {
            try sessions.start(title: "T", authority: nil, instruments: set, now: .noon())
        }
        #expect(try sessions.list().isEmpty)
    }

    private var knowing: SessionFolder {
        SessionFolder(
            Story.folder, on: disk,
            instruments: InstrumentSources(own: { sha256 in
                Small.set.all.first { $0.pin.sha256 == sha256 }
            }))
    }

    private func start(seed: Int = 1) throws -> String {
        try sessions.start(
            title: "T", authority: nil, instruments: Small.set, now: .noon(), random: SplitMix(seed: seed)
        ).path
    }
}
