import Foundation
import TestSupport
import Testing

/// What a room is asked before its first question, and what of its counts is never on the wall.
struct RoomSetUpTests {
    @Test(.timeLimit(.minutes(2)))
    func `a set-up that is left in the middle goes on where it was`() throws {
        let steps = [
            ("12", "How many minutes there are"), ("180", "How does the room vote?"),
            ("slips", "What may reports show?"), ("shape", "Would anyone like to use Welsh?"),
            ("no", "Does everyone agree?"),
        ]
        try Canary.inTemporaryFolder { canary in
            let room = try RoomVisit(canary, "start", "leadership", "--workshop", "--title", "Room")
            for (reply, next) in steps {
                try room.say(reply)
                #expect(room.seen.contains(next), "\(room.seen)")
                try room.crash(in: "Room")
                guard reply != "no" else { break }
                #expect(room.seen.contains(next), "\(reply): \(room.seen)")
            }
            // What is left is the rules alone, and they are named beside the first question.
            #expect(room.seen.contains("type ground-rules"), "\(room.seen)")
            try room.say("ground-rules")
            try room.say("yes")
            try room.crash(in: "Room")
            #expect(!room.seen.contains("ground-rules") && room.seen.contains("Where you stand 1."))
            let journal = try canary.newestJournal()
            #expect(journal.ranges(of: "roomArranged").count == 5)
            #expect(journal.ranges(of: "groundRulesAgreed").count == 1)
        }
    }

    @Test(.timeLimit(.minutes(2)))
    func `counts typed unseen stay unseen after every mistake`() throws {
        try Canary.inTemporaryFolder { canary in
            let room = try RoomVisit(canary, "start", "leadership", "--workshop", "--title", "Room")
            for reply in ["12", "180", "slips", "shape", "no", "yes"] { try room.say(reply) }
            try room.say("goto political-support")
            try room.say("tally")
            let mistakes = [
                ("1 7 2 4 d2 n1", "5 are too many"), ("1 7 2", "3 counts were typed"),
                ("1 7 2 zwei", "counts cannot be read"), ("1 7 2 -3", "no number of slips"),
                ("yes", "counts cannot be read"),
            ]
            for (line, refusal) in mistakes {
                try room.say(line)
                #expect(room.seen.contains(refusal), "\(line): \(room.seen)")
                #expect(room.seen.contains("The counts are still typed unseen"), "\(line): \(room.seen)")
                #expect(room.seen.contains("not shown as you type"), "\(line): \(room.seen)")
            }
            // They can be left, and begun anew.
            try room.say("quit")
            #expect(room.seen.contains("counts were typed"), "\(room.seen)")
            try room.say("tally")
            try room.say("1 7 2 2")
            #expect(room.seen.contains("is counted, 12 slips"), "\(room.seen)")
            for shown in ["1 7 2", "7 2", "zwei"] {
                #expect(!room.terminal.transcriptText.contains(shown), "\(shown)")
            }
            // Nothing of it is brought back by the arrow up, either.
            try room.terminal.send("\u{1B}[A")
            try room.terminal.settle { $0.cursorLine.hasSuffix(": tally") }
            try room.terminal.send("\u{15}")
            #expect(try room.quit() == .exited(0))
        }
    }
}
