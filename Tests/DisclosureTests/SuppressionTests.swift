import Testing

@testable import Disclosure

/// What may be told of sizes whose sum is known.
struct SuppressionTests {
    private func shown(_ sizes: [Int], atLeast fewest: Int = 5) -> [Int?] {
        Suppression.releases(of: sizes, atLeast: fewest).first?.sizes ?? []
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

    /// Everybody who knows the rules can try all sizes that would be told in the same way.
    @Test(arguments: [2, 3, 4], [[], [0], [1], [0, 1]] as [Set<Int>])
    func `whoever tries all sizes finds no finding of all but a few`(categories: Int, harmless: Set<Int>) {
        let fewest = 5
        guard harmless.count < categories else { return }
        let findings = GroupDisclosure(harmless: harmless, of: categories, atLeast: fewest).findings
        for total in fewest...(categories == 4 ? 18 : 26) {
            var candidates: [[Int?]: [[Int]]] = [:]
            for sizes in parts(of: total, categories) {
                guard
                    let cells = Suppression.releases(of: sizes, atLeast: fewest, harmless: harmless).first
                else { continue }
                candidates[cells.sizes + [cells.most], default: []].append(sizes)
            }
            for (told, sizes) in candidates {
                for finding in findings {
                    let least = sizes.map { one in finding.reduce(0) { $0 + one[$1] } }.min() ?? 0
                    #expect(least <= max(1, total - fewest), "\(told) of \(total), harmless \(harmless)")
                }
                for place in 0..<categories where told[place] == nil {
                    let values = Set(sizes.map { $0[place] })
                    #expect(
                        values.count > 1 || values.isDisjoint(with: 1..<fewest), "\(told) of \(total)")
                }
            }
        }
    }

    private func parts(of total: Int, _ count: Int) -> [[Int]] {
        count == 1
            ? [[total]]
            : (0...total).flatMap { first in
                parts(of: total - first, count - 1).map { [first] + $0 }
            }
    }

    @Test func `a harmless category is told of everybody, and no other one`() {
        func told(_ sizes: [Int], _ harmless: Set<Int>) -> ReleasedCells {
            Suppression.releases(of: sizes, atLeast: 5, harmless: harmless)[0]
        }
        #expect(told([20, 0], [0]).sizes == [20, 0])
        #expect(told([5, 0], [0]).sizes == [5, 0])
        #expect(told([20, 0], [1]) == ReleasedCells(sizes: [nil, nil], hidden: 20, most: 0))
        #expect(told([20, 0], []) == ReleasedCells(sizes: [nil, nil], hidden: 20, most: 0))
        // Fewer than five are the rest: no number, whatever is harmless.
        #expect(!told([17, 3], [0]).isAny)
        #expect(told([0, 20], [0]).word(0) == .fewOrNone)
        // The words hold from six exceptions on: the reader can be one of them.
        #expect(told([14, 6], [1]).most == 0)
        #expect(told([13, 7], [1]).sizes == [13, 7])
        #expect(told([15, 5], [0]).sizes == [15, 5])
        // Everybody has a warning, though of two kinds.
        #expect(!told([10, 10, 0], [2]).isAny)
        // Of twelve, six are not most.
        #expect(!told([11, 1], [1]).isAny && !told([12, 0], [1]).isAny)
        #expect(told([13, 0], [1]).most == 0)
    }

    @Test func `bounds of what cannot be are some bounds`() {
        let impossible = ReleasedCells(sizes: [5, nil, nil], hidden: 30)
        #expect(impossible.bounds(of: [1], atLeast: 5) == 4...4)
        #expect(impossible.bounds(of: [0, 1, 2], atLeast: 5).upperBound == 13)
    }
}
