import Evaluation
import Foundation
import Testing

/// The evaluator against an oracle that tries every completion.
///
/// A failing case prints its seed; `CANARY_ORACLE_SEED` runs that one alone.
struct OracleTests {
    /// How many small cases are tried; `CANARY_ORACLE_CASES` sets it.
    static let caseCount = environment("CANARY_ORACLE_CASES") ?? 20_200
    /// The seed of the first case; the others follow it.
    static let firstSeed = environment("CANARY_ORACLE_SEED") ?? 2_026_112_100
    /// The most completions of a case.
    static let mostCompletions = 4_096

    private static let chunks = 8

    @Test(arguments: 0..<chunks)
    func `what is possible is exactly what some completion reaches`(chunk: Int) throws {
        compare(chunk, of: Self.caseCount, limit: nodeLimit)
    }

    @Test(arguments: 0..<chunks)
    func `what is possible by a circuit is exactly what some completion reaches`(chunk: Int) throws {
        compare(chunk, of: Self.caseCount / 4, limit: 0)
    }

    private func compare(_ chunk: Int, of caseCount: Int, limit: Int) {
        let count = environment("CANARY_ORACLE_SEED") == nil ? caseCount : 1
        var ran = 0
        var completions = 0
        var tooLarge = 0
        var failed = 0
        for seed in stride(from: Self.firstSeed + chunk, to: Self.firstSeed + count, by: Self.chunks)
        where failed < 3 {
            let small = RandomCase(seed: UInt64(seed))
            let plain = PlainCase(small.instruments, small.responses, links: small.links)
            guard let oracle = Oracle(plain, limit: Self.mostCompletions) else {
                tooLarge += 1
                continue
            }
            ran += 1
            completions += oracle.count
            let findings = evaluate(
                small.instruments, responses: small.responses, links: small.links, limit: limit)
            let found = differences(findings, oracle, small.instruments, small.responses)
            if !found.isEmpty {
                failed += 1
                Issue.record("\(found.joined(separator: "\n"))\n\(small)")
            }
        }
        print(
            "oracle: seeds \(Self.firstSeed + chunk)..<\(Self.firstSeed + count) by \(Self.chunks):",
            "\(ran) cases, \(completions) completions, \(tooLarge) too large to try")
        #expect(tooLarge * 20 <= ran)
    }
}

/// A whole number from the environment; nil where there is none.
private func environment(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
}
