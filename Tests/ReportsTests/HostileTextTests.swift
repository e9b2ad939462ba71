import Disclosure
import Escaping
import Evaluation
import Foundation
import Instruments
import Sessions
import TestSupport
import Testing

@testable import Reports

/// Any text in any field, in every format, read by parsers of others.
struct HostileTextTests {
    private static let package = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    @Test(arguments: 0..<6)
    func `every character in every field leaves every format well-formed and complete`(seed: Int) throws {
        var hostile = HostileTexts(seed: seed)
        try check { _ in hostile.next() }
    }

    @Test func `a text of any length is whole in every format`() throws {
        var hostile = HostileTexts(seed: 99)
        try check { field in
            switch field {
            case "note": String(repeating: "A long note, in words. ", count: 5_000) + "its end"
            case "reference": String(repeating: "\u{1F9D2}", count: 40_000) + "its end"
            case "text": String(repeating: "line\n", count: 1_000) + "its end"
            case "strength": "s" + String(repeating: "\u{301}", count: 100_000) + "its end"
            case "concern": String(repeating: "_x0041_", count: 6_000) + "its end"
            case "title": String(repeating: "A title ", count: 2_000) + "its end"
            case "comment": String(repeating: "W", count: 120_000) + "its end"
            default: hostile.next()
            }
        }
    }

    /// Fills every field of a session, and reads its report in every format.
    private func check(_ text: (_ field: String) -> String) throws {
        var state = MapSession.state
        func perform(_ command: SessionCommand) throws {
            for event in try decide(command, state, now: Timestamp(milliseconds: 1)) {
                apply(event, to: &state)
            }
        }
        let questions = MapSession.instruments.questionnaire.questions
        try perform(.title(text("title")))
        try perform(.nameAuthority(text("authority")))
        try perform(.askReviewers(text("ask")))
        for (place, question) in questions.enumerated() {
            let isText = if case .text = question.kind { true } else { false }
            let answer: Response = .given(isText ? .text(text("answer")) : .rating(place % 4 + 1))
            try perform(.answer(question.id, answer, note: text("note")))
            try perform(
                .addEvidence(
                    question.id, kind: .data, reference: text("reference"), text: text("text")))
            try perform(.addStrength(question.id, text("strength")))
            try perform(.addConcern(question.id, text("concern")))
            try perform(
                .addAction(question.id, Action(text: text("action"), role: text("role"), due: nil)))
            try perform(.setTheme(question.id, text("theme"), isOn: true))
        }
        try perform(
            .link(Link(from: Reference("p", "e0"), to: Reference("p", "e1"), note: text("link"))))
        try perform(
            .fileReview(
                Review(
                    id: "0", pack: "p", role: text("reviewer"), date: CalendarDate(daysSince1970: 0),
                    entries: [
                        Review.Entry(
                            question: questions[0].id, verdict: .challenge, own: .rating(1),
                            comment: text("comment"), seen: text("seen"), test: text("test"))
                    ]), ReviewFiling(allowsOtherPack: true)))
        try perform(.signOff(role: text("chair")))
        let pack = project(
            state, assess(state, for: .report), for: .reviewers, now: Timestamp(milliseconds: 2))
        try withTemporaryFolder { folder in
            for format in ReportFormat.allCases where !format.isMadeElsewhere {
                try Data(try format.bytes(of: pack)).write(
                    to: URL(filePath: "\(folder)/pack.\(format.fileEnding)"))
            }
            try JSONEncoder().encode(texts(of: state)).write(to: URL(filePath: folder + "/texts.json"))
            let read = try PipedProcess.run(
                "python3",
                [
                    Self.package + "/Tests/ReportsTests/read_formats.py", folder,
                    Self.package + "/Questionnaires/Schemas/pack.schema.json",
                ], timeLimit: .seconds(180))
            #expect(read.status == .exited(0), "\(read.errorText)")
            #expect(read.outputText == "\n", "\(read.outputText.prefix(4_000))")
            let page = Array(try Data(contentsOf: URL(filePath: folder + "/pack.html")))
            let sheet = try ReviewSheet.read(page) { nil }.sheet
            #expect(sheet.cover.title == state.title)
            #expect(sheet.answers.map(\.note) == (pack.areas ?? []).flatMap(\.answers).map(\.note))
        }
    }

    private struct Written: Encodable {
        var raw: String
        var lines: String
        var line: String
        var quoted: String
        /// Whether tables of answers have it.
        var inTable: Bool
        /// Whether the map has it.
        var inMap: Bool
    }

    /// Every text of a user's, as the session has it.
    private func texts(of state: SessionState) -> [Written] {
        func written(_ texts: [String?], inTable: Bool = true, inMap: Bool = false) -> [Written] {
            texts.compactMap(\.self).map { text in
                Written(
                    raw: text, lines: text.visible, line: text.onOneLine.visible,
                    quoted: text.split(whereSeparator: \.isNewline).joined(separator: "\n").visible,
                    inTable: inTable, inMap: inMap)
            }
        }
        let records = state.records.values.flatMap { record -> [String?] in
            var answer: String?
            if case .given(.text(let text))? = record.response { answer = text }
            return [answer, record.note] + record.strengths + record.concerns
                + record.evidence.flatMap { [$0.reference, $0.text] }
                + record.actions.flatMap { [$0.text, $0.role] }
        }
        let entries = state.reviews.flatMap { filed in
            [filed.review.role] + filed.review.entries.flatMap { [$0.comment, $0.seen, $0.test] }
        }
        return written(records + entries + [state.title] + state.asks)
            + written(
                [state.authority, state.signOff?.role] + state.records.values.flatMap(\.themes),
                inTable: false)
            + written(state.links.map(\.note), inTable: false, inMap: true)
    }
}

