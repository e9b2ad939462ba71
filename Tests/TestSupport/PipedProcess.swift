internal import CPseudoTerminal

/// Runs a program with pipes for standard input, output and error.
package enum PipedProcess {
    /// What a program did from its start to its end.
    package struct Result: Sendable {
        /// How it ended.
        package var status: ExitStatus

        /// What it wrote to standard output.
        package var output: [UInt8]

        /// What it wrote to standard error.
        package var errors: [UInt8]

        /// Standard output as text.
        package var outputText: String { String(decoding: output, as: UTF8.self) }

        /// Standard error as text.
        package var errorText: String { String(decoding: errors, as: UTF8.self) }
    }

    /// Runs a program to its end. Input is written while output is read, so neither can block the other.
    ///
    /// - Parameters:
    ///   - executable: A path, or a name to look for in `PATH`.
    ///   - arguments: What follows its name.
    ///   - input: What it reads; its standard input then ends.
    ///   - environment: Changes to `ChildEnvironment.standard`; nil takes a variable out.
    ///   - folder: The working folder; that of the tests when it is nil.
    ///   - timeLimit: How long it may take, and keep its output open, before it is killed.
    /// - Returns: How it ended and what it wrote.
    /// - Throws: `HarnessFault`: no such program, or it did not end in time.
    @discardableResult
    package static func run(
        _ executable: String, _ arguments: [String] = [], input: [UInt8] = [],
        environment: [String: String?] = [:], in folder: String? = nil, timeLimit: Duration = .seconds(60)
    ) throws -> Result {
        let pipes = try StandardPipes()
        let child = try ChildProcess(executable, arguments, environment: environment) {
            spawn_with_pipes(
                executable, $0, $1, folder, pipes.input.reading, pipes.output.writing, pipes.errors.writing)
        }
        pipes.closeChildEnds()
        let deadline = Deadline(after: timeLimit)
        guard pipes.exchange(input: input, until: deadline), let status = child.end(by: deadline) else {
            let seen = [pipes.outputSeen, pipes.errorsSeen].map {
                String(decoding: $0.suffix(4_000), as: UTF8.self)
            }
            throw HarnessFault.neverEnded(waited: timeLimit, seen: seen.joined(separator: "\n"))
        }
        return Result(status: status, output: pipes.outputSeen, errors: pipes.errorsSeen)
    }

    /// Runs a program to its end, with text as its input.
    ///
    /// - Throws: As the other `run` does.
    @discardableResult
    package static func run(
        _ executable: String, _ arguments: [String] = [], input: String,
        environment: [String: String?] = [:], in folder: String? = nil, timeLimit: Duration = .seconds(60)
    ) throws -> Result {
        try run(
            executable, arguments, input: Array(input.utf8), environment: environment, in: folder,
            timeLimit: timeLimit)
    }
}
