/// Why text could not be written.
package enum OutputFault: Error, Equatable, Sendable {
    /// Nobody reads any more: the pipe is closed, or the terminal has vanished.
    case closed

    /// The system refused, with this `errno`.
    case failed(errno: Int32)
}
