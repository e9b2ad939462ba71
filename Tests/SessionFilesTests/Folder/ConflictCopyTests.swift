import Testing

@testable import SessionFiles

@Suite struct `The name of a file` {
    @Test(arguments: [
        ("d53v-jvxc.canary (conflicted copy 2026-11-21).jsonl", "Dropbox or Nextcloud"),
        ("d53v-jvxc.canary (Anna's conflicted copy 2026-11-21 101500).jsonl", "Dropbox or Nextcloud"),
        ("d53v-jvxc (conflicted copy 2026-11-21).canary.jsonl", "Dropbox or Nextcloud"),
        ("d53v-jvxc.canary-DESKTOP7.jsonl", "OneDrive"), ("d53v-jvxc-DESKTOP-7.canary.jsonl", "OneDrive"),
        ("d53v-jvxc.canary.sync-conflict-20261121-101500-ABCDEFG.jsonl", "Syncthing"),
        ("d53v-jvxc.sync-conflict-20261121-101500-ABCDEFG.canary.jsonl", "Syncthing"),
        ("d53v-jvxc.canary (1).jsonl", "Google Drive or a download"),
        ("d53v-jvxc (12).canary.jsonl", "Google Drive or a download"),
    ])
    func `tells a copy that a service made`(name: String, service: String) throws {
        let copy = try #require(ConflictCopy(name: name))
        #expect(copy.original == "d53v-jvxc")
        #expect(copy.service == service)
    }

    @Test func `is a session's own where the session that it would be a copy of is not there`() {
        let copy = "d53v-jvxc (1).canary.jsonl"
        #expect(ConflictCopy.among([copy]) == [])
        #expect(ConflictCopy.among([copy, "d53v-jvxc.canary.jsonl"]).map(\.name) == [copy])
        // A name that is no session's can only be a copy's.
        let other = "d53v-jvxc.canary-DESKTOP7.jsonl"
        #expect(ConflictCopy.among([other]).map(\.name) == [other])
    }

    @Test(arguments: [
        "d53v-jvxc.canary.jsonl", "autumn-2026.canary.jsonl", "exam-ple1.canary.jsonl", "notes (1).txt",
        ".d53v-jvxc.canary.jsonl.new", "d53v-jvxc.canary.jsonl.torn-1", "notes (1).jsonl",
        "autumn-2026-final.canary.jsonl",
    ])
    func `of a session, or of anything else, tells none`(name: String) {
        #expect(ConflictCopy(name: name) == nil)
    }
}
