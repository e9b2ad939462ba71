import BuiltInInstruments
import Foundation
import InstrumentFiles
import Instruments
import Testing

struct BuiltInTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Questionnaires")

    @Test func `the program holds what the folder holds`() throws {
        let contents = try InstrumentLibrary(folder: Self.folder.path).read()
        let library = BuiltIn.instruments
        #expect(try library.questionnaires.count == contents.questionnaires.count)
        for questionnaire in contents.questionnaires {
            #expect(try library.questionnaire(questionnaire.id) == questionnaire)
        }
        #expect(try library.frameworks.count == contents.frameworks.count)
        for framework in contents.frameworks {
            #expect(try library.framework(framework.id) == framework)
        }
    }

    @Test func `what people choose by is what the build counted`() throws {
        let library = BuiltIn.instruments
        #expect(try library.summaries == library.questionnaires.map(\.summary))
        #expect(library.summaries.map(\.id) == library.names)
        let titles = Dictionary(uniqueKeysWithValues: library.frameworkTitles.map { ($0.id, $0.title) })
        #expect(try titles == Dictionary(uniqueKeysWithValues: library.frameworks.map { ($0.id, $0.title) }))
    }

    @Test func `the leadership self-assessment comes first`() throws {
        #expect(try BuiltIn.instruments.questionnaires.first?.id == "leadership")
    }

    @Test func `a set holds the frameworks in the order in which they are fed`() throws {
        let set = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        #expect(set.questionnaire.id == "leadership")
        #expect(set.frameworks.map(\.id) == ["annex-j", "isos", "signatures"])
        #expect(
            set.frameworkNames
                == set.frameworks.map {
                    InstrumentSet.FrameworkName(id: $0.id, version: $0.version, sha256: $0.sha256)
                })
    }

    @Test func `an instrument is found by the hash of its file`() throws {
        let library = BuiltIn.instruments
        let path = Self.folder.appending(path: "leadership.yaml").path
        let hash = try SourceFile(path: path).sha256
        #expect(try library.questionnaire(sha256: hash)?.id == "leadership")
        let isos = try #require(try library.framework("isos"))
        #expect(try library.framework(sha256: isos.sha256) == isos)
    }

    @Test func `its JSON is what an encoder makes of the instrument, and reads as a decoder reads it`() throws
    {
        let library = BuiltIn.instruments
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for questionnaire in try library.questionnaires {
            let json = try #require(library.json(sha256: questionnaire.sha256))
            #expect(try Array(encoder.encode(questionnaire)) == json)
            #expect(try JSONDecoder().decode(Questionnaire.self, from: Data(json)) == questionnaire)
        }
        for framework in try library.frameworks {
            let json = try #require(library.json(sha256: framework.sha256))
            #expect(try Array(encoder.encode(framework)) == json)
            #expect(try JSONDecoder().decode(Framework.self, from: Data(json)) == framework)
        }
        #expect(library.json(sha256: "") == nil)
    }

    @Test func `what is not there is nil`() throws {
        let library = BuiltIn.instruments
        #expect(try library.questionnaire("tiny") == nil)
        #expect(try library.framework("tiny") == nil)
        #expect(try library.instruments(for: "tiny") == nil)
        #expect(try library.questionnaire(sha256: "") == nil)
    }

    @Test(arguments: ["", "{", "[]", "{}"])
    func `a damaged instrument is an error and no crash`(json: String) {
        let library = BuiltInLibrary([
            BuiltInText(kind: .questionnaire, id: "q", version: "1.0.0", sha256: "s", title: "Q", json: json),
            BuiltInText(kind: .framework, id: "f", version: "1.0.0", sha256: "t", title: "F", json: json),
        ])
        #expect(throws: BuiltIn.Damage.self) { try library.questionnaire("q") }
        #expect(throws: BuiltIn.Damage.self) { try library.instruments(for: "q") }
        #expect(throws: BuiltIn.Damage.self) { try library.frameworks }
        #expect(library.names == ["q"] && library.holds("q", sha256: "s") && !library.holds("q", sha256: "t"))
    }
}
