import SessionFiles
import Testing

@Suite struct `The folder of sessions` {
    private static let own = FileStatus(
        kind: .folder, identity: .init(device: 1, inode: 2), size: 0, owner: 1_000, permissions: 0o755,
        names: 2)

    @Test func `is the option's before all others`() throws {
        #expect(try choose(option: "there", ["CANARY_SESSIONS": "/env"], Self.own) == "there")
    }

    @Test func `is the environment's before ./Sessions`() throws {
        #expect(try choose(["CANARY_SESSIONS": "/env"], Self.own) == "/env")
        #expect(try choose(["CANARY_SESSIONS": ""], Self.own) == "Sessions")
    }

    @Test(arguments: [
        (FileStatus.Kind.folder, UInt32(1_000), UInt32(0o755), true), (.folder, 1_000, 0o700, true),
        (.folder, 1_000, 0o775, false), (.folder, 1_000, 0o757, false), (.folder, 0, 0o755, false),
        (.file, 1_000, 0o644, false), (.other, 1_000, 0o777, false),
    ])
    func `is ./Sessions only where that is the user's own folder and nobody else's to write`(
        kind: FileStatus.Kind, owner: UInt32, permissions: UInt32, isTaken: Bool
    ) throws {
        let status = FileStatus(
            kind: kind, identity: .init(device: 1, inode: 2), size: 0, owner: owner,
            permissions: permissions, names: 2)
        let chosen = try choose(["HOME": "/home/me"], status)
        #expect(chosen == (isTaken ? "Sessions" : "/home/me/.local/share/canary/sessions"))
    }

    @Test func `is the XDG data folder else`() throws {
        #expect(try choose(["XDG_DATA_HOME": "/data", "HOME": "/me"], nil) == "/data/canary/sessions")
        #expect(
            try choose(["XDG_DATA_HOME": "data", "HOME": "/me"], nil) == "/me/.local/share/canary/sessions")
        #expect(try choose(["HOME": "/me"], nil) == "/me/.local/share/canary/sessions")
    }

    @Test func `is nowhere without a home`() {
        #expect(throws: FolderFault.noHome) { try choose([:], nil) }
        #expect(throws: FolderFault.noHome) { try choose(["HOME": ""], nil) }
    }

    @Test func `lies beside others, which are looked through in the same order`() {
        let usual = SessionFolder.usual(
            environment: ["CANARY_SESSIONS": "/env", "HOME": "/me"], user: 1_000
        ) { $0 == "Sessions" ? Self.own : nil }
        #expect(usual == ["/env", "Sessions", "/me/.local/share/canary/sessions"])
    }

    private func choose(
        option: String? = nil, _ environment: [String: String], _ here: FileStatus?
    ) throws -> String {
        try SessionFolder.choose(option: option, environment: environment, user: 1_000) { path in
            path == "Sessions" ? here : nil
        }
    }
}
