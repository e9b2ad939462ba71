import FoundationEssentials
import Instruments
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

/// Cheap enough to be derived often; the least that is accepted.
private let cost = 1 << 14
private let passphrase = Array("correct horse battery staple".utf8)

@Suite struct `A sealed session` {
    private let disk = MemoryDisk()

    private func sessions(_ words: [UInt8] = passphrase) -> SessionFolder {
        func open(_ header: SealHeader) throws(JournalFault) -> Seal {
            guard let seal = Seal(header, passphrase: words) else { throw .wrongPassphrase }
            return seal
        }
        return SessionFolder(Story.folder, on: disk, keys: open)
    }

    private func start() throws -> OpenSession {
        try sessions().start(
            title: "Secret title", authority: "Borsetshire", instruments: Small.set, now: .noon(),
            seal: newSeal)
    }

    private func newSeal(_ id: String) throws(JournalFault) -> Seal {
        guard let seal = Seal(session: id, passphrase: passphrase, cost: cost) else { throw .sealFailed }
        return seal
    }

    @Test func `gives up its title for good, and opens by its passphrase as before`() throws {
        let made = try start()
        let (path, head) = (made.path, made.head)
        made.close()
        #expect(try sessions().redact(.numbered(.title, nil), in: path, now: .noon()) != nil)
        let saved = try sessions().read(path)
        #expect(saved.state.title == .removedWords && saved.state.authority == "Borsetshire")
        #expect(try sessions().words(in: path).map(\.words) == [["Borsetshire"]])
        #expect(try sessions().inspect(path).journal.faults == [])
        #expect(try sessions().inspect(path).journal.number(ofHead: head) == 1)
        try sessions().open(path).close()
    }

    private func bytes(_ path: String) -> [UInt8] { disk.node(at: path)?.bytes ?? [] }

    /// Works on a session for a while.
    private func work(on session: OpenSession, seed: Int = 1, steps: Int = 40) {
        var commands = RandomCommands(seed: seed)
        for step in 0..<steps {
            _ = try? session.perform(commands.next(in: session.state), now: .noon(step))
        }
    }

    @Test func `reads back as it was, and shows nothing of itself`() throws {
        let session = try start()
        work(on: session)
        let (path, state, head) = (session.path, Snapshot(session.state), session.head)
        session.close()
        for word in ["Secret", "Borsetshire", "plan.exists", "answered", "2026", "tiny"] {
            #expect(bytes(path).firstRange(of: Array(word.utf8)) == nil, "\(word)")
        }
        let saved = try sessions().read(path)
        #expect(Snapshot(saved.state) == state)
        #expect(saved.head == head)
        #expect(try sessions().list().map(\.state) == [.locked])
        #expect(try sessions().list().map(\.title) == [nil])
    }

    @Test func `is known as one however few bytes a disk reads at once`() throws {
        let session = try start()
        let path = session.path
        session.close()
        for most in [1, 7, 19] {
            disk.longestRead = most
            #expect(try sessions().isSealed(path))
            #expect(try sessions().encrypt(path, with: newSeal) == nil)
        }
        #expect(try sessions().decrypt(path))
        #expect(try !sessions().isSealed(path))
        #expect(try sessions().erase(path).removed == [path])
    }

    @Test func `with another passphrase stays shut, and costs nothing`() throws {
        let session = try start()
        let (path, before) = (session.path, bytes(session.path))
        session.close()
        let others = sessions(Array("correct horse battery stapler".utf8))
        #expect(throws: JournalFault.wrongPassphrase) { try others.read(path) }
        #expect(throws: JournalFault.wrongPassphrase) { try others.open(path) }
        #expect(bytes(path) == before)
        #expect(throws: JournalFault.self) { try SessionFolder(Story.folder, on: disk).read(path) }
    }

