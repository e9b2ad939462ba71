import Foundation
import TestSupport
import Testing

@testable import Disclosure

/// Somebody who knows what every number means, and nothing of the authorities, works out what is hidden.
///
/// The authorities answer three questions, two of which each finding shares with another, so that findings lie within
/// one another as those of the questionnaires that ship do.
struct RecoveryTests {
    private enum Answer: CaseIterable { case yes, no, dontKnow }

    /// The ways to answer three questions.
    private static let types: [[Answer]] = Answer.allCases.flatMap { first in
        Answer.allCases.flatMap { second in Answer.allCases.map { [first, second, $0] } }
    }

    /// A way to part the authorities by their answers.
    private struct Classification {
        let id: String
        let support: Set<Int>
        let categories: [String]
        let harmless: Set<Int>
        let category: @Sendable ([Answer]) -> Int

        /// The table of authorities of these types.
        func table(of authorities: [Int]) -> FrequencyTable {
            FrequencyTable(
                id: id, categories: categories, harmless: harmless, support: support,
                assigned: authorities.map { UInt8(category(types[$0])) })
        }
    }

    private static func breakdown(
        _ place: Int, _ support: Set<Int>, _ ids: [String], harmless: Set<Int> = [],
        _ category: @escaping @Sendable ([Answer]) -> Int
    ) -> Classification {
        Classification(
            id: "b\(place)", support: support, categories: ids, harmless: harmless, category: category)
    }

    /// Two of three answers decide most of these, one decides what is not known of it, and all three the others.
    private static let breakdowns: [Classification] =
        [
            breakdown(0, [0, 1, 2], ["both", "open", "not"], harmless: [0]) { answers in
                answers.contains(.no) ? 2 : answers.contains(.dontKnow) ? 1 : 0
            },
            breakdown(1, [0, 1, 2], ["possible", "ruled-out"], harmless: [0]) { $0.contains(.no) ? 1 : 0 },
            breakdown(2, [0, 1], ["evident", "watch", "clear", "open"], harmless: [2]) { answers in
                let warning = answers.prefix(2).count { $0 == .no }
                if answers.prefix(2).contains(.dontKnow) { return 3 }
                return warning == 2 ? 0 : warning == 1 ? 1 : 2
            },
            breakdown(3, [1, 2], ["met", "not-met", "open"], harmless: [0]) { answers in
                answers.dropFirst().contains(.no) ? 1 : answers.dropFirst().contains(.dontKnow) ? 2 : 0
            },
            // Nothing says which of these is good.
            breakdown(8, [0, 2], ["like", "unlike"]) { $0[0] == $0[2] ? 0 : 1 },
        ]
        + (0..<3).map { question in
            breakdown(4 + question, [question], ["dont-know", "none"], harmless: [1]) {
                $0[question] == .dontKnow ? 0 : 1
            }
        }
        + [
            breakdown(7, [0, 1, 2], ["dont-know", "none"], harmless: [1]) { $0.contains(.dontKnow) ? 0 : 1 }
        ]

    /// The category of each type in each breakdown.
    private static let categoryOfType: [[Int]] = breakdowns.map { breakdown in
        types.indices.map { breakdown.category(types[$0]) }
    }

    /// The types in one of these categories of a breakdown, as they stand at some places.
    private static func places(_ breakdown: Int, _ categories: Set<Int>, at offsets: [Int]) -> [Int] {
        offsets.flatMap { offset in
            types.indices.filter { categories.contains(categoryOfType[breakdown][$0]) }.map { offset + $0 }
        }
    }

    /// How many authorities are of each type.
    private static func count(_ authorities: [Int]) -> [Int] {
        types.indices.map { type in authorities.count { $0 == type } }
    }

    private struct Region: Encodable {
        var known: [Known] = []
        var hidden: [[Int]] = []
        /// Authorities, and those of them who have a finding.
        var findings: [[[Int]]] = []
        /// Where the authorities are whose answers the reader knows.
        var own: [Int] = []
        /// How many authorities are at each place.
        let numbers: [Int]

        struct Known: Encodable {
            let places: [Int]
            let least: Int
            let greatest: Int

            func encode(to encoder: any Encoder) throws {
                var container = encoder.unkeyedContainer()
                try container.encode(places)
                try container.encode(least)
                try container.encode(greatest)
            }
        }

        mutating func add(_ places: [Int], _ bounds: ClosedRange<Int>) {
            known.append(Known(places: places, least: bounds.lowerBound, greatest: bounds.upperBound))
        }

