import Instruments
import Sessions
import Testing

@Suite struct `A sheet` {
    @Test func `when it is recorded, then it is one event and the walk stands at the first open question`()
        throws
    {
        var session = Given()
        let events = try session.when(
            sheet([
                entry("well.exists", "yes"), entry("well.grip", "3"), entry("people.count", "40"),
            ]))
        #expect(events.count == 1)
        #expect(session.state.response(to: "well.grip") == .given(.rating(3)))
        #expect(session.state.position == "well.dug")
        #expect(session.state.lastAnswered == "people.count")
    }

    @Test(arguments: [
        (entry("well.depth", "3"), Rejection.unknownQuestion("well.depth")),
        (entry("well.exists", "no"), .answeredTwice("well.exists")),
        (entry("people.count", "many"), .unfitting("people.count", .notANumber(given: "many"))),
        (AnswerSheet.Entry(question: "people.words", place: place, note: "n"), .unanswered("people.words")),
        (
            AnswerSheet.Entry(
                question: "people.words", place: place, answer: .value("w"),
                evidence: [.init(kind: "rumour", reference: "r", text: "")]),
            .unknownEvidenceKind("people.words", "rumour")
        ),
        (
            AnswerSheet.Entry(
                question: "people.words", place: place, answer: .value("w"),
                evidence: [.init(kind: "data", reference: "", text: "")]),
            .emptyEvidence("people.words")
        ),
        (
            AnswerSheet.Entry(question: "people.words", place: place, answer: .value("w"), strengths: [" "]),
            .emptyText
        ),
        (
            AnswerSheet.Entry(question: "people.words", place: place, answer: .value("w"), note: " "),
            .emptyText
        ),
    ])
    func `when one entry is wrong, then none is recorded`(wrong: AnswerSheet.Entry, rejection: Rejection)
        throws
    {
        var session = try Given(.answer("people.trades", .choices(["rain"])))
        let before = session.content
        let good = [entry("well.exists", "yes"), entry("people.trades", "lake")]
        for entries in [good + [wrong], [good[0], wrong, good[1]]] {
            #expect(throws: rejection) { try session.when(sheet(entries)) }
            #expect(session.content == before)
        }
    }

    @Test func `when it is empty, then it is refused`() {
        var session = Given()
        #expect(throws: Rejection.emptySheet) { try session.when(sheet([])) }
    }

    @Test func `when it answers a question that is not asked, then the answer is set aside`() throws {
        var session = Given()
        try session.when(sheet([entry("well.exists", "no"), entry("well.grip", "2")]))
        #expect(!session.asked.contains("well.grip"))
        #expect(session.state.response(to: "well.grip") == .given(.rating(2)))
        try session.when(.well)
        #expect(session.asked.contains("well.grip"))
    }

    @Test func `given a note and evidence, when it names neither, then both stay`() throws {
        var session = try Given(
            .answer("people.words", .given(.text("old")), note: "n"),
            .addEvidence("people.words", kind: .data, reference: "r", text: ""))
        try session.when(
            sheet([
                AnswerSheet.Entry(
                    question: "people.words", place: place, answer: .value("new"),
                    evidence: [.init(kind: "audit", reference: "s", text: "")])
            ]))
        let record = try #require(session.state.records["people.words"])
        #expect(record.response == .given(.text("new")))
        #expect(record.note == "n")
        #expect(record.evidence.map(\.id) == ["E1", "E2"])
    }

