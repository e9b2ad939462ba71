import Instruments
import Testing

@testable import Sessions

@Suite struct `Measures of the plan` {
    private func day(_ number: Int) -> CalendarDate { CalendarDate(daysSince1970: 20_000 + number) }

    private func given(_ names: String...) throws -> Given {
        var session = Given()
        for name in names { try session.when(.setMeasure(Measure(name: name))) }
        return session
    }

    @Test func `are named in turn, and no name is given twice, undone or not`() throws {
        var session = try given("visits", "posts")
        #expect(session.state.measures.map(\.id) == ["M1", "M2"])
        try session.when(.undo)
        try session.when(.setMeasure(Measure(name: "calls")))
        #expect(session.state.measures.map(\.id) == ["M1", "M3"])
        try session.when(.removeMeasure("m1"))
        #expect(session.state.measures.map(\.name) == ["calls"])
        try session.when(.undo)
        #expect(session.state.measures.map(\.id) == ["M1", "M3"])
        try session.when(.redo)
        #expect(session.state.measures.map(\.id) == ["M3"])
    }

    @Test func `hold one value a day, in the order of the days`() throws {
        var session = try given("visits")
        func count(_ number: Double, _ number2: Int) throws {
            let held = try #require(session.state.measure(named: "M1"))
            try session.when(.setMeasure(held.counting(number, on: day(number2))))
        }
        try count(2, 5)
        try count(1, 3)
        try count(4, 5)
        #expect(session.state.measures[0].values.map(\.number) == [1, 4])
        #expect(session.state.measures[0].values.map(\.day) == [day(3), day(5)])
        #expect(throws: Rejection.nothingToChange("M1")) { try count(4, 5) }
        try session.when(.undo)
        #expect(session.state.measures[0].values.map(\.number) == [1, 2])
    }

    @Test func `are refused where they say nothing, are there already or are too many`() throws {
        var session = try given("visits")
        func refused(_ measure: Measure, _ why: Rejection) {
            #expect(throws: why) { try session.when(.setMeasure(measure)) }
        }
        refused(Measure(name: " "), .emptyText)
        refused(Measure(name: "n", unit: ""), .emptyText)
        refused(Measure(name: "Visits"), .measuredAlready("M1"))
        refused(Measure(id: "M2", name: "n"), .noSuchMeasure("M2"))
        #expect(throws: Rejection.noSuchMeasure("M2")) { try session.when(.removeMeasure("M2")) }
        let many = (0...Measure.mostValues).map { Measure.Value(day: day($0), number: 1) }
        refused(Measure(id: "M1", name: "n", values: many), .valuesFull("M1", most: Measure.mostValues))
        for number in 1..<Measure.most { try session.when(.setMeasure(Measure(name: "n\(number)"))) }
        refused(Measure(name: "one more"), .measuresFull(most: Measure.most))
        let long = Measure(name: String(repeating: "n", count: 16 * 1_024 + 1))
        try session.when(.removeMeasure("M1"))
        refused(long, .tooMuch(.names(most: 16 * 1_024)))
    }

    @Test func `take values behind a sign-off, and nothing else`() throws {
        var session = try given("visits")
        var held = try #require(session.state.measure(named: "M1")).counting(1, on: day(1))
        try session.when(.setMeasure(held))
        try session.when(.signOff(role: "chair"))
        held = held.counting(2, on: day(2))
        try session.when(.setMeasure(held))
        #expect(session.state.measures[0].values.count == 2)
        var other = held
        other.name = "calls"
        let others = [other, held.counting(9, on: day(1)), Measure(name: "new")]
        for measure in others {
            #expect(throws: Rejection.signedOff(role: "chair", at: .noon), "\(measure)") {
                try session.when(.setMeasure(measure))
            }
        }
        #expect(throws: Rejection.signedOff(role: "chair", at: .noon)) {
            try session.when(.removeMeasure("M1"))
        }
        #expect(session.state.asSignedOff(1)?.measures[0].values.count == 1)
    }

    @Test func `lose their words and with them their figures, and no other measure does`() throws {
        var session = Given()
        for name in ["SECRET visits", "posts"] {
            let measure = Measure(
                name: name, unit: "\(name) unit", source: "\(name) source",
                values: [.init(day: day(1), number: 7)], comparator: .init(name: "\(name) there", number: 8))
            try session.when(.setMeasure(measure))
        }
        let held = try #require(session.state.measure(named: "M1"))
        try session.when(.setMeasure(held.counting(9, on: day(2))))
        let place = try #require(WordsPlace("measure 1"))
        let found = try #require(redaction(of: place, in: session.events))
        #expect(found.instead.map(\.number) == [2, 4])
        for substitute in found.instead {
            #expect(substitute.what == .measureSet(Measure(id: "M1", name: .removedWords)))
        }
        let all = session.events.placedWords.filter { "\($0.place)".hasPrefix("measure") }
        #expect(all.map { "\($0.place)" } == ["measure 1", "measure 2"])
        #expect(all[0].words.allSatisfy { $0.hasPrefix("SECRET") } && all[0].words.count == 4)
    }

    @Test func `come over into the next session with their values, and are no change of it`() throws {
        var earlier = try given("visits", "posts")
        let held = try #require(earlier.state.measure(named: "M2"))
        try earlier.when(.setMeasure(held.counting(3, on: day(1))))
        try earlier.when(.removeMeasure("M1"))
        var next = Given()
        try next.when(.inherit([.init(question: "well.exists", response: .dontKnow)]))
        for command in SessionState.inheritedMeasures(from: earlier.state) { try next.when(command) }
        #expect(next.state.measures.map(\.id) == ["M1"] && next.state.measures[0].values.map(\.number) == [3])
        #expect(throws: Rejection.nothingToUndoSinceStart) { try next.when(.undo) }
    }
}
