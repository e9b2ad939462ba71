import Foundation
import Sessions
import TestSupport
import Testing

@testable import Collation

/// Somebody who knows what every number means, and nothing of the authorities, works out what is hidden.
///
/// The authorities answer three questions, two of which each finding shares with another, so that findings lie within
/// one another as those of the questionnaires that ship do.
struct RecoveryTests {
    private static let codes: [AnswerCode] = [.yes, .no, .dontKnow]

    /// The ways to answer three questions.
    private static let types: [[AnswerCode]] = codes.flatMap { first in
        codes.flatMap { second in codes.map { [first, second, $0] } }
    }

    private static func breakdown(
        _ place: Int, _ support: Set<Int>, _ ids: [String], harmless: Set<Int> = [],
        _ category: @escaping @Sendable ([AnswerCode]) -> Int
    ) -> Breakdown {
        var breakdown = Breakdown(
            .condition(place), id: "b\(place)", title: "",
            ids.map { Breakdown.Category(id: $0, title: nil) }, support: support
        ) { category($0.now.answers) }
        breakdown.harmless = harmless
        return breakdown
    }

    /// Two of three answers decide most of these, one decides what is not known of it, and all three the others.
    private static let breakdowns: [Breakdown] =
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

    private static func figures(_ type: Int) -> SessionFigures {
        SessionFigures(
            session: "s", authority: "a",
            pins: InstrumentPins(
                questionnaire: InstrumentPin(id: "q", version: "1.0.0", sha256: ""), frameworks: []),
            state: .complete, changed: Timestamp(milliseconds: 0),
            now: Standing(
                answers: types[type], evidence: [], tables: [], conditions: [], models: [], signatures: [],
                grades: 0, factors: [], problems: [], links: [], circles: [], possibleCircles: [], quality: []
            ),
            milestones: [])
    }

    /// The category of each type in each breakdown.
    private static let categoryOfType: [[Int]] = breakdowns.map { breakdown in
        types.indices.map { breakdown.category(figures($0)) }
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
        mutating func add(_ tellings: [Telling], of total: Int, at offsets: [Int]) {
            add(all(offsets), total...total)
            for (breakdown, telling) in tellings.enumerated() {
                for (category, size) in telling.sizes.enumerated() {
                    let places = RecoveryTests.places(breakdown, [category], at: offsets)
                    if let size {
                        add(places, size...size)
                    } else {
                        hidden.append(places)
                        // What the words mean is no secret.
                        switch telling.word(category) {
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
                for finding in breakdown.rule(atLeast: 5).findings {
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

    private func tellings(_ types: [Int], _ past: [PastRelease] = []) -> [Telling] {
        let figures = types.map(Self.figures)
        return Deciding.tellings(
            of: Self.breakdowns.map { Deciding.Parted($0, figures) }, atLeast: 5, past: past)
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
        _ count: Int, seed: Int, tellings: ([Int]) -> [Telling]
    ) -> [Region] {
        var random = SplitMix(seed: seed)
        return (0..<count).map { _ in
            let types = region(5 + random.below(36), &random)
            var region = Region(numbers: Self.count(types))
            region.add(tellings(types), of: types.count, at: [0])
            region.look(at: [0])
            region.own = [types[random.below(types.count)]]
            return region
        }
    }

    @Test(arguments: 0..<seeds)
    func `no hidden number and nothing of nearly all can be worked out from a picture`(seed: Int) throws {
        let regions = regions(60, seed: seed) { tellings($0) }
        #expect(try recovered(regions) == "")
        // Something is told in numbers, something in words, and something hidden, so that there was something to find.
        #expect(regions.contains { $0.known.count > 8 } && regions.contains { !$0.hidden.isEmpty })
        #expect(regions.contains { $0.known.contains { $0.least < $0.greatest } })
    }

    @Test func `the reader finds what numbers without the rule for nearly all say of each authority`() throws
    {
        let regions = regions(20, seed: 0) { types in
            let figures = types.map(Self.figures)
            return Self.breakdowns.map {
                Telling.safe(of: Deciding.Parted($0, figures).sizes, atLeast: 5)[0]
            }
        }
        #expect(try recovered(regions).contains("finding"))
    }

    @Test(arguments: 0..<seeds)
    func `no hidden number, no few newcomers and nothing of nearly all can be worked out from two releases`(
        seed: Int
    ) throws {
        var random = SplitMix(seed: seed)
        let regions = (0..<8).map { _ in twoReleases(&random) { tellings($0, $1) } }
        #expect(try recovered(regions) == "")
    }

    @Test func `the reader finds what two releases without the rule say of all who came between them`() throws
    {
        var random = SplitMix(seed: 0)
        let regions = (0..<24).map { _ in twoReleases(&random) { types, _ in tellings(types) } }
        #expect(try recovered(regions).contains("finding"))
    }

    /// Two releases, between which authorities came or went, read by one of them.
    private func twoReleases(
        _ random: inout SplitMix, tellings: ([Int], [PastRelease]) -> [Telling]
    ) -> Region {
        let count = Self.types.count
        let kept = region(5 + random.below(20), &random)
        let gone = random.below(3) == 0 ? region(5 + random.below(5), &random) : []
        let new = gone.isEmpty || random.below(2) == 0 ? region(5 + random.below(8), &random) : []
        let (before, after) = (kept + gone, kept + new)
        let earlier = tellings(before, [])
        var told: [String: [String: Int]] = [:]
        var most: [String: String] = [:]
        for (breakdown, telling) in zip(Self.breakdowns, earlier) {
            for (category, size) in zip(breakdown.categories, telling.sizes) {
                if let size { told[breakdown.id, default: [:]][category.id] = size }
            }
            most[breakdown.id] = telling.most.map { breakdown.categories[$0].id }
        }
        let later = tellings(
            after,
            [
                PastRelease(
                    gone: gone.count, new: new.count, differing: gone.count + new.count,
                    authorities: before.count, told: told, most: most)
            ])
        // Those who stayed, those who went and those who came are three sets of unknowns.
        var region = Region(numbers: Self.count(kept) + Self.count(gone) + Self.count(new))
        region.add(earlier, of: before.count, at: [0, count])
        region.add(later, of: after.count, at: [0, 2 * count])
        for offsets in [[0, count], [0, 2 * count], [0], [count], [2 * count]] { region.look(at: offsets) }
        for (offset, size) in [(count, gone.count), (2 * count, new.count)] {
            region.add(Self.types.indices.map { offset + $0 }, size...size)
            for (breakdown, categories) in Self.breakdowns.enumerated() {
                for category in categories.categories.indices {
                    region.hidden.append(Self.places(breakdown, [category], at: [offset]))
                }
            }
        }
        region.own = [kept[random.below(kept.count)]]
        return region
    }
}

/// Random numbers that are the same for the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than the end.
    mutating func below(_ end: Int) -> Int { Int(next() % UInt64(end)) }
}
