import Evaluation
import Instruments
import Sessions
import Testing

/// Which questions are still open for the headline, and how telling they are.
struct OpenQuestionTests {
    private let plain = framework(
        "f", [condition("c", .element("e"))],
        tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])])

    @Test func `a settled headline leaves no question open, whatever a second table asks`() throws {
        let other = framework(
            "g", [condition("c", .element("e"))],
            tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])])
        let asked = instruments(
            [yesNo("a", supports: ["f/e"]), yesNo("b", supports: ["g/e"])], plain, other)
        let findings = evaluate(asked, responses: ["a": .yes])
        #expect(findings.tier?.determined?.id == "good")
        #expect(findings.openQuestions.isEmpty)
    }

    @Test func `a value that two questions look for is one answer when shares are counted`() throws {
        let looked = AskWhen.answer("n", among: [.whole(3)])
        let asked = instruments(
            [
                question("n", .number(.init())), yesNo("x", supports: ["f/e"], askWhen: looked),
                yesNo("y", askWhen: looked), yesNo("z", supports: ["f/e"]),
            ], plain)
        // Two kinds of number: 3, for which x has to be met as well, and any other.
        let findings = evaluate(asked, responses: [:])
        #expect(findings.telling == ["z 0.75", "n 0.25"])
    }

    @Test func `the most telling question comes first`() throws {
        let two = framework(
            "f", [condition("c", .all([.element("x"), .any([.element("y"), .element("z")])]))],
            tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])])
        let asked = instruments(
            [
                yesNo("y", supports: ["f/y"]), yesNo("z", supports: ["f/z"]),
                yesNo("x", supports: ["f/x"]), yesNo("idle"),
            ], two)
        let findings = evaluate(asked, responses: [:])
        #expect(findings.telling == ["x 0.75", "y 0.25", "z 0.25"])
    }

    @Test func `a don't know is as open as no answer, and a question that is not asked now is not`() throws {
        let asked = instruments(
            [
                yesNo("a", supports: ["f/e"]),
                yesNo("b", supports: ["f/e"], askWhen: .answer("a", among: [.yes(true)])),
            ], plain)
        #expect(evaluate(asked, responses: ["a": .dontKnow]).openIDs == ["a"])
        #expect(evaluate(asked, responses: ["a": .yes]).openIDs == ["b"])
        #expect(evaluate(asked, responses: ["a": .no, "b": .dontKnow]).openIDs == [])
    }

    @Test func `questions that are equally telling keep the order of asking`() throws {
        // Added up in binary, a third of two thirds and two thirds of a third differ in the last bit.
        for seed in UInt64(100_000)..<101_000 {
            let small = RandomCase(seed: seed)
            let findings = evaluate(small.instruments, responses: small.responses)
            let order = small.instruments.questionnaire.questions.map(\.id)
            for (first, second) in zip(findings.openQuestions, findings.openQuestions.dropFirst())
            where abs((first.share ?? 0) - (second.share ?? 1)) < 1e-12 {
                let places = [first, second].compactMap { order.firstIndex(of: $0.question) }
                #expect(places == places.sorted(), "\(small)")
            }
        }
    }

    @Test(arguments: [nodeLimit, 0])
    func `without ranking the same questions are open, in the order of asking, and all else is the same`(
        limit: Int
    ) {
        for seed in UInt64(200_000)..<200_400 {
            let small = RandomCase(seed: seed)
            let (ranked, plain) = (
                evaluate(
                    small.instruments, responses: small.responses, links: small.links, limit: limit),
                evaluate(
                    small.instruments, responses: small.responses, links: small.links, ranking: false,
                    limit: limit)
            )
            let order = small.instruments.questionnaire.questions.map(\.id)
            #expect(plain.openIDs == order.filter(ranked.openIDs.contains), "\(small)")
            #expect(plain.openQuestions.allSatisfy { $0.share == nil })
            #expect(plain.notComputed == ranked.notComputed)
            var (one, other) = (ranked.byKey, plain.byKey)
            one[.openQuestions] = nil
            other[.openQuestions] = nil
            #expect(one == other, "\(small)")
        }
    }

    @Test func `a question that hardly ever decides is still open`() throws {
        // A twentieth to the power of 259 is less than the smallest number above zero.
        let names = (1...260).map { "q\($0)" }
        let all = framework(
            "f", [condition("c", .all(names.map { .element(.init($0)) }))],
            tables: [tierTable(["c"], .first, [([.yes], "good"), ([.any], "poor")])])
        let asked = instruments(
            names.map { rating(.init($0), levels: 20, metFrom: 20, supports: ["f/\($0)"]) }, all)
        #expect(evaluate(asked, responses: [:]).openQuestions.count == 260)
    }
}
