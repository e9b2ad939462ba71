import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `A crash` {
    private static let seeds = Array(0..<4)

    @Test(arguments: seeds)
    func `after any operation loses nothing that was acknowledged`(seed: Int) throws {
        let whole = MemoryDisk()
        let story = Story(on: whole, seed: seed, commands: 12)
        try #require(story.fault == nil)
        for operations in 0..<whole.operations {
            let disk = MemoryDisk()
            disk.diesAfter = operations
            let story = Story(on: disk, seed: seed, commands: 12)
            for crash in Crash.all(seed: seed &+ operations) {
                try expectNothingLost(story, on: disk.after(crash), "\(operations) operations, \(crash)")
            }
        }
    }

    @Test(arguments: seeds)
    func `while a crash is mended loses nothing either`(seed: Int) throws {
        let whole = MemoryDisk()
        _ = Story(on: whole, seed: seed, commands: 12)
        for operations in stride(from: 0, to: whole.operations, by: 13) {
            let disk = MemoryDisk()
            disk.diesAfter = operations
            let story = Story(on: disk, seed: seed, commands: 12)
            guard let path = story.path else { continue }
            for crash in Crash.all(seed: seed) {
                for more in 0..<16 {
                    let second = disk.after(crash)
                    second.diesAfter = more
                    let after = Story(going: path, on: second, seed: seed + 1, commands: 1)
                    for crash in Crash.all(seed: more) {
                        let third = second.after(crash)
                        if after.path == nil {
                            try expectNothingLost(story, on: third, "\(operations), \(more), \(crash)")
                        } else {
                            // What the second process showed is acknowledged, whoever wrote it.
                            try expectNothingLost(after, on: third, "\(operations), \(more), \(crash)")
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: seeds)
    func `is survived as often as it happens`(seed: Int) throws {
        var random = SplitMix(seed: seed)
        var disk = MemoryDisk()
        var story = Story(on: disk, seed: seed, commands: 3)
        for round in 1..<25 {
            let path = try #require(story.path)
            disk = disk.after(Crash.all(seed: seed + round)[Int(random.next() % 3)])
            try expectNothingLost(story, on: disk, "round \(round)")
            disk.diesAfter = 12 + Int(random.next() % 20)
            disk.mostPerWrite = 1 + Int(random.next() % 300)
            let next = Story(going: path, on: disk, seed: seed + round, commands: 5)
            if next.path != nil { story = next }
        }
    }

    @Test(arguments: seeds)
    func `before the first change leaves a blank session, and after it one that any program reads`(seed: Int)
        throws
    {
        let whole = MemoryDisk()
        let story = Story(on: whole, seed: seed, commands: 6, instruments: Small.own)
        try #require(story.fault == nil)
        for operations in 0..<whole.operations {
            let disk = MemoryDisk()
            disk.diesAfter = operations
            let story = Story(on: disk, seed: seed, commands: 6, instruments: Small.own)
            for crash in Crash.all(seed: seed &+ operations) {
                try expectNothingLost(story, on: disk.after(crash), "\(operations) operations, \(crash)")
            }
        }
    }

    @Test(arguments: seeds)
    func `of whoever started a session leaves the instruments to whoever goes on with it`(seed: Int) throws {
        let whole = MemoryDisk()
        _ = Story(on: whole, seed: seed, commands: 1, instruments: Small.own)
        var resumed = 0
        for operations in 0..<whole.operations {
            let first = MemoryDisk()
            first.diesAfter = operations
            _ = Story(on: first, seed: seed, commands: 1, instruments: Small.own)
            for crash in Crash.all(seed: operations) {
                let left = first.after(crash)
                let sessions = SessionFolder(Story.folder, on: left, instruments: Small.own)
                guard let path = try sessions.list().first?.path else { continue }
                let next = Story(going: path, on: left, seed: seed + 1, commands: 8, instruments: Small.own)
                resumed += next.acknowledged.count > 1 ? 1 : 0
                try expectNothingLost(next, on: left.after(.powerLoss), "\(operations), \(crash)")
            }
        }
        #expect(resumed > 0)
    }

    private func expectNothingLost(_ story: Story, on disk: MemoryDisk, _ comment: String) throws {
        let comment = Comment(rawValue: comment)
        let sessions = SessionFolder(Story.folder, on: disk)
        guard let path = story.path else {
            // A start that nobody acknowledged left a whole session or none.
            let listed = try SessionFolder(Story.folder, on: disk, instruments: Small.own).list()
            #expect(listed.allSatisfy { $0.state != .damaged }, comment)
            return
        }
        let session = try sessions.open(path)
        let events = try disk.events(of: path).events
        let known = story.acknowledged
        let possible = [known, known + [story.inFlight].compactMap { $0 }]
        #expect(possible.map(\.withoutHashes).contains(events.withoutHashes), comment)
        #expect(Snapshot(session.state) == Snapshot(folding: events), comment)
    }
}

extension [SessionEvent] {
    /// The events without what is added on the way to the disk: the hashes of the instruments that a session moved to.
    fileprivate var withoutHashes: [SessionEvent] {
        map { event in
            guard case .migrated(var migration) = event.what else { return event }
            migration.compiled = []
            var event = event
            event.what = .migrated(migration)
            return event
        }
    }
}

extension Crash {
    /// A killed process, a power loss, and a power loss by chance.
    static func all(seed: Int) -> [Crash] {
        [.killed, .powerLoss, .powerLossByChance(SplitMix(seed: seed))]
    }
}
