import Reports
import Testing

/// A reviewer's file that is made to fill the machine.
struct ReviewBoundTests {
    @Test func `of a million keys is refused before it is decoded`() {
        let keys = (0..<120_000).map { "\"key\($0)\":0" }.joined(separator: ",")
        #expect(throws: ReviewFault.tooLarge) { try ReviewFile(Array("{\(keys)}".utf8)) { nil } }
        let few = (0..<90_000).map { "\"key\($0)\":0" }.joined(separator: ",")
        #expect(throws: ReviewFault.unreadable) { try ReviewFile(Array("{\(few)}".utf8)) { nil } }
    }

    @Test func `with as many commas in its words is read on`() {
        let words = String(repeating: #"a, \"b\", c\\"#, count: 60_000)
        #expect(throws: ReviewFault.unreadable) {
            try ReviewFile(Array("{\"words\":\"\(words)\"}".utf8)) { nil }
        }
    }
}
