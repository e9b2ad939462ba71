import Evaluation
import Instruments
import Sessions
import Testing

/// The statuses of signatures of risk: `domain.md`, section 4.
struct SignatureTests {
    private func finding(
        _ source: FrameworkSource, indicators: Int, _ responses: [Question.ID: Response]
    ) throws -> SignatureFinding {
        let instruments = measuring(try source.signatures(), indicators: indicators)
        let findings = evaluate(instruments, responses: responses)
        return try #require(findings.signatures?.signatures.first { $0.signature.id == "anticipation" })
    }

    /// Answers to the indicators of `anticipation`: `w` warns, `f` is fine, `n` is not applicable, `?` not known.
    private func answers(_ letters: String) -> [Question.ID: Response] {
        var responses: [Question.ID: Response] = [:]
        for (number, letter) in letters.enumerated() {
            let response: Response? =
                switch letter {
                case "w": .level(2)
                case "f": .level(3)
                case "n": Response.none
                case "?": .dontKnow
                default: nil
                }
            responses[.init("anticipation.\(number + 1)")] = response
        }
        return responses
    }

    @Test(arguments: FrameworkSource.allCases)
    func `none warns is clear, up to half is to watch, more is evident`(source: FrameworkSource) throws {
        let statuses: [(String, SignatureSet.Status)] = [
            ("ff", .clear), ("wf", .watch), ("ww", .evident), ("fff", .clear), ("wff", .watch),
            ("wwf", .evident), ("www", .evident), ("ffff", .clear), ("wfff", .watch), ("wwff", .watch),
            ("wwwf", .evident), ("wwww", .evident), ("wffff", .watch), ("wwfff", .watch),
            ("wwwff", .evident),
        ]
        for (letters, status) in statuses {
            let finding = try finding(source, indicators: letters.count, answers(letters))
            #expect(finding.possible == [status], "\(letters)")
            #expect(!finding.canBeUnknown)
            #expect(finding.warning.count == letters.count { $0 == "w" })
            #expect(finding.notWarning.count == letters.count { $0 == "f" })
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `levels one and two warn, three and four do not`(source: FrameworkSource) throws {
        for level in 1...4 {
            let responses: [Question.ID: Response] = [
                "anticipation.1": .level(level), "anticipation.2": .level(4),
            ]
            let finding = try finding(source, indicators: 2, responses)
            #expect(finding.possible == [level <= 2 ? .watch : .clear])
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `an indicator that is not applicable is left out`(source: FrameworkSource) throws {
        #expect(try finding(source, indicators: 3, answers("wfn")).possible == [.watch])
        #expect(try finding(source, indicators: 3, answers("wnn")).possible == [.evident])
        #expect(try finding(source, indicators: 3, answers("fnn")).possible == [.clear])
        let left = try finding(source, indicators: 3, answers("wn?"))
        #expect(left.warning == ["anticipation.1"])
        #expect(left.unknown == ["anticipation.3"])
    }

    @Test(arguments: FrameworkSource.allCases)
    func `open indicators leave open what some answers would reach`(source: FrameworkSource) throws {
        let sets: [(String, [SignatureSet.Status])] = [
            ("__", [.clear, .watch, .evident]), ("??", [.clear, .watch, .evident]),
            ("w?", [.watch, .evident]), ("f?", [.clear, .watch]), ("ww?", [.evident]),
            ("ff?", [.clear, .watch]), ("wf?", [.watch, .evident]), ("w_f?", [.watch, .evident]),
            ("n?", [.clear, .evident]), ("ffff?", [.clear, .watch]),
        ]
        for (letters, possible) in sets {
            let finding = try finding(source, indicators: letters.count, answers(letters))
            #expect(finding.possible == possible, "\(letters)")
            #expect(!finding.canBeUnknown)
        }
    }

    @Test(arguments: FrameworkSource.allCases)
    func `a signature with no indicator left is unknown for good`(source: FrameworkSource) throws {
        let finding = try finding(source, indicators: 2, answers("nn"))
        #expect(finding.possible.isEmpty)
        #expect(finding.canBeUnknown)
        #expect(finding.warning.isEmpty && finding.notWarning.isEmpty && finding.unknown.isEmpty)
    }

    @Test func `a signature whose only indicator may not be asked can be unknown`() throws {
        let asked = instruments(
            [
                yesNo("first"),
                rating(
                    "then", warnsOf: ["signatures/anticipation"],
                    askWhen: .answer("first", among: [.yes(true)])),
            ], Mirror.signatures)
        func finding(_ responses: [Question.ID: Response]) throws -> SignatureFinding? {
            let signatures = evaluate(asked, responses: responses).signatures
            return signatures?.signatures.first { $0.signature.id == "anticipation" }
        }
        let open = try finding(["then": .level(1)])
        #expect(open?.possible == [.evident])
        #expect(open?.canBeUnknown == true)
        #expect(open?.warning == [])
        let shut = try finding(["first": .no, "then": .level(1)])
        #expect(shut?.possible == [])
        #expect(shut?.canBeUnknown == true)
        let certain = try finding(["first": .yes, "then": .level(1)])
        #expect(certain?.possible == [.evident])
        #expect(certain?.canBeUnknown == false)
        #expect(certain?.warning == ["then"])
    }

    @Test func `a yes warns where the indicator says so, and a no elsewhere`() throws {
        for when in [true, false] {
            let asked = instruments(
                [yesNo("a", warnsOf: ["signatures/anticipation"], when: when)], Mirror.signatures)
            for answer in [true, false] {
                let findings = evaluate(asked, responses: ["a": answer ? .yes : .no])
                let finding = findings.signatures?.signatures.last
                #expect(finding?.possible == [answer == when ? .evident : .clear])
            }
        }
    }

    @Test func `a don't know never counts as a low rating`() throws {
        let open = try finding(.mirror, indicators: 2, answers("f_"))
        let unknown = try finding(.mirror, indicators: 2, answers("f?"))
        #expect(open.possible == unknown.possible)
        #expect(unknown.possible.contains(.clear))
        #expect(unknown.warning.isEmpty)
        let annexJ = measuring(Mirror.annexJ)
        let findings = evaluate(annexJ, responses: ["annex-j.leader-accepts": .dontKnow])
        #expect(findings.element("annex-j/leader-accepts")?.truth == .unknown)
        #expect(findings.counts.dontKnow == 1)
    }
}
