import Disclosure
import Instruments
import Sessions
import Testing

@Suite struct `Undo and redo` {
    @Test(arguments: 0..<100)
    func `given any session, when a step is undone and redone, then it is as it was`(seed: Int) throws {
        var session = Given(as: seed % 2 == 0 ? .ordinary : .workshop)
        var commands = RandomCommands(seed: seed)
        for _ in 0..<40 {
            _ = try? session.when(commands.next(in: session.state))
            let before = session.content
            guard (try? session.when(.undo)) != nil else { continue }
            // A count of votes that is taken back is gone.
            guard session.events.last?.what.instead.isEmpty == true else { continue }
            try session.when(.redo)
            #expect(session.content == before)
        }
    }

    @Test(arguments: 0..<100)
    func `given any session, when all is undone, then it is as it started, and all can be redone`(seed: Int)
        throws
    {
        var session = Given(as: seed % 2 == 0 ? .ordinary : .workshop)
        let start = session.content
        var commands = RandomCommands(seed: seed)
        for _ in 0..<40 { _ = try? session.when(commands.next(in: session.state)) }
        _ = try? session.when(.reopen(reason: "to undo"))
        let end = session.content
        var undone = 0
        while (try? session.when(.undo)) != nil { undone += 1 }
        #expect(session.content == start)
        // All but the counts of votes, which are gone.
        let gone = session.events.suffix(undone).count { !$0.what.instead.isEmpty }
        for _ in 0..<(undone - gone) { try session.when(.redo) }
        guard gone > 0 else {
            #expect(session.content == end)
            return
        }
        #expect(session.content.records == end.records && session.content.title == end.title)
    }

    @Test(arguments: 0..<100)
    func `given any session, then its state is the fold of its events`(seed: Int) throws {
        var session = Given(as: seed % 2 == 0 ? .ordinary : .workshop)
        var commands = RandomCommands(seed: seed)
        for _ in 0..<60 { _ = try? session.when(commands.next(in: session.state)) }
        var folded = Given(as: seed % 2 == 0 ? .ordinary : .workshop).state
        for event in session.events.dropFirst() { apply(event, to: &folded) }
        #expect(Given.Content(folded) == session.content)
        #expect(folded.position == session.state.position)
        #expect(folded.lastNumber == session.events.count)
        #expect(session.events.map(\.number) == Array(1...session.events.count))
    }

    @Test func `given an undone step, when something else is done, then it cannot be redone`() throws {
        var session = try Given(.title("One"), .undo, .title("Two"))
        #expect(throws: Rejection.nothingToRedo) { try session.when(.redo) }
        #expect(session.state.title == "Two")
    }

    @Test func `given an undone step, when the walk only moves, then it can be redone`() throws {
        let session = try Given(.title("One"), .undo, .move(to: "people.words"), .redo)
        #expect(session.state.title == "One")
    }

    @Test func `given a new session, then there is nothing to undo or redo`() {
        var session = Given()
        #expect(throws: Rejection.nothingToUndo(sinceMigration: false)) { try session.when(.undo) }
        #expect(throws: Rejection.nothingToRedo) { try session.when(.redo) }
    }

    @Test func `what a session was started with is not taken back`() throws {
        var earlier = try Given(.well)
        try earlier.when(.addAction("well.exists", Action(text: "Dig", role: nil, due: nil)))
        try earlier.when(.setTheme("well.exists", "water", isOn: true))
        var session = Given()
        let entries = session.state.inheritance(from: earlier.state)
        for command in [.inherit(entries)] + session.state.inheritedWords(of: entries, from: earlier.state) {
            try session.when(command)
        }
        #expect(session.state.records["well.exists"]?.themes == ["water"])
        #expect(session.state.nextUndo == nil)
        #expect(throws: Rejection.nothingToUndoSinceStart) { try session.when(.undo) }
        try session.when(.title("Later"))
        try session.when(.undo)
        #expect(throws: Rejection.nothingToUndoSinceStart) { try session.when(.undo) }
        #expect(session.state.records["well.exists"]?.actions.count == 1)
    }

    @Test func `when an answer is undone, then the walk stands at its question`() throws {
        let session = try Given(.well, .undo)
        #expect(session.state.position == "well.exists")
        #expect(session.state.response(to: "well.exists") == nil)
    }

    @Test func `a note typed line by line is one change, and another note is another`() throws {
        var session = try Given(.well, .note("well.exists", "one"))
        let first = session.state.lastNumber
        try session.when(.addToNote("well.exists", "two", after: first))
        try session.when(.addToNote("well.exists", "three", after: first))
        #expect(session.state.records["well.exists"]?.note == "one\ntwo\nthree")
        try session.when(.addToNote("well.exists", "four", after: nil))
        try session.when(.undo)
        #expect(session.state.records["well.exists"]?.note == "one\ntwo\nthree")
        try session.when(.undo)
        #expect(session.state.records["well.exists"]?.note == nil)
        try session.when(.redo)
        #expect(session.state.records["well.exists"]?.note == "one\ntwo\nthree")
    }