        /// Adds what one release tells; each type stands at all of these places.
        mutating func add(_ releases: [ReleasedCells], of total: Int, at offsets: [Int]) {
            add(all(offsets), total...total)
            for (breakdown, cells) in releases.enumerated() {
                for (category, size) in cells.sizes.enumerated() {
                    let places = RecoveryTests.places(breakdown, [category], at: offsets)
                    if let size {
                        add(places, size...size)
                    } else {
                        hidden.append(places)
                        // What the words mean is no secret.
                        switch cells.word(category) {
                        case .allOrMost?: add(places, total - 6...total)
                        case .fewOrNone?: add(places, 0...6)
                        case nil: break
                        }
                    }
                }
            }
        }

        /// Wants to know whether nearly all of the authorities at some places have any finding.
        mutating func look(at offsets: [Int]) {
            for (place, breakdown) in RecoveryTests.breakdowns.enumerated() {
                for finding in breakdown.table(of: []).groupRule(atLeast: 5).findings {
                    findings.append([all(offsets), RecoveryTests.places(place, finding, at: offsets)])
                }
            }
        }

        private func all(_ offsets: [Int]) -> [Int] {
            offsets.flatMap { offset in RecoveryTests.types.indices.map { offset + $0 } }
        }
    }

    private struct Task: Encodable {
        let regions: [Region]
        let fewest: Int
    }

