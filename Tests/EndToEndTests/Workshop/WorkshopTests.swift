import Foundation
import TestSupport
import Testing

/// Half a day of twelve people, and what leaves their room.
struct WorkshopTests {
    private struct Done {
        var votes: [String] = []
        var revotes = 0
        var parked = 0
        var notAgreed = 0
        var questions = 0
    }

    /// Votes of twelve whose shapes follow one another; those of few ratings are among them.
    private static let tallies = [
        "0 0 12 0", "0 2 10 0", "0 6 6 0", "1 5 0 4 d2", "0 3 6 3", "1 0 11 0", "0 1 2 0 d9", "0 2 2 0 d4 n4",
        "6 0 0 6", "0 5 7 0", "2 4 0 6", "0 4 3 0 d5",
    ]

    private func lead(_ room: RoomVisit, in session: String, _ done: inout Done) throws {
        // What is on the screen says what is asked; nobody knows the questionnaire here.
        while done.questions < 55 {
            done.questions += 1
            let shown = room.seen
            guard shown.contains("Think alone, then vote.") else {
                try room.say(
                    shown.contains(":agree") ? ":agree na It does not arise." : "agree na It does not arise.")
                #expect(room.seen.contains("Can everyone live with"), "\(room.seen)")
                try room.say("yes")
                continue
            }
            switch done.questions {
            case 10, 20, 30:
                try room.say("park the figures by head of quality 2026-12-15")
                // An agreement has just brought the question up, and nothing was done on it yet.
                if room.seen.contains("Do these words go with it?") { try room.say("yes") }
                done.parked += 1
                continue
            case 15, 25:
                try room.say("agree none")
                done.notAgreed += 1
                continue
            default: break
            }
            if shown.contains("how many said yes") {
                try vote("9 3", room)
                try room.say("agree yes by consent")
                continue
            }
            let tally = Self.tallies[done.questions % Self.tallies.count]
            done.votes.append(tally)
            try room.say("tally \(tally)")
            #expect(room.seen.contains("12 slips"), "\(room.seen)")
            if done.questions == 28 {
                try room.crash(in: session)
                #expect(room.seen.contains("counted and not shown yet: type reveal"), "\(room.seen)")
            }
            try room.say("reveal")
            try room.say("yes")
            if room.seen.contains("Type revote"), done.revotes < 14 {
                done.revotes += 1
                try room.say("revote")
                if done.revotes == 9 {
                    try room.crash(in: session)
                    #expect(room.seen.contains("not counted yet: type tally"), "\(room.seen)")
                }
                try vote("0 9 3 0", room)
            }
            if done.questions % 9 == 0 { try room.say("other-view a few 3 the audits show more") }
            try room.say("agree 2 by \(done.questions % 4 == 0 ? "a majority" : "consent")")
            #expect(room.seen.contains("Saved: 2"), "\(room.seen)")
            if done.questions % 9 == 0 { try room.say("again") }
        }
    }

    private func vote(_ tally: String, _ room: RoomVisit) throws {
        try room.say("tally \(tally)")
        try room.say("reveal")
        try room.say("yes")
    }

    @Test(.timeLimit(.minutes(5)))
    func `half a day is led at the keyboard, through crashes, and its pack tells of nobody`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try RoomVisit(canary, "start", "leadership", "--workshop", "--title", "Room")
            for reply in ["12", "240", "slips", "counts", "yes", "no", "yes"] { try room.say(reply) }
            try room.say("goto political-support")
            var done = Done()
            try lead(room, in: "Room", &done)
            #expect(done.revotes == 14 && done.parked == 3 && done.notAgreed == 2)
            try room.say("read-back")
            try room.say("triage")
            #expect(try room.quit() == .exited(0))

