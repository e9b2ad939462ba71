import Disclosure
import Evaluation
import Foundation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// What a report says of a room, against rooms that voted otherwise.
struct RoomReportTests {
    private static let ids = (0..<6).map { Question.ID("a.q\($0)") }

    private static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1", title: "Q", feeds: [],
            areas: [
                Area(
                    id: "a", title: "Area",
                    questions: ids.enumerated().map { index, id in
                        Question(
                            id: id, text: "Question \(index)?",
                            kind: index == 5
                                ? .yesNo
                                : .rating(
                                    AnswerKind.Rating(
                                        scaleID: "s",
                                        scale: Scale(levels: ["a", "b", "c", "d"], metFrom: 3),
                                        descriptors: ["1.", "2.", "3.", "4."])))
                    })
            ]), frameworks: [])

    /// A vote of so many people, on a question of so many answers.
    private func vote(_ people: Int, on id: Question.ID, _ random: inout SplitMix) -> Tally {
        var counts = Array(repeating: 0, count: id == Self.ids[5] ? 2 : 4)
        var dontKnow = 0
        // Sometimes most do not know, so that few rated.
        let share = [0, 1, 9][Int(random.next() % 3)]
        for _ in 0..<people {
            if Int(random.next() % 10) < share {
                dontKnow += 1
            } else {
                counts[Int(random.next() % UInt64(counts.count))] += 1
            }
        }
        return Tally(counts: counts, dontKnow: dontKnow)
    }

    private func room(
        _ people: Int, _ share: VoteSharing, _ votes: [Question.ID: Tally]
    ) throws -> SessionState {
        let first = start(
            session: "s", title: "T", authority: nil, instruments: Self.instruments, as: .workshop,
            now: Timestamp(milliseconds: 0))
        guard case .started(let begun) = first.what else { throw CocoaError(.featureUnsupported) }
        var state = SessionState(begun, at: first.at, instruments: Self.instruments)
        var commands: [SessionCommand] = [
            .arrangeRoom(RoomArrangement(present: people)), .arrangeRoom(RoomArrangement(share: share)),
        ]
        for id in Self.ids {
            guard let tally = votes[id] else { continue }
            commands += [.tally(id, tally), .reveal(id)]
        }
        for command in commands {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        return state
    }

    /// Everything that any format is made of, and the formats that are text.
    private func reports(_ state: SessionState) throws -> [String] {
        let assessment = assess(state, for: .report)
        let formats: [ReportFormat] = [.json, .markdown, .html, .csv]
        var reports: [String] = []
        for audience in Audience.allCases {
            let pack = project(state, assessment, for: audience, now: Timestamp(milliseconds: 2))
            for format in formats {
                reports.append(String(decoding: try format.bytes(of: pack), as: UTF8.self))
            }
        }
        return reports
    }

    @Test func `of what is put off on a confidential answer not even a date is told`() throws {
        let id = Self.ids[0]
        let due = CalendarDate("2031-07-09")
        let action = Action(text: "SECRET task", role: "SECRET role", due: due)
        func packs(_ commands: [SessionCommand]) throws -> [Data] {
            var state = try room(8, .shape, [:])
            let always: [SessionCommand] = [
                .agree(id, Agreement(.given(.rating(3)), by: .consent), note: nil),
                .setConfidential(id, .words),
            ]
            for command in always + commands {
                for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                    apply(event, to: &state)
                }
            }
            let assessment = assess(state, for: .report)
            return try [Audience.reviewers, .public].map { audience in
                let pack = project(state, assessment, for: audience, now: Timestamp(milliseconds: 2))
                let bytes = try ReportFormat.json.bytes(of: pack)
                // Its id and the day of the last change differ from report to report.
                let text = String(decoding: bytes, as: UTF8.self)
                #expect(!text.contains("SECRET") && !text.contains("2031"))
                return Data(text.split(separator: "\n").filter { !$0.contains("\"id\" :") }.joined().utf8)
            }
        }
        #expect(try packs([.park(id, action)]).map(\.count) == packs([]).map(\.count))
    }

    @Test(arguments: 0..<120)
    func `a vote that is kept back could have been any other that is, and no report would differ`(seed: Int)
        throws
    {
        var random = SplitMix(seed: seed)
        let people = 5 + Int(random.next() % 12)
        let share = VoteSharing.allCases[seed % 3]
        var votes: [Question.ID: Tally] = [:]
        for id in Self.ids { votes[id] = vote(people, on: id, &random) }
        let told = try reports(room(people, share, votes))

        var others = votes
        for id in Self.ids {
            guard let tally = votes[id] else { continue }
            let told = ReleasedVote(tally, sharing: share)
            // Another vote of the same people of which just as much is told.
            for _ in 0..<200 {
                let other = vote(people, on: id, &random)
                let isAsTold = ReleasedVote(other, sharing: share) == told
                if isAsTold, other != tally { others[id] = other }
            }
        }
        #expect(try reports(room(people, share, others)) == told, "\(share) \(votes) \(others)")
    }

    /// How each of two votes was counted, how the room votes at last, and what the report says of it.
    @Test(
        arguments: [
            ([.slips, .slips], nil, "on slips of paper, which two people counted; votes were hidden"),
            ([.slips, .slips], .preWork, "on slips of paper, which two people counted; votes were hidden"),
            ([.cards, .cards], .slips, "by cards, held up at one time"),
            ([.slips, .cards], nil, "in part on slips of paper, in part by cards"),
            ([.slips, .preWork], nil, nil), ([.preWork, .preWork], nil, nil), ([nil, nil], .cards, nil),
            ([], .slips, nil), ([], .preWork, nil),
        ] as [([RoomArrangement.Voting?], RoomArrangement.Voting?, String?)])
    func `a report says how the room voted as it was when each vote was counted`(
        ways: [RoomArrangement.Voting?], last: RoomArrangement.Voting?, said: String?
    ) throws {
        var state = try room(9, .shape, [:])
        var commands: [SessionCommand] = []
        for (id, way) in zip(Self.ids, ways) {
            commands += [
                .arrangeRoom(RoomArrangement(voting: way)), .tally(id, Tally(counts: [0, 5, 4, 0])),
                .reveal(id),
            ]
        }
        for command in commands + [.arrangeRoom(RoomArrangement(voting: last))] {
            for event in try decide(command, state, now: Timestamp(milliseconds: 2)) {
                apply(event, to: &state)
            }
        }
        let pack = project(
            state, assess(state, for: .report), for: .full, now: Timestamp(milliseconds: 3))
        let sentences = try #require(pack.room?.sentences).filter {
            $0.hasPrefix("The room voted") || $0.hasPrefix("The room did not vote")
        }
        #expect(sentences.count == (said == nil ? 0 : 1))
        if let said { #expect(sentences.first?.contains(said) == true, "\(sentences)") }
    }

    @Test func `only a report tells a vote for the first time, for only that is on record`() throws {
        var state = try room(10, .counts, [Self.ids[0]: Tally(counts: [0, 5, 5, 0])])
        func counts(for purpose: Purpose) throws -> [Int]? {
            let pack = project(
                state, assess(state, for: purpose), for: .full, now: Timestamp(milliseconds: 2))
            return pack.areas?.first?.answers.first?.room?.counts
        }
        func shared() throws -> Double? {
            assess(state, for: .display).quality.first { $0.test == .shared }?.value
        }
        #expect(try counts(for: .display) == nil)
        #expect(try shared() == nil)
        #expect(try counts(for: .report) == [0, 5, 5, 0])
        let release = Release(pack: "p", audience: "full", format: "json", sha256: "")
        for event in try decide(.recordRelease(release), state, now: Timestamp(milliseconds: 3)) {
            apply(event, to: &state)
        }
        #expect(try counts(for: .display) == [0, 5, 5, 0])
        #expect(try shared() == 0)
    }

    @Test func `a word stands beside counts without a doubt that they take away`() throws {
        let state = try room(12, .counts, [Self.ids[0]: Tally(counts: [0, 0, 12, 0])])
        let words = try reports(state).joined()
        #expect(words.contains("The votes: together. Counts, highest level first: 4: 0, 3: 12"))
        let hidden = try reports(room(12, .shape, [Self.ids[0]: Tally(counts: [0, 0, 12, 0])])).joined()
        #expect(hidden.contains("together, but perhaps for one or a few"))
    }

    @Test func `what is left out is one thing, or more`() throws {
        let agreed = SessionCommand.agree(
            Self.ids[0], Agreement(.given(.rating(3)), by: .consent), note: nil)
        var state = try room(12, .shape, [:])
        for event in try decide(agreed, state, now: Timestamp(milliseconds: 1)) { apply(event, to: &state) }
        let pack = project(
            state, assess(state, for: .report), for: .public, now: Timestamp(milliseconds: 2))
        #expect(
            pack.leftOutDescription == "Left out: 1 answer and 5 questions not answered.", "\(pack.leftOut)")
    }

    @Test func `answers of an earlier session are not said to be what this room agreed`() throws {
        var state = try room(12, .shape, [:])
        let inherited = SessionEvent.Payload.AnswerEntry(
            question: Self.ids[1], response: .given(.rating(2)), note: nil, origin: .inherited)
        apply(
            SessionEvent(
                number: state.lastNumber + 1, at: Timestamp(milliseconds: 1),
                what: .answered([inherited], position: nil)), to: &state)
        #expect(try reports(state)[1].contains("1 of them is from an earlier session, and this room has not"))
        let agreed = SessionCommand.agree(
            Self.ids[1], Agreement(.given(.rating(2)), by: .consent), note: nil)
        for event in try decide(agreed, state, now: Timestamp(milliseconds: 1)) { apply(event, to: &state) }
        #expect(try !reports(state)[1].contains("from an earlier session"))
    }
}
