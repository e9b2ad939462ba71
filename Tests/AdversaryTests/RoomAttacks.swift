import Foundation
import TestSupport
import Testing

/// Attacks on a room's votes, by somebody who reads its screens, its reports or its file.
@Suite struct `An attack on a room` {
    @Test(arguments: [
        ["tally 0 4 7 1", "present 13", "tally 0 4 7 2"],
        ["tally 0 4 7 1", "undo", "present 13", "tally 0 4 7 2"],
        ["tally 0 4 7 1", "reveal", "undo", "yes", "present 13", "tally 0 4 7 2"],
        ["tally 0 4 7 1", "tally 0 4 6 2", "present 13", "tally 0 3 8 2", "undo", "tally 0 4 7 2"],
    ])
    func `through its file finds one count of a vote, however often it was counted`(lines: [String]) throws {
        try Target.inTemporaryFolder { target in
            let session = try target.start()
            _ = try target.lead(session, ["present 12"] + lines)
            #expect(try counts(in: target, session) == [#""counts":[0,4,7,2]"#])
            #expect(try target.lead(session, ["reveal"]).contains("13 of 13 rated"))
            #expect(try target.run(["verify", session]).status == .exited(0))
        }
    }

    @Test(arguments: [
        ["tally 0 4 7 1", "undo"], ["tally 0 4 7 1", "reveal", "undo", "yes"],
        ["tally 0 4 7 1", "tally 0 4 6 2", "undo"],
        ["tally 0 4 7 1", "undo", "redo", "agree 3"],
    ])
    func `through its file finds no count that was taken back, counted again or not`(lines: [String]) throws {
        try Target.inTemporaryFolder { target in
            let session = try target.start()
            _ = try target.lead(session, ["present 12"] + lines)
            #expect(try counts(in: target, session) == [])
            #expect(try target.run(["verify", session]).status == .exited(0))
            let told = try target.lead(
                session, ["goto political support 1", "reveal", "tally 0 0 0 12", "reveal"]
            )
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(told.contains("There is no vote on") && told.contains("12 of 12 rated"), "\(told)")
        }
    }

    @Test(arguments: [
        // Nothing of the votes, for a stranger; for the authority, where the room shares nothing of them, or has not said.
        ("public", ["room share counts"]), ("full", ["room share agreed"]), ("reviewers", []),
        ("corporate", []),
    ])
    func `through its file finds one count, whatever reports left that told nothing of the vote`(
        audience: String, share: [String]
    ) throws {
        try Target.inTemporaryFolder { target in
            let session = try target.start()
            _ = try target.lead(session, ["present 10"] + share + ["tally 0 4 6 0", "reveal"])
            for format in ["json", "html", "csv"] {
                let left = try target.run(["export", session, "--audience", audience, "--format", format])
                #expect(left.status == .exited(0), "\(left.errorText)")
            }
            _ = try target.lead(session, ["undo", "yes", "tally 0 5 5 0", "reveal"])
            #expect(try counts(in: target, session) == [#""counts":[0,5,5,0]"#])
        }
    }

