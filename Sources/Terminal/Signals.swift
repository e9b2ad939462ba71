internal import CTerminal
internal import Glibc

/// Signals as things that are read, one after the other, by whoever waits for a line.
package enum Signals {
    /// From here on INT, TERM, HUP, QUIT, WINCH, TSTP and CONT do nothing but wait to be read by a line
    /// reader, and a write to a closed pipe fails with `EPIPE`.
    ///
    /// - For a conversation, once, before the first reader is made. A command that never reads a line would
    ///   no longer stop at Ctrl-C: it calls `catchFailedWrites()` instead.
    /// - A signal that was ignored when the program started stays ignored.
    /// - Programs started later have the default for all of them.
    ///
    /// - Returns: False when the system has no descriptors left, and nothing was changed.
    @discardableResult
    package static func install() -> Bool {
        let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT]
        guard signal_pipe_install(signals, Int32(signals.count)) else { return false }
        catchFailedWrites()
        return true
    }

    /// A write that can only fail does so, with `EPIPE` or `EFBIG`, and kills nobody.
    package static func catchFailedWrites() {
        signal_pipe_catch_failed_writes()
    }

    /// Runs something that waits for another program, an editor say, which has the terminal meanwhile.
    ///
    /// Ctrl-Z stops both programs, and what was typed for the other one (Ctrl-C, Ctrl-\\) is forgotten
    /// afterwards; SIGTERM and SIGHUP are not.
    ///
    /// - Returns: what `body` returns, and whether SIGTERM or SIGHUP came meanwhile: this program is to end, and the
    ///   status of the other one may say no more than that.
    package static func whileAnotherProgramRuns<Result>(
        _ body: () -> Result
    ) -> (result: Result, isToEnd: Bool) {
        signal_pipe_let_stop(true)
        let result = body()
        signal_pipe_let_stop(false)
        let ending = Array(sequence(state: ()) { _ in next() }).filter { $0 == SIGTERM || $0 == SIGHUP }
        for signal in ending { raise(signal) }
        return (result, !ending.isEmpty)
    }

    /// Holds back INT, TERM, HUP and QUIT until `release`.
    ///
    /// - Returns: a descriptor that can be read while one of them waits; −1 where the system has none left.
    package static func hold() -> Int32 { signals_hold() }

    /// Lets happen what `hold` held back.
    package static func release(_ held: Int32) { signals_release(held) }

    /// The descriptor to poll for a signal, or −1 before `install()`.
    package static var descriptor: Int32 {
        signal_pipe_descriptor()
    }

    /// The next signal that has arrived, if one has.
    package static func next() -> Int32? {
        var number: UInt8 = 0
        guard descriptor >= 0, read(descriptor, &number, 1) == 1 else { return nil }
        return Int32(number)
    }

    /// Whether a signal ends the line that is being read.
    package static func endsLine(_ signal: Int32) -> Bool {
        [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(signal)
    }

    /// Stops the program as Ctrl-Z does, until it is continued.
    package static func stop() {
        signal_pipe_stop()
    }
}
