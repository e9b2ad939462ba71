internal import Glibc

/// How a program ended.
package enum ExitStatus: Equatable, Sendable {
    /// By itself, with this exit status.
    case exited(Int32)

    /// By this signal.
    case killed(signal: Int32)

    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited((waitStatus >> 8) & 0xFF) : .killed(signal: signal)
    }
}