    /// The counts that a session's file holds, but those of nobody.
    private func counts(in target: Target, _ session: String) throws -> Set<String> {
        let all = try target.journal(of: session).matches(of: #/"counts":\[[0-9,]*\]/#)
        return Set(all.map { String($0.output) }).subtracting([#""counts":[0,0,0,0]"#])
    }

    @Test(arguments: [
        (2, ["1 0 0 1", "0 2 0 0", "0 0 0 2"]), (3, ["1 1 1 0", "0 3 0 0", "0 0 1 2"]),
        (12, ["1 0 0 1 d10", "0 2 0 0 d10"]), (4, ["0 0 1 2 d1", "3 0 0 0 d1"]),
    ])
    func `of which few rated sees the same on every screen, whatever they rated`(people: Int, votes: [String])
        throws
    {
        try Target.inTemporaryFolder { target in
            let screens = try votes.map { vote in
                let id = try target.start()
                let own = try target.lead(
                    id,
                    [
                        "present \(people)", "tally \(vote)", "reveal", "again", "spread", "triage all",
                        "agenda",
                        "revote", "agree", "read-back", "status", "history", "evaluate", "paths",
                        "next-best", "goto political-support",
                    ])
                // What is on the wall is no more than that.
                return try own + target.run(["wall", id]).outputText
            }
            #expect(Set(screens).count == 1, "\(screens.joined(separator: "\n=====\n"))")
        }
    }

    @Test func `of which two rated hears nowhere that their votes decide the headline`() throws {
        try Target.inTemporaryFolder { target in
            let question = "capacity-to-self-assess.listens"
            // By the earlier rules a single question carries a capacity, whatever else is answered.
            let earlier = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "EndToEndTests/Earlier").path
            let screens = try ["1 0 0 1", "0 2 0 0"].map { vote in
                let session = try target.start(questionnaires: earlier)
                return try target.lead(
                    session,
                    [
                        "present 4", "goto \(question)", "clear", "goto \(question)", "tally 2 0 0 2",
                        "reveal",
                        "triage all", "undo", "yes", "present 2", "tally \(vote)", "reveal", "triage all",
                    ])
            }
            // Of four ratings it is said: else this attack could not fail.
            for screen in screens { #expect(screen.ranges(of: "the votes decide the headline").count == 1) }
            #expect(Set(screens).count == 1, "\(screens.joined(separator: "\n=====\n"))")
        }
    }

    @Test(arguments: [
        // Of each question, votes of which the same word is told; the second ones have somebody alone.
        (
            "shape",
            [
                ["0 0 0 12", "0 6 6 0", "4 0 0 3 d5"], ["1 0 0 11", "0 3 6 3", "0 2 3 2 d5"],
                ["0 0 1 11", "1 5 6 0", "1 1 4 1 d5"],
            ]
        ),
        (
            "counts",
            [
                ["0 0 3 9", "2 5 5 0", "4 0 0 3 d5"], ["1 0 0 11", "0 2 5 5", "0 2 3 2 d5"],
                ["0 0 1 11", "1 5 6 0", "1 1 4 1 d5"],
            ]
        ),
    ])
    func `through its reports learns a word, and nothing that would tell who was alone`(
        share: String, rooms: [[String]]
    ) throws {
        try Target.inTemporaryFolder { target in
            let outputs = try rooms.enumerated().map { index, votes in
                let target = Target(sessions: "\(target.folder)/room\(index)", folder: target.folder)
                let session = try target.start()
                let lines = votes.enumerated().flatMap { place, vote in
                    [
                        "tally \(vote)", "reveal",
                        "other-view a few \((index + place) % 2 + 1) the visits show less",
                        "agree 3 majority",
                    ]
                }
                _ = try target.lead(session, ["present 12", "room share \(share)"] + lines)
                return try everything(target, session)
            }
            for (index, kind) in outputs[0].map(\.0).enumerated() {
                let texts = Set(outputs.map { $0[index].1 })
                #expect(texts.count == 1, "\(kind): \(texts.joined(separator: "\n=====\n"))")
            }
        }
    }

    @Test(arguments: ["0 0 4 3", "0 0 5 2", "0 0 7 0"])
    func `through one report after the other learns nothing of a count that was undone`(third: String) throws
    {
        try Target.inTemporaryFolder { target in
            let session = try target.start()
            for lines in [
                ["present 7", "room share shape", "tally 0 0 4 3", "reveal"],
                ["revote", "tally 0 0 5 2", "reveal"], ["undo", "yes"], ["tally \(third)", "reveal"],
            ] {
                _ = try target.lead(session, lines)
                let report = try target.run(["export", session, "--format", "csv"]).outputText
                #expect(report.contains("The votes: apart."), "\(lines)")
                #expect(!report.contains("Fewer than 5 rated"), "\(lines)")
            }
        }
    }

    /// All that the program writes of a session but its file, without what differs from session to session.
    private func everything(_ target: Target, _ session: String) throws -> [(String, String)] {
        let exports = [
            ("full", "json"), ("full", "markdown"), ("full", "csv"), ("full", "html"), ("reviewers", "json"),
            ("corporate", "json"), ("corporate", "html"), ("public", "json"),
        ].map { audience, format in ["export", session, "--format", format, "--audience", audience] }
        let documents = ["brief", "plan", "self-evaluation"].flatMap { kind in
            ["full", "reviewers", "corporate", "public"].map { audience in
                ["export", session, "--as", kind, "--format", "markdown", "--audience", audience]
            }
        }
        let commands =
            [["show", session], ["evaluate", session]] + exports + documents + [
                ["show", session], ["show", session, "--format", "json"], ["evaluate", session],
                ["evaluate", session, "--format", "json"], ["list"], ["list", "--format", "json"],
                ["compare", session, session], ["verify", session],
            ]
        return try commands.map { command in
            let text = try target.run(command).outputText
            return (
                command.joined(separator: " ").replacing(session, with: "ID"),
                text.replacing(target.sessions, with: "FOLDER").replacing(session, with: "ID")
                    .replacing(#/[0-9a-f]{12,64}/#, with: "HEX")
                    .replacing(#/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?/#, with: "TIME")
                    .replacing(#/[0-9]{2}:[0-9]{2}(:[0-9]{2})?/#, with: "TIME")
            )
        }
    }
}
