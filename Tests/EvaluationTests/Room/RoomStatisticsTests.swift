import Disclosure
import Evaluation
import Foundation
import Sessions
import TestSupport
import Testing

@Suite struct `The statistics of a vote` {
    @Test(arguments: [
        ([0, 0, 0, 6], VoteShape.unanimous, 1.0), ([0, 0, 1, 5], .strong, 0.8530),
        ([0, 9, 3, 0], .strong, 0.8021), ([0, 8, 4, 0], .close, 0.7659), ([0, 0, 3, 3], .close, 0.7370),
        ([0, 1, 4, 1], .spread, 0.8050), ([0, 2, 4, 2], .spread, 0.7075), ([2, 2, 2, 2], .spread, 0.3685),
        ([1, 0, 5, 0], .loneOutlier, 0.6634), ([1, 0, 0, 5], .loneOutlier, 0.35),
        ([3, 0, 3, 0], .twoCamps, 0.4150), ([3, 0, 0, 3], .twoCamps, 0.0), ([1, 5, 0, 4], .twoCamps, 0.3599),
        ([0, 7, 3, 0], .close, 0.7786),
    ])
    func `are those of the design`(counts: [Int], shape: VoteShape, consensus: Double) throws {
        let tally = Tally(counts: counts)
        #expect(VoteShape(tally) == shape)
        #expect(abs(try #require(tally.consensus) - consensus) < 0.00005)
    }

    @Test func `of few votes and of other scales have no shape or no number`() {
        #expect(VoteShape(Tally(counts: [0, 0, 0, 0], dontKnow: 4)) == .noRating)
        #expect(VoteShape(Tally(counts: [1, 0, 0, 1])) == .tooFew)
        #expect(VoteShape(Tally(counts: [0, 3, 0, 0])) == .tooFew)
        #expect(Tally(counts: [1, 0, 0, 1]).consensus == nil)
        #expect(VoteShape(Tally(counts: [3, 3, 3])) == nil)
        #expect(VoteShape(Tally(counts: [3, 3])) == nil)
    }

    @Test func `are those of the R package agrmt on seven levels`() throws {
        let consensus = Tally(counts: [30, 40, 210, 130, 530, 50, 10]).consensus
        #expect(abs(try #require(consensus) - 0.7256876) < 0.00000005)
    }

    @Test func `are those of the Python package krippendorff over several questions`() throws {
        let raters: [[Int?]] = [
            [3, 2, 4, 1, 2, 3], [3, 2, 3, 1, 2, nil], [2, 2, 4, 2, 1, 3], [3, 3, 4, nil, 2, 4],
        ]
        let items = (0..<6).map { item in
            Tally(counts: (1...4).map { level in raters.filter { $0[item] == level }.count })
        }
        #expect(abs(try #require(krippendorffsAlpha(items)) - 0.7243211334) < 0.00000000005)
        #expect(krippendorffsAlpha([]) == nil)
        #expect(krippendorffsAlpha([Tally(counts: [0, 4, 0, 0])]) == nil)
    }

    @Test func `agree with an independent program on every vote of 3 to 12 people`() throws {
        var votes: [[Int]] = []
        for people in 3...12 {
            for first in 0...people {
                for second in 0...(people - first) {
                    for third in 0...(people - first - second) {
                        votes.append([first, second, third, people - first - second - third])
                    }
                }
            }
        }
        #expect(votes.count == 1_805)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "room_oracle.py")
        let result = try PipedProcess.run(
            "python3", [script.path],
            input: votes.map { $0.map(String.init).joined(separator: " ") + "\n" }.joined())
        let lines = result.outputText.split(separator: "\n")
        #expect(lines.count == votes.count, "\(result.errorText)")
        for (vote, line) in zip(votes, lines) {
            let words = line.split(separator: " ")
            let tally = Tally(counts: vote)
            #expect(VoteShape(tally)?.rawValue == String(words[0]), "\(vote)")
            let consensus = try #require(tally.consensus)
            #expect(abs(consensus - (Double(words[1]) ?? 9)) < 0.000001, "\(vote)")
            let medians = try #require(tally.medians)
            let quartiles = try #require(tally.quartiles)
            #expect(
                [medians.low, medians.high, quartiles.lower, quartiles.upper]
                    == words[2...].compactMap { Int($0) }, "\(vote)")
        }
    }

    @Test func `count the fewest votes that can have moved`() {
        let before = Tally(counts: [1, 5, 0, 4], dontKnow: 2)
        #expect(before.changed(to: Tally(counts: [0, 7, 3, 0], dontKnow: 2)) == 5)
        #expect(before.changed(to: before) == 0)
        #expect(before.changed(to: Tally(counts: [1, 5, 0, 4], dontKnow: 3)) == 1)
    }
}
