import Glibc
import Testing

@testable import TestSupport

@Suite struct `The screen of the harness` {
    private func screen(_ text: String, rows: Int = 4, columns: Int = 10) -> Screen {
        var screen = Screen(rows: rows, columns: columns)
        var parser = ScreenParser()
        for byte in text.utf8 { parser.feed([byte], to: &screen) }
        return screen
    }

    @Test func `wraps and scrolls`() {
        let screen = screen("one\r\n0123456789ab\r\nthree\r\nfour")
        #expect(screen.rows == ["0123456789", "ab", "three", "four"])
        #expect(screen.unwrappedText == "one\n0123456789ab\nthree\nfour\n")
        #expect(screen.beforeCursor == "four")
    }

    @Test func `waits with the wrap until there is more`() {
        #expect(screen("0123456789").cursorRow == 0)
        #expect(screen("0123456789\rx").rows[0] == "x123456789")
        #expect(screen("0123456789\u{8}x").rows[0] == "01234567x9")
    }

    @Test(arguments: [
        ("abcdef\u{1B}[3D\u{1B}[K", "abc"), ("abcdef\r\u{1B}[2P", "cdef"), ("abc\r\u{1B}[2@xy", "xyabc"),
        ("abc\u{1B}[1;2HX", "aXc"), ("abc\u{1B}[5GX", "abc X"), ("abc\u{1B}[2J", ""),
        ("ab\u{1B}[?2004h\u{1B}[1mc", "abc"),
        ("a\u{1B}]0;title\u{7}b\u{1B}]0;t\u{1B}\\c", "abc"), ("日本\u{1B}[2DX", "日X"),
        ("e\u{301}x", "e\u{301}x"), ("a\tb", "a       b"),
    ])
    func `knows what programs write`(written: String, row: String) {
        #expect(screen(written).rows[0] == row)
    }

    @Test func `breaks wrapped rows anew`() {
        var screen = screen("one\r\n0123456789abc")
        screen.resize(rows: 4, columns: 5)
        #expect(screen.rows == ["one", "01234", "56789", "abc"])
        #expect(screen.beforeCursor == "abc")
        screen.resize(rows: 4, columns: 20)
        #expect(screen.rows == ["one", "0123456789abc", "", ""])
        screen.resize(rows: 1, columns: 20)
        #expect(screen.rows == ["0123456789abc"])
        #expect(screen.unwrappedText == "one\n0123456789abc\n")
    }
}

@Suite struct `The harness` {
    @Test func `shows the screen when it gives up`() throws {
        let session = try TerminalSession("/bin/sh", ["-c", "echo here; read line"])
        let fault = #expect(throws: HarnessFault.self) {
            try session.settle(within: .milliseconds(200)) { $0.contains("there") }
        }
        #expect(fault?.description.contains("|here ") == true)
    }

    @Test func `does not wait for a program that has ended`() throws {
        let session = try TerminalSession("/bin/sh", ["-c", "echo here"])
        #expect(throws: HarnessFault.self) { try session.settle(on: "there") }
        #expect(session.screen.text == "here")
        #expect(try session.waitForEnd() == .exited(0))
    }

    @Test func `tells how a program ended`() throws {
        #expect(try PipedProcess.run("/bin/sh", ["-c", "exit 3"]).status == .exited(3))
        #expect(try PipedProcess.run("/bin/sh", ["-c", "kill -9 $$"]).status == .killed(signal: SIGKILL))
        #expect(
            try TerminalSession("/bin/sh", ["-c", "kill -15 $$"]).waitForEnd() == .killed(signal: SIGTERM))
    }

    @Test func `carries much in both directions at once`() throws {
        let input = [UInt8](repeating: 0x61, count: 3_000_000)
        let result = try PipedProcess.run("/bin/sh", ["-c", "tee /dev/stderr"], input: input)
        #expect(result.output.count == input.count)
        #expect(result.errors.count == input.count)
    }

    @Test func `kills what takes too long`() {
        #expect(throws: HarnessFault.self) {
            try PipedProcess.run("/bin/sleep", ["100"], timeLimit: .milliseconds(100))
        }
        #expect(throws: HarnessFault.self) {
            try PipedProcess.run("/usr/bin/yes", timeLimit: .milliseconds(100))
        }
        #expect(throws: HarnessFault.self) {
            try TerminalSession("/usr/bin/yes").settle(within: .milliseconds(100), on: "no")
        }
    }

    @Test func `gives every program the same environment`() throws {
        let result = try PipedProcess.run("env", environment: ["LANG": "C", "TERM": nil])
        #expect(
            result.outputText.split(separator: "\n").sorted() == [
                "HOME=/nonexistent", "LANG=C", "PATH=/usr/local/bin:/usr/bin:/bin",
                "SWIFT_BACKTRACE=enable=no",
            ])
    }

    @Test func `makes a folder and removes it`() throws {
        let path = try withTemporaryFolder { path in
            let result = try PipedProcess.run(
                "/bin/sh", ["-c", "mkdir a; echo >a/b; pwd; stat -c %a ."], in: path)
            #expect(result.outputText == "\(path)\n700\n")
            return path
        }
        #expect(access(path, F_OK) != 0)
    }

    @Test func `says so when there is no such program`() {
        #expect(throws: HarnessFault.self) { try PipedProcess.run("/no/such/program") }
        #expect(throws: HarnessFault.self) { try TerminalSession("/no/such/program") }
    }
}
