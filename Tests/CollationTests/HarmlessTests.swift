import BuiltInInstruments
import Instruments
import Testing

@testable import Collation
@testable import Reports

/// What is harmless, and how charts are shaded by it, in the questionnaires that ship.
struct HarmlessTests {
    private static let questionnaires = ["leadership", "early-warning", "corporate-health", "partnership"]

    private func breakdowns(of questionnaire: String) throws -> [Breakdown] {
        let instruments = try #require(
            try BuiltIn.instruments.instruments(for: Questionnaire.ID(questionnaire)))
        return Breakdowns(InstrumentIndex(instruments)).all([], atLeast: 5)
    }

    private func harmless(_ breakdown: Breakdown) -> [String] {
        breakdown.harmless.sorted().map { breakdown.categories[$0].id }
    }

    @Test func `what is harmless comes from ranks and polarity`() throws {
        let all = try breakdowns(of: "leadership")
        func harmless(_ id: String) throws -> [String] {
            self.harmless(try #require(all.first { $0.id == id }, "\(id)"))
        }
        #expect(try harmless("table/isos/tier") == ["sector-led"])
        #expect(try harmless("possible/isos/tier/sector-led") == ["possible"])
        #expect(try harmless("early-warning") == ["quiet"])
        #expect(try harmless("state") == ["complete", "signed-off"])
        #expect(try harmless("quality/known") == ["none"])
        #expect(try harmless("movement/tier") == ["milder", "same"])
        for breakdown in all {
            switch breakdown.subject {
            case .signature: #expect(self.harmless(breakdown) == ["clear"])
            case .model: #expect(self.harmless(breakdown) == ["viable"])
            case .possible(_, let outcome) where outcome > 0:
                #expect(self.harmless(breakdown) == ["ruled-out"])
            case .condition:
                #expect(self.harmless(breakdown) == [breakdown.concern?.strength].compactMap(\.self))
            default: break
            }
        }
    }

    @Test func `of outcomes that are not ranked none is harmless`() throws {
        for breakdown in try breakdowns(of: "corporate-health") + breakdowns(of: "partnership") {
            switch breakdown.subject {
            case .table, .given, .possible: #expect(breakdown.harmless.isEmpty, "\(breakdown.id)")
            default: break
            }
        }
    }

    @Test(arguments: questionnaires)
    func `a shade means the same in every chart`(questionnaire: String) throws {
        for breakdown in try breakdowns(of: questionnaire) {
            for (place, category) in breakdown.categories.enumerated() {
                let (shade, name) = (breakdown.shade(of: place), "\(breakdown.id) \(category.id)")
                if shade == .fourth { #expect(breakdown.harmless.contains(place), "\(name)") }
                if breakdown.harmless.contains(place) {
                    #expect(shade != .first && shade != .second, "\(name)")
                }
                if ["quiet", "possible", "open"].contains(category.id) {
                    #expect(shade != .first, "\(name)")
                }
                if ["evident", "widespread", "missing"].contains(category.id) {
                    #expect(shade == .first, "\(name)")
                }
            }
        }
    }
}
