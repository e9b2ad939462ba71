import Disclosure
import Evaluation
import Foundation
import Instruments
import Reports
import Sessions
import Testing

/// What can be proved by looking at every vote that there can be.
@Suite struct `Of every vote` {
    /// Every tally of so many ratings on four levels.
    private static func tallies(_ people: Int, dontKnow: Int = 0, notApplicable: Int = 0) -> [Tally] {
        (0...people).flatMap { first in
            (0...(people - first)).flatMap { second in
                (0...(people - first - second)).map { third in
                    Tally(
                        counts: [first, second, third, people - first - second - third], dontKnow: dontKnow,
                        notApplicable: notApplicable)
                }
            }
        }
    }

    /// Every tally of so many people, those who gave no rating among them, with one blank slip in it or none.
    private static func rooms(_ people: Int) -> [Tally] {
        func rooms(_ people: Int) -> [Tally] {
            (0...people).flatMap { dontKnow in
                (0...(people - dontKnow)).flatMap { other in
                    tallies(people - dontKnow - other, dontKnow: dontKnow, notApplicable: other)
                }
            }
        }
        return rooms(people)
            + rooms(people - 1).map { tally in
                var tally = tally
                tally.blank = 1
                return tally
            }
    }

    /// What an outsider knows by what is told, and each person in the room by that and by their own ballot.
    private struct Knowledge: Hashable {
        var told: String
        var own: Int?
    }

