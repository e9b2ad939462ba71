import BuiltInInstruments
import Disclosure
import Evaluation
import InstrumentFiles
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// Explanations and assumptions reach every finding that is told.
struct ExplanationTests {
    private static let names = [
        "leadership", "early-warning", "partnership", "corporate-health", "server-room",
    ]

    private func instruments(_ name: String) throws -> InstrumentSet {
        guard name == "server-room" else {
            return try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        }
        let folder =
            "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
            + "/EndToEndTests/Foreign"
        return try #require(
            try InstrumentLibrary(folder: folder).read().instruments(for: .init(name), others: []))
    }

    /// A session with answers to some of the questions and a few links, three of them a circle.
    private func session(_ name: String, seed: UInt64) throws -> SessionState {
        let instruments = try instruments(name)
        var random = SplitMix(seed: seed)
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(id: name, version: "1.0.0", sha256: ""), frameworks: []),
                position: instruments.questionnaire.questions.first?.id),
            at: Timestamp(milliseconds: 0), instruments: instruments)
        let share = [0, 3, 8, 100][Int(seed % 4)]
        for question in instruments.questionnaire.questions where share > 0 && random.next() % 100 >= 10 {
            guard share == 100 || Int(random.next() % 10) < share else { continue }
            give(answer(to: question, &random), to: question.id, &state)
        }
        let problems = instruments.problems.prefix(4)
        for (from, to) in zip(problems, problems.dropFirst() + problems.prefix(1)) {
            perform(.link(Link(from: from, to: to)), &state)
        }
        return state
    }

    private func answer(to question: Question, _ random: inout SplitMix) -> Response {
        if random.next() % 12 == 0 { return .dontKnow }
        switch question.kind {
        case .rating(let rating):
            return .given(.rating(Int(random.next() % UInt64(rating.scale.levels.count)) + 1))
        case .yesNo: return .given(.yesNo(random.next() % 2 == 0))
        case .choice(let options):
            return .given(.choice(options[Int(random.next() % UInt64(options.count))].id))
        case .choices(let options): return .given(.choices([options[0].id]))
        case .number, .date, .text: return .dontKnow
        }
    }

    private func give(_ response: Response, to question: Question.ID, _ state: inout SessionState) {
        perform(.answer(question, response, note: nil), &state)
    }

    private func perform(_ command: SessionCommand, _ state: inout SessionState) {
        for event in (try? decide(command, state, now: Timestamp(milliseconds: 1))) ?? [] {
            apply(event, to: &state)
        }
    }

    /// The sources that a framework names.
    private func sources(of framework: Framework) -> [String] {
        var sources: [String] = framework.elements.map(\.source)
        sources += framework.conditions.map(\.source)
        sources += framework.models.map(\.source)
        if let signatures = framework.signatures {
            sources += signatures.members.map(\.source)
            sources += signatures.categories.map(\.source)
            sources += [signatures.balance.source].compactMap(\.self)
        }
        if let problems = framework.problems { sources += [problems.source].compactMap(\.self) }
        if let factors = framework.factors { sources += [factors.source].compactMap(\.self) }
        return sources.filter { !$0.isEmpty }
    }

    private func text(_ blocks: [Block]) -> String { MarkdownExporter.text(of: blocks) }

    @Test(arguments: names, UInt64(0)..<4)
    func `every finding is explained by its id and by its name, with its rule or its source`(
        name: String, seed: UInt64
    ) throws {
        let state = try session(name, seed: seed)
        let assessment = assess(state, for: .report)
        let all = ExplainedFinding.all(assessment.findings, state.instruments)
        let explainer = Explainer(state, assessment)
        let sources = state.instruments.frameworks.flatMap(sources)
        for (key, _) in assessment.findings.all {
            let found = ExplainedFinding.matches(key.id, among: all)
            #expect(found.count == 1, "\(key.id)")
            guard let finding = found.first else { continue }
            for told in [text(explainer.sentences(on: finding)), text(explainer.tree(of: finding))] {
                #expect(!told.isEmpty, "\(key.id)")
            }
            let told = text(explainer.sentences(on: finding))
            let rules = state.instruments.frameworks.flatMap { framework in
                framework.tables.map { "\(framework.id)/\($0.id)#" }
            }
            // What can still change the headline is no rule of a source.
            let isOurs = if case .openQuestions = key { true } else { false }
            #expect(
                isOurs || (rules + sources).contains { told.contains($0) },
                "\(key.id) names neither a rule nor a source: \(told)")
            let byTitle = ExplainedFinding.matches(finding.title, among: all)
            #expect(
                byTitle.contains { $0.title.lowercased() == finding.title.lowercased() }, "\(finding.title)")
        }
        for element in all { #expect(!explainer.sentences(on: element).isEmpty, "\(element.fullName)") }
    }

    @Test(arguments: names)
    func `nothing else is said to change only where nothing else does`(name: String) throws {
        var (same, other) = (0, 0)
        for seed in UInt64(1)..<12 {
            let state = try session(name, seed: seed)
            let now = assess(state, for: .report)
            var random = SplitMix(seed: seed &+ 77)
            for _ in 0..<6 {
                let questions = state.asked.questions
                let question = questions[Int(random.next() % UInt64(questions.count))]
                let change = AssumedAnswer(
                    question: question.id, from: state.response(to: question.id),
                    to: answer(to: question, &random))
                var given = state
                give(change.to, to: question.id, &given)
                let blocks = whatIfSection(
                    [change], of: state, now: now, then: assess(state, assuming: [change], for: .report))
                let told = text(blocks).replacing("\n", with: " ")
                // By JSON, which has another account of every finding.
                let fields = (findings(of: state, now), findings(of: given, assess(given, for: .report)))
                let isNone =
                    told.contains("No other finding would change.")
                    || told.contains("No finding would change.")
                let hasTier = now.findings.tier != nil
                if isNone {
                    same += 1
                    #expect(
                        fields.0.filter { $0.key != "tier" } == fields.1.filter { $0.key != "tier" },
                        "\(told)")
                } else {
                    other += 1
                    #expect(fields.0 != fields.1 || (hasTier && told.contains("can still change")), "\(told)")
                }
            }
        }
        print("what-if on \(name): \(same) times nothing else, \(other) times something")
        #expect(other > 0)
    }

    /// What JSON says of the findings, field by field; reasons are left out.
    private func findings(of state: SessionState, _ assessment: Assessment) -> [String: JSONValue] {
        guard case .object(var fields) = JSONValue.evaluation(assessment, of: state) else { return [:] }
        let kept: Set = [
            "conditions", "earlyWarning", "balance", "problems", "linked", "links", "viciousCircles",
            "possibleCircles", "linkedGroups", "outcomes",
        ]
        let (tier, partnership) = (fields["tier"], fields["partnership"])
        fields = fields.filter { kept.contains($0.key) }
        if case .object(let tier)? = tier { fields["focus"] = tier["focus"] }
        if case .object(let partnership)? = partnership { fields["stage"] = partnership["stage"] }
        // The headline is told apart from what else would change.
        let headline = assessment.findings.tier?.reference.description
        if case .object(let outcomes)? = fields["outcomes"] {
            fields["outcomes"] = .object(outcomes.filter { $0.key != headline })
            fields["tier"] = headline.flatMap { outcomes[$0] }
        }
        fields["models"] = JSONValue(texts: assessment.findings.models.map(\.status.rawValue))
        fields["signatures"] = JSONValue(
            texts: (assessment.findings.signatures?.signatures ?? []).map {
                "\($0.possible) \($0.canBeUnknown)"
            })
        fields["factors"] = JSONValue(
            texts: (assessment.findings.factors?.groups ?? []).flatMap(\.factors).map {
                "\($0.element.id) \(String(describing: $0.state)) \($0.open.isEmpty)"
            }.sorted())
        return fields
    }
}
