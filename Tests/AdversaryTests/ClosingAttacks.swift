import Foundation
import TestSupport
import Testing

/// What somebody finds in the file of a workshop that was closed.
@Suite struct `Somebody with the file of a closed workshop` {
    private static let votes = [
        "present 12", "room share shape", "tally 1 5 0 4 d2", "reveal", "note Secretzq said it",
        "agree 2 Morezq was said",
        "goto 1", "withdraw", "note kept afterwards", "goto 2", "tally 0 7 3 0 d2", "reveal",
        "other-view a few 1 Otherzq",
        "agree 2", "withdraw @2", "goto 2", "withdraw", "goto 3", "tally 2 2 2 6", "goto 4", "tally 3 9 0 0",
        "undo",
        "tally 4 8 0 0", "reveal", "agree 1", "goto 5", "note Undonezq", "withdraw", "undo",
    ]

    private func lead(_ target: Target, _ id: String, _ lines: String...) throws -> String {
        try target.lead(id, lines).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func counts(_ journal: String) -> Set<String> {
        Set(journal.matches(of: #/"counts":\[([0-9,]+)\]/#).map { String($0.1) })
    }

    @Test func `finds no word that was taken back, and words that were written since or brought back`() throws
    {
        try Target.inTemporaryFolder { target in
            let id = try target.start()
            _ = try target.lead(id, Self.votes)
            let before = try target.journal(of: id)
            for word in ["Secretzq", "Morezq", "Otherzq", "Undonezq"] {
                #expect(before.contains(word), "\(word)")
            }
            let said = try lead(target, id, "close")
            #expect(said.contains("Words that were taken back are gone from the"), "\(said)")
            let journal = try target.journal(of: id)
            for word in ["Secretzq", "Morezq", "Otherzq"] { #expect(!journal.contains(word), "\(word)") }
            #expect(journal.contains("kept afterwards") && journal.contains("Undonezq"))
            // The counts are there, for nobody asked to forget them.
            #expect(counts(journal).contains("1,5,0,4"))
            #expect(try target.run(["verify", id]).status == .exited(0))
        }
    }

    @Test func `finds no count where the room wanted them forgotten, and a report says the same as before`()
        throws
    {
        try Target.inTemporaryFolder { target in
            func released(_ id: String) throws -> [String] {
                let report = try target.run(["export", id, "--format", "json"])
                #expect(report.status == .exited(0), "\(report.errorText)")
                return report.outputText.matches(of: #/"(shape|withheld)"\s*:\s*"([a-z-]+)"/#).map {
                    "\($0.1) \($0.2)"
                }
            }
            let id = try target.start()
            _ = try target.lead(id, Self.votes)
            let before = try released(id)
            #expect(!before.isEmpty)
            let said = try lead(
                target, id, "close forget counts", "goto 1", "reveal", "spread", "tally 0 0 12 0")
            #expect(said.contains("Of each vote there is a word, and no count."), "\(said)")
            #expect(said.contains("The votes lay") && said.contains("the counts were forgotten"), "\(said)")
            #expect(said.contains("The workshop is closed: it votes and agrees no more"))
            let journal = try target.journal(of: id)
            #expect(counts(journal) == ["0,0,0,0"])
            #expect(try released(id) == before)
            #expect(try target.run(["verify", id]).status == .exited(0))
            // It closes once.
            #expect(
                try lead(target, id, "close").contains("The workshop is closed: it votes and agrees no more")
            )
        }
    }

    @Test func `finds no key that opens what people sealed`() throws {
        try Target.inTemporaryFolder { target in
            let id = try target.start()
            try target.run(["invite", id, "-o", "\(target.folder)/anna"])
            #expect(try target.journal(of: id).contains("\"privateKey\""))
            let said = try lead(target, id, "present 12", "close")
            #expect(said.contains("The key that opens answers given beforehand is gone"), "\(said)")
            #expect(try !target.journal(of: id).contains("\"privateKey\""))
            #expect(try target.run(["invite", id, "-o", "\(target.folder)/ben"]).status == .exited(1))
            #expect(try target.run(["verify", id]).status == .exited(0))
        }
    }
}
