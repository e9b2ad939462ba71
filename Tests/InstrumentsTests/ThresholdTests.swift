import Instruments
import Testing

struct ThresholdTests {
    private let thresholds = SignatureSet.Thresholds(
        watchFrom: 1, evidentAbovePercent: 50, combiningFrom: 2, widespreadFromCategories: 2)

    @Test func `a signature is evident when more than half of its indicators warn`() {
        #expect(thresholds.status(warning: 0, of: 4) == .clear)
        #expect(thresholds.status(warning: 1, of: 4) == .watch)
        #expect(thresholds.status(warning: 2, of: 4) == .watch)
        #expect(thresholds.status(warning: 3, of: 4) == .evident)
        #expect(thresholds.status(warning: 1, of: 1) == .evident)
    }

    @Test func `a signature without indicators has no status`() {
        #expect(thresholds.status(warning: 0, of: 0) == nil)
    }

    @Test func `grades go by how many are evident, and in how many categories`() {
        #expect(thresholds.grade(evident: 0, categories: 0) == .quiet)
        #expect(thresholds.grade(evident: 1, categories: 1) == .isolated)
        #expect(thresholds.grade(evident: 2, categories: 1) == .combining)
        #expect(thresholds.grade(evident: 2, categories: 2) == .widespread)
    }
}