    @Test func `when it is loaded again, then evidence, strengths and concerns are not there twice`() throws {
        var session = Given()
        func piece(_ text: String) -> AnswerSheet.WrittenEvidence {
            .init(kind: "audit", reference: "Audit, May", text: text)
        }
        func loaded(_ evidence: [AnswerSheet.WrittenEvidence], _ strengths: [String]) -> SessionCommand {
            sheet([
                AnswerSheet.Entry(
                    question: "people.words", place: place, answer: .value("w"), evidence: evidence,
                    strengths: strengths, concerns: ["Slow"])
            ])
        }
        try session.when(loaded([piece(""), piece("")], ["Good", "Good"]))
        try session.when(loaded([piece(""), piece("page 2")], ["Good", "Better"]))
        let record = try #require(session.state.records["people.words"])
        #expect(record.evidence.map(\.id) == ["E1", "E2"])
        #expect(record.evidence.map(\.text) == ["", "page 2"])
        #expect(record.strengths == ["Good", "Better"])
        #expect(record.concerns == ["Slow"])
        // On another question it is another piece.
        try session.when(
            sheet([
                AnswerSheet.Entry(
                    question: "people.trades", place: place, answer: .value("rain"), evidence: [piece("")])
            ]))
        #expect(session.state.records["people.trades"]?.evidence.map(\.id) == ["E3"])
    }

    @Test(
        arguments: [
            (Confidentiality.words, Confidentiality.level), (.nothing, .nothing), (.level, .level),
            (nil, .level),
        ] as [(Confidentiality?, Confidentiality)])
    func `when it marks the words of an answer whose level is confidential, then the level stays so`(
        written: Confidentiality?, held: Confidentiality
    ) throws {
        var session = try Given(.well, .setConfidential("well.exists", .level))
        var entry = entry("well.exists", "no")
        entry.confidentiality = written
        try session.when(sheet([entry]))
        #expect(session.state.records["well.exists"]?.confidentiality == held)
        #expect(session.state.withheldQuestions.isEmpty == (held != .level))
        // Nothing is held back more than it is asked for.
        var fresh = try Given(.well)
        try fresh.when(sheet([entry]))
        #expect(fresh.state.records["well.exists"]?.confidentiality == written ?? .nothing)
    }

    @Test func `when it is undone, then all of it is`() throws {
        var session = try Given(.answer("people.trades", .choices(["rain"])))
        let before = session.content
        try session.when(sheet([entry("well.exists", "yes"), entry("people.trades", "lake")]))
        try session.when(.undo)
        #expect(session.content == before)
    }

    @Test(
        arguments: [
            ("people.words", AnswerSheet.Written.value("dont-know"), Response.dontKnow),
            ("people.words", .wrapped("dont-know"), .given(.text("dont-know"))),
            ("people.count", .wrapped("dont-know"), .dontKnow), ("people.count", .wrapped("?"), .dontKnow),
            ("people.words", .value("?"), .dontKnow), ("people.words", .wrapped("?"), .given(.text("?"))),
            ("people.count", .value("1e2"), .given(.number(100))),
            ("people.trades", .list(["lake", "river"]), .given(.choices(["river", "lake"]))),
            ("people.trades", .value("rain"), .given(.choices(["rain"]))),
            ("well.exists", .value("true"), .given(.yesNo(true))),
            ("well.exists", .notApplicable(reason: "r"), .notApplicable(reason: "r")),
        ] as [(Question.ID, AnswerSheet.Written, Response)])
    func `understands what is written`(id: Question.ID, written: AnswerSheet.Written, response: Response)
        throws
    {
        var session = Given()
        try session.when(sheet([AnswerSheet.Entry(question: id, place: place, answer: written)]))
        #expect(session.state.response(to: id) == response)
    }

    @Test(.timeLimit(.minutes(1)))
    func `of tens of thousands of pieces of evidence is taken, each once`() throws {
        let pieces = (0..<30_000).map {
            AnswerSheet.WrittenEvidence(kind: "data", reference: "file \($0 % 20_000)", text: "")
        }
        var session = Given()
        try session.when(
            sheet([
                AnswerSheet.Entry(
                    question: "people.words", place: place, answer: .value("w"), evidence: pieces)
            ]))
        #expect(session.state.records["people.words"]?.evidence.count == 20_000)
    }
}

private let place = Place(line: 1, column: 1)

private func entry(_ id: Question.ID, _ text: String) -> AnswerSheet.Entry {
    AnswerSheet.Entry(question: id, place: place, answer: .value(text))
}

private func sheet(_ entries: [AnswerSheet.Entry]) -> SessionCommand {
    .recordSheet(AnswerSheet(entries: entries))
}
