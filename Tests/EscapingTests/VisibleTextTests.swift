import Escaping
import Foundation
import Sessions
import Testing

@testable import Reports

/// What users wrote, made safe to print.
struct VisibleTextTests {
    @Test
    func `control and bidirectional characters become visible escapes`() {
        #expect("a\u{1B}[31mb".visible == "a\\u{1B}[31mb")
        #expect("x\u{202E}y\u{2066}".visible == "x\\u{202E}y\\u{2066}")
        #expect("two\nlines".visible == "two\nlines")
        #expect("Nhŷ'r café 家".visible == "Nhŷ'r café 家")
    }

    @Test func `JSON holds them as escapes, and reads back as it was`() throws {
        let hostile = "a\u{9B}2J\u{202E}b\u{FFFE}c\u{E0041}d\u{7F}é家\n\"q\""
        let text = try JSONExporter.text(of: ["words": hostile])
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || String($0).visible == String($0) })
        #expect(try JSONDecoder().decode([String: String].self, from: Data(text.utf8)) == ["words": hostile])
    }

    @Test func `a reviewer's file and the sheet of a page are JSON of that kind, too`() throws {
        let hostile = "a\u{9B}2J\u{202E}b\u{FFFE}c\u{E0041}d\u{7F}é家"
        var review = ReviewFile(
            of: ReviewSheet.Cover(
                pack: "p", session: "s", title: hostile, questionnaireTitle: "Q",
                questionnaire: InstrumentPin(id: "q", version: "1.0.0", sha256: "")))
        review.role = hostile
        review.answers = [
            .init(
                question: "a.b", verdict: "agree", own: nil, comment: hostile, seen: hostile, test: hostile)
        ]
        var random = SystemRandomNumberGenerator()
        let bytes = try #require(review.bytes(seal: nil, &random))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || String($0).visible == String($0) })
        let read = try ReviewFile(bytes) { nil }
        #expect(read.role == hostile && read.answers == review.answers)
        #expect("[\"é\u{202E}\u{1F600}\"]".asciiInJSON == "[\"\\u00e9\\u202e\\ud83d\\ude00\"]")
    }
}

/// Line breaks and runs of white space, each as one space.
struct OneLineTests {
    @Test func `every text comes out as if each of its characters had been looked at`() {
        let characters = ["a", "b", " ", "\n", "\t", "\u{A0}", "é", "\u{2028}", "\u{1F}"]
        for number in 0..<6_561 {
            let text = [number % 9, number / 9 % 9, number / 81 % 9, number / 729].map { characters[$0] }
                .joined()
            #expect(text.onOneLine == text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
        #expect("".onOneLine == "" && "one line".onOneLine == "one line")
        #expect("a \u{200D}b \u{301}".onOneLine == "a \u{200D}b \u{301}", "no mark is lost with a space")
    }
}
