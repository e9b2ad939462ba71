import Disclosure
import Evaluation
import Instruments
import Sessions
import TestSupport
import Testing

@Suite struct `What leaves the room` {
    @Test func `of a vote is nothing of fewer than five, and a word that hides whoever is alone`() {
        #expect(ReleasedVote(Tally(counts: [0, 2, 2, 0]), sharing: .counts) == .withheld(.fewRated))
        #expect(ReleasedVote(Tally(counts: [0, 9, 9, 0]), sharing: .agreed) == .withheld(.notShared))
        for (counts, word) in [
            ([0, 0, 0, 6], ReleasedVote.Word.together), ([0, 0, 1, 5], .together), ([1, 0, 0, 5], .together),
            ([0, 0, 3, 3], .apart), ([0, 2, 4, 2], .apart), ([3, 0, 0, 3], .apart),
            ([4, 0, 0, 4], .twoCamps),
        ] {
            let told = ReleasedVote(Tally(counts: counts), sharing: .shape)
            #expect(told == .votes(word, counts: nil, dontKnow: .few), "\(counts)")
        }
    }

    @Test func `of counts are only those that are nobody, or five and more`() {
        func counts(_ tally: Tally) -> [Int]? {
            guard case .votes(_, let counts, _) = ReleasedVote(tally, sharing: .counts) else {
                return nil
            }
            return counts
        }
        #expect(counts(Tally(counts: [0, 5, 5, 0])) == [0, 5, 5, 0])
        #expect(counts(Tally(counts: [0, 0, 0, 8])) == [0, 0, 0, 8])
        #expect(counts(Tally(counts: [0, 0, 0, 7])) == nil)
        #expect(counts(Tally(counts: [0, 4, 4, 0])) == nil)
        #expect(counts(Tally(counts: [1, 6, 6, 0])) == nil)
        #expect(counts(Tally(counts: [0, 5, 5, 0], dontKnow: 4, notApplicable: 1)) == nil)
        #expect(counts(Tally(counts: [0, 5, 5, 0], dontKnow: 5)) == [0, 5, 5, 0])
    }

    @Test func `in the room is nothing of fewer than four, nor of fewer than five who answered alone`() {
        func counts(_ counts: [Int], dontKnow: Int = 0, isPreWork: Bool = false) -> ShownVote {
            ShownVote(Tally(counts: counts, dontKnow: dontKnow), isPreWork: isPreWork)
        }
        #expect(counts([1, 0, 0, 1]) == .tooFew(isMostlyUnknown: false))
        #expect(counts([1, 1, 0, 1]) == .tooFew(isMostlyUnknown: false))
        #expect(counts([1, 1, 1, 1]).tally?.counts == [1, 1, 1, 1])
        #expect(counts([1, 1, 1, 1], isPreWork: true) == .tooFew(isMostlyUnknown: false))
        #expect(counts([1, 0, 0, 1], dontKnow: 1) == .tooFew(isMostlyUnknown: false))
        #expect(counts([1, 0, 0, 1], dontKnow: 9) == .tooFew(isMostlyUnknown: true))
    }

    private static let id: Question.ID = "a.q"
    private static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1", title: "Q", feeds: [],
            areas: [
                Area(
                    id: "a", title: "A",
                    questions: [
                        Question(
                            id: id, text: "Q?",
                            kind: .rating(
                                AnswerKind.Rating(
                                    scaleID: "s", scale: Scale(levels: ["a", "b", "c", "d"], metFrom: 3),
                                    descriptors: [])))
                    ])
            ]), frameworks: [])

    @Test(arguments: 0..<300)
    func `of two reports never differs by fewer than five people`(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let first = start(
            session: "s", title: "T", authority: nil, instruments: Self.instruments, as: .workshop,
            now: Timestamp(milliseconds: 0))
        guard case .started(let begun) = first.what else { return }
        var state = SessionState(begun, at: first.at, instruments: Self.instruments)
        var told: [(ReleasedVote, Tally)] = []
        for _ in 0..<120 {
            let present = state.room?.arrangement.present ?? 0
            let command: SessionCommand
            switch random.next() % 9 {
            case 0: command = .arrangeRoom(RoomArrangement(present: Int(4 + random.next() % 12)))
            case 1:
                command = .arrangeRoom(
                    RoomArrangement(share: [.agreed, .shape, .counts][Int(random.next() % 3)]))
            case 2, 3:
                var counts = [0, 0, 0, 0, 0]
                for _ in 0..<present { counts[Int(random.next() % 5)] += 1 }
                command = .tally(Self.id, Tally(counts: Array(counts[..<4]), dontKnow: counts[4]))
            case 4, 5: command = .reveal(Self.id)
            case 6: command = .callSecondVote(Self.id)
            case 7: command = .undo
            default:
                if let answer = state.releasedVote(on: Self.id, for: .report),
                    answer != .withheld(.notShared),
                    let tally = state.room?.releasableTally(of: Self.id)
                {
                    told.append((answer, tally))
                }
                command = .recordRelease(Release(pack: "p", audience: "full", format: "json", sha256: ""))
            }
            guard let events = try? decide(command, state, now: Timestamp(milliseconds: 1)) else { continue }
            for event in events { apply(event, to: &state) }
        }
        for (answer, tally) in told {
            if case .votes = answer { #expect(tally.ratings >= 5) } else { #expect(tally.ratings < 5) }
            if case .votes(_, _?, _) = answer {
                #expect(tally.ratings >= 8)
                let cells = tally.counts + [tally.dontKnow, tally.notApplicable]
                #expect(cells.allSatisfy { $0 == 0 || $0 >= 5 })
            }
            // Whoever holds two reports can take one from the other; what is left is of nobody, or of five.
            for (_, other) in told { #expect(other == tally || tally.changed(to: other) >= 5) }
        }
    }
}
