import Foundation
import InstrumentFiles
import InstrumentTestSupport
import Instruments
import Testing

struct QuestionReaderTests {
    @Test func `every field of a question is read`() throws {
        let tiny = try readQuestionnaire(
            questionnaire(
                withQuestions: """
                    - id: plan.exists
                      text: Is there a plan?
                      hint: A written one.
                      kind: yes-no
                      why: {text: Plans help., source: "small, 1", basis: interpolated}
                      look-for: [The plan, Its date]
                      supports: [small/has-plan]
                      warns-of: [signatures/x, {signature: signatures/y, when: yes}]
                    """))
        #expect(
            tiny.questions == [
                Question(
                    id: "plan.exists", text: "Is there a plan?", hint: "A written one.", kind: .yesNo,
                    why: Statement("Plans help.", source: "small, 1", basis: .interpolated),
                    lookFor: ["The plan", "Its date"],
                    supports: [Reference("small", "has-plan")],
                    warnsOf: [
                        Warning(Reference("signatures", "x")),
                        Warning(Reference("signatures", "y"), when: true),
                    ])
            ])
    }

    @Test(arguments: ["number", "date", "text", "choice, options: [{id: x, text: X.}]"])
    func `only ratings and yes or no support and warn by themselves`(kind: String) throws {
        let text = questionnaire(
            withQuestions:
                "- {id: plan.a, text: A?, kind: \(kind), 1️⃣supports: [small/a], 2️⃣warns-of: [signatures/x]}")
        #expect(faults(ofQuestionnaire: text) == ["1️⃣ key-out-of-place", "2️⃣ key-out-of-place"])
    }

    @Test func `a question can be kept from rooms, and one that is not says nothing of it`() throws {
        let text = """
            - {id: plan.a, text: A?, kind: yes-no, not-in-a-room: true}
            - {id: plan.b, text: B?, kind: yes-no, not-in-a-room: false}
            - {id: plan.c, text: C?, kind: yes-no}
            """
        let questions = try readQuestionnaire(questionnaire(withQuestions: text)).questions
        #expect(questions.map(\.isNotForARoom) == [true, false, false])
        // What a program without the field kept beside a session is read, and written as it was.
        let written = try JSONEncoder().encode(questions)
        #expect(String(decoding: written, as: UTF8.self).ranges(of: "not-in-a-room").count == 1)
        #expect(try JSONDecoder().decode([Question].self, from: written) == questions)
    }

    @Test func `a step is a yes or no that measures nothing, and comes once`() throws {
        let text = "- {id: plan.a, text: A?, kind: yes-no, step: links}"
        #expect(try readQuestionnaire(questionnaire(withQuestions: text)).questions.first?.step == .links)
        let wrong = questionnaire(
            withQuestions: """
                - {id: plan.a, text: A?, kind: date, 1️⃣step: links}
                - {id: plan.b, text: B?, kind: yes-no, 3️⃣step: links, 2️⃣supports: [small/a]}
                - {id: plan.c, text: C?, kind: yes-no, step: 4️⃣stairs}
                """)
        #expect(
            Set(faults(ofQuestionnaire: wrong)) == [
                "1️⃣ key-out-of-place", "2️⃣ key-out-of-place", "3️⃣ repeated-id", "4️⃣ unknown-word",
            ])
    }

    @Test func `a why may be a bare text`() throws {
        let tiny = try readQuestionnaire(
            questionnaire(
                withQuestions: "- {id: plan.a, text: A?, kind: text, why: Plans help.}"))
        #expect(tiny.questions.first?.why == Statement("Plans help."))
    }

    @Test func `a question's name begins with its area's`() {
        let found = faults(
            ofQuestionnaire: questionnaire(
                withQuestions: """
                    - {id: 1️⃣goal.a, text: A?, kind: yes-no}
                    - {id: 2️⃣plan, text: A?, kind: yes-no}
                    - {id: 3️⃣plan.a.b, text: A?, kind: yes-no}
                    """))
        #expect(
            found == [
                "1️⃣ malformed-question-id", "2️⃣ malformed-question-id", "3️⃣ malformed-question-id",
            ])
    }

    @Test func `two questions of one name are reported at the second`() {
        let found = faults(
            ofQuestionnaire: questionnaire(
                withQuestions: """
                    - {id: plan.a, text: A?, kind: yes-no}
                    - {id: 1️⃣plan.a, text: B?, kind: yes-no}
                    """))
        #expect(found == ["1️⃣ repeated-id"])
    }

    @Test func `a reference is a framework, a slash and a name`() {
        let found = faults(
            ofQuestionnaire: questionnaire(
                withQuestions: """
                    - {id: plan.a, text: A?, kind: yes-no, supports: [1️⃣listens, 2️⃣isos/, 3️⃣a/b/c]}
                    """))
        #expect(
            found == [
                "1️⃣ malformed-reference", "2️⃣ malformed-reference", "3️⃣ malformed-reference",
            ])
    }

    @Test func `an answer that warns is yes or no`() {
        let found = faults(
            ofQuestionnaire: questionnaire(
                withQuestions: """
                    - id: plan.a
                      text: A?
                      kind: yes-no
                      warns-of: [{signature: signatures/x, when: 1️⃣sometimes}]
                    """))
        #expect(found == ["1️⃣ wrong-shape"])
    }

    @Test func `all faults of a file are reported at once`() {
        let found = faults(
            ofQuestionnaire: questionnaire(
                withQuestions: """
                    - {id: plan.a, text: 1️⃣[], kind: 2️⃣poll}
                    - {id: plan.b, text: B?, kind: rating, scale: 3️⃣grap, levels: [x, y]}
                    - {id: plan.c, text: C?, kind: rating, levels: 4️⃣[x, y, z], 5️⃣min: 3}
                    """))
        #expect(
            found == [
                "1️⃣ wrong-shape", "2️⃣ unknown-word", "3️⃣ unknown-scale", "4️⃣ level-count",
                "5️⃣ key-out-of-place",
            ])
    }
}
