import FoundationEssentials
import Glibc
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `An open session` {
    @Test func `is refused to a second writer and given to a second reader`() throws {
        try withSession { sessions, session in
            let fault = #expect(throws: JournalFault.self) { try sessions.open(session.path) }
            guard case .locked(let path, let holder?)? = fault else { throw fault ?? .wrongPassphrase }
            #expect(path == session.path && holder.process == getpid() && holder.name != nil)
            let age = Int(time(nil)) - (holder.since ?? 0) / 1_000
            #expect((-2..<7_200).contains(age), "\(age) seconds old")
            #expect(try sessions.read(session.path).state.title == "Mine")
            _ = try session.perform(.title("Still mine"), now: .noon())
            #expect(try sessions.list().map(\.state) == [.locked])
        }
    }

    @Test func `waits for whoever only looks whether it is open`() throws {
        try withTemporaryFolder { folder in
            let sessions = SessionFolder(folder)
            var session: OpenSession? = try sessions.start(
                title: "Mine", authority: nil, instruments: Small.set, now: .noon())
            let path = try #require(session?.path)
            session = nil
            let looks = "flock -s \"$1\" sh -c 'touch \"$1.looks\"; sleep 0.1' sh \"$1\" & exit 0"
            try PipedProcess.run("sh", ["-c", "exec >/dev/null 2>&1; \(looks)", "sh", path])
            while access(path + ".looks", F_OK) != 0 { usleep(1_000) }
            #expect(try sessions.open(path).state.title == "Mine")
        }
    }

    @Test func `is free again when it is let go`() throws {
        try withTemporaryFolder { folder in
            let sessions = SessionFolder(folder)
            var session: OpenSession? = try sessions.start(
                title: "Mine", authority: nil, instruments: Small.set, now: .noon())
            let path = try #require(session?.path)
            session = nil
            #expect(try sessions.list().map(\.state) == [.inProgress])
            #expect(try sessions.open(path).state.title == "Mine")
        }
    }

    @Test func `notices that its file was moved away`() throws {
        try withSession { _, session in
            try #require(rename(session.path, session.path + ".moved") == 0)
            try expectChange(.missing, session)
        }
    }

    @Test func `notices that its file was replaced`() throws {
        try withSession { _, session in
            let copy = try Data(contentsOf: URL(filePath: session.path))
            try #require(unlink(session.path) == 0)
            try copy.write(to: URL(filePath: session.path))
            try expectChange(.replaced, session)
            #expect(try Data(contentsOf: URL(filePath: session.path)) == copy)
        }
    }

    @Test func `notices that its file was cut`() throws {
        try withSession { _, session in
            try #require(truncate(session.path, 100) == 0)
            try expectChange(.shorter, session)
        }
    }

    @Test func `notices that somebody else wrote to its file`() throws {
        try withSession { _, session in
            let file = try POSIXDisk().open(session.path, for: .appending)
            try POSIXDisk().appendAll([0x0A], to: file)
            POSIXDisk().close(file)
            try expectChange(.longer, session)
        }
    }

    @Test func `goes on when its file is back`() throws {
        try withSession { _, session in
            try #require(rename(session.path, session.path + ".moved") == 0)
            try expectChange(.missing, session)
            try #require(rename(session.path + ".moved", session.path) == 0)
            _ = try session.perform(.title("Back"), now: .noon())
            #expect(session.state.title == "Back")
        }
    }

    @Test func `is dated by its clock, and never before what it follows`() throws {
        try withSession { _, session in
            let event = try #require(session.perform(.title("Early"), now: .noon(-5_000)).first)
            #expect(event.at == .noon())
        }
    }

    private func withSession(_ body: (SessionFolder, OpenSession) throws -> Void) throws {
        try withTemporaryFolder { folder in
            let sessions = SessionFolder(folder)
            let session = try sessions.start(
                title: "Mine", authority: nil, instruments: Small.set, now: .noon())
            try withExtendedLifetime(session) { try body(sessions, session) }
        }
    }

    private func expectChange(_ change: JournalFault.Change, _ session: OpenSession) throws {
        let before = session.state.lastNumber
        #expect(throws: PerformFault.notSaved(.changed(path: session.path, change))) {
            try session.perform(.title("Never"), now: .noon())
        }
        #expect(session.state.lastNumber == before)
    }
}
