import Instruments
import Sessions
import Testing

@Suite struct `Moving to another version` {
    @Test func `answers stay by their questions, and what no longer fits is set aside`() throws {
        var session = try Given(
            .well, .answer("well.grip", .rating(4)),
            .answer("well.dug", .date(CalendarDate(daysSince1970: 9))),
            .answer("people.count", .number(40)), .note("people.count", "Counted in May."),
            .answer("people.trades", .choices(["river", "lake"])), .answer("people.words", .text("Water.")))
        let plan = session.state.plan(for: Village.later)
        #expect(plan.setAside == ["well.grip", "people.count", "people.trades"])
        #expect(plan.reworded == ["people.words"])
        #expect(plan.added == ["people.school"])
        #expect(plan.kept == 3)
        let count = session.state.records["people.count"]
        try session.when(.migrate(to: Village.later))
        #expect(session.state.questionnaire == Village.later.questionnaire)
        #expect(session.state.pins == InstrumentPins(Village.later))
        #expect(session.state.response(to: "people.words") == .given(.text("Water.")))
        #expect(session.state.response(to: "well.grip") == nil)
        let left = session.state.leftBehind
        #expect(left.map(\.question.id) == plan.setAside)
        #expect(left.map(\.questionnaire.version) == ["1.0.0", "1.0.0", "1.0.0"])
        #expect(left.map(\.record).contains { $0 == count })
        #expect(session.state.position == "well.grip")
    }

    @Test func `a rating that a smaller scale still holds stays`() throws {
        let session = try Given(.well, .answer("well.grip", .rating(2)), .migrate(to: Village.later))
        #expect(session.state.response(to: "well.grip") == .given(.rating(2)))
        #expect(session.state.leftBehind.isEmpty)
    }

    @Test func `what was withheld stays so, whatever the later questions say of themselves`() throws {
        var sensitive = Village.set.questionnaire
        sensitive.version = "1.1.0"
        for area in sensitive.areas.indices {
            for place in sensitive.areas[area].questions.indices
            where sensitive.areas[area].questions[place].id == "people.words" {
                sensitive.areas[area].questions[place].isSensitive = true
            }
        }
        let between = InstrumentSet(questionnaire: sensitive, frameworks: Village.set.frameworks)
        var session = try Given(
            .well, .migrate(to: between), .answer("people.words", .text("Water.")),
            .answer("well.grip", .rating(4)), .setConfidential("well.grip", .level))
        let earlier = session.state
        try session.when(.migrate(to: Village.later))
        #expect(session.state.response(to: "people.words") == .given(.text("Water.")))
        // The rating is set aside, and whatever is answered in its place is as confidential.
        #expect(session.state.response(to: "well.grip") == nil)
        #expect(session.state.withheldQuestions == ["people.words", "well.grip"])
        let begun = Given().state
        let carried = begun.inheritance(from: earlier).first { $0.question == "people.words" }
        #expect(carried?.confidentiality == .level)
    }

    @Test func `nothing before the move can be taken back, and what comes after can`() throws {
        var session = try Given(.well, .title("Old"), .migrate(to: Village.later))
        #expect(throws: Rejection.nothingToUndo(sinceMigration: true)) { try session.when(.undo) }
        try session.when(.title("New"))
        try session.when(.undo)
        #expect(session.state.title == "Old")
        #expect(throws: Rejection.nothingToUndo(sinceMigration: true)) { try session.when(.undo) }
    }

    @Test func `a session does not move to where it is, nor to another questionnaire`() throws {
        var session = Given()
        #expect(throws: Rejection.nothingToMigrate) { try session.when(.migrate(to: Village.set)) }
        var other = Village.later.questionnaire
        other.id = "town"
        let town = InstrumentSet(questionnaire: other, frameworks: [])
        #expect(throws: Rejection.otherQuestionnaire("town")) { try session.when(.migrate(to: town)) }
    }

    @Test func `links stay, also those that join problems which nobody lists any more`() throws {
        var session = try Given(
            .link(Link(from: Reference("village", "dust"), to: Reference("village", "quarrels"), note: "so")))
        let bare = InstrumentSet(questionnaire: Village.later.questionnaire, frameworks: [])
        #expect(session.state.plan(for: bare).idleLinks == session.state.links)
        try session.when(.migrate(to: bare))
        #expect(session.state.links.count == 1)
    }

    @Test(arguments: 0..<100)
    func `whatever was recorded is there after the move, word for word`(seed: Int) throws {
        var session = Given()
        var commands = RandomCommands(seed: seed)
        for _ in 0..<40 { _ = try? session.when(commands.next(in: session.state)) }
        _ = try? session.when(.reopen(reason: "to move"))
        // Words that changed make an answer one to be confirmed, and nothing else of it another.
        func content(_ record: AnswerRecord) -> AnswerRecord {
            var record = record
            record.toConfirm = false
            return record
        }
        let before = session.state.records.filter { $0.value.hasContent }.mapValues(content)
        try session.when(.migrate(to: Village.later))
        var after = session.state.records.filter { $0.value.hasContent }.mapValues(content)
        for left in session.state.leftBehind { after[left.question.id] = left.record }
        #expect(after == before)
        for question in session.state.asked.questions {
            guard let response = session.state.response(to: question.id) else { continue }
            // What stayed is an answer that could be given now.
            #expect(throws: Never.self) { try session.when(.answer(question.id, response, note: nil)) }
        }
    }
}
