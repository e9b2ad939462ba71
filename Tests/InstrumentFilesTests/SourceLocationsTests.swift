import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct SourceLocationsTests {
    private let locations = QuestionnaireReader.read(MarkedText(tinyQuestionnaire).file).locations

    @Test func `a path leads to the place of a part`() {
        #expect(locations.place(of: ["title"]) == Place(line: 4, column: 8))
        #expect(
            locations.place(of: ["areas", 0, "questions", 1, "supports", 0])
                == Place(line: 24, column: 20))
        #expect(locations.place(of: ["scales", "grip", "met-from"]) == Place(line: 7, column: 84))
    }

    @Test func `a path into what the file leaves out leads to what is around it`() {
        #expect(
            locations.place(of: ["areas", 0, "questions", 0, "hint"])
                == locations.place(of: ["areas", 0, "questions", 0]))
        #expect(locations.place(of: ["areas", 7]) == locations.place(of: ["areas"]))
    }

    @Test func `a file that is no YAML has its places at its start`() {
        let locations = QuestionnaireReader.read(MarkedText("a: b: c").file).locations
        #expect(locations.place(of: ["title"]) == Place(line: 1, column: 1))
    }

    @Test func `places are known in a file with faults`() {
        let locations = QuestionnaireReader.read(MarkedText(tinyQuestionnaire + "x: 1\n").file).locations
        #expect(locations.place(of: ["title"]) == Place(line: 4, column: 8))
    }
}
