internal import Glibc
internal import Terminal

/// Watches the keys of a window that only shows something, until somebody leaves it.
package final class KeyWatch {
    /// What happened meanwhile.
    package enum Event: Equatable, Sendable {
        case nothing
        /// The window has another size.
        case resized
        /// The program is about to stop, as Ctrl-Z asks: put the window in order, call `stop()`, and show it anew.
        case suspended
        /// Somebody typed `q`, Ctrl-C or Ctrl-D, or the input ended.
        case left
        /// A signal that ends the program came.
        case signalled(Int32)
    }

    private let input = InputSource(descriptor: STDIN_FILENO)
    private let before: termios?

    /// Watches standard input; at a terminal keys come one by one and are not shown.
    package init() {
        var modes = termios()
        before = tcgetattr(STDIN_FILENO, &modes) == 0 ? modes : nil
        silence()
    }

    deinit { restore() }

    /// What happens first within a time.
    package func next(within milliseconds: Int32) -> Event {
        switch input.next(within: milliseconds) {
        case .nothing: .nothing
        case .end: .left
        case .bytes(let bytes):
            // Q, Ctrl-C and Ctrl-D; anything else does nothing.
            bytes.contains { [UInt8(ascii: "q"), UInt8(ascii: "Q"), 3, 4].contains($0) } ? .left : .nothing
        case .signal(SIGINT): .left
        case .signal(SIGWINCH): .resized
        case .signal(SIGTSTP): .suspended
        case .signal(let number): Signals.endsLine(number) ? .signalled(number) : .nothing
        }
    }

    /// Stops the program until it is continued.
    package func stop() {
        restore()
        Signals.stop()
        silence()
    }

    private func silence() {
        guard var modes = before else { return }
        modes.c_lflag &= ~tcflag_t(ECHO | ICANON)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    }

    private func restore() {
        guard var modes = before else { return }
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
    }
}
