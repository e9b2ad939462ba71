import Foundation
import TestSupport
import Testing

/// A day that is planned by what can still change the results.
struct AgendaTests {
    private func lead(_ canary: Canary, _ id: String, _ lines: String...) throws -> String {
        try canary.run("resume", id, "--plain", input: (lines + ["quit", ""]).joined(separator: "\n"))
            .outputText
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func start(_ canary: Canary, _ questionnaire: String) throws -> String {
        let id = try canary.run("start", questionnaire, "--workshop", "--no-walk", "--title", questionnaire)
            .outputText.trimmingCharacters(in: .newlines)
        try canary.run(
            "resume", id, "--plain",
            input: RoomVisit.setUp(12).replacing("goto political-support\n", with: ""))
        return id
    }

    @Test func `fits the minutes, says what does not, and names no result`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try start(canary, "leadership")
            for minutes in [30, 90, 180] {
                let said = try lead(canary, id, "room minutes \(minutes)", "agenda")
                let match = try #require(
                    said.firstMatch(
                        of: #/([0-9]+) questions? fits?: ([0-9]+) minutes, and 10 to read back./#), "\(said)")
                let planned = try #require(Int(match.2))
                #expect(planned <= minutes - 10 && planned > minutes - 10 - 14, "\(planned) of \(minutes)")
                #expect(said.contains("can change the results, and do not fit."))
                #expect(said.contains("canary start early-warning --workshop"))
                for word in ["Still possible", "intervention", "scrutiny", "Sector-led"] {
                    #expect(!said.contains(word), "\(word)")
                }
            }
        }
    }

    @Test func `is followed by the walk, question after question, and ends`() throws {
        try Canary.inTemporaryFolder { canary in
            let id = try start(canary, "leadership")
            let said = try lead(
                canary, id, "room minutes 30", "agenda follow", "agree 3",
                "park by head of quality 2099-12-15",
                "tally 0 0 12 0", "reveal", "agree 3", "next-best")
            #expect(said.contains("On the agenda: 3 questions, this one first, 18 minutes."), "\(said)")
            // Each step plans anew from what is left of the time.
            #expect(said.ranges(of: "On the agenda:").count >= 3)
            #expect(said.contains("open questions can still change the results."))
            #expect(!said.contains("Still possible"))
        }
    }

    @Test(arguments: ["early-warning", "corporate-health"])
    func `a shorter questionnaire can be voted on in a room`(questionnaire: String) throws {
        try Canary.inTemporaryFolder { canary in
            let id = try start(canary, questionnaire)
            let first = try lead(canary, id, "agenda follow")
            #expect(first.contains("On the agenda:") && first.contains("Think alone, then vote."), "\(first)")
            let said = try lead(
                canary, id, first.contains("how many said yes") ? "tally 9 3" : "tally 0 3 9 0", "reveal",
                "agenda")
            #expect(said.contains("12 of 12 rated."), "\(said)")
            #expect(!said.contains("early-warning asks fewer") || questionnaire != "early-warning")
        }
    }
}
