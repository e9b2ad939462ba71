import Foundation
import Testing

@testable import JSONText

/// A value of every shape that instruments have.
private struct Shape: Codable, Equatable {
    enum Word: String, Codable { case one, two }

    var text: String
    var whole: Int
    var number: Double
    var fact: Bool
    var absent: String?
    var words: [Word]
    var table: [String: [Int]]
    var inner: [Shape]
    var small: UInt8
}

struct JSONTextTests {
    private let encoder = JSONEncoder()

    private func shape(_ seed: Int, depth: Int = 2) -> Shape {
        let texts = ["", "plain", "a \"quoted\" \\ line\n\t\u{1}\r\u{8}\u{C}", "ŵ é 漢 😀", "/", "\u{2028}"]
        return Shape(
            text: texts[seed % texts.count], whole: seed * 7_919 - 5_000, number: Double(seed) / 3 - 1e10,
            fact: seed % 2 == 0, absent: seed % 3 == 0 ? texts[(seed + 1) % texts.count] : nil,
            words: seed % 4 == 0 ? [] : [.one, .two],
            table: ["k" + texts[(seed + 2) % texts.count]: [seed, -seed], "": []],
            inner: depth == 0 ? [] : [shape(seed + 1, depth: depth - 1), shape(seed + 2, depth: depth - 1)],
            small: UInt8(seed % 256))
    }

    @Test(arguments: 0..<60)
    func `what JSONEncoder writes is read back`(seed: Int) throws {
        let shape = shape(seed)
        for formatting in [JSONEncoder.OutputFormatting.sortedKeys, .prettyPrinted, .withoutEscapingSlashes] {
            encoder.outputFormatting = formatting
            #expect(try JSONText.decode(Shape.self, from: Array(encoder.encode(shape))) == shape)
        }
    }

    @Test(arguments: 0..<60)
    func `a value is written as JSONEncoder writes it, to the byte`(seed: Int) throws {
        let shape = shape(seed)
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(try Array(JSONText.encode(shape, .line).utf8) == Array(encoder.encode(shape)))
        encoder.outputFormatting.insert(.prettyPrinted)
        #expect(try Array(JSONText.encode(shape, .indented).utf8) == Array(encoder.encode(shape)))
    }