    @Test func `is salvaged up to its damage, and what is salvaged is sealed, too`() throws {
        let session = try start()
        work(on: session)
        let path = session.path
        session.close()
        var lines = bytes(path).split(separator: 10).map { Array($0) }
        lines[20][30] = lines[20][30] == 65 ? 66 : 65
        disk.node(at: path)?.bytes = lines.flatMap { $0 + [10] }
        let inspection = try sessions().inspect(path).journal
        // The line is not the last, and what stands behind it is lost with it.
        #expect(inspection.stopsEarly && !inspection.isTornAtEnd)
        let (salvaged, lost, marked) = try sessions().salvage(path, seal: newSeal)
        #expect(lost == Array(20...(lines.count - 1)))
        #expect(salvaged.state.lastNumber == lines.count - 1 + marked.count)
        #expect(try sessions().isSealed(salvaged.path))
        for word in ["Secret", "Borsetshire", "plan.exists", "answered"] {
            #expect(bytes(salvaged.path).firstRange(of: Array(word.utf8)) == nil, "\(word)")
        }
        _ = try salvaged.perform(.move(to: nil), now: .noon())
    }

    @Test func `is not opened by an empty passphrase, nor sealed by one`() {
        #expect(Seal(session: "s", passphrase: [], cost: cost) == nil)
    }

