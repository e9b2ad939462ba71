import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

/// What single moves are said to do, against leaving them out and making them alone.
struct MoveTests {
    @Test(arguments: FindingChangeTests.questionnaires)
    func `a move is necessary where the finding is another without it, and sufficient where it is enough`(
        id: Questionnaire.ID
    ) throws {
        let instruments = try instrumentsToTry(id)
        var (necessary, sufficient, neither) = (0, 0, 0)
        for seed in 1...UInt64(8) {
            var random = SplitMix(seed: 900 + seed)
            let before = RandomSession(instruments, &random)
            var after = before
            for question in random.some(random.number(in: 1...4), of: instruments.questionnaire.questions) {
                if random.chance(20) {
                    after.perform(.clear(question.id))
                } else {
                    after.give(randomResponse(to: question, instruments, &random), to: question.id)
                }
            }
            if let link = after.state.links.first, random.chance(50) {
                after.perform(.unlink(from: link.from, to: link.to))
            }
            if instruments.problems.count > 1 {
                after.perform(
                    .link(
                        Link(from: random.pick(instruments.problems), to: random.pick(instruments.problems))))
            }
            let (old, new) = (Sheet(before.state), Sheet(after.state))
            let (was, isNow) = (try old.findings(instruments), try new.findings(instruments))
            let trial = MoveTrial(from: before.state, to: after.state)
            for change in Findings.changes(from: was, to: isNow) {
                let causes = trial.causes(of: change)
                #expect(causes.status == .known)
                var (without, alone): ([Move], [Move]) = ([], [])
                for move in old.moves(to: new) {
                    let left = try new.having(move, as: old).findings(instruments)
                    if !isSame(left, isNow, change) {
                        without.append(move)
                        let isBack = isSame(left, was, change)
                        #expect(causes.necessary.first { $0.move == move }?.isAsBefore == isBack)
                    }
                    let made = try old.having(move, as: new).findings(instruments)
                    if isSame(made, isNow, change) { alone.append(move) }
                }
                #expect(Set(causes.necessary.map(\.move)) == Set(without), "seed \(seed), \(change.key.id)")
                #expect(Set(causes.sufficient) == Set(alone), "seed \(seed), \(change.key.id)")
                necessary += without.count
                sufficient += alone.count
                if without.isEmpty, alone.isEmpty { neither += 1 }
            }
        }
        print(
            "causes on \(id): \(necessary) necessary, \(sufficient) sufficient, \(neither) findings of neither"
        )
        #expect(necessary > 0 && sufficient > 0)
    }

    @Test func `a link is named as the cause where it is, and an answer that did nothing is not`() throws {
        let instruments = try Shipped.instruments("corporate-health")
        let (vague, money): (Reference<Element>, Reference<Element>) = (
            Reference("corporate-failure", "objectives.too-vague"),
            Reference("corporate-failure", "arrangements.resources-not-aligned")
        )
        var random = SplitMix(seed: 1)
        var before = RandomSession(instruments, &random)
        for link in before.state.links { before.perform(.unlink(from: link.from, to: link.to)) }
        for question in instruments.questionnaire.questions {
            let isPresent = ["objectives.too-vague", "arrangements.resources-not-aligned"]
                .contains(question.id.text)
            switch question.kind {
            case .choice(let options):
                let option = isPresent ? options.first : options.last
                if let option { before.give(.given(.choice(option.id)), to: question.id) }
            default: before.give(.no, to: question.id)
            }
        }
        for id in [
            "links.gone-through", "conclusion.information-sufficient", "conclusion.significant",
            "conclusion.substantiated", "conclusion.aware",
        ] {
            before.give(.yes, to: Question.ID(id))
        }
        before.give(.no, to: "conclusion.acting")
        var after = before
        after.give(.no, to: "conclusion.aware")
        after.perform(.link(Link(from: vague, to: money)))
        let (was, isNow) = (
            try Sheet(before.state).findings(instruments), try Sheet(after.state).findings(instruments)
        )
        let conclusion = FindingKey.table(Reference("wales", "conclusion"))
        let change = try #require(Findings.changes(from: was, to: isNow).first { $0.key == conclusion })
        #expect(change.from?.possible == [.outcome("limited-support")])
        #expect(change.to?.possible == [.outcome("intensive-support")])
        let causes = MoveTrial(from: before.state, to: after.state).causes(of: change)
        let link = Move.link(from: vague, to: money)
        #expect(causes.necessary.map(\.move) == [link] && causes.necessary.allSatisfy(\.isAsBefore))
        #expect(causes.sufficient == [link])
    }

    /// Whether a change's finding is the same in two: by what is possible where that differs, else wholly.
    private func isSame(_ one: Findings, _ other: Findings, _ change: FindingChange) -> Bool {
        let (left, right) = (one.byKey[change.key], other.byKey[change.key])
        let isSet =
            change.from?.possible != change.to?.possible || change.from?.certain != change.to?.certain
        guard isSet else { return left == right }
        return left?.possible == right?.possible && left?.certain == right?.certain
    }
}

/// Answers and links by themselves.
private struct Sheet {
    var responses: [Question.ID: Response]
    var links: [Link]

    init(_ state: SessionState) {
        responses = state.records.compactMapValues(\.response)
        links = state.links
    }

    func findings(_ instruments: InstrumentSet) throws -> Findings {
        evaluate(instruments, responses: responses, links: links)
    }

    func moves(to other: Sheet) -> [Move] {
        let questions = Set(responses.keys).union(other.responses.keys)
        let answers = questions.filter { responses[$0] != other.responses[$0] }.map { Move.answer($0) }
        let pairs = Set((links + other.links).map { Pair(from: $0.from, to: $0.to) })
        return answers
            + pairs.filter { has($0) != other.has($0) }.map { .link(from: $0.from, to: $0.to) }
    }

    func having(_ move: Move, as other: Sheet) -> Sheet {
        var sheet = self
        switch move {
        case .answer(let question): sheet.responses[question] = other.responses[question]
        case .link(let from, let to):
            let pair = Pair(from: from, to: to)
            if other.has(pair) {
                sheet.links.append(Link(from: from, to: to))
            } else {
                sheet.links.removeAll { $0.from == from && $0.to == to }
            }
        }
        return sheet
    }

    private struct Pair: Hashable {
        var from: Reference<Element>
        var to: Reference<Element>
    }

    private func has(_ pair: Pair) -> Bool { links.contains { $0.from == pair.from && $0.to == pair.to } }
}
