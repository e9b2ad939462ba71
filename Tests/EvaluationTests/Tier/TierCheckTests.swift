import TestSupport
import Testing

/// The headline table as it ships, gone through whole by a program that is not ours to bend.
struct TierCheckTests {
    @Test func `a better answer never leads to a heavier form, in any of 648 situations`() throws {
        let script = "\(Shipped.folder)/../Tests/EvaluationTests/Tier/tier_check.py"
        let result = try PipedProcess.run("python3", [script, "\(Shipped.folder)/Frameworks/isos.yaml"])
        #expect(result.status == .exited(0), "\(result.outputText)\(result.errorText)")
        #expect(result.outputText.contains("648 situations"))
        #expect(result.outputText.contains("All is as claimed."))
    }
}