            let id = try #require(
                (canary.json("list")["sessions"] as? [[String: Any]])?.first?["id"] as? String)
            #expect(try canary.run("verify", id).status == .exited(0))
            try check(canary, id, done)
        }
    }

    private func check(_ canary: Canary, _ id: String, _ done: Done) throws {
        // Before any report has told of a vote, nothing else does.
        let shown = try canary.run("show", id).outputText
        #expect(shown.contains("Agreed by consent") && shown.contains("No report has told them yet"))
        #expect(!shown.contains("Counts, highest level first") && !shown.contains("The votes: "))
        let evaluated = try canary.run("evaluate", id).outputText
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(evaluated.contains("of its votes nothing may be told") && !evaluated.contains("lie apart"))
        for audience in ["reviewers", "full"] {
            let text = try canary.run("export", id, "--format", "json", "--audience", audience).outputText
            let pack = try #require(
                JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            let areas = pack["areas"] as? [[String: Any]] ?? []
            let rooms = areas.flatMap { $0["answers"] as? [[String: Any]] ?? [] }
                .compactMap { $0["room"] as? [String: Any] }
            #expect(rooms.filter { $0["parked"] != nil }.count == done.parked)
            #expect(rooms.filter { $0["agreement"] as? String == "not-agreed" }.count == done.notAgreed)
            // That there was a second vote would say that the first lay apart.
            #expect(done.revotes > 0 && rooms.allSatisfy { [0, 1].contains($0["votes"] as? Int) })
            for room in rooms {
                if let counts = room["counts"] as? [Int] {
                    #expect(counts.reduce(0, +) >= 8 && counts.allSatisfy { $0 == 0 || $0 >= 5 }, "\(counts)")
                    #expect(room["withheld"] == nil)
                }
                if room["withheld"] != nil { #expect(room["shape"] == nil && room["dontKnow"] == nil) }
            }
            // Votes of three or four ratings are withheld, whoever reads the report.
            let few = done.votes.filter { $0 == "0 1 2 0 d9" || $0 == "0 2 2 0 d4 n4" }.count
            #expect(rooms.filter { $0["withheld"] as? String == "few-rated" }.count >= few - 14)
            #expect(rooms.contains { $0["withheld"] as? String == "few-rated" })
            #expect(rooms.contains { $0["counts"] != nil })
            let rated = rooms.filter { ($0["counts"] as? [Int])?.count == 4 }.count
            for format in ["markdown", "html", "csv"] {
                let report = try canary.run("export", id, "--format", format, "--audience", audience)
                    .outputText
                let count = report.ranges(of: "Counts, highest level first").count
                #expect(count == (format == "csv" ? rated : 2 * rated), "\(format)")
            }
        }
        let open = try canary.run("export", id, "--format", "json", "--audience", "public").outputText
        #expect(!open.contains("\"room\"") && !open.contains("the audits show more"))
        // Nothing of the votes is in what the other commands tell of a session.
        for command in [["show"], ["verify"], ["list"], ["evaluate"]] {
            let result = try PipedProcess.run(
                Canary.path, command + (command == ["list"] ? [] : [id]) + ["--sessions", canary.folder],
                input: "")
            #expect(!result.outputText.contains("tally") && !result.outputText.contains("12 slips"))
        }
        // The history says that there was a vote, and not how it went.
        let walk = try canary.run("resume", id, input: "history political-support.leader-accepts\nquit\n")
            .outputText
        let history = walk.split(separator: "\n").filter { $0.hasPrefix("- ") }.map(String.init)
        #expect(history.contains { $0.hasSuffix("a vote was counted") })
        for line in history where line.contains("vote") {
            #expect(
                ["a vote was counted", "the room saw the vote", "a second vote was called", "people vote"]
                    .contains { line.contains($0) }, "\(line)")
        }
        // The journal has counts and nothing that tells one slip from another.
        let journal = try String(contentsOfFile: canary.journal(of: id), encoding: .utf8)
        for line in journal.split(separator: "\n") {
            for word in ["ballot", "slip\"", "voter", "person", "seat", "order"] {
                #expect(!line.contains("\"\(word)"), "\(word) in \(line)")
            }
        }
        for line in journal.split(separator: "\n") where line.contains("\"type\":\"voted\"") {
            let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            let body = event?["body"] as? [String: Any]
            #expect(body?.keys.sorted() == ["question", "tally"])
            let tally = body?["tally"] as? [String: Any]
            #expect(tally?.keys.sorted() == ["counts", "dontKnow", "notApplicable"])
        }
    }

    @Test func `a count that is mended after a report does not tell who was miscounted`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "T")
                .outputText
                .trimmingCharacters(in: .whitespacesAndNewlines)
            func votes() throws -> [String: Any]? {
                let text = try canary.run("export", id, "--format", "json").outputText
                let pack = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
                let areas = pack?["areas"] as? [[String: Any]] ?? []
                let area = areas.first { $0["id"] as? String == "political-support" }
                return (area?["answers"] as? [[String: Any]])?.first?["room"] as? [String: Any]
            }
            func lead(_ lines: String...) throws {
                let result = try canary.run(
                    "resume", id, "--strict", input: lines.joined(separator: "\n") + "\nquit\n")
                #expect(result.status == .exited(0), "\(result.errorText)")
            }
            try lead("present 12", "goto political-support", "room share counts", "tally 0 6 6 0", "reveal")
            #expect(try votes()?["counts"] as? [Int] == [0, 6, 6, 0])
            // The report cannot be taken back, so that undo asks before it goes behind it.
            try lead("undo", "yes", "tally 0 7 5 0", "reveal")
            #expect(try votes()?["counts"] as? [Int] == [0, 6, 6, 0])
            let report = try canary.run("export", id, "--format", "markdown").outputText
            #expect(report.contains("what that report told is repeated"))
        }
    }

    @Test func `a report that cannot be put on record does not leave the room`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try RoomVisit(canary, "start", "leadership", "--workshop", "--title", "Room")
            try room.say("present 12")
            try room.say("goto political-support")
            try room.say("tally 0 1 4 7")
            let id = try #require(
                (canary.json("list")["sessions"] as? [[String: Any]])?.first?["id"] as? String)
            let refused = try canary.run("export", id, "--format", "json")
            #expect(refused.status == .exited(74) && refused.outputText.isEmpty, "\(refused.errorText)")
            #expect(
                try canary.run("export", id, "--format", "json", "--audience", "public").status == .exited(0))
            #expect(try room.quit() == .exited(0))
            #expect(try canary.run("export", id, "--format", "json").status == .exited(0))
        }
    }

    @Test func `what one report says of all questions tells nothing of a vote that is kept back`() throws {
        try Canary.inTemporaryFolder { canary in
            // Of everyone's votes but one person's nothing differs; the reports must not either.
            var reports: Set<String> = []
            for level in 0..<4 {
                let one = (0..<4).map { $0 == level ? "1" : "0" }.joined(separator: " ")
                let id = try canary.run(
                    "start", "leadership", "--workshop", "--no-walk", "--title", "T\(level)"
                ).outputText.trimmingCharacters(in: .whitespacesAndNewlines)
                try canary.run(
                    "resume", id,
                    input: """
                        present 12
                        goto political-support
                        room share counts
                        tally 6 0 0 6
                        reveal
                        agree 4
                        tally \(one) d11
                        reveal
                        other-view a few \(level + 1) so we see it
                        agree none
                        tally 0 0 11 1
                        reveal
                        agree 3
                        quit

                        """)
                let text = try canary.run("export", id, "--format", "json").outputText
                let pack = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
                let areas = pack["areas"] as? [[String: Any]] ?? []
                let rooms = areas.flatMap { $0["answers"] as? [[String: Any]] ?? [] }.compactMap {
                    $0["room"]
                }
                let whole: [String: Any] = ["rooms": rooms, "room": pack["room"] ?? 0]
                reports.insert(
                    String(
                        decoding: try JSONSerialization.data(withJSONObject: whole, options: .sortedKeys),
                        as: UTF8.self))
            }
            #expect(reports.count == 1)
        }
    }

    @Test func `slips have a box for each answer, and of answers nothing`() throws {
        try Canary.inTemporaryFolder { canary in
            try canary.run("start", "leadership", "--workshop", "--no-walk", "--title", "T")
            let refused = try canary.run("slips", "T")
            #expect(refused.status == .exited(1))
            #expect(refused.errorText.contains("nobody has said how many people vote"))
            try canary.run(
                "resume", "T",
                input: "present 7\nroom welsh no\ngoto political-support\nagree 3 so we said\nquit\n")
            let page = try canary.run("slips", "T", "--area", "political-support").outputText
            // Two questions of the area are for somebody alone.
            #expect(page.ranges(of: "class=\"slip\"").count == 7 * 6)
            // A sheet is one person's, and its levels run as the counts are typed.
            #expect(page.ranges(of: "class=\"slips\"").count == 7)
            let first = try #require(page.firstRange(of: "1 Not in place"))
            let last = try #require(page.firstRange(of: "4 Embedded"))
            #expect(first.lowerBound < last.lowerBound)
            let cards = try canary.run("slips", "T", "--cards", "--people", "12").outputText
            #expect(cards.ranges(of: "class=\"slip card\"").count == 12 * 6)
            #expect(cards.ranges(of: "class=\"slips\"").count <= 10)
            #expect(
                cards.contains("Not in place") && cards.contains("or: Yes")
                    && cards.contains("Not applicable"))
            let whole = try canary.run("slips", "T", "--people", "12").outputText
            #expect(whole.ranges(of: "class=\"slips\"").count <= 60)
            #expect(page.contains("script-src &#39;none&#39;") && !page.contains("<script"))
            #expect(!page.contains("so we said"))
            let other = try canary.run("slips", "T", "--area", "zzz")
            #expect(other.status == .exited(1) && other.errorText.contains("there is no area"))
            try canary.run("start", "leadership", "--no-walk", "--title", "Alone")
            #expect(try canary.run("slips", "Alone").errorText.contains("the session is no workshop"))
        }
    }
}
