import Glibc
import Testing

@testable import Languages

/// What the system refuses, in words.
struct SystemWordsTests {
    @Test func `no error of the system is a number, and each has something to do or says it`() {
        for code in Int32(1)...133 where code != 41 && code != 58 {
            let words = systemWords(code)
            #expect(!words.contains("system error") && !words.contains("Unknown error"), "\(code): \(words)")
            #expect(systemHint(code) != nil, "\(code)")
        }
        #expect(systemWords(EWOULDBLOCK) == "another program is at it")
        #expect(systemWords(ESTALE) == "stale file handle")
    }
}