    private func recovered(_ regions: [Region], fewest: Int = 5) throws -> String {
        let task = String(
            decoding: try JSONEncoder().encode(Task(regions: regions, fewest: fewest)), as: UTF8.self)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "recover.py").path
        let result = try PipedProcess.run("python3", [script], input: task)
        #expect(result.status == .exited(0), "\(result.errorText)")
        return result.outputText
    }

    private func tables(_ types: [Int]) -> [FrequencyTable] { Self.breakdowns.map { $0.table(of: types) } }

    private func releases(_ types: [Int], _ earlier: [EarlierRelease] = []) -> [ReleasedCells] {
        SecondarySuppression.releases(of: tables(types), atLeast: 5, after: earlier)
    }

    /// Authorities whose answers lean one way, as those of a real region do; in some regions all are alike.
    private func region(_ count: Int, _ random: inout SplitMix) -> [Int] {
        let lean = random.below(8)
        let alike = random.below(Self.types.count)
        let unlike = random.below(5) == 0 ? random.below(3) : 10
        return (0..<count).map { _ in
            random.below(10) < unlike
                ? (0..<3).reduce(0) { type, _ in
                    let draw = random.below(10)
                    return type * 3 + (draw < lean ? 0 : draw < 9 ? 1 : 2)
                } : alike
        }
    }

    /// How many seeds are tried; `CANARY_RECOVERY_SEEDS` sets it. Each takes the solver some seconds.
    private static let seeds =
        ProcessInfo.processInfo.environment["CANARY_RECOVERY_SEEDS"].flatMap { Int($0) } ?? 2

    /// Some regions of one release, read by one of the authorities.
    private func regions(
        _ count: Int, seed: Int, releases: ([Int]) -> [ReleasedCells]
    ) -> [Region] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { _ in
            let types = region(5 + random.below(36), &random)
            var region = Region(numbers: Self.count(types))
            region.add(releases(types), of: types.count, at: [0])
            region.look(at: [0])
            region.own = [types[random.below(types.count)]]
            return region
        }
    }

    @Test(arguments: 0..<seeds)
    func `no hidden number and nothing of nearly all can be worked out from a picture`(seed: Int) throws {
        let regions = regions(60, seed: seed) { releases($0) }
        #expect(try recovered(regions) == "")
        // Something is told in numbers, something in words, and something hidden, so that there was something to find.
        #expect(regions.contains { $0.known.count > 8 } && regions.contains { !$0.hidden.isEmpty })
        #expect(regions.contains { $0.known.contains { $0.least < $0.greatest } })
    }

    @Test func `the reader finds what numbers without the rule for nearly all say of each authority`() throws
    {
        let regions = regions(20, seed: 0) { types in
            tables(types).map { Suppression.releases(of: $0.cells, atLeast: 5)[0] }
        }
        #expect(try recovered(regions).contains("finding"))
    }

    @Test(arguments: 0..<seeds)
    func `no hidden number, no few newcomers and nothing of nearly all can be worked out from two releases`(
        seed: Int
    ) throws {
        var random = SplitMix(seed: seed)
        let regions = (0..<8).map { _ in twoReleases(&random) { releases($0, $1) } }
        #expect(try recovered(regions) == "")
    }

    @Test func `the reader finds what two releases without the rule say of all who came between them`() throws
    {
        var random = SplitMix(seed: 0)
        let regions = (0..<24).map { _ in twoReleases(&random) { types, _ in releases(types) } }
        #expect(try recovered(regions).contains("finding"))
    }

    /// Fewer than five came, went or changed their answers; the guard says whether there is a second release at all.
    @Test(arguments: 0..<seeds)
    func `no second release gives away the few who differ from the first one`(seed: Int) throws {
        var random = SplitMix(seed: seed)
        var (refused, same) = (0, 0)
        for _ in 0..<400 {
            let (before, after, earlier) = fewDiffer(&random)
            switch ReleaseDecision(
                of: tables(after), respondents: after.count, atLeast: 5, after: [earlier])
            {
            case .tooFewDiffer(let place):
                #expect(place == 0)
                refused += 1
            case .released(let release):
                #expect(release.record == earlier.record, "\(before) \(after)")
                same += 1
            case .tooFewRespondents: #expect(after.count < 5)
            }
        }
        #expect(refused > 100 && same > 0, "\(refused) refused, \(same) the same")
    }

    @Test func `the reader finds what the few answered where no guard refuses the second release`() throws {
        var random = SplitMix(seed: 0)
        let regions = (0..<24).map { _ in
            let kept = region(20 + random.below(20), &random)
            let new = region(1 + random.below(4), &random)
            return pair(kept, gone: [], new: new, reader: kept[0]) { types, _ in releases(types) }
        }
        #expect(try recovered(regions).contains("hidden"))
    }

    /// Authorities before and after fewer than five of them differ, with what was released of the first.
    private func fewDiffer(_ random: inout SplitMix) -> ([Int], [Int], EarlierRelease) {
        let kept = region(5 + random.below(30), &random)
        let gone = region(random.below(3), &random)
        let new = region(random.below(3), &random)
        let before = kept + gone
        let after = kept + (gone.isEmpty && new.isEmpty ? [random.below(Self.types.count)] : new)
        let arrived = after.count - kept.count
        return (
            before, after,
            EarlierRelease(
                gone: gone.count, new: arrived, differing: gone.count + arrived,
                record: TableRelease(
                    of: tables(before), respondents: before.count, atLeast: 5, releases(before)
                ).record)
        )
    }

    /// Two releases, between which authorities came or went, read by one of them.
    private func twoReleases(
        _ random: inout SplitMix, releases: ([Int], [EarlierRelease]) -> [ReleasedCells]
    ) -> Region {
        let kept = region(5 + random.below(20), &random)
        let gone = random.below(3) == 0 ? region(5 + random.below(5), &random) : []
        let new = gone.isEmpty || random.below(2) == 0 ? region(5 + random.below(8), &random) : []
        return pair(
            kept, gone: gone, new: new, reader: kept[random.below(kept.count)], releases: releases)
    }

    /// Two releases as somebody reads them who is of the type of one who stayed.
    private func pair(
        _ kept: [Int], gone: [Int], new: [Int], reader: Int,
        releases: ([Int], [EarlierRelease]) -> [ReleasedCells]
    ) -> Region {
        let count = Self.types.count
        let (before, after) = (kept + gone, kept + new)
        let first = releases(before, [])
        let record = TableRelease(
            of: tables(before), respondents: before.count, atLeast: 5, first
        ).record
        let second = releases(
            after,
            [
                EarlierRelease(
                    gone: gone.count, new: new.count, differing: gone.count + new.count, record: record)
            ])
        // Those who stayed, those who went and those who came are three sets of unknowns.
        var region = Region(numbers: Self.count(kept) + Self.count(gone) + Self.count(new))
        region.add(first, of: before.count, at: [0, count])
        region.add(second, of: after.count, at: [0, 2 * count])
        for offsets in [[0, count], [0, 2 * count], [0], [count], [2 * count]] { region.look(at: offsets) }
        for (offset, size) in [(count, gone.count), (2 * count, new.count)] {
            region.add(Self.types.indices.map { offset + $0 }, size...size)
            for (breakdown, categories) in Self.breakdowns.enumerated() {
                for category in categories.categories.indices {
                    region.hidden.append(Self.places(breakdown, [category], at: [offset]))
                }
            }
        }
        region.own = [reader]
        return region
    }
}
