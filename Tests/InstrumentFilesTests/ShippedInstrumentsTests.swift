import Foundation
import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct ShippedInstrumentsTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Questionnaires")

    @Test func `every file that ships is read without a fault`() throws {
        let contents = try InstrumentLibrary(folder: Self.folder.path).read()
        #expect(contents.faults.map { "\($0.file): \(FaultWording.message($0))" } == [])
        #expect(!contents.questionnaires.isEmpty)
        #expect(!contents.frameworks.isEmpty)
    }

    @Test func `every questionnaire that ships finds its frameworks`() throws {
        let contents = try InstrumentLibrary(folder: Self.folder.path).read()
        for questionnaire in contents.questionnaires {
            let set = try contents.instruments(for: questionnaire.id, others: [])
            #expect(set?.frameworks.map(\.id) == questionnaire.feeds)
        }
    }

    @Test func `every instrument that ships equals itself after JSON`() throws {
        let contents = try InstrumentLibrary(folder: Self.folder.path).read()
        let questionnaires = try JSONEncoder().encode(contents.questionnaires)
        #expect(
            try JSONDecoder().decode([Questionnaire].self, from: questionnaires)
                == contents.questionnaires)
        let frameworks = try JSONEncoder().encode(contents.frameworks)
        #expect(try JSONDecoder().decode([Framework].self, from: frameworks) == contents.frameworks)
    }
}
