import FoundationEssentials
import Glibc
import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `A draft` {
    private let disk = POSIXDisk()

    @Test(arguments: [1, 200, 255])
    func `has a short name, however long that of its target is`(length: Int) throws {
        try withTemporaryFolder { folder in
            let target = folder + "/" + String(repeating: "t", count: length)
            let draft = try Draft(for: target)
            let names = try disk.names(in: folder)
            #expect(names.count == 1 && names.allSatisfy { $0.utf8.count < 20 && $0.hasPrefix(".") })
            try draft.append(Array("words".utf8))
            try draft.place(replacing: false)
            #expect(try disk.names(in: folder) == [target.lastName])
            #expect(try disk.status(at: target)?.permissions == 0o600)
        }
    }

    @Test func `goes with whoever gives it up, and is nobody's half file`() throws {
        try withTemporaryFolder { folder in
            try disk.write(Array("old".utf8), toNew: folder + "/target")
            do {
                let draft = try Draft(for: folder + "/target")
                try draft.append(Array("new".utf8))
                try draft.complete()
            }
            #expect(try disk.names(in: folder) == ["target"])
            #expect(try disk.contents(of: folder + "/target", atMost: 9) == Array("old".utf8))
        }
    }

    @Test func `is not swept away by the next where its lock was refused once`() throws {
        func place(on disk: MemoryDisk) throws {
            let drafts = try ["one", "two"].map { name in
                let draft = try Draft(for: "/home/" + name, on: disk)
                try draft.append(Array(name.utf8))
                return draft
            }
            for draft in drafts { try draft.place(replacing: false) }
            for name in ["one", "two"] { #expect(disk.node(at: "/home/" + name)?.bytes == Array(name.utf8)) }
        }
        func empty() throws -> MemoryDisk {
            let disk = MemoryDisk()
            try disk.makeFolders("/home")
            return disk
        }
        let sound = try empty()
        try place(on: sound)
        let lock = try #require(sound.history.firstIndex(of: .lock))
        let disk = try empty()
        disk.failures[lock + 1] = ENOLCK
        try place(on: disk)
    }

    @Test func `is swept away once nobody works on it, and not before`() throws {
        try withTemporaryFolder { folder in
            let alive = try Draft(for: folder + "/one")
            try disk.write(Array("words".utf8), toNew: folder + "/.canary-new-9")
            let others = [
                ".canary-new-", ".canary-new-x", ".other.new-1", "canary-new-1", ".canary-new-1.txt",
            ]
            for name in others { try disk.write([], toNew: folder + "/" + name) }
            try ReportFile.write(Array("two".utf8), to: folder + "/two", replacing: false)
            let names = try Set(disk.names(in: folder))
            #expect(names == Set(others + ["two", alive.path.lastName]))
            try alive.append(Array("one".utf8))
            try alive.place(replacing: false)
            #expect(try disk.contents(of: folder + "/one", atMost: 9) == Array("one".utf8))
        }
    }

    @Test func `of version 0_1 is swept away by what it was to be`() throws {
        try withTemporaryFolder { folder in
            let sha = String(repeating: "0a", count: 32)
            let old = [".report.html.new-4711", ".abcd-efgh.canary.jsonl.new", ".\(sha).json.new-1"]
            for name in old { try disk.write([], toNew: folder + "/" + name) }
            try disk.write([], toNew: folder + "/.other.html.new-4711")
            try ReportFile.write([1], to: folder + "/report.html", replacing: false)
            let names = try Set(disk.names(in: folder))
            #expect(names == ["report.html", ".other.html.new-4711"])
        }
    }

    @Test func `is nobody else's, though many begin and sweep at once`() throws {
        try withTemporaryFolder { folder in
            let failures = sideBySide(8) { worker in
                (0..<50).count { number in
                    let path = "\(folder)/\(worker)-\(number)"
                    let bytes = Array("\(worker) \(number)".utf8)
                    guard (try? ReportFile.write(bytes, to: path, replacing: false)) != nil else {
                        return true
                    }
                    return (try? POSIXDisk().contents(of: path, atMost: 99)) != bytes
                }
            }
            #expect(failures.allSatisfy { $0 == 0 })
            let names = try disk.names(in: folder)
            #expect(names.count == 400)
        }
    }

    /// Whatever the disk refuses, the target is whole, old or new, and no draft stays that could be taken away.
    @Test(arguments: [false, true], [ENOSPC, EIO, EMFILE])
    func `leaves a whole target, whatever the disk refuses`(replacing: Bool, code: Int32) throws {
        let (old, new) = (Array("old".utf8), Array("new words".utf8))
        for operation in 1..<20 {
            let disk = MemoryDisk()
            _ = try disk.makeFolder("/f")
            if replacing { try disk.write(old, toNew: "/f/target") }
            disk.failures = [disk.operations + operation: code]
            var isSaved = false
            do throws(FileError) {
                let draft = try Draft(for: "/f/target", on: disk)
                try draft.append(new)
                try draft.place(replacing: replacing)
                isSaved = true
            } catch {
                #expect(error.code == code && error.path.hasPrefix("/f"), "\(operation)")
                #expect(!error.path.contains(Draft.beginning), "\(operation)")
            }
            let bytes = disk.node(at: "/f/target")?.bytes
            #expect(isSaved ? bytes == new : bytes == (replacing ? bytes : nil), "\(operation)")
            if let bytes { #expect(bytes == new || replacing && bytes == old, "\(operation)") }
            #expect(disk.drafts(in: "/f").isEmpty, "\(operation)")
        }
    }

    @Test func `of a killed decryption or salvage goes with what is done next`() throws {
        for next in ["redact", "encrypt", "erase", "start", "open"] {
            let disk = MemoryDisk()
            let sessions = SessionFolder(Story.folder, on: disk)
            let session = try sessions.start(
                title: "T", authority: nil, instruments: Small.set, now: .noon())
            _ = try session.perform(.answer("plan.exists", .dontKnow, note: "SECRET"), now: .noon())
            session.close()
            for name in ["/.canary-new-3", "/instruments/.canary-new-3"] {
                try disk.write(Array("SECRET".utf8), toNew: Story.folder + name)
            }
            let path = session.path
            switch next {
            case "redact": _ = try sessions.redact(.question("plan.exists"), in: path, now: .noon())
            case "encrypt":
                _ = try sessions.encrypt(path) { id throws(JournalFault) in
                    guard let seal = Seal(session: id, passphrase: [1], cost: 1 << 14) else {
                        throw .sealFailed
                    }
                    return seal
                }
            case "erase": _ = try sessions.erase(path)
            case "start":
                _ = try sessions.start(title: "U", authority: nil, instruments: Small.set, now: .noon())
            default: _ = try sessions.open(path)
            }
            #expect(disk.drafts(in: Story.folder).isEmpty, "\(next)")
            if next != "open" { #expect(disk.drafts(in: Story.folder + "/instruments").isEmpty, "\(next)") }
        }
    }
}
