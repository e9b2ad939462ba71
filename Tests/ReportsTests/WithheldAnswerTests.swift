import BuiltInInstruments
import Disclosure
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// What others learn of an answer that is withheld: of a sensitive question, or of one whose level is confidential.
struct WithheldAnswerTests {
    private static let names = ["leadership", "early-warning", "corporate-health", "partnership"]

    /// A few questions of a questionnaire, each made a secret in each way.
    private func secrets(_ name: String, _ seed: Int) throws -> [SecretSession] {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        let questions = shipped.questionnaire.questions
        var random = SplitMix(seed: seed)
        return SecretSession.Mark.allCases.map { mark in
            SecretSession(
                shipped, questions[Int(random.next() % UInt64(questions.count))].id, mark, seed: seed)
        }
    }

    private func pack(_ state: SessionState, _ audience: Audience) -> Pack {
        var pack = project(state, assess(state, for: .report), for: audience, now: Timestamp(milliseconds: 2))
        // It names the state of the session, so it differs whenever that does.
        pack.cover.pack = "0"
        return pack
    }

    @Test(arguments: names, 0..<3)
    func `whatever is answered, no byte for anybody else differs`(name: String, seed: Int) throws {
        for secret in try secrets(name, seed) {
            var told: [Audience: [String: String]] = [:]
            var full: Set<String> = []
            for (place, response) in secret.responses.enumerated() {
                let earlier = secret.responses[(place + 1) % secret.responses.count]
                guard let state = try secret.state(earlier, response, hasWords: place % 2 == 0) else { break }
                for audience in Audience.others {
                    var texts = everyDocument(of: pack(state, audience))
                    let rounds = series([state, state], for: audience)
                    texts["series"] = MarkdownExporter.text(of: rounds.document())
                    texts["series json"] = try JSONExporter.text(of: rounds)
                    #expect(!texts.values.contains { $0.contains("ZQ") }, "\(secret.question.id) \(audience)")
                    guard let first = told[audience] else {
                        told[audience] = texts
                        continue
                    }
                    for (format, text) in texts {
                        #expect(
                            first[format] == text,
                            "\(secret.question.id) \(secret.mark) \(audience) \(format) \(place)")
                    }
                }
                full.insert(MarkdownExporter.text(of: pack(state, .full).document()))
            }
            #expect(full.count == secret.responses.count || told.isEmpty, "it is told where it may be")
        }
    }

    @Test(arguments: names, 0..<6)
    func `what others are told is every finding that the answer may make, and that it is withheld`(
        name: String, seed: Int
    ) throws {
        for secret in try secrets(name, seed) {
            guard let state = try secret.state(nil, secret.responses.last ?? nil, hasWords: true) else {
                continue
            }
            let (full, others) = (pack(state, .full), pack(state, .reviewers))
            let isSaid = { (sentences: [String]) in
                sentences.contains { $0.contains("that is withheld") || $0.contains("that are withheld") }
            }
            let tables = zip(
                [full.tier].compactMap(\.self) + full.tables, [others.tier].compactMap(\.self) + others.tables
            )
            for (known, told) in tables where !known.isCollected {
                #expect(Set(told.possible).isSuperset(of: known.possible), "\(secret.question.id)")
                if known.isSettled, !told.isSettled {
                    #expect(isSaid(told.sentences), "\(secret.question.id) \(told.title)")
                }
            }
            for (known, told) in zip(full.models, others.models) where known.status != told.status {
                #expect(told.status == .undetermined)
                #expect(isSaid(told.sentences), "\(secret.question.id) \(told.id)")
            }
            let signatures = [full, others].map { pack in
                pack.signatures?.categories.flatMap(\.signatures) ?? []
            }
            for (known, told) in zip(signatures[0], signatures[1]) where known.statuses != told.statuses {
                #expect(Set(told.statuses).isSuperset(of: known.statuses))
                #expect(isSaid(others.signatures?.sentences ?? []), "\(secret.question.id) \(told.id)")
            }
            #expect(!isSaid(full.tier?.sentences ?? []))
        }
    }

    @Test(arguments: SecretSession.Mark.allCases)
    func `no comparison tells of it, of moments or of sessions`(mark: SecretSession.Mark) throws {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var secret = SecretSession(shipped, "political-support.leader-accepts", mark, seed: 3)
        secret.isGoodElse = true
        for audience in Audience.others {
            var told: Set<String> = []
            var moments: Set<String> = []
            for earlier in secret.responses {
                for now in secret.responses {
                    let (one, other) = (
                        try #require(try secret.state(now, earlier, hasWords: false)),
                        try #require(try secret.state(earlier, now, hasWords: false))
                    )
                    told.insert(try JSONExporter.text(of: compare(one, other, for: audience)))
                    let then = try #require(other.asSignedOff(1))
                    moments.insert(try JSONExporter.text(of: compare(then, other, for: audience)))
                }
            }
            #expect(told.count == 1 && moments.count == 1, "\(audience)")
        }
        let (low, high) = (
            try #require(try secret.state(nil, .given(.rating(1)), hasWords: false)),
            try #require(try secret.state(nil, .given(.rating(4)), hasWords: false))
        )
        let full = compare(low, high, for: .full)
        #expect(!full.findings.isEmpty && full.moved?.isEmpty == false, "it is told where it may be")
    }

    @Test(arguments: SecretSession.Mark.allCases)
    func `what the authority knows and others do not depends on an answer that is withheld`(
        mark: SecretSession.Mark
    ) throws {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var secret = SecretSession(shipped, "political-support.leader-accepts", mark, seed: 3)
        secret.isGoodElse = true
        let state = try #require(try secret.state(nil, .given(.rating(4)), hasWords: true))
        let models = [Audience.full, .reviewers, .public].map { audience in
            pack(state, audience).models.first { $0.id == "voluntary-trust" }
        }
        #expect(models[0]?.status == .viable)
        // Other questions are sensitive, too, so the sentence may name several.
        for (model, name) in [(models[1], "Political support 1"), (models[2], "withheld")] {
            #expect(model?.status == .undetermined, "\(mark)")
            let said = model?.sentences.first { $0.hasPrefix("It depends on") && $0.contains("withheld") }
            #expect(said?.contains(name) == true, "\(mark) \(model?.sentences ?? [])")
        }
    }

    @Test func `a problem that is withheld is on no map as present or absent`() throws {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: "corporate-health"))
        let problem = try #require(shipped.problems.first)
        let question = try #require(
            shipped.questionnaire.questions.first { question in
                (question.supports + question.kind.options.flatMap(\.supports)).contains(problem)
            })
        for mark in SecretSession.Mark.allCases {
            let secret = SecretSession(shipped, question.id, mark, seed: 1)
            var maps: [Set<String>] = [[], []]
            for response in secret.responses {
                let state = try #require(try secret.state(nil, response, hasWords: true))
                for (place, audience) in [Audience.reviewers, .full].enumerated() {
                    let bytes = try ReportFormat.dot.bytes(of: pack(state, audience))
                    maps[place].insert(String(decoding: bytes, as: UTF8.self))
                }
            }
            #expect(maps[0].count == 1 && maps[1].count > 1, "\(mark)")
        }
    }

    @Test
    func
        `the one who reads it sees that the answer is withheld, and its authority that others do not see it`()
        throws
    {
        let shipped = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        for mark in SecretSession.Mark.allCases {
            let secret = SecretSession(shipped, "political-support.leader-accepts", mark, seed: 3)
            let state = try #require(try secret.state(nil, .given(.rating(4)), hasWords: true))
            for (audience, sentence) in [
                (
                    Audience.reviewers,
                    "This answer is withheld: whatever was answered, it counts as open here."
                ),
                (.full, "Its level and its words are confidential: in every other report it counts as open."),
            ] {
                let texts = everyDocument(of: pack(state, audience))
                #expect(texts["report markdown"]?.contains(sentence) == true, "\(mark) \(audience)")
            }
            #expect(everyDocument(of: pack(state, .reviewers))["report csv"]?.contains("Withheld") == true)
        }
    }
}