    @Test func `a line that follows on something else begins a change of its own`() throws {
        var session = try Given(.well, .note("well.exists", "one"))
        let first = session.state.lastNumber
        try session.when(.title("Other"))
        try session.when(.addToNote("well.exists", "two", after: first))
        #expect(session.events.last?.what == .noteAdded("well.exists", "two"))
        try session.when(.undo)
        #expect(session.state.records["well.exists"]?.note == "one")
    }

    @Test func `what would change is told before it is done`() throws {
        var session = try Given(
            .well, .answer("well.exists", .given(.yesNo(false)), note: "so"), .title("Other"))
        guard case .title(let now, let then)? = session.state.nextUndo?.content else {
            Issue.record("no title")
            return
        }
        #expect(now == "Other" && then != "Other")
        try session.when(.undo)
        guard let change = session.state.nextUndo, case .answers(let answers, _) = change.content else {
            Issue.record("no answers")
            return
        }
        #expect(change.answers == 1)
        #expect(answers.map(\.question) == ["well.exists"])
        #expect(answers.first?.now?.response == .given(.yesNo(false)))
        #expect(answers.first?.then?.response == .given(.yesNo(true)))
        #expect(session.state.nextRedo != nil)
    }

    @Test func `an undo that would reach behind what cannot be taken back says so, whatever was done since`()
        throws
    {
        let release = Release(
            pack: "p", audience: "public", format: "csv", sha256: String(repeating: "0", count: 64))
        for lasting in [
            [SessionCommand.recordRelease(release)], [.signOff(role: "r"), .reopen(reason: "x")],
        ] {
            var session = try Given(.well)
            for command in lasting { try session.when(command) }
            try session.when(.title("Other"))
            #expect(session.state.lasting.isEmpty)
            try session.when(.undo)
            #expect(!session.state.lasting.isEmpty)
            try session.when(.redo)
            #expect(session.state.lasting.isEmpty)
        }
    }

    @Test func `what cannot be taken back is the last thing done until something else is`() throws {
        let release = Release(
            pack: "p", audience: "public", format: "csv", sha256: String(repeating: "0", count: 64))
        var session = try Given(.well, .recordRelease(release))
        #expect(session.state.lasting.map(\.what) == [.released(release)])
        try session.when(.undo)
        #expect(session.state.lasting.isEmpty)
        try session.when(.recordRelease(release))
        try session.when(.move(to: "people.words"))
        #expect(session.state.lasting.map(\.what) == [.released(release)])
        try session.when(.well)
        #expect(session.state.lasting.isEmpty)
        // Behind what is taken back it is the next that undo would pass over.
        try session.when(.undo)
        #expect(session.state.lasting.map(\.what) == [.released(release)])
    }

    @Test(arguments: 0..<100)
    func `given any session, then undo passes over nothing that it does not name`(seed: Int) throws {
        var session = Given(as: seed % 2 == 0 ? .ordinary : .workshop)
        var commands = RandomCommands(seed: seed)
        for _ in 0..<60 { _ = try? session.when(commands.next(in: session.state)) }
        _ = try? session.when(.reopen(reason: "to undo"))
        var named: Set<Int> = []
        while let step = session.state.nextUndo {
            named.formUnion(session.state.lasting.map { $0.number })
            let passed = session.events.filter { $0.what.isLasting && $0.number > step.number }
            // What came and was passed over before the change was made again was named then.
            let isNamed = passed.allSatisfy { event in
                named.contains(event.number)
                    || session.events.contains { later in
                        if case .undone(let undone, _, _) = later.what, later.number > event.number {
                            return undone < event.number
                        }
                        return false
                    }
            }
            #expect(isNamed, "\(passed.map(\.what))")
            try session.when(.undo)
        }
    }

    @Test func `how a room is set up stays, and undo says so`() throws {
        var session = Given(as: .workshop)
        try session.when(.arrangeRoom(RoomArrangement(present: 6)))
        try session.when(.note("well.grip", "bob said so"))
        try session.when(.withdrawWords("well.grip"))
        try session.when(.arrangeRoom(RoomArrangement(present: 12)))
        #expect(session.state.lasting.map(\.what) == [.roomArranged(RoomArrangement(present: 12))])
        try session.when(.tally("well.exists", Tally(counts: [6, 6])))
        #expect(session.state.lasting.isEmpty)
        try session.when(.reveal("well.exists"))
        #expect(session.state.lasting.map(\.what) == [.revealed("well.exists")])
    }
}
