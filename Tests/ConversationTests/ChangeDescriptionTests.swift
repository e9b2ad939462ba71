import Instruments
import Reports
import TestSupport
import Testing

@testable import Conversation
@testable import Sessions

/// What is said of a change among many.
struct ChangeDescriptionTests {
    private func change(from now: [String], to then: [String]) -> Change {
        func record(_ texts: [String]) -> AnswerRecord {
            var record = AnswerRecord(changed: Timestamp(milliseconds: 0))
            record.strengths = texts
            return record
        }
        return Change(
            number: 1,
            content: .answers(
                [.init(question: "plan.exists", now: record(now), then: record(then))], inRoom: false))
    }

    private func said(_ change: Change) -> String {
        change.sentences(Labels(Talk.questionnaire), isDone: true, isOnWall: false).joined(separator: " ")
    }

    @Test func `one of thousands of words is named as quickly as they are many`() {
        let growth = growth(
            from: 10_000,
            prepare: { count in
                let texts = (0..<count).map { "strength \($0)" }
                return change(from: texts, to: texts.dropLast())
            },
            { #expect(said($0).contains("goes")) })
        #expect(growth < 3)
    }

    @Test func `the second of two words that are the same is named, too`() {
        #expect(said(change(from: ["good", "good"], to: ["good"])).contains("\"good\" goes"))
        #expect(said(change(from: ["good"], to: ["good", "good"])).contains("\"good\" comes"))
    }
}
