import Glibc
import TestSupport
import Testing

@Suite struct `Stopping and continuing` {
    /// A shell with job control that starts the probe, says when it is stopped, and continues it on Enter.
    private func shell(_ mode: String = "edit") throws -> TerminalSession {
        let script = """
            set -m
            "$0" \(mode)
            echo "stopped: $?"
            read answer
            fg >/dev/null
            echo "ended: $?"
            """
        let session = try TerminalSession(
            "/bin/bash", ["-c", script, BuiltProducts.path(of: "LineEditingProbe")])
        try session.settle { $0.beforeCursor == "> " }
        return session
    }

    @Test func `Ctrl-Z stops it, and fg brings the line back`() throws {
        let session = try shell()
        try session.send("half a li")
        try session.settle { $0.cursorLine == "> half a li" }
        try session.send("\u{1A}")
        try session.settle(on: "stopped: \(128 + SIGTSTP)")
        #expect(session.modes == .usual)
        try session.send("\r")
        try session.settle { $0.cursorLine == "> half a li" && $0.beforeCursor == "> half a li" }
        #expect(!session.modes.echo)
        try session.send("ne\r")
        try session.settleAtPrompt(after: "line: \"half a line\"")
        try session.send("quit\r")
        try session.settle(on: "ended: 0")
        #expect(try session.waitForEnd() == .exited(0))
        #expect(session.modes == .usual)
    }

    @Test func `it can be stopped again and again`() throws {
        let session = try TerminalSession(
            "/bin/bash",
            ["-c", "set -m; \"$0\" edit; fg; fg; fg", BuiltProducts.path(of: "LineEditingProbe")])
        try session.settle { $0.beforeCursor == "> " }
        for times in 1...3 {
            let line = "> " + String(repeating: "x", count: times)
            try session.send("x")
            try session.settle { $0.beforeCursor == line }
            try session.send("\u{1A}")
            try session.settle {
                $0.text.split(separator: "Stopped").count == times + 1
                    && $0.text.hasSuffix("\"$0\" edit\n" + line)
                    && $0.beforeCursor == line
            }
        }
        try session.send("\r")
        try session.settle(on: "line: \"xxx\"")
    }

    @Test func `a plain reader stops and shows its prompt again`() throws {
        let session = try shell("plain")
        try session.send("\u{1A}")
        try session.settle(on: "stopped: \(128 + SIGTSTP)")
        try session.send("\r")
        try session.settle { $0.beforeCursor == "> " }
        try session.send("whole line\r")
        try session.settle(on: "line: \"whole line\"")
    }

    @Test(arguments: ["fg", "bg"])
    func `it ends when it was told to while it was stopped`(command: String) throws {
        let script = """
            set -m
            "$0" edit
            probe=$(jobs -p)
            kill -TERM $probe
            \(command) >/dev/null
            status=$?
            wait $probe && status=$? || status=$?
            echo "ended: $status"
            """
        let session = try TerminalSession(
            "/bin/bash", ["-c", script, BuiltProducts.path(of: "LineEditingProbe")])
        try session.settle { $0.beforeCursor == "> " }
        try session.send("half")
        try session.settle { $0.cursorLine == "> half" }
        try session.send("\u{1A}")
        try session.settle(on: "signal: \(SIGTERM)")
        #expect(try session.waitForEnd() == .exited(0))
        #expect(session.screen.contains("ended: "))
        #expect(session.modes == .usual)
    }

    @Test func `it stops along with a program that it has started`() throws {
        let session = try shell()
        try session.send("run kill -TSTP 0; echo went on\r")
        try session.settle(on: "stopped: \(128 + SIGTSTP)")
        try session.send("\r")
        try session.settle { $0.contains("went on\nstatus: 0") && $0.beforeCursor == "> " }
        try session.send("fine\r")
        try session.settle(on: "line: \"fine\"")
    }

    @Test func `Ctrl-C for a program that it has started is not for it`() throws {
        let session = try probe()
        try session.send("run trap 'echo caught; exit 7' INT; echo started; read line\r")
        try session.settle { $0.rows.contains("started") }
        try session.send("\u{3}")
        try session.settle { $0.contains("caught\nstatus: \(7 << 8)") && $0.beforeCursor == "> " }
        try session.send("fine\r")
        try session.settle(on: "line: \"fine\"")
        #expect(!session.screen.contains("interrupted"))
    }

    @Test func `without a shell that could continue it, it goes on`() throws {
        let session = try probe()
        try session.send("half")
        try session.settle { $0.cursorLine == "> half" }
        try session.send("\u{1A} a line\r")
        try session.settle(on: "line: \"half a line\"")
    }
}
