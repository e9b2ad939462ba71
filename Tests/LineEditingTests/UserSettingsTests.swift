import Foundation
import TestSupport
import Testing

@Suite struct `The user's .editrc` {
    private func probe(editrc: String, _ body: (TerminalSession) throws -> Void) throws {
        try withTemporaryFolder { home in
            try editrc.write(toFile: home + "/.editrc", atomically: false, encoding: .utf8)
            let session = try TerminalSession(
                BuiltProducts.path(of: "LineEditingProbe"), ["edit", "> "], environment: ["HOME": home])
            try session.settle { $0.beforeCursor == "> " }
            try body(session)
        }
    }

    @Test func `can ask for vi`() throws {
        try probe(editrc: "bind -v\n") { session in
            try session.send("plam\u{1B}")
            try session.settle { $0.beforeCursor == "> pla" }
            try session.send("rn")
            try session.settle { $0.cursorLine == "> plan" }
            try session.send("A is used\r")
            try session.settle(on: "line: \"plan is used\"")
        }
    }

    @Test(arguments: ["bind -v\n", "bind -e\n"])
    func `leaves Tab and pasting in place when it asks for a set of bindings`(editrc: String) throws {
        try probe(editrc: editrc) { session in
            try session.send("statu\t")
            try session.settle { $0.beforeCursor == "> status " }
            try session.send("\u{1B}[200~one\rtwo\u{1B}[201~\r")
            try session.settle(on: #"pasted: "status one\ntwo""#)
        }
    }

    @Test func `has vi paste in its command mode`() throws {
        try probe(editrc: "bind -v\n") { session in
            try session.send("ac\u{1B}")
            try session.settle { $0.beforeCursor == "> a" }
            try session.send("\u{1B}[200~one\rtwo\u{1B}[201~\r")
            try session.settle(on: #"pasted: "aone\ntwoc""#)
        }
    }

    @Test(arguments: [
        "bind ^I ed-move-to-beg\n", "bind -v\nbind ^I ed-move-to-beg\n", "canary:bind ^I ed-move-to-beg\n",
    ])
    func `wins over the bindings made here`(editrc: String) throws {
        try probe(editrc: editrc) { session in
            try session.send("statu\tX\r")
            try session.settle(on: "line: \"Xstatu\"")
        }
    }

    @Test(arguments: ["bind \"\n", "bind -s ^X \"\(String(repeating: "a", count: 3_000))\"\n"])
    func `is left out where reading it would end the program`(editrc: String) throws {
        try probe(editrc: editrc) { session in
            try session.send("statu\t")
            try session.settle { $0.beforeCursor == "> status " }
            try session.send("\r")
            try session.settle(on: "line: \"status \"")
            try session.send("quit\r")
            #expect(try session.waitForEnd() == .exited(0))
        }
    }

    @Test func `can turn editing off`() throws {
        try probe(editrc: "edit off\n") { session in
            #expect(session.screen.contains("reader: PlainLineReader"))
            #expect(session.modes == .usual)
            try session.send("é typed\r")
            try session.settle(on: "line: \"é typed\"")
            #expect(!session.transcriptText.contains("\u{1B}"))
            try session.send("quit\r")
            #expect(try session.waitForEnd() == .exited(0))
            #expect(session.modes == .usual)
        }
    }

    @Test(arguments: ["emacs", "dumb", "", "no-such-terminal"])
    func `is not asked on a terminal that cannot move its cursor`(term: String) throws {
        let session = try TerminalSession(
            BuiltProducts.path(of: "LineEditingProbe"), ["edit", "> "], environment: ["TERM": term])
        try session.settle { $0.beforeCursor == "> " }
        #expect(session.transcriptText == "reader: PlainLineReader\r\n> ")
        #expect(session.modes == .usual)
    }

    @Test func `is not asked where no terminal is named`() throws {
        let session = try TerminalSession(
            BuiltProducts.path(of: "LineEditingProbe"), ["edit", "> "], environment: ["TERM": nil])
        try session.settle { $0.beforeCursor == "> " }
        #expect(session.transcriptText == "reader: PlainLineReader\r\n> ")
    }
}