/// Texts that break what takes characters for plain.
struct HostileTexts {
    private var random: SplitMix
    private var count = 0

    init(seed: Int) {
        random = SplitMix(seed: seed)
    }

    /// Pieces that mean something to some format, and every kind of scalar.
    private static let pieces: [String] = [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</template></title></p>", "<!--", "-->",
        "]]>", "&lt;", "&amp;", "&#60;", "&", "\"", "'", "\"\"", "`", "```", "~~~", "*", "**b**", "_",
        "__b__", "[a](b)",
        "![a](b)", "[a]: b", "# h", "- i", "1. i", "1) i", "> q", "|", "| a |", "---", "===", "    code",
        "\\", "\\|",
        "$x$", "http://x.y/z", "HTTPS://x.y", "www.x.y", "a@b.c", "mailto:a@b.c", "<http://x.y>", "=1+1",
        "+1", "-1",
        "@SUM(A1)", "\t=1", "\u{FF1D}1", "\u{A0}=1", "_x0041_", "_x005F_", "_x000D_", "\\N", "\\q", "\\l",
        "%", "{1}",
        "{{x}}", ",", ";", "\r\n", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", " ", "  ",
        "\t",
        "\u{0}", "\u{1}", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}",
        "\u{200E}",
        "\u{202E}", "\u{2066}", "\u{2069}", "\u{61C}", "\u{FEFF}", "\u{FFF9}", "\u{FFFC}", "\u{FFFD}",
        "\u{FFFE}",
        "\u{FFFF}", "\u{1FFFE}", "\u{10FFFF}", "\u{E000}", "\u{F0000}", "\u{600}", "\u{110BD}",
        "\u{E0001}", "\u{E0067}", "\u{FE0F}", "\u{1F1EC}", "\u{1F469}\u{200D}\u{1F467}", "\u{5E9}\u{5DC}",
        "\u{4E2D}", "\u{1100}\u{1161}", "\u{E01}\u{E33}", "\u{D7FF}",
    ]
    /// What joins what stands beside it to one character.
    private static let joints = ["", "", "", "\u{301}", "\u{600}", "\u{200D}", "\u{20DD}", "\u{FE0F}"]

    /// A text that no other is; it begins and ends with a letter, so that it is never blank.
    mutating func next() -> String {
        count += 1
        let pieces = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            let piece =
                Int.random(in: 0..<4, using: &random) == 0
                ? scalar() : Self.pieces.randomElement(using: &random) ?? ""
            let joints = (0..<2).map { _ in Self.joints.randomElement(using: &random) ?? "" }
            return joints[0] + piece + joints[1]
        }
        let start = Bool.random(using: &random) ? "a" : ""
        return start + pieces.joined() + "z\(count)z"
    }

    private mutating func scalar() -> String {
        let noncharacters: [UInt32] = [0xFDD0, 0xFDEF, 0x2FFFE, 0xFFFFF]
        let value =
            Int.random(in: 0..<4, using: &random) == 0
            ? noncharacters.randomElement(using: &random) ?? 0
            : UInt32.random(in: 0...0x10FFFF, using: &random)
        return Unicode.Scalar(value).map { String($0) } ?? ""
    }
}

/// A session whose map has a link, and whose questions are of two kinds.
enum MapSession {
    static let instruments = InstrumentSet(
        questionnaire: Questionnaire(
            id: "q", version: "1.0.0", title: "Q", feeds: ["p"], scales: ["scale": scale],
            areas: [
                Area(
                    id: "a", title: "Area",
                    questions: [
                        Question(
                            id: "a.one", text: "One?", kind: rating, supports: [Reference("p", "e0")]),
                        Question(
                            id: "a.two", text: "Two?", kind: rating, supports: [Reference("p", "e1")]),
                        Question(id: "a.three", text: "Three?", kind: .text),
                    ])
            ]),
        frameworks: [
            Framework(
                id: "p", version: "1.0.0", title: "P",
                elements: ["e0", "e1"].map { Element(id: $0, statement: "It is so.", source: "p") },
                problems: ProblemSet(
                    source: "p",
                    groups: [
                        ProblemSet.Group(
                            id: "g", title: "Group", means: Statement("All."), elements: ["e0", "e1"])
                    ], isolated: Statement("One."), linked: Statement("Two."), circle: Statement("Round.")))
        ])

    private static let scale = Scale(levels: ["A", "B", "C", "D"], metFrom: 1)
    private static let rating = AnswerKind.rating(
        .init(scaleID: "scale", scale: scale, descriptors: ["a.", "b.", "c.", "d."]))

    static var state: SessionState {
        SessionState(
            SessionEvent.Payload.Start(
                session: "s", title: "T", authority: nil,
                pins: InstrumentPins(
                    questionnaire: InstrumentPin(
                        id: "q", version: "1.0.0", sha256: String(repeating: "0", count: 64)), frameworks: []),
                position: "a.one"),
            at: Timestamp(milliseconds: 0), instruments: instruments)
    }
}
