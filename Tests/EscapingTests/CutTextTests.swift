import Escaping
import Testing

/// What is wrong, of a length that can be read.
struct CutTextTests {
    @Test func `what is short stays, and of what is long the middle is left out and counted`() {
        #expect("there is no session `x`".cutToBeRead == "there is no session `x`")
        let long = "there is no session `" + String(repeating: "é", count: 3_000_000) + "` in `s`"
        let cut = long.cutToBeRead
        #expect(cut.hasPrefix("there is no session `éé") && cut.hasSuffix("éé` in `s`"))
        #expect(cut.contains("[… 2998229 …]") && cut.unicodeScalars.count < 2_000)
        #expect(cut.cutToBeRead == cut)
        let exact = String(repeating: "x", count: 2_000)
        #expect(exact.cutToBeRead == exact)
    }
}
