import Foundation
import Instruments
import Testing

struct QuestionnaireTests {
    private let questionnaire = Questionnaire(
        id: "q", version: "1.0.0", title: "Q", feeds: [],
        areas: [
            Area(id: "a", title: "A", questions: [Question(id: "a.x", text: "X?", kind: .text)]),
            Area(id: "b", title: "B", questions: [Question(id: "b.y", text: "Y?", kind: .yesNo)]),
        ])

    @Test func `questions come in the order of their areas`() {
        #expect(questionnaire.questions.map(\.id) == ["a.x", "b.y"])
    }

    @Test func `a question and its area are found by name`() {
        #expect(questionnaire.question("b.y")?.text == "Y?")
        #expect(questionnaire.area(of: "b.y")?.id == "b")
        #expect(questionnaire.question("c.z") == nil)
        #expect(questionnaire.area(of: "c.z") == nil)
    }

    @Test func `a question's JSON has the keys of its YAML`() throws {
        let question = Question(
            id: "a.x", text: "X?", kind: .yesNo, lookFor: ["L"],
            warnsOf: [Warning(Reference("s", "t"), when: true)])
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let json = String(decoding: try encoder.encode(question), as: UTF8.self)
        #expect(
            json == """
                {"id":"a.x","kind":"yes-no","look-for":["L"],"text":"X?",\
                "warns-of":[{"signature":"s/t","when":true}]}
                """)
    }

    @Test(arguments: [PlainValue.whole(1), .whole(0), .yes(true), .yes(false), .word("1"), .word("yes")])
    func `a value equals itself after JSON`(value: PlainValue) throws {
        let data = try JSONEncoder().encode([value])
        #expect(try JSONDecoder().decode([PlainValue].self, from: data) == [value])
    }

    @Test func `a path is made of keys and positions`() {
        let path: [PathPart] = ["areas", 0, "questions", 3]
        #expect(path == [.key("areas"), .index(0), .key("questions"), .index(3)])
        #expect(path.map(\.description) == ["areas", "0", "questions", "3"])
    }
}
