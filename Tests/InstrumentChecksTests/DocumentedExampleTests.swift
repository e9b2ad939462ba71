import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

@testable import InstrumentChecks

struct DocumentedExampleTests {
    @Test func `the smallest example has no errors beside the signature that it only names`() throws {
        let tiny = try #require(QuestionnaireReader.read(MarkedText(tinyQuestionnaire).file).value)
        let small = try #require(FrameworkReader.read(MarkedText(smallFramework).file).value)
        let context = CheckContext(questionnaires: [tiny], frameworks: [small])
        let errors = AllChecks.diagnostics(in: context).filter { $0.severity == .error }
        #expect(errors.map(\.code) == [Diagnostic.Code.unknownSignature])
    }
}
