import Glibc
import TestSupport
import Testing

@Suite struct `Leaving a line` {
    @Test func `Ctrl-C drops the line and the terminal stays usable`() throws {
        let session = try probe()
        try session.send("not this")
        try session.settle { $0.cursorLine == "> not this" }
        try session.send("\u{3}")
        try session.settleAtPrompt(after: "> not this^C\ninterrupted")
        try session.send("but this\r")
        try session.settle(on: "line: \"but this\"")
    }

    @Test func `Ctrl-C in the middle of a long line goes below it`() throws {
        let session = try probe(columns: 30)
        try session.send(String(repeating: "0123456789", count: 8) + "\u{1}")
        try session.settle { $0.beforeCursor == "> " && $0.contains("0123456789012345678901") }
        try session.send("\u{3}")
        try session.settleAtPrompt(after: "0123456789^C\ninterrupted")
    }

    @Test func `Ctrl-D on an empty line is the end`() throws {
        let session = try probe()
        try session.send("\u{4}")
        #expect(try session.waitForEnd() == .exited(0))
        #expect(session.screen.rows.contains("end of input"))
        #expect(session.modes == .usual)
    }

    @Test func `Ctrl-D in a line is not the end`() throws {
        let session = try probe()
        try session.send("abc\u{1}\u{4}\r")
        try session.settle(on: "line: \"bc\"")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
    func `a signal ends it and the terminal is as it was`(signal: Int32) throws {
        let session = try probe()
        try session.send("half a li")
        try session.settle { $0.cursorLine == "> half a li" }
        #expect(!session.modes.echo)
        session.signal(signal)
        #expect(try session.waitForEnd() == .exited(128 + signal))
        #expect(session.screen.contains("> half a li\nsignal: \(signal)"))
        #expect(session.modes == .usual)
    }

    @Test func `Ctrl-Backslash is no crash`() throws {
        let session = try probe()
        try session.send("\u{1C}")
        #expect(try session.waitForEnd() == .exited(128 + SIGQUIT))
        #expect(session.modes == .usual)
    }

    @Test(arguments: ["edit", "plain"])
    func `exit restores the terminal too`(mode: String) throws {
        let session = try probe(mode)
        try session.send("exit\r")
        #expect(try session.waitForEnd() == .exited(0))
        #expect(session.modes == .usual)
    }

    @Test(arguments: ["edit", "plain"])
    func `a terminal that vanishes is a hang-up`(mode: String) throws {
        let session = try probe(mode)
        #expect(try session.hangUp() == .exited(128 + SIGHUP))
    }

    @Test(arguments: ["edit", "plain"])
    func `a terminal that vanishes is seen where the signal is ignored`(mode: String) throws {
        let session = try TerminalSession(
            "/bin/sh", ["-c", "trap '' HUP; exec \"$0\" \(mode)", BuiltProducts.path(of: "LineEditingProbe")])
        try session.settle { $0.beforeCursor == "> " }
        session.signal(SIGHUP)
        try session.send("still here\r")
        try session.settle(on: "line: \"still here\"")
        #expect(try session.hangUp() == .exited(128 + SIGHUP))
    }
}
