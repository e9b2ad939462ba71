import Instruments
import Testing

struct LogicTests {
    private let truths: [Truth] = [.no, .unknown, .yes]

    @Test func `truth follows the strong Kleene tables`() {
        let and: [[Truth]] = [[.no, .no, .no], [.no, .unknown, .unknown], [.no, .unknown, .yes]]
        let or: [[Truth]] = [[.no, .unknown, .yes], [.unknown, .unknown, .yes], [.yes, .yes, .yes]]
        #expect(truths.map { left in truths.map { left && $0 } } == and)
        #expect(truths.map { left in truths.map { left || $0 } } == or)
        #expect(truths.map { !$0 } == [.yes, .unknown, .no])
    }

    @Test func `a formula takes its conditions for their formulas`() {
        let formula = Formula.any([.not(.element("a")), .condition("c")])
        let truth = formula.truth(
            element: { $0 == "b" ? .unknown : .yes },
            condition: {
                $0 == "c" ? Condition(id: "c", title: "C", when: .element("b"), source: "here") : nil
            })
        #expect(truth == .unknown)
    }

    @Test func `what has no question left is removed from its formula`() {
        let formula = Formula.all([.element("gone"), .element("here")])
        #expect(formula.truth(element: { $0 == "here" ? .yes : nil }, condition: { _ in nil }) == .yes)
        #expect(formula.truth(element: { _ in nil }, condition: { _ in nil }) == nil)
    }

    @Test func `a formula names what stands in it, in its order`() {
        let formula = Formula.all([.element("a"), .not(.condition("c")), .any([.element("a")])])
        #expect(formula.names == [.element("a"), .condition("c"), .element("a")])
    }

    @Test func `ask-when follows its parts`() {
        let askWhen = AskWhen.all([
            .answer("a", among: [.yes(true)]), .not(.answer("b", among: [.whole(1)])),
        ])
        #expect(askWhen.questions == ["a", "b"])
        #expect(askWhen.holds { question, _ in question == "a" })
        #expect(!askWhen.holds { _, _ in true })
    }
}