    @Test func `is opened by an independent reader`() throws {
        try withTemporaryFolder { folder in
            let sessions = SessionFolder(folder)
            let session = try sessions.start(
                title: "Ŵyl", authority: nil, instruments: Small.set, now: .noon(), seal: newSeal)
            work(on: session)
            let head = session.head
            session.close()
            let script = URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "open_seal.py").path
            let words = String(decoding: passphrase, as: UTF8.self)
            let opened = try PipedProcess.run("python3", [script, session.path, words])
            #expect(opened.status == .exited(0), "\(opened.errorText)")
            // What it opens is a journal in the clear, which our own reader takes.
            let clear = MemoryDisk()
            _ = try clear.makeFolder("/home")
            let file = try clear.create("/home/s.canary.jsonl")
            _ = try clear.append(opened.output[...], to: file)
            let journal = try clear.events(of: "/home/s.canary.jsonl")
            #expect(journal.tornTail == nil)
            #expect(opened.outputText.contains(head))
            #expect(
                try PipedProcess.run("python3", [script, session.path, "wrong"]).errorText.contains("tag"))
        }
    }

    @Test func `opens by the vectors of its page`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/sealing.md")
        let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        let start = try #require(text.firstRange(of: "```text\n")).upperBound
        let end = try #require(text[start...].firstRange(of: "```")).lowerBound
        let lines = text[start..<end].split(separator: "\n").map { Array($0.utf8) }
        let header = try #require(lines.first.flatMap { SealHeader($0) })
        let seal = try #require(Seal(header, passphrase: passphrase))
        let line = try #require(seal.opened(lines[1], number: 1, after: JournalFormat.firstChain))
        #expect(String(decoding: line, as: UTF8.self).contains(#""title":"A test vector""#))
    }

    @Test func `notices lines that were exchanged, dropped, repeated or brought from elsewhere`() throws {
        let session = try start()
        work(on: session, steps: 12)
        let path = session.path
        session.close()
        let other = try start()
        work(on: other, steps: 12)
        let foreign = bytes(other.path).split(separator: 10).map { Array($0) }
        other.close()
        let lines = bytes(path).split(separator: 10).map { Array($0) }
        try #require(lines.count > 6)
        func expectRefusal(_ changed: [[UInt8]], _ comment: Comment) {
            disk.node(at: path)?.bytes = changed.flatMap { $0 + [10] }
            #expect(throws: JournalFault.self, comment) { try sessions().read(path) }
        }
        var changed = lines
        changed.swapAt(3, 4)
        expectRefusal(changed, "exchanged")
        changed = lines
        changed.remove(at: 3)
        expectRefusal(changed, "dropped")
        changed = lines
        changed.insert(lines[3], at: 4)
        expectRefusal(changed, "repeated")
        changed = lines
        changed[3] = foreign[3]
        expectRefusal(changed, "of another session")
        changed = lines
        changed[0] = foreign[0]
        expectRefusal(changed, "another header")
    }

    @Test func `never reads as another with any byte of it changed`() throws {
        let session = try start()
        work(on: session, steps: 8)
        let path = session.path
        let whole = bytes(path)
        let events = session.state.lastNumber
        let seal = try #require(session.seal)
        session.close()
        // The key is given, so that no derivation is spent on each of some thousand bytes.
        func known(_ header: SealHeader) throws(JournalFault) -> Seal {
            guard header == seal.header else { throw .wrongPassphrase }
            return seal
        }
        let sessions = SessionFolder(Story.folder, on: disk, keys: known)
        let last = whole.dropLast().lastIndex(of: 10) ?? 0
        for index in whole.indices {
            var changed = whole
            changed[index] ^= 1 << UInt8(index % 8)
            disk.node(at: path)?.bytes = changed
            do {
                let read = try sessions.read(path)
                // The last line may pass for torn, also where it swallows the one before; nothing else may.
                #expect(index >= last && read.state.lastNumber >= events - 2, "\(index)")
            } catch {
                // A fault that is named.
            }
        }
    }

    @Test func `cut at any byte opens with a beginning of itself`() throws {
        let session = try start()
        work(on: session, steps: 8)
        let (path, whole, count) = (session.path, bytes(session.path), session.state.lastNumber)
        let seal = try #require(session.seal)
        session.close()
        func known(_ header: SealHeader) throws(JournalFault) -> Seal { seal }
        let sessions = SessionFolder(Story.folder, on: disk, keys: known)
        let start = whole.split(separator: 10).prefix(2).reduce(0) { $0 + $1.count + 1 }
        for length in start...whole.count {
            disk.node(at: path)?.bytes = Array(whole.prefix(length))
            let read = try sessions.read(path)
            #expect((1...count).contains(read.state.lastNumber))
            #expect((read.tornTail == nil) == (whole.prefix(length).last == 10))
        }
    }

    @Test func `keeps its events when the passphrase changes, and opens by the new one alone`() throws {
        let session = try start()
        work(on: session)
        let (path, state) = (session.path, Snapshot(session.state))
        let before = bytes(path).split(separator: 10).map { Array($0) }
        session.close()
        let new = Array("another set of words".utf8)
        let removed = try sessions().changePassphrase(of: path) { id throws(JournalFault) in
            guard let seal = Seal(session: id, passphrase: new, cost: cost) else { throw .sealFailed }
            return seal
        }
        #expect(removed == [])
        #expect(Snapshot(try sessions(new).read(path).state) == state)
        #expect(throws: JournalFault.wrongPassphrase) { try sessions().read(path) }
        // The old first line, over lines that were sealed after it, opens none of them.
        let after = bytes(path).split(separator: 10).map { Array($0) }
        disk.node(at: path)?.bytes = ([before[0]] + after.dropFirst()).flatMap { $0 + [10] }
        #expect(throws: JournalFault.self) { try sessions().read(path) }
        #expect(
            Set(after.map { $0.prefix(40) }).isDisjoint(
                with: Set(before.map { $0.prefix(40) }).subtracting([before[0].prefix(40)])))
    }

    @Test(arguments: [
        ("caf\u{E9} on the square", "cafe\u{301} on the square"), ("plain words", "plain words\r"),
    ])
    func `opens by the same passphrase from any keyboard or file`(one: String, other: String) throws {
        for (sealing, opening) in [(one, other), (other, one)] {
            let seal = try #require(Seal(session: "s", passphrase: Array(sealing.utf8), cost: cost))
            #expect(Seal(seal.header, passphrase: Array(opening.utf8)) != nil)
        }
    }

    @Test func `of version 0.1 opens by the bytes that its passphrase was typed in`() throws {
        // Sealed by version 0.1 with decomposed characters and a carriage return.
        let line =
            #"{"format":"canary-sealed/1","session":"m462-r9n6","kdf":{"name":"scrypt","n":131072,"r":8,"p":1,"#
            + #""salt":"01e055aa79857ef91ae1d938e00ef1f2"},"key":{"id":"cae141f513549965","wrapped":"#
            + #""5eb7d8a6ee9038746b19fc9db7734d3c61c5d79dd6c9b10c2f43023decc5079144db37c6e359905e754b74ef3ee5ad7eacf34348"#
            + #"c72cc24f7947906d"}}"#
        let header = try #require(SealHeader(Array(line.utf8)))
        #expect(Seal(header, passphrase: Array("cafe\u{301} on the square\r".utf8)) != nil)
        #expect(Seal(header, passphrase: Array("cafe on the square".utf8)) == nil)
    }

    @Test func `cut to its first line is no session, for whoever looks`() throws {
        let session = try start()
        let path = session.path
        session.close()
        let end = try #require(bytes(path).firstIndex(of: 10))
        disk.node(at: path)?.bytes = Array(bytes(path)[...end])
        #expect(throws: JournalFault.empty(path: path)) { try sessions().read(path) }
        #expect(throws: JournalFault.empty(path: path)) { try sessions().inspect(path) }
    }

    @Test func `is sealed and opened for good without losing or changing an event`() throws {
        let session = try sessions().start(
            title: "In the clear", authority: nil, instruments: Small.set, now: .noon())
        work(on: session)
        let (path, head, clear) = (session.path, session.head, bytes(session.path))
        session.close()
        #expect(try sessions().encrypt(path, with: newSeal) == [])
        #expect(try sessions().encrypt(path, with: newSeal) == nil)
        #expect(bytes(path).firstRange(of: Array("In the clear".utf8)) == nil)
        #expect(try sessions().read(path).head == head)
        let again = try sessions().open(path)
        work(on: again, seed: 2, steps: 5)
        let events = again.state.lastNumber
        again.close()
        #expect(try sessions().decrypt(path))
        #expect(try !sessions().decrypt(path))
        #expect(bytes(path).starts(with: clear))
        #expect(try SessionFolder(Story.folder, on: disk).read(path).state.lastNumber == events)
    }

    @Test(arguments: [
        ("canary-sealed/1", "canary-sealed/2"), ("\"n\":16384", "\"n\":8192"), ("\"n\":16384", "\"n\":16385"),
        ("\"r\":8", "\"r\":1"), ("\"p\":1", "\"p\":0"),
    ])
    func `with settings that nobody can trust is refused unread`(part: String, changed: String) throws {
        let path = try sealed { $0.replacing(part, with: changed) }
        #expect(throws: JournalFault.unreadableSeal(path: path)) { try sessions().read(path) }
    }

    @Test(arguments: [
        ("\"n\":16384", "\"n\":262144"), ("\"n\":16384", "\"n\":1073741824"), ("\"r\":8", "\"r\":16"),
        ("\"p\":1", "\"p\":2"), ("\"p\":1", "\"p\":64"),
    ])
    func `that asks for more work than the program's own is refused before anybody is asked`(
        part: String, changed: String
    ) throws {
        let path = try sealed { $0.replacing(part, with: changed) }
        func asked(_ header: SealHeader) throws(JournalFault) -> Seal {
            Issue.record("somebody was asked for the passphrase")
            throw .wrongPassphrase
        }
        do throws(JournalFault) {
            _ = try SessionFolder(Story.folder, on: disk, keys: asked).read(path)
            Issue.record("it was opened")
        } catch {
            guard case .costlySeal(path, let kdf) = error else { throw error }
            #expect(kdf.memory * kdf.parallelism > 128 * 8 * cost)
        }
    }

    /// A sealed session whose file somebody changed.
    private func sealed(changing change: (String) -> String) throws -> String {
        let session = try start()
        let path = session.path
        session.close()
        let text = String(decoding: bytes(path), as: UTF8.self)
        disk.node(at: path)?.bytes = Array(change(text).utf8)
        try #require(text != change(text))
        return path
    }
}
