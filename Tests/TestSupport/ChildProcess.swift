internal import CPseudoTerminal
internal import Glibc

/// A program that was started. It is killed, if it still runs, when this goes.
final class ChildProcess {
    let process: pid_t

    /// Becomes readable when the program ends.
    private let descriptor: Int32

    private var status: ExitStatus?

    /// Starts a program by `spawn`, which gets arguments and environment as C wants them.
    init(
        _ executable: String, _ arguments: [String], environment: [String: String?],
        spawn: (UnsafePointer<UnsafeMutablePointer<CChar>?>, UnsafePointer<UnsafeMutablePointer<CChar>?>) ->
            pid_t
    ) throws {
        process = withCStrings([executable] + arguments) { arguments in
            withCStrings(ChildEnvironment.entries(environment)) { spawn(arguments, $0) }
        }
        guard process > 0 else { throw HarnessFault.system(call: "spawn \(executable)", errno: errno) }
        descriptor = process_descriptor(process)
    }

    deinit {
        if status == nil {
            // Its own process group too, with what it has started.
            kill(-process, SIGKILL)
            kill(process, SIGKILL)
            _ = wait()
        }
        close(descriptor)
    }

    /// How the program ended, or nil when it still runs at the deadline.
    func end(by deadline: Deadline) -> ExitStatus? {
        var interest = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&interest, 1, deadline.milliseconds)
            if ready > 0 { return wait() }
            if ready == 0 { return nil }
        }
    }

    /// Waits for the end, which is near: the descriptor is readable, or the program was killed.
    private func wait() -> ExitStatus {
        if let status { return status }
        var code: Int32 = 0
        while waitpid(process, &code, 0) < 0 && errno == EINTR {}
        let result = ExitStatus(waitStatus: code)
        status = result
        return result
    }

    func send(signal: Int32) {
        if status == nil {
            kill(process, signal)
        }
    }
}

/// Strings as an array of C strings that ends in NULL.
private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { fatalError("an array with an element has an address") }
        return body(UnsafePointer(start))
    }
}
