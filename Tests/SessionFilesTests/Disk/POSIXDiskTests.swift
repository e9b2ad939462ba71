import FoundationEssentials
import Glibc
import Sessions
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `The real disk` {
    private let disk = POSIXDisk()

    @Test(arguments: [0, 0o777] as [mode_t])
    func `keeps files and folders to their owner, whatever the umask`(mask: mode_t) async {
        // In a process of its own: the umask is the whole process's.
        await #expect(processExitsWith: .success) { [mask] in
            try withTemporaryFolder { folder in
                _ = umask(mask)
                let path = folder + "/one/two"
                let journal = try SessionFolder(path).start(
                    title: "T", authority: nil, instruments: Small.set, now: .noon()
                ).path
                let disk = POSIXDisk()
                try disk.appendAll(Array("torn".utf8), to: disk.open(journal, for: .appending))
                let tail = try SessionFolder(path).open(journal).tornTail
                var modes: [String: UInt32] = [:]
                for name in ["one", "one/two", "one/two/instruments"] {
                    modes[name] = try disk.status(at: folder + "/" + name)?.permissions
                }
                #expect(modes.values.allSatisfy { $0 == 0o700 }, "\(modes)")
                for file in [journal, tail?.copy ?? ""] {
                    #expect(try disk.status(at: file)?.permissions == 0o600)
                }
                for name in try disk.names(in: path + "/instruments") {
                    #expect(try disk.status(at: path + "/instruments/" + name)?.permissions == 0o600)
                }
            }
        }
    }

    @Test(arguments: 0..<5)
    func `gives a session back as it was`(seed: Int) throws {
        try withTemporaryFolder { folder in
            let sessions = SessionFolder(folder)
            let path = try sessions.start(
                title: "T", authority: "A", instruments: Small.set, now: .noon()
            ).path
            var commands = RandomCommands(seed: seed)
            var last = Snapshot(try sessions.read(path).state)
            for visit in 0..<4 {
                let session = try SessionFolder(folder).open(path)
                #expect(Snapshot(session.state) == last)
                for step in 0..<20 {
                    _ = try? session.perform(
                        commands.next(in: session.state), now: .noon(visit * 20 + step))
                }
                last = Snapshot(session.state)
                #expect(Snapshot(try sessions.read(path).state) == last)
            }
        }
    }

    @Test func `follows no symbolic link to a journal`() throws {
        try withTemporaryFolder { folder in
            let sessions = SessionFolder(folder)
            let path = try sessions.start(
                title: "T", authority: nil, instruments: Small.set, now: .noon()
            ).path
            let link = folder + "/link.canary.jsonl"
            try #require(symlink(path, link) == 0)
            #expect(throws: JournalFault.file(FileError(.open, link, code: ELOOP))) {
                try sessions.open(link)
            }
            #expect(throws: JournalFault.file(FileError(.open, link, code: ELOOP))) {
                try sessions.read(link)
            }
            #expect(try sessions.list().first { $0.id == "link" }?.state == .damaged)
        }
    }

    @Test func `follows no symbolic link when it makes a file`() throws {
        try withTemporaryFolder { folder in
            try #require(symlink(folder + "/elsewhere", folder + "/link") == 0)
            #expect(throws: FileError(.create, folder + "/link", code: EEXIST)) {
                try disk.create(folder + "/link")
            }
            #expect(try disk.status(at: folder + "/elsewhere") == nil)
        }
    }

    @Test func `puts no instruments into a folder that is a link`() throws {
        try withTemporaryFolder { folder in
            try #require(symlink("/tmp", folder + "/instruments") == 0)
            #expect(throws: JournalFault.notAFolder(path: folder + "/instruments")) {
                try SessionFolder(folder).start(
                    title: "T", authority: nil, instruments: Small.set, now: .noon())
            }
        }
    }

    @Test func `does not wait for a pipe, nor read a folder`() throws {
        try withTemporaryFolder { folder in
            let pipe = folder + "/pipe.canary.jsonl"
            try #require(mkfifo(pipe, 0o600) == 0)
            #expect(throws: JournalFault.notAFile(path: pipe)) { try SessionFolder(folder).read(pipe) }
            #expect(throws: JournalFault.notAFile(path: pipe)) { try SessionFolder(folder).open(pipe) }
            try #require(mkdir(folder + "/folder.canary.jsonl", 0o700) == 0)
            #expect(throws: JournalFault.notAFile(path: folder + "/folder.canary.jsonl")) {
                try SessionFolder(folder).read(folder + "/folder.canary.jsonl")
            }
            #expect(try SessionFolder(folder).list().map(\.state) == [.damaged, .damaged])
        }
    }

    @Test func `never replaces a file by giving another its name`() throws {
        try withTemporaryFolder { folder in
            try disk.write([1], toNew: folder + "/one")
            try disk.write([2], toNew: folder + "/two")
            #expect(throws: FileError(.rename, folder + "/two", code: EEXIST)) {
                try disk.rename(folder + "/one", to: folder + "/two")
            }
            #expect(try disk.contents(of: folder + "/two", atMost: 9) == [2])
            try disk.rename(folder + "/one", to: folder + "/three")
            #expect(try disk.names(in: folder).sorted() == ["three", "two"])
        }
    }

    @Test func `gives no open file to a child`() throws {
        try withTemporaryFolder { folder in
            let file = try disk.create(folder + "/file")
            #expect(fcntl(file.number, F_GETFD) & FD_CLOEXEC != 0)
            disk.close(file)
            let again = try disk.open(folder + "/file", for: .appending)
            #expect(fcntl(again.number, F_GETFD) & FD_CLOEXEC != 0)
            disk.close(again)
        }
    }

    @Test func `gives its lock up with the file, though a child that is being started has a copy`() throws {
        try withTemporaryFolder { folder in
            let file = try disk.create(folder + "/file")
            #expect(try disk.lock(file, .exclusive))
            let copy = dup(file.number)
            defer { close(copy) }
            disk.close(file)
            let again = try disk.open(folder + "/file", for: .appending)
            #expect(try disk.lock(again, .exclusive))
            disk.close(again)
        }
    }

    @Test func `leaves nothing half made where there is no room`() async {
        await #expect(processExitsWith: .success) {
            try withTemporaryFolder { folder in
                signal(SIGXFSZ, SIG_IGN)
                let sessions = SessionFolder(folder)
                let session = try sessions.start(
                    title: "T", authority: nil, instruments: Small.set, now: .noon())
                let size = try POSIXDisk().status(at: session.path)?.size ?? 0
                // The file may grow by a hundred bytes, which is less than a line.
                var limit = rlimit(rlim_cur: rlim_t(size + 100), rlim_max: rlim_t.max)
                try #require(setrlimit(__rlimit_resource_t(1), &limit) == 0)
                let full = FileError(.write, session.path, code: EFBIG)
                #expect(throws: PerformFault.notSaved(.notAppended(full, cutOff: true))) {
                    try session.perform(.title("Refused"), now: .noon())
                }
                #expect(try POSIXDisk().status(at: session.path)?.size == size)
                limit.rlim_cur = rlim_t.max
                try #require(setrlimit(__rlimit_resource_t(1), &limit) == 0)
                _ = try session.perform(.title("Saved"), now: .noon())
                #expect(try sessions.read(session.path).state.title == "Saved")
            }
        }
    }

    @Test(arguments: [
        ("a", "."), ("a/b", "a"), ("a//b", "a"), ("/a", "/"), ("/a/b/", "/a"), ("/", "/"), ("", "."),
        ("./a", "."),
        ("../a", ".."),
    ])
    func `knows the folder of a path`(path: String, folder: String) {
        #expect(path.parentFolder == folder)
    }
}
