import Foundation
import Instruments
import LineEditing
import Testing

@testable import Conversation

/// What a critical friend asks at the end of an area.
struct PromptingTests {
    /// The questionnaire with a prompt on its first area, and one that looks at both.
    private static let questionnaire: Questionnaire = {
        var questionnaire = Talk.questionnaire
        func rated(_ id: Question.ID, _ levels: ClosedRange<Int>) -> AskWhen {
            .answer(id, among: levels.map { .whole($0) })
        }
        questionnaire.prompts = [
            Prompt(
                id: "apart", when: .all([rated("plan.one", 3...4), rated("plan.three", 1...2)]),
                text: "What keeps them apart?", source: "x, 1"),
            Prompt(id: "low", when: rated("plan.two", 1...2), text: "Who would know why?"),
            Prompt(id: "third", when: rated("plan.two", 1...1), text: "Is it the last?"),
        ]
        return questionnaire
    }()

    private func words(_ lines: String...) throws -> String {
        try Talk(lines.map { .line($0) }, of: Self.questionnaire).words
    }

    @Test func `what the answers bring up is asked behind the last question of an area, and no sooner`()
        throws
    {
        let before = try words("4", "3", "status")
        #expect(!before.contains("critical friend"))
        let after = try words("4", "3", "1", "status")
        #expect(after.contains("Before you go on from Plan, a critical friend would ask:"))
        #expect(after.contains("What keeps them apart? (x, 1)"))
        #expect(after.contains("type :note @plan.one and your words"))
        let place = try #require(after.range(of: "What keeps them apart?"))
        let next = try #require(after.range(of: "What do you do?"))
        #expect(place.lowerBound < next.lowerBound)
    }

    @Test func `the end of the walk is the end of its area, too`() throws {
        var questionnaire = Self.questionnaire
        questionnaire.areas.removeLast()
        let words = try Talk(["4", "3", "1"].map(LineInput.line), of: questionnaire).words
        let asked = try #require(words.range(of: "What keeps them apart?"))
        let end = try #require(words.range(of: "This is the end of the questions."))
        #expect(asked.lowerBound < end.lowerBound)
    }

    @Test func `nothing is asked of answers that fit, nothing twice, and no more than two at once`() throws {
        #expect(!(try words("4", "3", "4")).contains("critical friend"))
        let again = try words("4", "3", "1", ":goto plan.three", "2", "goto plan.three", "1")
        #expect(again.components(separatedBy: "What keeps them apart?").count == 2)
        let three = try words("4", "1", "1")
        #expect(three.contains("Who would know why?") && !three.contains("Is it the last?"))
        // The one that was left out comes when the area is left again.
        #expect(try words("4", "1", "1", ":goto plan.three", "1").contains("Is it the last?"))
    }
}
