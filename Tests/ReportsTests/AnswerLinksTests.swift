import Instruments
import Testing

@testable import Reports

/// Where a page names a question, and the answer that the name leads to.
struct AnswerLinksTests {
    private static let links = AnswerLinks([
        area("plan", "Capacity to plan", 12), area("plan-b", "Capacity to plan better", 1),
        area("how", "Où", 2),
    ])

    private static func area(_ id: String, _ title: String, _ count: Int) -> AreaText {
        AreaText(
            id: id, title: title,
            answers: (1...count).map { number in
                AnswerText(
                    question: QuestionLabel(id: "\(id).q\(number)", area: title, number: number, text: "Q?"),
                    status: .unanswered, kind: .yesNo, scale: nil, levels: [], level: nil, answer: nil,
                    descriptor: nil, note: nil, strengths: [], concerns: [], evidence: [], actions: [],
                    themes: [], isInherited: false, toConfirm: nil, since: nil, movedBy: nil, room: nil,
                    isConfidential: nil, isWithheld: false)
            })
    }

    @Test(arguments: [
        ("Capacity to plan 1: 3, Established; Capacity to plan 12.", ["plan.q1", "plan.q12"]),
        ("Capacity to plan better 1", ["plan-b.q1"]), ("Où 2", ["how.q2"]),
        ("Capacity to plan 13, Capacity to plan 0, Capacity to plan", []),
        ("Incapacity to plan 1, xCapacity to plan 1, éCapacity to plan 1", []), ("", []),
    ])
    func `are the whole names of questions and nothing else`(text: String, leadTo: [String]) {
        let pieces = Self.links.pieces(of: text)
        #expect(pieces.compactMap(\.question) == leadTo)
        #expect(pieces.map(\.text).joined() == text)
    }

    @Test func `are none where the audience sees no answers`() {
        #expect(AnswerLinks([]).pieces(of: "Capacity to plan 1").compactMap(\.question).isEmpty)
    }
}
