import Evaluation
import Foundation
import Instruments
import Sessions
import TestSupport
import Testing

/// The support tier of `leadership` against a program in Python that was written from the specification alone.
///
/// `CANARY_TIER_SHEETS` sets how many sheets; `CANARY_TIER_SEED` another seed.
struct TierOracleTests {
    /// A sheet as the oracle writes it; an open answer is left out, or null.
    private struct Sheet: Decodable {
        var answers: [String: Answer?]
    }

    /// What the oracle finds of a sheet.
    private struct Found: Decodable, Equatable {
        var grades: [String: Set<String>]
        var tier: Set<String>
        var rules: Set<String>
    }

    private static let capacities = ["capacity-to-self-assess", "capacity-to-plan", "capacity-to-deliver"]

    /// Where the specification can be read in two ways, the way that isos.yaml and docs/writing.md take.
    ///
    /// Of self-assessment only `listens` is a core element. With one of the three "gets it" gone, two thirds of those
    /// left are asked for; with all three gone every grade is possible, in place, too, where nobody listens.
    private static let readings = ["--core", "listens", "--two-of", "left", "--lost-trio", "every"]

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    private func run(_ arguments: [String], input: String = "") throws -> String {
        let script = (#filePath as NSString).deletingLastPathComponent + "/tier_oracle.py"
        let result = try PipedProcess.run(
            "python3", [script] + arguments, input: input, timeLimit: .seconds(600))
        try #require(result.status == .exited(0), "\(result.errorText.suffix(2_000))")
        return result.outputText
    }

    @Test func `the oracle keeps to the specification by itself`() throws {
        try withTemporaryFolder { folder in
            let said = try run([questionnaire(in: folder), "--self-test"])
            #expect(said.contains("checks passed"))
        }
    }

    @Test func `forms, rows and grades of random sheets are those that the oracle finds`() throws {
        let count = Self.number("CANARY_TIER_SHEETS") ?? 1_000
        let seed = Self.number("CANARY_TIER_SEED") ?? 20_261_130
        let instruments = try Shipped.instruments("leadership")
        try withTemporaryFolder { folder in
            let questions = try questionnaire(in: folder)
            let lines = try run([questions, "--random", "\(count)", "--seed", "\(seed)"])
            let wanted = try decode(
                Found.self, run([questions] + Self.readings, input: lines))
            let sheets = try decode(Sheet.self, lines)
            try #require(sheets.count == count && wanted.count == count)
            var tally: [String: Int] = [:]
            for (number, (sheet, wanted)) in zip(sheets, wanted).enumerated() {
                let got = try found(instruments, sheet)
                #expect(
                    got == wanted,
                    """
                    sheet \(number) of seed \(seed): evaluated \(got), oracle \(wanted)
                    \(sheet.answers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.map(\.response) as Any)" })
                    """)
                for rule in wanted.rules { tally[rule, default: 0] += 1 }
                if wanted.tier.count > 1 { tally["open", default: 0] += 1 }
            }
            // Eight rows and open sheets: agreeing on few would prove little.
            #expect(tally.count == 9, "\(tally)")
        }
    }

    private func questionnaire(in folder: String) throws -> String {
        let path = folder + "/questions.json"
        try run(["--make-questions", Shipped.folder + "/leadership.yaml"])
            .write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ lines: String) throws -> [Value] {
        try lines.split(separator: "\n").map {
            try JSONDecoder().decode(Value.self, from: Data($0.utf8))
        }
    }

    private func found(_ instruments: InstrumentSet, _ sheet: Sheet) throws -> Found {
        let responses = sheet.answers.compactMap { name, answer in
            answer.map { (Question.ID(name), $0.response) }
        }
        let findings = evaluate(instruments, responses: Dictionary(uniqueKeysWithValues: responses))
        let tier = try #require(findings.tier)
        let grades = findings.conditions.filter {
            $0.reference.framework == "isos" && Self.capacities.contains("\($0.reference.name)")
        }.map { ("\($0.reference.name)", Set($0.grades.map(\.rawValue))) }
        return Found(
            grades: Dictionary(uniqueKeysWithValues: grades), tier: Set(tier.possible.map { "\($0)" }),
            rules: Set(tier.rules.compactMap(\.rule.id).map { "\($0)" }))
    }
}

/// An answer as the oracle writes it.
private struct Answer: Decodable {
    let response: Response

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let level = try? value.decode(Int.self) {
            response = .level(level)
        } else if let truth = try? value.decode(Bool.self) {
            response = truth ? .yes : .no
        } else {
            switch try value.decode(String.self) {
            case "dont-know": response = .dontKnow
            case "not-applicable": response = Response.none
            case let option: response = .given(.choice(.init(option)))
            }
        }
    }
}
