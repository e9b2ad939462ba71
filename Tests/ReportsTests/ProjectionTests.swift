import Disclosure
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// What each audience may see, over random sessions with a secret in every field that a user can fill.
struct ProjectionTests {
    private static let rating = AnswerKind.rating(
        AnswerKind.Rating(
            scaleID: "grip", scale: Scale(levels: ["A", "B", "C", "D"], metFrom: 3),
            descriptors: ["a.", "b.", "c.", "d."]))

    private static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1.0.0", title: "Q", feeds: ["p"],
            areas: [
                Area(
                    id: "a", title: "Area",
                    questions: (0..<8).map { index in
                        Question(
                            id: Question.ID("a.q\(index)"), text: "Question \(index)?",
                            kind: index % 2 == 0 ? rating : .text,
                            supports: index % 2 == 0 ? [Reference("p", .init("e\(index)"))] : [])
                    })
            ]),
        frameworks: [
            Framework(
                id: "p", version: "1.0.0", title: "P",
                elements: problems.map { Element(id: $0, statement: "It is so.", source: "p") },
                problems: ProblemSet(
                    source: "p",
                    groups: [
                        ProblemSet.Group(
                            id: "g", title: "Group", means: Statement("All."), elements: problems)
                    ], isolated: Statement("One."), linked: Statement("Two."),
                    circle: Statement("Round.")))
        ])

    private static let problems: [Element.ID] = ["e0", "e2", "e4", "e6"]

    @Test(arguments: 0..<200)
    func `a confidential word is in no format for others, and every word is in the full report`(
        seed: Int
    ) throws {
        var random = SplitMix(seed: seed)
        var state = SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(id: "q", version: "1.0.0", sha256: ""), frameworks: []),
                position: nil),
            at: Timestamp(milliseconds: 0), instruments: Self.instruments)
        var secrets: [String] = []
        var open: [String] = []

        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        for (index, question) in Self.instruments.questionnaire.questions.enumerated() {
            let isSecret = random.next() % 2 == 0
            func word(_ field: String) -> String {
                let word = "\(isSecret ? "hidden" : "shown")-\(index)-\(field)-x"
                if isSecret { secrets.append(word) } else { open.append(word) }
                return word
            }
            let answers: [Response] = [
                .notApplicable(reason: word("reason")),
                index % 2 == 0 ? .given(.rating(3)) : .given(.text(word("text"))),
            ]
            let response = answers[Int(random.next() % 2)]
            secrets.removeAll { answers[0] == .notApplicable(reason: $0) && response != answers[0] }
            open.removeAll { answers[0] == .notApplicable(reason: $0) && response != answers[0] }
            if case .given(.text(let text)) = answers[1], response != answers[1] {
                secrets.removeAll { $0 == text }
                open.removeAll { $0 == text }
            }
            try perform(.answer(question.id, response, note: word("note")))
            try perform(
                .addEvidence(question.id, kind: .data, reference: word("reference"), text: word("line")))
            try perform(.addStrength(question.id, word("strength")))
            try perform(.addConcern(question.id, word("concern")))
            try perform(
                .addAction(question.id, Action(text: word("action"), role: word("role"), due: nil)))
            if isSecret { try perform(.setConfidential(question.id, .words)) }
        }

        // A link's note is as secret as the words on either of its problems.
        var notes: [(word: String, isSecret: Bool, isShown: Bool)] = []
        for (from, to) in [(0, 2), (2, 4), (4, 0), (6, 2)] {
            let ends = [from, to].map { Question.ID("a.q\($0)") }
            let word = "link-\(from)-\(to)-x"
            try perform(
                .link(
                    Link(
                        from: Reference("p", .init("e\(from)")), to: Reference("p", .init("e\(to)")),
                        note: word)))
            let isAnswered = ends.allSatisfy { state.response(to: $0) == .given(.rating(3)) }
            let isSecret = ends.contains { state.records[$0]?.confidential == true }
            notes.append((word, isSecret, isAnswered))
        }

        // What a reviewer says of a question is as secret as the words on it.
        var comments: [(word: String, isSecret: Bool)] = []
        let entries = Self.instruments.questionnaire.questions.map { question in
            // Plain letters, which stand the same in every format.
            let word = "comment-\(question.id.text.replacing(".", with: "-"))-x"
            comments.append((word, state.records[question.id]?.confidential == true))
            return Review.Entry(
                question: question.id, verdict: .challenge, own: nil, comment: word, seen: word, test: word)
        }
        try perform(
            .fileReview(
                Review(
                    id: "0", pack: "p", role: "peer", date: CalendarDate(daysSince1970: 0), entries: entries),
                ReviewFiling(allowsOtherPack: true)))

        let assessment = assess(state, for: .report)
        for audience in Audience.allCases {
            let pack = project(state, assessment, for: audience, now: Timestamp(milliseconds: 2))
            let isFull = audience == .full
            // A PDF is the page, printed.
            for format in ReportFormat.allCases where !format.isMadeElsewhere {
                if audience == .public && [.dot, .mermaid].contains(format) {
                    #expect(throws: FormatFault.problemsNotShown) { try format.bytes(of: pack) }
                    continue
                }
                // The bytes of a workbook are packed, so its cells are looked at.
                let text =
                    format == .xlsx
                    ? "\(WorkbookExporter.workbook(of: pack))"
                    : String(decoding: try format.bytes(of: pack), as: UTF8.self)
                for (note, isSecret, isShown) in notes {
                    let expected =
                        (isShown || format != .dot) && audience != .public && (isFull || !isSecret)
                        && ![.mermaid, .csv, .xlsx].contains(format)
                    #expect(text.contains(note) == expected, "\(note) \(audience) \(format)")
                }
                for (comment, isSecret) in comments {
                    let expected =
                        ![.dot, .mermaid].contains(format) && audience != .public
                        && (isFull || !isSecret)
                    #expect(text.contains(comment) == expected, "\(comment) \(audience) \(format)")
                }
                if [.dot, .mermaid].contains(format) {
                    for word in secrets + open { #expect(!text.contains(word), "\(word) \(format)") }
                    continue
                }
                for secret in secrets {
                    #expect(text.contains(secret) == isFull, "\(secret) \(audience) \(format)")
                }
                for word in open {
                    #expect(text.contains(word) == (audience != .public), "\(word) \(audience) \(format)")
                }
            }
        }
    }
}
