import TestSupport
import Testing

/// The sheets of real authorities under Sessions/Places. No finding is asked of them: a rule is not bent to a place.
struct PlacesTests {
    @Test func `docs/validity.md has what the rules tell of them today`() throws {
        let script = Canary.package + "/Tests/EndToEndTests/Validity/places.py"
        let result = try PipedProcess.run(
            "python3", [script, Canary.path, "--check"], timeLimit: .seconds(600))
        #expect(result.status == .exited(0), "\(result.errorText.suffix(2_000))")
    }
}
