import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct SignatureReaderTests {
    private static let signatures = """
        format: canary-framework/1
        id: signatures
        version: 1.0.0
        title: Signatures of risk
        signatures:
          thresholds: {watch-from: 1, evident-above-percent: 50, combining-from: 2, widespread-from-categories: 2}
          basis: interpolated
          reason: The source sets none.
          categories:
            - {id: A, name: climate, title: Climate, control: least, means: {text: M., source: "vsc, A"}}
          members:
            - {id: focus, category: A, title: Focus, risk: It slips., looks-like: [Low on lists.], source: s}
          statuses:
            - {id: clear, title: Clear, means: None.}
            - {id: watch, title: On watch, means: Some.}
            - {id: evident, title: Evident, means: Most.}
          early-warning:
            - {id: quiet, title: Quiet, means: None., basis: interpolated, reason: Ours.}
            - {id: isolated, title: Isolated, means: One., basis: stated}
            - {id: combining, title: Combining, means: Two.}
            - {id: widespread, title: Widespread, means: Many.}
          balance: {text: Both matter., source: s}

        """

    @Test func `a set of signatures is read`() throws {
        let set = try #require(try readFramework(Self.signatures).signatures)
        #expect(
            set.thresholds
                == SignatureSet.Thresholds(
                    watchFrom: 1, evidentAbovePercent: 50, combiningFrom: 2,
                    widespreadFromCategories: 2))
        #expect(set.basis == .interpolated)
        #expect(
            set.members == [
                Signature(
                    id: "focus", category: "A", title: "Focus", risk: "It slips.",
                    looksLike: [Statement("Low on lists.")], source: "s")
            ])
        #expect(set.statuses.map(\.id) == [.clear, .watch, .evident])
        #expect(set.earlyWarning.map(\.id) == [.quiet, .isolated, .combining, .widespread])
        #expect(set.balance == Statement("Both matter.", source: "s"))
    }

    @Test func `a category without a source rests on that of its means`() throws {
        let set = try #require(try readFramework(Self.signatures).signatures)
        #expect(set.categories.map(\.source) == ["vsc, A"])
        #expect(set.categories.map(\.control) == [.least])
    }

    @Test func `words without a basis have that of the set`() throws {
        let set = try #require(try readFramework(Self.signatures).signatures)
        #expect(set.statuses.map(\.basis) == [.interpolated, .interpolated, .interpolated])
        #expect(set.earlyWarning.map(\.basis) == [.interpolated, .stated, .interpolated, .interpolated])
        #expect(set.earlyWarning.map(\.reason) == ["Ours.", nil, nil, nil])
    }

    @Test func `an unknown category is reported`() {
        #expect(
            faults(ofFramework: Self.signatures.replacing("category: A", with: "category: 1️⃣B"))
                == ["1️⃣ unknown-category"])
    }

    @Test func `a status without words is reported`() {
        let found = faults(
            ofFramework: Self.signatures
                .replacing("    - {id: watch, title: On watch, means: Some.}\n", with: "")
                .replacing("  statuses:", with: "  1️⃣statuses:"))
        #expect(found == ["1️⃣ missing-words"])
    }

    @Test func `an unknown grade is reported, and the missing one`() {
        let found = faults(
            ofFramework: Self.signatures
                .replacing("id: quiet", with: "id: 2️⃣silent")
                .replacing("  early-warning:", with: "  1️⃣early-warning:"))
        #expect(found == ["1️⃣ missing-words", "2️⃣ unknown-word"])
    }

    @Test func `a threshold that is no number, and one that is missing, are reported`() {
        let found = faults(
            ofFramework: Self.signatures
                .replacing("{watch-from: 1, ", with: "1️⃣{")
                .replacing("percent: 50", with: "percent: 2️⃣half"))
        #expect(found == ["1️⃣ missing-key", "2️⃣ wrong-shape"])
    }
}
