import BuiltInInstruments
import Disclosure
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// What a report gives away of words that it leaves out.
struct WithheldTests {
    /// A session of random answers, some marked confidential; the same but for what is written beside those.
    private func session(
        _ instruments: InstrumentSet, seed: Int, withWords: Bool
    ) throws -> (state: SessionState, hidden: Int) {
        var random = SplitMix(seed: seed)
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(id: "q", version: "1.0.0", sha256: ""), frameworks: []),
                position: instruments.questionnaire.questions.first?.id),
            at: Timestamp(milliseconds: 0), instruments: instruments)
        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        var hidden = 0
        var hiddenIDs: Set<Question.ID> = []
        var linked: [(Link, hangsOn: [Question])] = []
        let problems = instruments.problems
        for _ in 0..<(problems.isEmpty ? 0 : 8) {
            let ends = [
                problems.randomElement(using: &random), problems.randomElement(using: &random),
            ].compactMap(\.self)
            let questions = instruments.questionnaire.questions.filter { question in
                let said = question.supports + question.kind.options.flatMap(\.supports)
                return question.step == .links || ends.contains(where: said.contains)
            }
            linked.append((Link(from: ends[0], to: ends[1], note: "what shows it"), questions))
        }
        for question in instruments.questionnaire.questions where random.next() % 8 != 0 {
            guard state.asked.contains(question.id) else { continue }
            let value: AnswerValue? =
                switch question.kind {
                case .rating: .rating(Int(random.next() % 4) + 1)
                case .yesNo: .yesNo(random.next() % 2 == 0)
                case .choice(let options): options.randomElement(using: &random).map { .choice($0.id) }
                case .choices, .number, .date, .text: nil
                }
            guard let value else { continue }
            try perform(.answer(question.id, .given(value), note: nil))
            let isHidden = random.next() % 3 == 0
            if isHidden {
                hidden += 1
                hiddenIDs.insert(question.id)
                try perform(.setConfidential(question.id, .words))
            }
            let (hasEvidence, kind) = (random.next() % 2 == 0, Int(random.next() % 10))
            guard !isHidden || withWords else { continue }
            if isHidden || hasEvidence {
                try perform(
                    .addEvidence(
                        question.id, kind: Evidence.Kind.allCases[kind], reference: "Minutes", text: "m"))
            }
            if isHidden {
                try perform(.note(question.id, "a note"))
                try perform(.addStrength(question.id, "a strength"))
                try perform(.addConcern(question.id, "a concern"))
                try perform(
                    .addAction(
                        question.id,
                        Action(
                            text: "an action", role: nil, due: CalendarDate("2027-01-31"),
                            outcome: "an outcome", finding: "isos/tier", measure: "a measure")))
                try perform(.setTheme(question.id, "a theme", isOn: true))
            }
        }
        for (link, questions) in linked where link.from != link.to {
            let isHidden = questions.contains { hiddenIDs.contains($0.id) }
            guard !state.links.contains(where: { $0.joins(link.from, link.to) }) else { continue }
            try perform(
                .link(Link(from: link.from, to: link.to, note: isHidden && !withWords ? nil : link.note)))
        }
        let entries = instruments.questionnaire.questions.enumerated().compactMap {
            place, question -> Review.Entry? in
            guard state.records[question.id] != nil, withWords || !hiddenIDs.contains(question.id) else {
                return nil
            }
            let isRating = if case .rating = question.kind { true } else { false }
            return Review.Entry(
                question: question.id, verdict: place % 2 == 0 ? .challenge : .agree,
                own: isRating ? .rating(place % 4 + 1) : nil, comment: "a comment")
        }
        try perform(
            .fileReview(
                Review(
                    id: "0", pack: "0", role: "peer", date: CalendarDate(daysSince1970: 0), entries: entries),
                ReviewFiling(allowsOtherPack: true)))
        return (state, hidden)
    }

    @Test(arguments: ["leadership", "early-warning", "corporate-health", "partnership"], 0..<6)
    func `what is written beside confidential answers changes no byte for anybody else`(
        name: String, seed: Int
    ) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        let with = try session(instruments, seed: seed, withWords: true)
        let without = try session(instruments, seed: seed, withWords: false)
        #expect(with.hidden > 0)
        func pack(_ state: SessionState, _ audience: Audience) throws -> Pack {
            var pack = project(
                state, assess(state, for: .report), for: audience, now: Timestamp(milliseconds: 2))
            // It names the state of the session, so it differs whenever that does.
            pack.cover.pack = "0"
            return pack
        }
        for audience in Audience.others {
            let (more, less) = (try pack(with.state, audience), try pack(without.state, audience))
            let (told, others) = (everyDocument(of: more), everyDocument(of: less))
            for (document, text) in told { #expect(others[document] == text, "\(audience) \(document)") }
        }
        let full = String(
            decoding: try ReportFormat.markdown.bytes(of: pack(with.state, .full)), as: UTF8.self)
        #expect(full.contains("a strength"), "the words are there, so this test could fail")
    }

    @Test(arguments: Audience.others)
    func `a sign-off tells nobody else whether a sensitive answer was there to confirm`(audience: Audience)
        throws
    {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let secret = try #require(instruments.questionnaire.questions.first(where: \.isSensitive)?.id)
        func told(_ carried: [Question.ID], for audience: Audience) throws -> String {
            var state = SessionState(
                SessionEvent.Payload.Start(
                    session: "s", title: "T", authority: nil, pins: InstrumentPins(instruments),
                    position: nil), at: Timestamp(milliseconds: 0), instruments: instruments)
            let entries = carried.map {
                AnswerSheet.Entry(
                    question: $0, place: Place(line: 1, column: 1), answer: .value("dont-know"),
                    isCarried: true)
            }
            for command in [
                .recordSheet(AnswerSheet(entries: entries)),
                SessionCommand.signOff(role: "director", withUnconfirmed: true),
            ] {
                for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                    apply(event, to: &state)
                }
            }
            var pack = project(
                state, assess(state, for: .report), for: audience, now: Timestamp(milliseconds: 2))
            pack.cover.pack = "0"
            return String(decoding: try ReportFormat.json.bytes(of: pack), as: UTF8.self)
        }
        let open: Question.ID = "circumstances.systemic"
        #expect(try told([open, secret], for: audience) == told([open], for: audience))
        #expect(try told([open, secret], for: .full) != told([open], for: .full))
    }

    @Test(arguments: ["leadership", "early-warning", "corporate-health", "partnership"], 0..<4)
    func `nothing is recorded is not said over something that is`(name: String, seed: Int) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: .init(name)))
        let state = try session(instruments, seed: seed, withWords: true).state
        let assessment = assess(state, for: .report)
        for audience in Audience.allCases {
            let pack = project(state, assessment, for: audience, now: Timestamp(milliseconds: 2))
            for kind in DocumentKind.allCases {
                let text = MarkdownExporter.text(of: pack.document(kind))
                #expect(!text.contains("Nothing is recorded under this heading yet"), "\(audience) \(kind)")
                if audience != .full {
                    #expect(!text.contains("No action has been recorded."), "\(audience) \(kind)")
                }
            }
            #expect((pack.positionNote != nil) == (audience != .full))
        }
        let findings = assessment.findings
        let full = project(state, assessment, for: .full, now: Timestamp(milliseconds: 2))
        if findings.factors?.factors(.inPlace).isEmpty == false {
            #expect(full.goingWell.contains { $0.lowercased().contains("factor") })
        }
        if findings.problems?.problems.contains(where: { $0.state == .absent }) == true {
            #expect(full.goingWell.contains { $0.contains("absent") })
        }
    }

    @Test(arguments: 0..<60)
    func `what could only be brought in is never told as a strength`(seed: Int) throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let state = try session(instruments, seed: seed, withWords: false).state
        let assessment = assess(state, for: .report)
        func holds(_ element: String) -> Bool {
            assessment.findings.elements.first { "\($0.reference)" == "annex-j/\(element)" }?.truth == .yes
        }
        let present = [
            "Corporate support": holds("chief-executive-accepts") && holds("chief-executive-shares"),
            "Children's services leadership": holds("dcs-understands-why") && holds("dcs-accepts"),
        ]
        for audience in Audience.allCases {
            let pack = project(state, assessment, for: audience, now: Timestamp(milliseconds: 2))
            for format in [ReportFormat.markdown, .html, .json] {
                let text = String(decoding: try format.bytes(of: pack), as: UTF8.self)
                if audience == .public {
                    // Which of them hold by an alternative would tell how single questions were answered.
                    #expect(!text.contains("alternative alone") && !text.contains("\"metBy\""))
                    for title in present.keys { #expect(!text.contains("In place: \(title).")) }
                    continue
                }
                for (title, isPresent) in present where !isPresent {
                    let told = format == .html ? title.replacing("'", with: "&#39;") : title
                    #expect(!text.contains("In place: \(told)."), "\(title) \(audience) \(format)")
                    #expect(!text.contains("\(told): yes."), "\(title) \(audience) \(format)")
                }
            }
        }
    }

    @Test func `some sessions meet a condition by its alternative, and others as things are`() throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        var told: Set<String> = []
        for seed in 0..<40 {
            let state = try session(instruments, seed: seed, withWords: false).state
            let pack = project(
                state, assess(state, for: .report), for: .full, now: Timestamp(milliseconds: 2))
            for ground in pack.models.flatMap(\.met) {
                told.insert("\(ground.condition) \(ground.metBy ?? "-")")
            }
        }
        #expect(told.isSuperset(of: ["Corporate support -", "Corporate support alternative"]), "\(told)")
    }

    @Test func `a clear signature does not tell its risk as if it were so`() throws {
        let instruments = try #require(try BuiltIn.instruments.instruments(for: "leadership"))
        let state = try session(instruments, seed: 1, withWords: false).state
        let pack = project(
            state, assess(state, for: .report), for: .full, now: Timestamp(milliseconds: 2))
        let risks = instruments.frameworks.compactMap(\.signatures).flatMap(\.members).map(\.risk)
        #expect(!risks.isEmpty)
        let text = MarkdownExporter.text(of: pack.document()) + CSVExporter.text(of: pack)
        for risk in risks { #expect(!text.contains(risk)) }
        let json = String(decoding: try ReportFormat.json.bytes(of: pack), as: UTF8.self)
        #expect(json.contains("\"riskIfEvident\"") && !json.contains("\"risk\""))
    }
}
