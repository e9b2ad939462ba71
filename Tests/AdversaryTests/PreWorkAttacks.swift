import Disclosure
import Foundation
import TestSupport
import Testing

/// Attacks on what people answered before a workshop, by whoever leads it and by one of them.
@Suite struct `An attack on pre-work` {
    private static let levels = [[4, 2, 3, 1], [4, 1, 3, 2], [4, 2, 3, 1], [4, 2, 3, 4], [1, 2, 3, 3]]

    @Test func `by merging three or four first learns nothing, on no screen and in no file`() throws {
        try Target.inTemporaryFolder { target in
            let round = try PreWorkRound(target, Self.levels)
            let screens = try target.preWorkScreens(of: round.session)
            let journal = try target.journal(of: round.session)
            for people in 1...4 {
                let merged = try round.merge(round.files.prefix(people))
                #expect(merged.status == .exited(1), "\(people)")
                // How many there are is known to whoever holds the files; nothing else is said.
                #expect(!merged.outputText.contains("triage") && !merged.errorText.contains("triage"))
                #expect(try target.journal(of: round.session) == journal, "\(people)")
            }
            #expect(try target.preWorkScreens(of: round.session) == screens)
            // Nothing was lost: all five are merged now, and the fourfold answers are counts of five.
            #expect(try round.merge(round.files).status == .exited(0))
            #expect(try target.journal(of: round.session).contains(#""counts":[1,0,0,4]"#))
        }
    }

    @Test
    func `with a kept file and all that the workshop holds opens it before the merge, and never after it`()
        throws
    {
        try Target.inTemporaryFolder { target in
            let round = try PreWorkRound(target, Self.levels)
            let kept = round.files.map { $0 + ".kept" }
            for (file, copy) in zip(round.files, kept) {
                try FileManager.default.copyItem(atPath: file, toPath: copy)
            }
            let before = try target.python("open_sealed.py", [target.sessions] + kept)
            // Whoever holds the session can, and is said to: else this attack could not fail.
            #expect(before.ranges(of: "opened").count == 5, "\(before)")
            let merged = try target.run(["merge", round.session, "--erase"] + round.files)
            #expect(merged.status == .exited(0), "\(merged.errorText)")
            let after = try target.python("open_sealed.py", [target.sessions] + kept)
            #expect(after.ranges(of: "shut").count == 5 && !after.contains("opened"), "\(after)")
            let said = merged.outputText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(said.contains("nobody can open them any more"))
            #expect(try target.run(["verify", round.session]).status == .exited(0))
        }
    }

    @Test func `by the lengths of files does not tell who wrote notes`() throws {
        try Target.inTemporaryFolder { target in
            let round = try PreWorkRound(target, Self.levels)
            let own = round.files[0].replacing(".canary-answers", with: ".canary.jsonl")
            let note = String(repeating: "What we see at the front door is otherwise. ", count: 20)
            let notes = (1...4).map { "goto political support \($0)\nnote \(note)\n" }.joined()
            try target.run(["resume", own, "--plain"], input: notes + "quit\n")
            try target.run(["submit", own, "--role", "members", "--force"])
            let lengths = try round.files.map {
                try FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int
            }
            #expect(Set(lengths).count == 1, "\(lengths)")
            // The notes are in it: whoever holds the session can open it still.
            let opened = try target.python("open_sealed.py", [target.sessions] + round.files)
            #expect(opened.ranges(of: "opened").count == 5, "\(opened)")
        }
    }

