import Foundation
import TestSupport
import Testing

/// Words that formats and screens act on, in every field that the program is given, in all that leaves it.
struct HostileWordsTests {
    private static let seeds = ProcessInfo.processInfo.environment["CANARY_EVERY_SCALAR"] == nil ? 1 : 20

    @Test(arguments: 1...Self.seeds)
    func `come out as they were put in, and nothing in them is live`(seed: Int) throws {
        try withTemporaryFolder { folder in
            let script = Canary.package + "/Tests/EndToEndTests/Exports/hostile_words.py"
            let result = try PipedProcess.run(
                "python3", [script, Canary.path, folder, "\(seed)"], timeLimit: .seconds(300))
            #expect(result.status == .exited(0), "\(result.errorText.suffix(2_000))")
            #expect(result.outputText == "", "\(result.outputText.prefix(4_000))")
        }
    }
}
