internal import CPseudoTerminal
internal import Glibc

/// A program in a real terminal: a pseudo-terminal is its standard input, output and error, and its
/// controlling terminal. It is killed, if it still runs, when the session goes.
///
/// Wait on the screen, never on time: `send`, then `settle` on what a person would see.
package final class TerminalSession {
    /// What is on the screen, of what has been read so far.
    package private(set) var screen: Screen

    /// Every byte that the program, and the terminal's own echo, have written so far.
    package private(set) var transcript: [UInt8] = []

    private var terminal: Int32
    private let child: ChildProcess
    private var parser = ScreenParser()

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - executable: A path, or a name to look for in `PATH`.
    ///   - arguments: What follows its name.
    ///   - environment: Changes to `ChildEnvironment.standard`; nil takes a variable out.
    ///   - rows: The height of the terminal.
    ///   - columns: The width of the terminal.
    ///   - folder: The working folder; that of the tests when it is nil.
    /// - Throws: `HarnessFault.system` when there is no terminal, or no such program.
    package init(
        _ executable: String, _ arguments: [String] = [], environment: [String: String?] = [:],
        rows: Int = 24, columns: Int = 80, in folder: String? = nil
    ) throws {
        var name = [CChar](repeating: 0, count: 64)
        let terminal = pseudo_terminal_open(Int32(rows), Int32(columns), &name, name.count)
        guard terminal >= 0 else { throw HarnessFault.system(call: "posix_openpt", errno: errno) }
        do {
            child = try ChildProcess(executable, arguments, environment: environment) {
                spawn_in_terminal(executable, $0, $1, folder, name)
            }
        } catch {
            close(terminal)
            throw error
        }
        self.terminal = terminal
        screen = Screen(rows: rows, columns: columns)
    }

    deinit {
        if terminal >= 0 {
            close(terminal)
        }
    }

    /// Types text: `\r` is Enter, `\u{3}` Ctrl-C, `\u{1B}[A` the Up key.
    ///
    /// - Throws: `HarnessFault` when the terminal is gone, or nobody reads what is typed.
    package func send(_ text: String) throws {
        try send(bytes: Array(text.utf8))
    }

    /// Types bytes as they are.
    ///
    /// - Throws: As `send(_:)` does.
    package func send(bytes: [UInt8]) throws {
        var rest = bytes[...]
        let deadline = Deadline(after: .seconds(20))
        while !rest.isEmpty {
            var interest = pollfd(fd: terminal, events: Int16(POLLIN | POLLOUT), revents: 0)
            guard poll(&interest, 1, deadline.milliseconds) != 0 else {
                throw HarnessFault.screenNeverSettled(waited: deadline.limit, screen: screen.description)
            }
            _ = read()
            let written = rest.withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
            if written < 0, errno != EAGAIN, errno != EINTR {
                throw HarnessFault.system(call: "write to the terminal", errno: errno)
            }
            rest = rest.dropFirst(max(0, written))
        }
    }

    /// Reads what the program writes until the screen is as wanted.
    ///
    /// - Parameters:
    ///   - limit: How long to wait.
    ///   - isReached: Whether a screen is as wanted.
    /// - Returns: The screen that met the condition.
    /// - Throws: `HarnessFault` with a dump of the screen when time is up, or when the program has ended.
    @discardableResult
    package func settle(within limit: Duration = .seconds(20), _ isReached: (Screen) -> Bool) throws -> Screen
    {
        let deadline = Deadline(after: limit)
        while true {
            if isReached(screen) { return screen }
            switch read(until: deadline) {
            case .more: continue
            case .ended: throw HarnessFault.endedBeforeScreenSettled(screen: screen.description)
            case .timeUp: throw HarnessFault.screenNeverSettled(waited: limit, screen: screen.description)
            }
        }
    }

    /// Reads until the screen shows this text.
    ///
    /// - Throws: As `settle(within:_:)` does.
    @discardableResult
    package func settle(within limit: Duration = .seconds(20), on text: String) throws -> Screen {
        try settle(within: limit) { $0.contains(text) }
    }

    /// Waits for the program to end, and reads all that it writes until then.
    ///
    /// - Throws: `HarnessFault.neverEnded` with a dump of the screen when time is up.
    package func waitForEnd(within limit: Duration = .seconds(20)) throws -> ExitStatus {
        let deadline = Deadline(after: limit)
        while true {
            switch read(until: deadline) {
            case .more: continue
            case .ended: break
            case .timeUp: throw HarnessFault.neverEnded(waited: limit, seen: screen.description)
            }
            guard let status = child.end(by: deadline) else {
                throw HarnessFault.neverEnded(waited: limit, seen: screen.description)
            }
            return status
        }
    }

    /// Takes the terminal away, as a closed window or a lost connection does, and waits for the program to end.
    ///
    /// - Throws: `HarnessFault.neverEnded` with a dump of the last screen when time is up.
    package func hangUp(within limit: Duration = .seconds(20)) throws -> ExitStatus {
        close(terminal)
        terminal = -1
        guard let status = child.end(by: Deadline(after: limit)) else {
            throw HarnessFault.neverEnded(waited: limit, seen: screen.description)
        }
        return status
    }

    /// Changes the size of the terminal; the program in its foreground gets SIGWINCH.
    package func resize(rows: Int, columns: Int) {
        while read() == .more {}
        screen.resize(rows: rows, columns: columns)
        _ = pseudo_terminal_resize(terminal, Int32(rows), Int32(columns))
    }

    /// Sends the program a signal, and only the program: not its process group.
    package func signal(_ number: Int32) {
        child.send(signal: number)
    }

    /// The process of the program.
    package var processIdentifier: Int32 { child.process }

    /// What the terminal does with input now, or after the end: whether the program has left it in order.
    package var modes: TerminalModes {
        TerminalModes(descriptor: terminal)
    }

    /// The transcript as text.
    package var transcriptText: String {
        String(decoding: transcript, as: UTF8.self)
    }
}

extension TerminalSession {
    private enum Reading {
        case more
        case ended
        case timeUp
    }

    private func read(until deadline: Deadline) -> Reading {
        var interest = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
        let ready = poll(&interest, 1, deadline.milliseconds)
        // A program that never stops writing does not put off the end.
        if ready == 0 || deadline.isOver { return .timeUp }
        let reading = read()
        return reading == .timeUp ? .more : reading
    }

    /// Reads what there is; `.ended` when no program has the terminal open any more.
    private func read() -> Reading {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            let length = Glibc.read(terminal, buffer.baseAddress, buffer.count)
            failure = length < 0 ? errno : 0
            count = max(0, length)
        }
        if bytes.isEmpty {
            return failure == EAGAIN || failure == EINTR ? .timeUp : .ended
        }
        transcript += bytes
        parser.feed(bytes, to: &screen)
        return .more
    }
}
