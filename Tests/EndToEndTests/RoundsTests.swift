import Foundation
import TestSupport
import Testing

/// What became of the plan between rounds.
struct RoundsTests {
    @Test func `a comparison tells what was done, dropped and is left, and an old plan's actions went over`()
        throws
    {
        try Canary.inTemporaryFolder { canary in
            func start(_ title: String, _ more: String...) throws -> String {
                try PipedProcess.run(
                    Canary.path,
                    [
                        "start", "leadership", "--no-walk", "--title", title, "--authority", "Fenmoor",
                        "--sessions", canary.folder,
                    ]
                        + more, input: ""
                ).outputText.trimmingCharacters(in: .newlines)
            }
            let first = try start("Autumn")
            try canary.run("answer", first, "\(Canary.package)/Sessions/Examples/fenmoor.yaml")
            let days = ["2100-01-31", "2100-02-28", "2100-03-31", "2100-04-30"]
            let actions = days.enumerated().map {
                "action Step \($0.offset) of the plan by lead member \($0.element)"
            }
            try canary.run(
                "resume", first, "--plain",
                input: "goto political-support\n" + actions.joined(separator: "\n") + "\nquit\n")
            let second = try start("Spring", "--from", first)
            let plan = try canary.json("plan", second, "--format", "json", "--audience", "full")
            let held = try #require(plan["actions"] as? [[String: Any]])
            func name(_ text: String) throws -> String {
                try #require(held.first { $0["text"] as? String == text }?["id"] as? String)
            }
            try canary.run(
                "resume", second, "--plain",
                input: """
                    action \(try name("Step 0 of the plan")) done it is read
                    action \(try name("Step 1 of the plan")) drop the post went
                    action \(try name("Step 2 of the plan")) doing
                    goto political-support
                    action Something new by chief executive 2100-05-31
                    quit

                    """)
            let text = try canary.run("compare", first, second).outputText
            let said = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for sentence in [
                "Done since the earlier round: 1", "Step 0 of the plan. By lead member.", "it is read.",
                "Dropped since the earlier round: 1", "the post went.", "In hand: 1", "Something new.",
                "New.",
            ] {
                #expect(said.contains(sentence), "\(sentence)\n\(text)")
            }
            let reviewers = try canary.run("compare", first, second, "--audience", "reviewers").outputText
            let done = try name("Step 0 of the plan")
            #expect(
                reviewers.contains("Done since the earlier round: 1") && !reviewers.contains("\(done):"))
            #expect(
                try !canary.run("compare", first, second, "--audience", "public").outputText.contains(
                    "Step 0"))
            let rounds = try #require(try canary.json("trend", "Fenmoor")["rounds"] as? [[String: Any]])
            let old = try #require(rounds[0]["actions"] as? [String: Any])
            let carried = try #require(old["carried"] as? [[String: Any]])
            #expect(old["left"] as? Int == 0 && old["overdue"] as? Int == 0)
            #expect(carried.first?["into"] as? String == "Spring")
            for options in [[], ["--plain"]] {
                let trend = try PipedProcess.run(
                    Canary.path, ["trend", "Fenmoor", "--sessions", canary.folder] + options, input: ""
                ).outputText
                #expect(trend.split(separator: "\n").allSatisfy { $0.count <= 72 }, "\(trend)")
                #expect(trend.contains("-----") == options.isEmpty)
                let words = trend.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(options.isEmpty || words.contains("carried into Spring"), "\(words)")
            }
        }
    }
}