    @Test(arguments: 1...20)
    func `no ballot has a single level that it could be, for anybody who reads the word`(people: Int) {
        // Of whatever is known: the cells that somebody else's ballot could be in.
        var possible: [Knowledge: Set<Int>] = [:]
        // Beyond twelve people only ratings; how many did not know is told as a band alone.
        for tally in people <= 12 ? Self.rooms(people) : Self.tallies(people) {
            guard case .votes(let word, nil, let band) = ReleasedVote(tally, sharing: .shape) else {
                #expect(tally.ratings < 5)
                continue
            }
            #expect(tally.ratings >= 5 && word != nil)
            let told = "\(word.map(\.rawValue) ?? "") \(band.rawValue)"
            let cells = tally.counts + [tally.dontKnow, tally.notApplicable, tally.blank]
            for own in [nil] + cells.indices.filter({ cells[$0] > 0 }).map(Optional.some) {
                var others = cells
                if let own { others[own] -= 1 }
                possible[Knowledge(told: told, own: own), default: []]
                    .formUnion(others.indices.filter { others[$0] > 0 })
            }
        }
        for (knowledge, cells) in possible { #expect(cells.count > 1, "\(people): \(knowledge) \(cells)") }
        #expect(people < 5 || !possible.isEmpty)
    }

    @Test(arguments: 1...12)
    func `a count that is told is of nobody or of five and more`(people: Int) {
        for tally in Self.rooms(people) {
            guard case .votes(_, let counts?, _) = ReleasedVote(tally, sharing: .counts) else {
                continue
            }
            #expect((counts + [tally.dontKnow, tally.notApplicable]).allSatisfy { $0 == 0 || $0 >= 5 })
            #expect(tally.ratings >= 8)
        }
    }

    @Test(arguments: 1...12)
    func `one whose counts are forgotten tells the same word and nothing else`(people: Int) {
        for tally in Self.rooms(people) {
            let left = Tally(counts: [0, 0, 0, 0], forgotten: ForgottenVote(tally))
            for share in VoteSharing.allCases {
                switch (ReleasedVote(tally, sharing: share), ReleasedVote(left, sharing: share)) {
                case (.withheld(let before), .withheld(let after)): #expect(before == after)
                case (.votes(let before, _, _), .votes(let after, let counts, let band)):
                    #expect(before == after && counts == nil && band == .few)
                case (let before, let after): Issue.record("\(tally): \(before) and \(after)")
                }
            }
            #expect(ShownVote(left, isPreWork: false).tally == nil)
        }
    }

    @Test func `two that are told one after the other are the same, or five people apart`() {
        let all = Self.tallies(8)
        for first in all {
            for second in all {
                guard VoteDifferencing.releasable(second, released: [first]) == second else {
                    continue
                }
                #expect(first == second || first.changed(to: second) >= 5)
            }
        }
    }

    @Test(arguments: [5, 6, 7, 8, 10])
    func `reports that tell the same word are the same, so that no guess at a ballot is better`(people: Int)
        throws
    {
        for share in VoteSharing.allCases {
            var reports: [String: Set<String>] = [:]
            for tally in Self.tallies(people) {
                let told = ReleasedVote(tally, sharing: share)
                let state = try Self.room(people, share, tally)
                let pack = project(
                    state, assess(state, for: .report), for: .full, now: Timestamp(milliseconds: 2))
                reports["\(told)", default: []].insert(
                    String(decoding: try ReportFormat.json.bytes(of: pack), as: UTF8.self))
            }
            for (told, texts) in reports { #expect(texts.count == 1, "\(share) \(told)") }
        }
    }

    @Test func `reports after a second vote tell nothing of the first, nor of what lies between them`() throws
    {
        let all = Self.tallies(5)
        let firsts = all.filter { VoteShape($0)?.allowsSecondVote == true }
        for second in all.enumerated().filter({ $0.offset % 5 == 0 }).map(\.element) {
            var reports: Set<String> = []
            for first in firsts.enumerated().filter({ $0.offset % 5 == 0 }).map(\.element) {
                let state = try Self.room(5, .shape, first, then: second)
                let pack = project(
                    state, assess(state, for: .report), for: .full, now: Timestamp(milliseconds: 2))
                reports.insert(String(decoding: try ReportFormat.json.bytes(of: pack), as: UTF8.self))
            }
            #expect(reports.count == 1, "\(second)")
        }
    }

    /// Whoever reads two reports cannot tell a room in which a few gave way from one in which nobody did, nor a second
    /// vote that nobody has seen yet from another.
    @Test(arguments: [VoteSharing.shape, .counts])
    func `a report after a change of a few is as one after no change`(share: VoteSharing) throws {
        let all = Self.rooms(6).enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
        let release = Release(pack: "p", audience: "full", format: "json", sha256: "")
        func report(_ state: SessionState) -> ReleasedVote? { state.releasedVote(on: Self.id, for: .report) }
        var fewChanged = 0
        for first in all {
            let before = try Self.voted(6, share, first)
            let told = report(before)
            let spoken = try Self.after([.recordRelease(release)], before)
            guard let called = try? Self.after([.callSecondVote(Self.id)], spoken) else { continue }
            #expect(report(called) == told)
            for second in all where first.changed(to: second) < 5 {
                let counted = try Self.after([.tally(Self.id, second)], called)
                #expect(report(counted) == told, "\(first) \(second)")
                #expect(report(try Self.after([.reveal(Self.id)], counted)) == told, "\(first) \(second)")
                fewChanged += 1
            }
            // Where no report has spoken of the first vote, nothing is told of it once a second one is called.
            let unspoken = try Self.after([.callSecondVote(Self.id)], before)
            #expect(unspoken.releasedVote(on: Self.id, for: .report) == .withheld(.secondVote))
        }
        #expect(fewChanged > 100)
    }

    @Test(arguments: 1...3)
    func `of fewer than four ratings the room's order of work is the same, whatever they were`(ratings: Int)
        throws
    {
        for dontKnow in [0, 1, 9] {
            var seen: Set<String> = []
            for tally in Self.tallies(ratings, dontKnow: dontKnow) where tally.people > 1 {
                let state = try Self.room(tally.people, .shape, tally)
                let items = triage(state).map {
                    "\($0.question) \($0.reason) \($0.minutes) \($0.tally == nil)"
                }
                seen.insert("\(items) \(state.decidingDisagreements())")
            }
            #expect(seen.count <= 1)
        }
    }

    private static let id: Question.ID = "a.q0"
    private static let rating = AnswerKind.rating(
        AnswerKind.Rating(
            scaleID: "s", scale: Scale(levels: ["a", "b", "c", "d"], metFrom: 3),
            descriptors: ["1.", "2.", "3.", "4."]))
    private static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1", title: "Q", feeds: [],
            areas: [
                Area(
                    id: "a", title: "Area",
                    questions: (0..<2).map {
                        Question(id: Question.ID("a.q\($0)"), text: "Question \($0)?", kind: rating)
                    })
            ]), frameworks: [])

    /// A room that voted so, agreed on level 3, and noted at the lowest level that somebody chose what some see.
    private static func room(
        _ people: Int, _ share: VoteSharing, _ tally: Tally, then second: Tally? = nil
    ) throws -> SessionState {
        let again = second.map { [SessionCommand.callSecondVote(id), .tally(id, $0), .reveal(id)] } ?? []
        return try after(
            again + [
                .agree(id, Agreement(.given(.rating(3)), by: .majority), note: nil),
                .recordOtherView(id, OtherView(text: "We saw less.", size: .few, level: tally.span?.low)),
            ], voted(people, share, tally))
    }

    /// A room that has seen its first vote.
    private static func voted(
        _ people: Int, _ share: VoteSharing, _ tally: Tally
    ) throws -> SessionState {
        let first = start(
            session: "s", title: "T", authority: nil, instruments: instruments, as: .workshop,
            now: Timestamp(milliseconds: 0))
        guard case .started(let begun) = first.what else { throw CocoaError(.featureUnsupported) }
        return try after(
            [.arrangeRoom(RoomArrangement(present: people, share: share)), .tally(id, tally), .reveal(id)],
            SessionState(begun, at: first.at, instruments: instruments))
    }

    private static func after(_ commands: [SessionCommand], _ state: SessionState) throws -> SessionState {
        var state = state
        for command in commands {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        return state
    }
}