    @Test func `by a second merge adds neither a note nor a person nor invited doubles`() throws {
        try Target.inTemporaryFolder { target in
            let round = try PreWorkRound(target, Self.levels)
            #expect(try round.merge(round.files).status == .exited(0))
            let screens = try target.preWorkScreens(of: round.session)
            let journal = try target.journal(of: round.session)
            // One person writes one note more, and seals anew.
            let own = round.files[0].replacing(".canary-answers", with: ".canary.jsonl")
            try target.run(
                ["resume", own, "--plain"],
                input: "goto political support 1\nnote only one person can have written this\nquit\n")
            let again = round.files[0] + ".again"
            try target.run(["submit", own, "--role", "members", "-o", again])
            #expect(try round.merge([again] + round.files).status == .exited(1))
            // The leader invites doubles whose answers are known, in a copy of the session.
            let copy = Target(sessions: target.sessions + "-copy", folder: target.folder)
            try FileManager.default.copyItem(atPath: target.sessions, toPath: copy.sessions)
            let doubles = (1...4).map { "\(target.folder)/double\($0).canary.jsonl" }
            #expect(try copy.run(["invite", round.session, "-o"] + doubles).status == .exited(1))
            #expect(doubles.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
            #expect(try target.journal(of: round.session) == journal)
            #expect(try target.preWorkScreens(of: round.session) == screens)
        }
    }

    @Test func `on what version 0.1 merged learns no order, merges nothing more, and its key can be burnt`()
        throws
    {
        try Target.inTemporaryFolder { target in
            let round = try PreWorkRound(target, Array(Self.levels.prefix(3)))
            let screens = try target.lead(round.session, ["triage all", "agenda"])
            let order = [
                "lead-member-backs-help", "leader-backs-help", "lead-member-accepts", "leader-accepts",
            ]
            .map { "\"political-support.\($0)\"" }.joined(separator: ",")
            let said = try target.python(
                "append_event.py",
                [
                    "\(target.sessions)/\(round.session).canary.jsonl", "preWorkMerged",
                    #"{"people":3,"order":[\#(order)],"tallies":{},"notes":{},"gaps":[]}"#,
                ])
            #expect(said == "")
            #expect(try target.lead(round.session, ["triage all", "agenda"]) == screens)
            let refused = try round.merge(round.files)
            #expect(refused.status == .exited(1) && refused.errorText.contains("--burn-key"))
            #expect(try target.run(["merge", round.session, "--burn-key"]).status == .exited(0))
            let after = try target.python("open_sealed.py", [target.sessions] + round.files)
            #expect(after.ranges(of: "shut").count == 3, "\(after)")
        }
    }

    @Test func `by making answers up, no more of them than were invited, gets none of them merged`() throws {
        try Target.inTemporaryFolder { target in
            let round = try PreWorkRound(target, Self.levels)
            // Whoever holds a copy of the session can seal whatever they like to its key.
            let copy = Target(sessions: target.sessions + "-copy", folder: target.folder)
            try FileManager.default.copyItem(atPath: target.sessions, toPath: copy.sessions)
            let blank = "\(target.folder)/double.canary.jsonl"
            #expect(try copy.run(["invite", round.session, "-o", blank]).status == .exited(0))
            try copy.run(["resume", blank, "--plain"], input: "goto political-support\n1\n1\n1\n1\nquit\n")
            try copy.run(["submit", blank, "--role", "members"])
            let double = blank.replacing(".canary.jsonl", with: ".canary-answers")
            let journal = try target.journal(of: round.session)
            for place in round.files.indices {
                var files = round.files
                files[place] = double
                let merged = try round.merge(files)
                #expect(merged.status == .exited(1), "\(place)")
                let said = merged.errorText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(said.contains("double.canary-answers` is from nobody who was invited"), "\(said)")
            }
            #expect(try target.journal(of: round.session) == journal)
            // The true ones merge, and afterwards nothing in the workshop tells whose file was among them.
            let name = try #require(
                String(contentsOfFile: "\(target.folder)/person0.canary.jsonl", encoding: .utf8)
                    .firstMatch(of: #/"contributor":"([0-9a-f]+)"/#)?.1)
            #expect(journal.contains("fingerprints") && !journal.contains(name))
            #expect(try round.merge(round.files).status == .exited(0))
            let after = try target.journal(of: round.session)
            #expect(!after.contains("fingerprints") && !after.contains(name))
            #expect(try target.run(["verify", round.session]).status == .exited(0))
        }
    }
}
