import Instruments
import Sessions
import Testing

@Suite struct `The plan` {
    private static let day = CalendarDate("2027-01-31")

    private func action(_ text: String, id: String = "") -> Action {
        Action(id: id, text: text, role: nil, due: nil)
    }

    @Test func `actions are named in turn, and no name is given twice, undone or not`() throws {
        var session = try Given(.addAction("well.exists", action("Dig")))
        try session.when(.addAction("well.grip", action("Fill")))
        #expect(session.state.actions.map(\.action.id) == ["A1", "A2"])
        try session.when(.undo)
        try session.when(.addAction("well.grip", action("Cover")))
        #expect(session.state.actions.map(\.action.id) == ["A1", "A3"])
        try session.when(.remove("well.exists", .action("A1")))
        try session.when(.addAction("well.exists", action("Dig again")))
        #expect(session.state.actions.map(\.action.id) == ["A4", "A3"])
    }

    @Test func `an action is found by its name, however it is written, and changed as a whole`() throws {
        var session = try Given(.addAction("well.exists", action("Dig")))
        var changed = try #require(session.state.action(named: "a1")?.action)
        changed.state = .done
        changed.outcome = "water since May"
        try session.when(.changeAction(changed))
        let now = try #require(session.state.action(named: "A1")?.action)
        #expect(now.state == .done && now.outcome == "water since May")
        #expect(now.settled == session.events.last?.at.date)
        try session.when(.undo)
        #expect(session.state.action(named: "A1")?.action.state == .open)
        try session.when(.redo)
        #expect(session.state.action(named: "A1")?.action == now)
    }

