import Foundation
import TestSupport
import Testing

/// Half a day of a room of twelve, from the first ballot to the end, beside its wall.
///
/// The clock runs sixty times as fast, so that the two seconds behind a ballot are short, and jumps over the night.
@Suite(.serialized) struct `Half a day` {
    private static let people = 12
    private static let questions = 25

    private static func clock(_ moment: String) -> [String: String?] {
        [
            "LD_PRELOAD": "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
            "FAKETIME": "@\(moment) x60", "TZ": "UTC",
        ]
    }

    /// The key of each person on a question, most of whom see it in one way.
    private static func keys(_ question: Int, isRating: Bool) -> [String] {
        (0..<people).map { person in
            guard isRating else { return person < 10 ? "1" : "0" }
            switch question % 5 {
            case 0: return person < 6 ? "1" : "4"
            case 1: return person < 9 ? "3" : "2"
            case 2: return person < 10 ? "2" : "0"
            case 3: return "3"
            default: return person < 8 ? "2" : "3"
            }
        }
    }

    private func journal(_ canary: Canary, _ id: String) throws -> String {
        try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
    }

    /// Takes a ballot, and shows it.
    ///
    /// - Parameters:
    ///   - room: where the room is led.
    ///   - question: its number, which says how people see it.
    ///   - most: after how many ballots to stop, in the middle; nil for none.
    /// - Returns: what agrees on what most people see.
    /// - Throws: what a terminal does not come to show.
    @discardableResult
    private func ballot(
        _ room: RoomVisit, _ question: Int, stoppingAfter most: Int? = nil
    ) throws -> String {
        let terminal = room.terminal
        try terminal.send("bal\r")
        try terminal.settle { $0.beforeCursor.hasSuffix("0 of \(Self.people) have voted.") }
        let isRating = room.terminal.screen.contains("3: Established")
        let keys = Self.keys(question, isRating: isRating)
        for (number, key) in keys.prefix(most ?? keys.count).enumerated() {
            try terminal.send(key + "\r")
            let last = number + 1 == Self.people
            try terminal.settle(
                on: last ? "Show the vote now?" : "\(number + 1) of \(Self.people) have voted.")
            // Two seconds of the room's clock.
            Thread.sleep(forTimeInterval: 0.15)
        }
        guard most == nil else { return "" }
        try room.say("y")
        #expect(room.seen.contains("Don't know"), "\(question): \(room.seen)")
        return isRating ? "agr" : "agr y"
    }

    @Test(.timeLimit(.minutes(10)))
    func `of twelve people with twenty-five ballots, a crash and a night comes to its end`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "Titlezq")
                .outputText.trimmingCharacters(in: .newlines)
            let morning = Self.clock("2027-01-20 09:00:00")
            let setUp = try canary.run(
                "resume", id, "--plain", input: RoomVisit.setUp(Self.people), environment: morning)
            #expect(setUp.status == .exited(0))
            let wall = try canary.terminal("wall", id, rows: 50, columns: 100)
            try wall.settle(on: "Nobody speaks.")

            var room = try RoomVisit(canary, ["resume", id], environment: morning)
            for question in 1...Self.questions {
                if question == 9 {
                    try ballot(room, question, stoppingAfter: 5)
                    let tallies = try journal(canary, id).split(separator: "\"tally\"").count
                    try room.crash(in: id)
                    #expect(try journal(canary, id).split(separator: "\"tally\"").count == tallies)
                    #expect(room.seen.contains("pass the keypad round"), "\(room.seen)")
                }
                if question == 14 {
                    #expect(try room.quit() == .exited(0))
                    room = try RoomVisit(
                        canary, ["resume", id], environment: Self.clock("2027-01-21 09:00:00"))
                }
                let agreeing = try ballot(room, question)
                switch question {
                case 5, 15, 25:
                    // Two camps: the room votes once more, and sees it alike.
                    try room.say("revote")
                    try ballot(room, 3)
                    try wall.settle(on: "This is the second vote.")
                    try finish(room, "agr 3")
                case 7, 16:
                    try finish(room, "park the figures wordzq by head of quality 2027-03-01")
                case 20:
                    try room.say("note what was said, notezq")
                    try finish(room, "agr none")
                case 12:
                    try room.say("evidence corporate \"Board minutes refzq\" what it shows, showszq")
                    try room.say("concern worryzq")
                    try finish(room, agreeing)
                default: try finish(room, agreeing)
                }
            }
            try room.say("time")
            let used = try #require(room.seen.firstMatch(of: /(\d+) minutes? used/).flatMap { Int($0.1) })
            // The night is no part of the time.
            #expect(used < 600, "\(room.seen)")
            try room.say("read-back")
            #expect(room.seen.contains("notezq") && room.seen.contains("Parked for head of quality"))
            try room.say("close")
            for _ in 0..<4 where room.seen.hasSuffix(": ") || room.seen.contains("Closed") == false {
                guard !room.seen.contains("The workshop is closed") else { break }
                try room.say("yes")
            }
            #expect(try room.quit() == .exited(0))

            try wall.settle(on: "The workshop is closed.")
            try wall.send("q")
            #expect(try wall.waitForEnd() == .exited(0))
            let shown = wall.transcriptText.replacing(#/\u{1B}\[[0-9;?]*[A-Za-z]/#, with: " ")
            for word in ["zq", "scrutiny", "improvement board", "minutes left", "head of quality"] {
                #expect(!shown.contains(word), "the wall showed \(word)")
            }
            #expect(shown.contains("12 of \(Self.people)") && shown.contains("This is the second vote."))
            try check(canary, id)
        }
    }

    /// Ends a question, and says yes where the room is asked.
    private func finish(_ room: RoomVisit, _ line: String) throws {
        try room.say(line)
        for _ in 0..<2 where room.seen.contains("live with") && !room.seen.contains("Saved") {
            try room.say("yes")
        }
        #expect(room.seen.contains("Saved"), "\(line): \(room.seen)")
    }

    /// What is on the disk afterwards is sound, and no report gives a count or a vote away.
    private func check(_ canary: Canary, _ id: String) throws {
        #expect(try canary.run("verify", id).status == .exited(0))
        let holdsCounts = try journal(canary, id).contains(/"counts":\[[0,]*[1-9]/)
        #expect(!holdsCounts, "the counts were forgotten")
        for audience in ["full", "reviewers", "corporate", "public"] {
            let result = try canary.run("export", id, "--format", "json", "--audience", audience)
            #expect(result.status == .exited(0), "\(result.errorText)")
            let tellsCounts = result.outputText.contains("\"counts\" : [")
            #expect(!tellsCounts, "\(audience)")
            let tellsNotes = result.outputText.contains("notezq")
            #expect(tellsNotes == (audience != "public"), "\(audience)")
        }
    }
}