    @Test func `keys stand in the order of their bytes, composed or not`() throws {
        let keys = ["e\u{301}", "\u{E9}a", "z", "", "\u{7F}", "a\u{0}", "A", "a"]
        let text = try JSONText.encode(
            Dictionary(uniqueKeysWithValues: keys.map { ($0, Int?.none) }), .line)
        #expect(
            text == #"{"":null,"A":null,"a":null,"a\u0000":null,"# + "\"e\u{301}\":null,\"z\":null,"
                + "\"\u{7F}\":null,\"\u{E9}a\":null}")
    }

    @Test func `a byte order mark before the text is passed over, and nowhere else`() throws {
        #expect(try JSONText.decode([Int].self, from: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == [1])
        #expect(throws: DecodingError.self) {
            try JSONText.decode([Int].self, from: Array("[".utf8) + [0xEF, 0xBB, 0xBF] + Array("1]".utf8))
        }
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan])
    func `what JSON has no number for is not written`(number: Double) {
        #expect(throws: EncodingError.self) { try JSONText.encode([number], .line) }
    }

    @Test(arguments: [
        #"{"inner": [{"text": "a", "whole": 1}, {"text": 1}]}"#, #"{"table": {"a": [1], "b": [1, "x"]}}"#,
        #"{"text": null}"#, #"[1]"#, #"{"words": ["one", "three"]}"#,
    ])
    func `an error says where it is, as JSONDecoder does`(text: String) throws {
        func path(_ decode: () throws -> Void) -> [String] {
            do {
                try decode()
                return ["no error"]
            } catch let error as DecodingError {
                switch error {
                case .typeMismatch(_, let context), .valueNotFound(_, let context),
                    .dataCorrupted(let context):
                    return context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
                case .keyNotFound(let key, let context):
                    return (context.codingPath + [key]).map { $0.intValue.map(String.init) ?? $0.stringValue }
                @unknown default: return ["unknown"]
                }
            } catch { return ["\(error)"] }
        }
        struct Loose: Decodable {
            var inner: [Loose]?
            var table: [String: [Int]]?
            var words: [Shape.Word]?
            var text: String
        }
        let (theirs, ours) = (
            path { _ = try JSONDecoder().decode(Loose.self, from: Data(text.utf8)) },
            path { _ = try JSONText.decode(Loose.self, from: Array(text.utf8)) }
        )
        #expect(ours == theirs)
        #expect(ours != ["no error"])
    }

    @Test func `escapes stand for what they say`() throws {
        let text = #"["\u0041\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\", "\u005C"]"#
        #expect(
            try JSONText.decode([String].self, from: Array(text.utf8))
                == ["Aé😀/\u{8}\u{C}\n\r\t\"\\", "\\"])
        #expect(try JSONText.decode([String: Int].self, from: Array(#"{"\u0061": 1}"#.utf8)) == ["a": 1])
    }

    @Test(arguments: [
        "", "{", "[1,]", "[1 2]", "{\"a\" 1}", "{\"a\":}", "{a:1}", "nul", "tru", "01", "1.", "-", "1e", "+1",
        "\"",
        "\"\u{1}\"", "[\"\\x\"]", "[\"\\u12\"]", "[\"\\ud800\"]", "[\"\\ud800\\u0041\"]", "[\"\\udc00\"]",
        "[]]", "[\"\\",
        "// 1",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: DecodingError.self) { try JSONText.decode([String].self, from: Array(text.utf8)) }
    }

    @Test func `bytes that are not UTF-8, and nests without end, are refused`() {
        #expect(throws: DecodingError.self) {
            try JSONText.decode([String].self, from: [0x5B, 0x22, 0xFF, 0x22, 0x5D])
        }
        let nest = String(repeating: "[", count: 100_000)
        #expect(throws: DecodingError.self) { try JSONText.decode([String].self, from: Array(nest.utf8)) }
    }

    @Test(arguments: [
        "[1]", "{\"text\":1}", "[\"1\"]", "{\"whole\":1.5}", "{\"small\":256}", "[null]", "[true]", "7",
    ])
    func `another value than was wanted is refused`(text: String) {
        #expect(throws: DecodingError.self) { try JSONText.decode(Shape.self, from: Array(text.utf8)) }
        #expect(throws: DecodingError.self) {
            try JSONText.decode([UInt8: UInt8].self, from: Array(text.utf8))
        }
    }

    @Test func `it takes what JSONSerialization takes, and nothing else`() throws {
        encoder.outputFormatting = .sortedKeys
        let sound = Array(try encoder.encode(shape(5)))
        var accepted = 0
        for place in sound.indices {
            for byte in [
                UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: "0"), 0x20, 0xC3,
            ] {
                var bytes = sound
                bytes[place] = byte
                let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
                let ours = (try? JSONDocument(bytes)) != nil
                // Escapes are looked at when a text is made of them.
                guard !bytes.contains(UInt8(ascii: "\\")) || ours == theirs else { continue }
                #expect(ours == theirs, "\(place) \(byte)")
                accepted += ours ? 1 : 0
            }
        }
        #expect(accepted > 500)
    }

    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "9007199254740993", "-9007199254740993"])
    func `a whole number that cannot be counted on from is refused`(number: String) {
        #expect(throws: DecodingError.self) {
            try JSONText.decode([Int].self, from: Array("[\(number)]".utf8))
        }
        #expect(throws: Never.self) {
            try JSONText.decode([Int].self, from: Array("[9007199254740992]".utf8))
        }
    }
}