    @Test func `an action that is not there, says nothing new or is dropped without a reason is refused`()
        throws
    {
        var session = try Given(.addAction("well.exists", action("Dig")))
        #expect(throws: Rejection.noSuchAction("A2")) {
            try session.when(.changeAction(action("x", id: "A2")))
        }
        #expect(throws: Rejection.nothingToChange("A1")) {
            try session.when(.changeAction(action("Dig", id: "A1")))
        }
        var dropped = action("Dig", id: "A1")
        dropped.state = .dropped
        #expect(throws: Rejection.droppedWithoutReason("A1")) { try session.when(.changeAction(dropped)) }
        #expect(throws: Rejection.emptyText) { try session.when(.changeAction(action(" ", id: "A1"))) }
    }

    @Test func `what becomes of an action is recorded behind a sign-off, and nothing else is`() throws {
        var session = try Given(.addAction("well.exists", action("Dig")), .signOff(role: "chair"))
        var done = action("Dig", id: "A1")
        done.state = .done
        try session.when(.changeAction(done))
        #expect(session.state.action(named: "A1")?.action.state == .done)
        #expect(session.state.asSignedOff(1)?.action(named: "A1")?.action.state == .open)
        #expect(throws: (any Error).self) { try session.when(.addAction("well.exists", action("More"))) }
        #expect(throws: (any Error).self) { try session.when(.remove("well.exists", .action("A1"))) }
        done.text = "Dug long ago"
        #expect(throws: (any Error).self) { try session.when(.changeAction(done)) }
        done.text = "Dig"
        done.measure = "all is well"
        #expect(throws: (any Error).self) { try session.when(.changeAction(done)) }
        done.measure = nil
        done.role = "chair"
        try session.when(.changeAction(done))
    }

    @Test func `each thing beside an answer can be corrected and removed, and undo brings it back`() throws {
        let id: Question.ID = "well.exists"
        let whole = try Given(
            .note(id, "n"), .addEvidence(id, kind: .audit, reference: "r", text: "x"), .addStrength(id, "s1"),
            .addStrength(id, "s2"), .addConcern(id, "c"), .addAction(id, action("a")))
        let items: [RecordItem] = [
            .note, .evidence("E1"), .evidenceText("E1"), .strength(1), .strength(2), .concern(1),
            .action("A1"),
        ]
        for item in items {
            var session = whole
            let words = try #require(session.state.records[id]?.words(of: item))
            try session.when(.rewrite(id, item, "other"))
            #expect(session.state.records[id]?.words(of: item) == "other")
            try session.when(.undo)
            #expect(session.state.records[id]?.words(of: item) == words)
            try session.when(.remove(id, item))
            #expect(session.state.records[id]?.words(of: item) != words)
            try session.when(.undo)
            #expect(session.content == whole.content)
        }
        var session = whole
        for item: RecordItem in [.evidence("E2"), .strength(0), .strength(3), .concern(2), .action("A2")] {
            #expect(throws: Rejection.nothingWritten(id, item)) { try session.when(.remove(id, item)) }
        }
    }

    @Test func `what reviewers are asked can be corrected and removed by its place`() throws {
        var session = try Given(.askReviewers("one"), .askReviewers("two"))
        try session.when(.rewriteAsk(1, "first"))
        #expect(session.state.asks == ["first", "two"])
        try session.when(.removeAsk(2))
        #expect(session.state.asks == ["first"])
        #expect(throws: Rejection.noSuchAsk(2, of: 1)) { try session.when(.removeAsk(2)) }
        try session.when(.undo)
        try session.when(.undo)
        #expect(session.state.asks == ["one", "two"])
    }

    @Test func `a sheet brings actions and themes once, however often it is read`() throws {
        var entry = AnswerSheet.Entry(question: "well.exists", place: .init(line: 1, column: 1))
        entry.answer = .value("yes")
        entry.actions = [.init(text: "Dig", role: "chair", due: "2027-01-31", measure: "water")]
        entry.themes = ["Water", "water"]
        var session = try Given(.recordSheet(AnswerSheet(entries: [entry])))
        try session.when(.recordSheet(AnswerSheet(entries: [entry])))
        let record = try #require(session.state.records["well.exists"])
        #expect(record.themes == ["Water"])
        #expect(record.actions.map(\.id) == ["A1"])
        #expect(record.actions.first?.due == Self.day && record.actions.first?.measure == "water")
        entry.actions = [.init(text: "Dig", due: "31 January")]
        #expect(throws: Rejection.unfitting("well.exists", .notADate(given: "31 January"))) {
            try session.when(.recordSheet(AnswerSheet(entries: [entry])))
        }
    }

    @Test
    func `what is left to do comes over into the next session under its name, and is to be asked about`()
        throws
    {
        var earlier = try Given(
            .answer("well.exists", .given(.yesNo(true)), note: nil), .addAction("well.exists", action("Dig")),
            .addAction("well.exists", action("Fill")), .addAction("well.grip", action("Hold")),
            .setConfidential("well.grip", .words))
        var done = action("Dig", id: "A1")
        done.state = .done
        try earlier.when(.changeAction(done))
        var session = Given()
        let entries = session.state.inheritance(from: earlier.state)
        let commands: [SessionCommand] =
            [.inherit(entries)]
            + session.state.inheritedWords(of: entries, from: earlier.state)
        for command in commands { try session.when(command) }
        #expect(session.state.actions.map(\.action.id) == ["A2", "A3"])
        #expect(session.state.actions.allSatisfy { $0.action.isCarried })
        // Nobody has answered the question; its words stay confidential all the same.
        #expect(session.state.records["well.grip"]?.confidential == true)
        var held = try #require(session.state.action(named: "A2")?.action)
        held.isCarried = false
        held.state = .doing
        try session.when(.changeAction(held))
        try session.when(.addAction("well.exists", action("New")))
        #expect(session.state.actions.map(\.action.id) == ["A2", "A4", "A3"])
    }

    @Test func `words of a plan are taken out with those of their question`() throws {
        var session = try Given(.addAction("well.exists", action("SECRET")))
        var changed = action("SECRET", id: "A1")
        changed.state = .done
        changed.outcome = "SECRET came of it"
        changed.measure = "SECRET measure"
        try session.when(.changeAction(changed))
        try session.when(.rewrite("well.exists", .action("A1"), "SECRET again"))
        let found = redaction(of: .question("well.exists"), in: session.events)
        let substitutes = try #require(found).instead
        #expect(substitutes.count == 3)
        #expect(substitutes.allSatisfy { !"\($0.what)".contains("SECRET") })
    }
}
