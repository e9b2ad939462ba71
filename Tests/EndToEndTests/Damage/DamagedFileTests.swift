import Foundation
import TestSupport
import Testing

/// Files of every kind that the program reads, altered at random.
struct DamagedFileTests {
    /// How many of each kind; `CANARY_DAMAGED` sets it.
    private static let count = ProcessInfo.processInfo.environment["CANARY_DAMAGED"].flatMap { Int($0) } ?? 6

    @Test func `are refused in a sentence and a status, or read, and nothing crashes or hangs`() throws {
        try withTemporaryFolder { folder in
            let script = Canary.package + "/Tests/EndToEndTests/Damage/damage_files.py"
            let result = try PipedProcess.run(
                "python3", [script, Canary.path, folder, "\(Self.count)"],
                timeLimit: .seconds(120 + Self.count * 30))
            #expect(result.status == .exited(0), "\(result.errorText.suffix(2_000))")
            #expect(result.outputText == "", "\(result.outputText.prefix(6_000))")
        }
    }
}
