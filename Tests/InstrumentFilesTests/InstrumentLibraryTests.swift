import Foundation
import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

/// A folder that is there for one test.
private final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "canary-\(UUID().uuidString)")
        path = url.path
        try FileManager.default.createDirectory(
            at: url.appending(path: "Frameworks"), withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: url.appending(path: name)) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

struct InstrumentLibraryTests {
    private let small = Framework(id: "small", version: "9", title: "Built in")

    @Test func `the option comes before the environment`() {
        let environment = ["CANARY_QUESTIONNAIRES": "/e"]
        #expect(InstrumentLibrary.chosen(option: "/o", environment: environment)?.folder == "/o")
        #expect(InstrumentLibrary.chosen(option: nil, environment: environment)?.folder == "/e")
        #expect(InstrumentLibrary.chosen(option: nil, environment: [:]) == nil)
    }

    @Test func `questionnaires and frameworks are found by their names`() throws {
        let folder = try Folder([
            "any-name.yaml": tinyQuestionnaire, "Frameworks/another.yml": smallFramework,
            "README.md": "# not read", ".hidden.yaml": "not: [read",
        ])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        #expect(contents.faults.isEmpty)
        let set = try #require(try contents.instruments(for: "tiny", others: []))
        #expect(set.questionnaire.id == "tiny")
        #expect(set.frameworks.map(\.version) == ["1.0.0"])
    }

    @Test func `a framework that the folder has not may be one of the others`() throws {
        let folder = try Folder(["tiny.yaml": tinyQuestionnaire])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        let set = try contents.instruments(for: "tiny", others: [small])
        #expect(set?.frameworks.map(\.version) == ["9"])
    }

    @Test func `a framework that is nowhere is a fault where it is fed`() throws {
        let folder = try Folder(["tiny.yaml": tinyQuestionnaire])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        let faults = #expect(throws: Faults.self) {
            try contents.instruments(for: "tiny", others: [])
        }
        #expect(faults?.all.map(\.payload) == [.missingFramework("small")])
        #expect(faults?.all.map(\.place) == [Place(line: 6, column: 9)])
    }

    @Test func `a questionnaire that the folder has not is nil`() throws {
        let folder = try Folder([:])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        #expect(try contents.instruments(for: "tiny", others: []) == nil)
    }

    @Test func `a broken file is no hindrance to the others`() throws {
        let folder = try Folder([
            "tiny.yaml": tinyQuestionnaire, "broken.yaml": "a: b: c",
            "Frameworks/small.yaml": smallFramework,
        ])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        #expect(contents.faults.map(\.code.rawValue) == ["syntax"])
        #expect(try contents.instruments(for: "tiny", others: []) != nil)
    }

    @Test func `a broken questionnaire is not taken from elsewhere`() throws {
        let folder = try Folder(["x.yaml": tinyQuestionnaire + "colour: red\n"])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        let faults = #expect(throws: Faults.self) {
            try contents.instruments(for: "tiny", others: [small])
        }
        #expect(faults?.all.map(\.code.rawValue) == ["unknown-key"])
    }

    @Test func `a broken framework is not taken from elsewhere`() throws {
        let folder = try Folder([
            "tiny.yaml": tinyQuestionnaire, "Frameworks/small.yaml": "no YAML: [",
        ])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        let faults = #expect(throws: Faults.self) {
            try contents.instruments(for: "tiny", others: [small])
        }
        #expect(faults?.all.map(\.code.rawValue) == ["syntax"])
    }

    @Test func `two files of one name are reported at the second`() throws {
        let folder = try Folder(["a.yaml": tinyQuestionnaire, "b.yaml": tinyQuestionnaire])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        #expect(contents.questionnaires.count == 1)
        #expect(contents.faults.map(\.code.rawValue) == ["repeated-instrument"])
        #expect(contents.faults.first?.file.hasSuffix("b.yaml") == true)
        #expect(contents.faults.first?.place == Place(line: 2, column: 5))
    }

    @Test func `a part of an instrument has a file and a place`() throws {
        let folder = try Folder(["tiny.yaml": tinyQuestionnaire])
        let contents = try InstrumentLibrary(folder: folder.path).read()
        let location = contents.location(of: ["title"], in: .questionnaire("tiny"))
        #expect(location?.file.hasSuffix("/tiny.yaml") == true)
        #expect(location?.place == Place(line: 4, column: 8))
        #expect(contents.location(of: [], in: .framework("tiny")) == nil)
    }

    @Test func `a folder that is not there is a fault`() {
        let faults = #expect(throws: Faults.self) {
            try InstrumentLibrary(folder: "/no/such/folder").read()
        }
        #expect(faults?.all.map(\.code.rawValue) == ["folder-missing"])
    }

    @Test func `a file that is not there is a fault`() {
        #expect(throws: Fault(file: "/no/such/file", place: nil, .fileMissing)) {
            try SourceFile(path: "/no/such/file")
        }
    }

    @Test func `a folder is no file`() {
        let fault = #expect(throws: Fault.self) { try SourceFile(path: "/") }
        #expect(fault?.code.rawValue == "unreadable")
    }

    @Test(arguments: ["/dev/zero", "/dev/null", "/dev/full"]) func `a device is no file`(path: String) {
        #expect(throws: Fault(file: path, place: nil, .unreadable(.isDevice))) { try SourceFile(path: path) }
    }

    @Test func `a pipe is read to its end, and no further than the limit`() throws {
        for (length, isRead) in [(70_000, true), (70_001, false)] {
            let pipe = Pipe()
            let bytes = [UInt8](repeating: 7, count: length)
            Thread.detachNewThread {
                try? pipe.fileHandleForWriting.write(contentsOf: bytes)
                try? pipe.fileHandleForWriting.close()
            }
            let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
            if isRead {
                #expect(try SourceFile(path: path, atMost: 70_000).bytes == bytes)
            } else {
                #expect(throws: Fault(file: path, place: nil, .tooLarge(limit: 70_000))) {
                    try SourceFile(path: path, atMost: 70_000)
                }
            }
        }
    }
}
