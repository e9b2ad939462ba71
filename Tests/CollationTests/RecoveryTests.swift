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
        _ place: Int, _ support: Set<Int>, _ ids: [String],
        _ category: @escaping @Sendable ([AnswerCode]) -> Int
    ) -> Breakdown {
        Breakdown(
            .condition(place), id: "b\(place)", title: "",
            ids.map { Breakdown.Category(id: $0, title: nil) }, support: support
        ) { category($0.now.answers) }
    }

    /// Two of three answers decide each of these, and all three the last.
    private static let breakdowns: [Breakdown] =
        [
            breakdown(0, [0, 1, 2], ["both", "open", "not"]) { answers in
                answers.contains(.no) ? 2 : answers.contains(.dontKnow) ? 1 : 0
            },
            breakdown(1, [0, 1, 2], ["possible", "ruled-out"]) { $0.contains(.no) ? 1 : 0 },
            breakdown(2, [0, 1], ["evident", "watch", "clear", "open"]) { answers in
                let warning = answers.prefix(2).count { $0 == .no }
                if answers.prefix(2).contains(.dontKnow) { return 3 }
                return warning == 2 ? 0 : warning == 1 ? 1 : 2
            },
            breakdown(3, [1, 2], ["met", "not-met", "open"]) { answers in
                answers.dropFirst().contains(.no) ? 1 : answers.dropFirst().contains(.dontKnow) ? 2 : 0
            },
        ]
        + (0..<3).map { question in
            breakdown(4 + question, [question], ["dont-know", "none"]) { $0[question] == .dontKnow ? 0 : 1 }
        }
        + [breakdown(7, [0, 1, 2], ["dont-know", "none"]) { $0.contains(.dontKnow) ? 0 : 1 }]

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

    private struct Region: Encodable {
        var known: [Known] = []
        var hidden: [[Int]] = []
        let places: Int

        struct Known: Encodable {
            let places: [Int]
            let sum: Int

            func encode(to encoder: any Encoder) throws {
                var container = encoder.unkeyedContainer()
                try container.encode(places)
                try container.encode(sum)
            }
        }

        /// Adds what one release tells; each type stands at all of these places.
        mutating func add(_ tellings: [Telling], of total: Int, at offsets: [Int]) {
            func places(_ breakdown: Int, _ category: Int) -> [Int] {
                offsets.flatMap { offset in
                    RecoveryTests.types.indices
                        .filter { RecoveryTests.categoryOfType[breakdown][$0] == category }.map {
                            offset + $0
                        }
                }
            }
            known.append(
                Known(
                    places: offsets.flatMap { offset in RecoveryTests.types.indices.map { offset + $0 } },
                    sum: total))
            for (breakdown, telling) in tellings.enumerated() {
                for (category, size) in telling.sizes.enumerated() {
                    let places = places(breakdown, category)
                    if let size {
                        known.append(Known(places: places, sum: size))
                    } else {
                        hidden.append(places)
                    }
                }
            }
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

    /// Authorities whose answers lean one way, as those of a real region do.
    private func region(_ count: Int, _ random: inout SplitMix) -> [Int] {
        let lean = random.below(8)
        return (0..<count).map { _ in
            (0..<3).reduce(0) { type, _ in
                let draw = random.below(10)
                return type * 3 + (draw < lean ? 0 : draw < 9 ? 1 : 2)
            }
        }
    }

    /// How many seeds are tried; `CANARY_RECOVERY_SEEDS` sets it. Each takes the solver some seconds.
    private static let seeds =
        ProcessInfo.processInfo.environment["CANARY_RECOVERY_SEEDS"].flatMap { Int($0) } ?? 2

    @Test(arguments: 0..<seeds)
    func `no hidden number can be worked out from a picture`(seed: Int) throws {
        var random = SplitMix(seed: seed)
        let regions = (0..<60).map { _ in
            let types = region(5 + random.below(36), &random)
            var region = Region(places: Self.types.count)
            region.add(tellings(types), of: types.count, at: [0])
            return region
        }
        #expect(try recovered(regions) == "")
        // Something is told, and something hidden, so that there was something to find.
        #expect(regions.contains { $0.known.count > 8 } && regions.contains { !$0.hidden.isEmpty })
    }

    @Test(arguments: 0..<seeds)
    func `no hidden number, and no few newcomers, can be worked out from two releases`(seed: Int) throws {
        var random = SplitMix(seed: seed)
        let count = Self.types.count
        let regions = (0..<4).map { _ in
            let kept = region(5 + random.below(20), &random)
            let gone = random.below(3) == 0 ? region(5 + random.below(5), &random) : []
            let new = gone.isEmpty || random.below(2) == 0 ? region(5 + random.below(8), &random) : []
            let (before, after) = (kept + gone, kept + new)
            let earlier = tellings(before)
            var told: [String: [String: Int]] = [:]
            for (breakdown, telling) in zip(Self.breakdowns, earlier) {
                for (category, size) in zip(breakdown.categories, telling.sizes) {
                    told[breakdown.id, default: [:]][category.id] = size
                }
            }
            let later = tellings(
                after,
                [
                    PastRelease(
                        gone: gone.count, new: new.count, differing: gone.count + new.count,
                        authorities: before.count, told: told)
                ])
            // Those who stayed, those who went and those who came are three sets of unknowns.
            var region = Region(places: 3 * count)
            region.add(earlier, of: before.count, at: [0, count])
            region.add(later, of: after.count, at: [0, 2 * count])
            for (offset, size) in [(count, gone.count), (2 * count, new.count)] {
                region.known.append(
                    Region.Known(places: Self.types.indices.map { offset + $0 }, sum: size))
                for (breakdown, categories) in Self.categoryOfType.enumerated() {
                    for category in Self.breakdowns[breakdown].categories.indices {
                        region.hidden.append(
                            Self.types.indices.filter { categories[$0] == category }.map { offset + $0 })
                    }
                }
            }
            return region
        }
        #expect(try recovered(regions) == "")
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
