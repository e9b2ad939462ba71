internal import CPseudoTerminal
internal import Glibc

/// The three pipes of a program.
final class StandardPipes {
    /// A pipe, whose ends are closed once.
    struct Pipe {
        private(set) var reading: Int32
        private(set) var writing: Int32

        init() throws {
            var ends: [Int32] = [-1, -1]
            guard pipe_open(&ends) else { throw HarnessFault.system(call: "pipe2", errno: errno) }
            (reading, writing) = (ends[0], ends[1])
        }

        mutating func closeReading() {
            if reading >= 0 { close(reading) }
            reading = -1
        }

        mutating func closeWriting() {
            if writing >= 0 { close(writing) }
            writing = -1
        }
    }

    private(set) var input: Pipe
    private(set) var output: Pipe
    private(set) var errors: Pipe

    /// What has come out of the two so far.
    private(set) var outputSeen: [UInt8] = []
    private(set) var errorsSeen: [UInt8] = []

    init() throws {
        input = try Pipe()
        output = try Pipe()
        errors = try Pipe()
    }

    deinit {
        closeChildEnds()
        input.closeWriting()
        output.closeReading()
        errors.closeReading()
    }

    /// The program has its ends; here they would keep the pipes open.
    func closeChildEnds() {
        input.closeReading()
        output.closeWriting()
        errors.closeWriting()
    }

    /// Writes the input and reads both outputs to their ends; false when time is up before that.
    func exchange(input bytes: [UInt8], until deadline: Deadline) -> Bool {
        var rest = bytes[...]
        _ = fcntl(input.writing, F_SETFL, O_NONBLOCK)
        if rest.isEmpty { input.closeWriting() }
        while output.reading >= 0 || errors.reading >= 0 {
            // poll passes over descriptors that are −1.
            var interests = [
                pollfd(fd: input.writing, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: output.reading, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors.reading, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&interests, 3, deadline.milliseconds) == 0 || deadline.isOver { return false }
            if interests[0].revents != 0, !write(&rest) { input.closeWriting() }
            if interests[1].revents != 0, !read(output.reading, into: &outputSeen) { output.closeReading() }
            if interests[2].revents != 0, !read(errors.reading, into: &errorsSeen) { errors.closeReading() }
        }
        return true
    }

    /// Writes what fits; false when all is written or nobody reads.
    private func write(_ rest: inout ArraySlice<UInt8>) -> Bool {
        let written = rest.withUnsafeBytes { Glibc.write(input.writing, $0.baseAddress, $0.count) }
        if written < 0 { return errno == EAGAIN || errno == EINTR }
        rest = rest.dropFirst(written)
        return !rest.isEmpty
    }

    /// Reads what there is; false at the end.
    private func read(_ descriptor: Int32, into bytes: inout [UInt8]) -> Bool {
        var length = 0
        bytes += [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
            length = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            count = max(0, length)
        }
        return length > 0
    }
}
