import Testing

@testable import Collation

/// What may be told of sizes whose sum is known.
struct TellingTests {
    private func shown(_ sizes: [Int], atLeast fewest: Int = 5) -> [Int?] {
        Telling.safe(of: sizes, atLeast: fewest).first?.sizes ?? []
    }

    @Test func `few authorities are hidden, and no few of the rest`() {
        #expect(shown([3, 2, 7]) == [nil, nil, 7])
        #expect(shown([6, 8]) == [6, 8])
        #expect(shown([2, 9]) == [nil, nil])
        #expect(shown([12, 6, 0, 2]) == [12, nil, nil, nil])
    }

    @Test func `zeros are told where nothing else is hidden`() {
        #expect(shown([9, 0, 0]) == [9, 0, 0])
        #expect(shown([9, 0, 6]) == [9, 0, 6])
        #expect(shown([9, 0, 3, 3]) == [9, nil, nil, nil])
    }

    @Test func `hidden sizes that their sum would give away take another with them`() {
        #expect(shown([4, 4, 7, 9]) == [nil, nil, nil, 9])
        #expect(shown([1, 1, 1, 1, 1, 7, 9]) == [nil, nil, nil, nil, nil, nil, 9])
    }

    /// Everybody who knows the rules can try all sizes that would be told in the same way.
    @Test(arguments: [2, 3, 4], [5, 6])
    func `whoever tries all sizes finds no hidden one`(categories: Int, fewest: Int) {
        var all: [[Int]] = [[]]
        for _ in 0..<categories { all = all.flatMap { start in (0...16).map { start + [$0] } } }
        var candidates: [[Int?]: [Int: [Set<Int>]]] = [:]
        for sizes in all {
            let total = sizes.reduce(0, +)
            guard total >= fewest, total <= 24 else { continue }
            let told = shown(sizes, atLeast: fewest)
            var seen = candidates[told]?[total] ?? sizes.map { _ in [] }
            for (place, size) in sizes.enumerated() { seen[place].insert(size) }
            candidates[told, default: [:]][total] = seen
        }
        for (told, byTotal) in candidates {
            for (total, seen) in byTotal {
                for (place, values) in seen.enumerated() where told[place] == nil {
                    // Where the largest size was cut off above, there may be more candidates, never fewer.
                    #expect(values.count > 1, "\(told) of \(total)")
                }
            }
        }
    }
}
