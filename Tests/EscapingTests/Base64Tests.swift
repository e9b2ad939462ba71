import Escaping
import Foundation
import Testing

struct Base64Tests {
    @Test func `bytes of every length are written as Foundation writes them, and are read back`() {
        for count in 0...258 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 89 + count * 31) }
            let text = Base64.text(of: bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(Base64.bytes(of: text) == bytes)
        }
    }

    @Test(arguments: [
        "A", "AA", "AAA", "AAAAA", "=", "====", "A===", "AA=A", "AA==AAAA", "AAA=\n", "AA A", "AA-_", "AAé=",
        "AAA\u{0}",
    ])
    func `what is written otherwise is not read`(text: String) {
        #expect(Base64.bytes(of: text) == nil)
    }

    @Test(arguments: ["AB==", "AP==", "AAB=", "AAD="])
    func `a second way to write the same bytes is not read`(text: String) {
        #expect(Data(base64Encoded: text) != nil)
        #expect(Base64.bytes(of: text) == nil)
    }
}
