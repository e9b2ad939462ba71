import SessionFiles
import Testing

struct SideBySideTests {
    @Test(arguments: [1, 2, 7])
    func `every piece of work is done once, and what it came to is in its place`(count: Int) {
        let results = sideBySide(count) { number in (number, (0..<10_000).reduce(number, +)) }
        #expect(results.map(\.0) == Array(0..<count))
        #expect(results.map(\.1) == (0..<count).map { $0 + 49_995_000 })
    }
}
