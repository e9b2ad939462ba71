import Instruments
import Sessions
import TestSupport
import Testing

@Suite struct `Reviews on file` {
    private static let ann = String(repeating: "a", count: 32)
    private static let bob = String(repeating: "b", count: 32)

    /// A session whose report `p` left.
    private func session() throws -> Given {
        var session = Given()
        try session.when(.well)
        try session.when(
            .recordRelease(Release(pack: "p", audience: "reviewers", format: "html", sha256: "")))
        return session
    }

    private func review(
        _ file: String, by reviewer: String? = nil, pack: String = "p", role: String = "lead peer",
        day: Int = 20_000, comment: String = "Seen otherwise."
    ) -> Review {
        Review(
            id: file, reviewer: reviewer, pack: pack, role: role, date: CalendarDate(daysSince1970: day),
            entries: [
                Review.Entry(
                    question: "well.exists", verdict: .challenge, own: .yesNo(false), comment: comment)
            ])
    }

    @Test func `the same review in other bytes is recognised`() throws {
        var session = try session()
        try session.when(.fileReview(review("1")))
        let again = [
            review("1", comment: "Other words in the same file"), review("2"),
            review("2", by: Self.ann), review("2", role: " Lead  peer"),
            review("2", comment: " Seen  otherwise.\r\n"), review("2", day: 20_001),
            review("2", day: 40_000), review("2", by: Self.ann, day: 19_999),
        ]
        for review in again {
            for filing in [
                ReviewFiling(), ReviewFiling(place: .another), ReviewFiling(allowsOtherPack: true),
            ] {
                #expect(throws: Rejection.reviewedAlready(1)) {
                    try session.when(.fileReview(review, filing))
                }
            }
        }
        #expect(session.state.reviews.count == 1)
    }

    @Test func `the same words under other digits are another review only where somebody says so`() throws {
        var session = try session()
        try session.when(.fileReview(review("1", by: Self.ann)))
        for day in [20_000, 20_001, 40_000] {
            #expect(throws: Rejection.reviewSaysTheSame(1)) {
                try session.when(.fileReview(review("2", by: Self.bob, day: day)))
            }
        }
        try session.when(.fileReview(review("2", by: Self.bob), ReviewFiling(place: .another)))
        #expect(session.state.reviews.map(\.number) == [1, 2])
        try session.when(.fileReview(review("3", by: Self.bob, comment: "Other words.")))
        #expect(session.state.reviews.map(\.number) == [1, 3])
    }

    @Test func `a reviewer comes back to earlier words where somebody says so`() throws {
        var session = try session()
        try session.when(.fileReview(review("1", by: Self.ann)))
        try session.when(.fileReview(review("2", by: Self.ann, comment: "More words.")))
        let again = review("3", by: Self.ann, day: 20_002)
        #expect(throws: Rejection.reviewReplaced(1, by: 2)) { try session.when(.fileReview(again)) }
        try session.when(.fileReview(again, ReviewFiling(place: .of(2))))
        #expect(session.state.reviews.map(\.number) == [3])
    }

    @Test func `words whose place was taken are filed anew where what took it was taken back`() throws {
        var session = try session()
        try session.when(.fileReview(review("1", by: Self.ann)))
        try session.when(.fileReview(review("2", by: Self.ann, comment: "More words.")))
        try session.when(.fileReview(review("3", by: Self.ann, comment: "Still more words.")))
        try session.when(.withdrawReview(3))
        #expect(throws: Rejection.reviewWithdrawn(3)) {
            try session.when(.fileReview(review("1", by: Self.ann)))
        }
        try session.when(.fileReview(review("1", by: Self.ann), ReviewFiling(place: .another)))
        #expect(session.state.reviews.map(\.number) == [4])
    }

    @Test
    func `a later review of the same reviewer takes the place of the earlier, which stays in the history`()
        throws
    {
        var session = try session()
        try session.when(.fileReview(review("1", by: Self.ann)))
        try session.when(.fileReview(review("2", by: Self.bob, role: "second peer")))
        try session.when(.fileReview(review("3", by: Self.ann, day: 20_001, comment: "More words.")))
        #expect(session.state.reviews.map(\.number) == [2, 3])
        #expect(session.state.filedReviews.map(\.state) == [.replaced(by: 3), .counts, .counts])
        #expect(session.state.filedReview(1)?.review.entries.first?.comment == "Seen otherwise.")
        #expect(throws: Rejection.reviewReplaced(1, by: 3)) {
            try session.when(.fileReview(review("4", by: Self.ann)))
        }
    }

    @Test func `a review that only may be of the same reviewer is never taken for one`() throws {
        var session = try session()
        try session.when(.fileReview(review("1", by: Self.ann)))
        for unclear in [
            review("2", comment: "No digits in the file."),
            review("2", by: Self.ann, role: "second peer"),
            review("2", by: Self.ann, day: 19_999, comment: "An earlier day."),
        ] {
            #expect(throws: Rejection.reviewerUnclear([1])) { try session.when(.fileReview(unclear)) }
        }
        let other = review("2", comment: "No digits in the file.")
        #expect(try session.state.placeTaken(by: .fileReview(other, ReviewFiling(place: .of(1)))) == 1)
        try session.when(.fileReview(other, ReviewFiling(place: .another)))
        #expect(session.state.reviews.map(\.number) == [1, 2])
    }

    @Test func `a review of another report is refused unless somebody says so`() throws {
        var session = try session()
        #expect(throws: Rejection.otherPack("q", known: ["p"])) {
            try session.when(.fileReview(review("1", pack: "q")))
        }
        try session.when(.fileReview(review("1", pack: "q"), ReviewFiling(allowsOtherPack: true)))
        #expect(session.state.reviews.count == 1)
    }

    @Test func `a review that is taken back counts no more, and its number is given to no other`() throws {
        var session = try session()
        try session.when(.fileReview(review("1", by: Self.ann)))
        try session.when(.signOff(role: "chair"))
        try session.when(.withdrawReview(1))
        #expect(session.state.reviews.isEmpty)
        #expect(throws: Rejection.reviewWithdrawn(1)) { try session.when(.withdrawReview(1)) }
        #expect(throws: Rejection.noSuchReview(2, of: 1)) { try session.when(.withdrawReview(2)) }
        #expect(throws: Rejection.reviewWithdrawn(1)) {
            try session.when(.fileReview(review("1", by: Self.ann)))
        }
        try session.when(.fileReview(review("1", by: Self.ann), ReviewFiling(place: .another)))
        #expect(session.state.reviews.map(\.number) == [2])
    }

    @Test(arguments: 0..<100)
    func `given any session, a reviewer counts once unless somebody said that it is another`(seed: Int) throws
    {
        var session = try session()
        var random = SplitMix(seed: seed)
        var others = 0
        for number in 0..<30 {
            let reviewer = [Self.ann, Self.bob, nil].randomElement(using: &random) ?? nil
            let review = review(
                "\(number)", by: reviewer, role: Bool.random(using: &random) ? "lead peer" : "second peer",
                day: 20_000 + Int.random(in: 0...2, using: &random),
                comment: "Words \(Int.random(in: 0...9, using: &random)).")
            let isOther = Int.random(in: 0..<6, using: &random) == 0
            let filing = ReviewFiling(place: isOther ? .another : .asFound)
            if (try? session.when(.fileReview(review, filing))) != nil, isOther { others += 1 }
            if Int.random(in: 0..<8, using: &random) == 0 {
                _ = try? session.when(.withdrawReview(Int.random(in: 1...5, using: &random)))
            }
            let state = session.state
            #expect(state.filedReviews.map(\.number) == Array(0..<state.filedReviews.count).map { $0 + 1 })
            let known = state.reviews.compactMap(\.review.reviewer)
            #expect(known.count - Set(known).count <= others)
        }
    }
}
