import Foundation
import Glibc
import Terminal
import TestSupport
import Testing

@Suite struct `A converter of documents` {
    /// Runs `body` with a folder that holds a program named like pandoc, and what it writes down.
    private func withConverter(_ script: String, _ body: (_ folder: String) throws -> Void) throws {
        try withTemporaryFolder { folder in
            // Another process writes it: one that is started here meanwhile could have it open for writing.
            let written = try PipedProcess.run(
                "sh", ["-c", "cat > \"$0\" && chmod 700 \"$0\"", folder + "/pandoc"],
                input: "#!/bin/sh\n\(script)\n")
            try #require(written.status == .exited(0))
            try body(folder)
        }
    }

    private func convert(_ folder: String, patience: Int = 20) throws -> [UInt8] {
        try DocumentConverter.docx(
            of: "<p>SECRET</p>", like: [1, 2, 3], language: "en-GB",
            environment: ["PATH": folder, "XDG_RUNTIME_DIR": folder], patience: patience)
    }

    /// What is left in a folder but the program and what it wrote down.
    private func left(in folder: String) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder)).subtracting([
            "pandoc", "words", "child",
        ])
    }

    @Test func `gets the page and the styles in a folder of the user's own, which is gone afterwards`() throws
    {
        let script = #"""
            cd "$(dirname "$0")"; for word in "$@"; do echo "$word" >> words; done
            for word in "$@"; do last=$word; case $word in --output=*) out=${word#--output=};; esac; done
            stat -c %a "$(dirname "$last")" "$last" >> words; cat "$last" > "$out"
            """#
        try withConverter(script) { folder in
            // Its programs beside the converter: the environment of the process is that of the tests.
            #expect(String(decoding: try convert(folder), as: UTF8.self) == "<p>SECRET</p>")
            let words = try String(contentsOfFile: folder + "/words", encoding: .utf8).split(separator: "\n")
            #expect(words.contains("--metadata=lang:en-GB") && words.contains("--from=html"))
            #expect(words.suffix(2) == ["700", "600"])
            let names = try left(in: folder)
            #expect(names == [])
        }
    }

    @Test func `that hangs is ended, and one that fails is told by its status; neither leaves a page`() throws
    {
        try withConverter("sleep 600 & echo $! > \"$(dirname \"$0\")/child\"; wait") { folder in
            #expect(throws: DocumentConverter.Fault.endless(seconds: 1)) { try convert(folder, patience: 1) }
            let names = try left(in: folder)
            #expect(names == [])
        }
        try withConverter("exit 47") { folder in
            #expect(throws: DocumentConverter.Fault.failed(status: 47)) { try convert(folder) }
            let names = try left(in: folder)
            #expect(names == [])
        }
        // One that ends well and made nothing failed, too.
        try withConverter("exit 0") { folder in
            #expect(throws: DocumentConverter.Fault.failed(status: 0)) { try convert(folder) }
        }
    }

    @Test func `that is not there is told as that`() throws {
        try withTemporaryFolder { folder in
            #expect(throws: DocumentConverter.Fault.noConverter) { try convert(folder) }
            let names = try left(in: folder)
            #expect(names == [])
        }
    }
}
