import Dispatch
import Glibc
import Terminal
import TestSupport
import Testing

@Suite struct `Output` {
    @Test func `a pipe that nobody reads is closed, and kills nobody`() throws {
        let script = "\"$0\" plain | head -n 1; echo \"${PIPESTATUS[0]}\""
        let result = try PipedProcess.run(
            "/bin/bash", ["-c", script, BuiltProducts.path(of: "LineEditingProbe")],
            input: String(repeating: "line\n", count: 100_000))
        #expect(result.outputText == "reader: PlainLineReader\n74\n")
    }

    @Test(arguments: [("<&-", "reader: PlainLineReader\n> \nend of input\n0\n"), (">&-", "70\n")])
    func `a missing standard descriptor does harm to nobody`(redirection: String, expected: String) throws {
        let script = "\"$0\" plain \(redirection); echo $?"
        let result = try PipedProcess.run(
            "/bin/bash", ["-c", script, BuiltProducts.path(of: "LineEditingProbe")])
        #expect(result.outputText == expected)
    }

    @Test func `a full disk is told by its number`() {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        #expect(throws: OutputFault.failed(errno: ENOSPC)) {
            try DescriptorOutput(descriptor: descriptor).write("text")
        }
    }

    @Test func `a descriptor that is not open is told by its number`() {
        #expect(throws: OutputFault.failed(errno: EBADF)) {
            try DescriptorOutput(descriptor: -1).write(bytes: [1])
        }
    }

    @Test func `nothing is no reason to complain`() throws {
        try DescriptorOutput(descriptor: -1).write("")
    }

    @Test func `all is written, however little the other side takes at a time`() throws {
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        defer { ends.forEach { close($0) } }
        _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
        let text = String(repeating: "Tŷ-Môr ", count: 100_000)
        let drain = Drain(descriptor: ends[0], length: text.utf8.count)
        try DescriptorOutput(descriptor: ends[1]).write(text)
        #expect(drain.bytes() == Array(text.utf8))
    }
}

/// Reads so many bytes on a thread of its own.
private final class Drain: @unchecked Sendable {
    private let group = DispatchGroup()
    private var seen: [UInt8] = []

    init(descriptor: Int32, length: Int) {
        DispatchQueue.global().async(group: group) {
            var block = [UInt8](repeating: 0, count: 1_000)
            while self.seen.count < length {
                let count = read(descriptor, &block, block.count)
                if count <= 0 { return }
                self.seen += block.prefix(count)
            }
        }
    }

    /// Waits until all are read.
    func bytes() -> [UInt8] {
        group.wait()
        return seen
    }
}
