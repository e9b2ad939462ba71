import BuiltInInstruments
import Foundation
import InstrumentFiles
import Instruments
import Testing

struct BuiltInTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Questionnaires")

    @Test func `the program holds what the folder holds`() throws {
        let contents = try InstrumentLibrary(folder: Self.folder.path()).read()
        let library = try BuiltIn.instruments()
        #expect(library.questionnaires.count == contents.questionnaires.count)
        for questionnaire in contents.questionnaires {
            #expect(library.questionnaire(questionnaire.id) == questionnaire)
        }
        #expect(library.frameworks.count == contents.frameworks.count)
        for framework in contents.frameworks {
            #expect(library.framework(framework.id) == framework)
        }
    }

    @Test func `the leadership self-assessment comes first`() throws {
        #expect(try BuiltIn.instruments().questionnaires.first?.id == "leadership")
    }

    @Test func `a set holds the frameworks in the order in which they are fed`() throws {
        let set = try #require(try BuiltIn.instruments().instruments(for: "leadership"))
        #expect(set.questionnaire.id == "leadership")
        #expect(set.frameworks.map(\.id) == ["annex-j", "isos", "signatures"])
    }

    @Test func `an instrument is found by the hash of its file`() throws {
        let library = try BuiltIn.instruments()
        let path = Self.folder.appending(path: "leadership.yaml").path()
        let hash = try SourceFile(path: path).sha256
        #expect(library.questionnaire(sha256: hash)?.id == "leadership")
        let isos = try #require(library.framework("isos"))
        #expect(library.framework(sha256: isos.sha256) == isos)
    }

    @Test func `what is not there is nil`() throws {
        let library = try BuiltIn.instruments()
        #expect(library.questionnaire("tiny") == nil)
        #expect(library.framework("tiny") == nil)
        #expect(library.instruments(for: "tiny") == nil)
        #expect(library.questionnaire(sha256: "") == nil)
    }

    @Test(arguments: ["", "{", "[]", #"{"questionnaires": [], "frameworks": [1]}"#])
    func `damaged contents are an error and no crash`(json: String) {
        #expect(throws: BuiltIn.Damage.self) { try BuiltInLibrary(json: json) }
    }
}
