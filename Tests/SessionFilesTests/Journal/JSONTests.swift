import FoundationEssentials
import TestSupport
import Testing

@testable import SessionFiles

@Suite struct `Our JSON` {
    @Test(arguments: [
        ("null", JSON.null), ("true", .bool(true)), ("false", .bool(false)), ("0", .number(0)),
        ("-0.5e-3", .number(-0.0005)), (#""""#, .string("")), ("[]", .array([])), ("{}", .object([])),
        (#" [ 1 , "a" ] "#, .array([.number(1), .string("a")])),
        (#""\"\\\/\b\f\n\r\t\u0041\ud83d\uDE00""#, .string("\"\\/\u{8}\u{C}\n\r\tA😀")),
        (#"{"b":1,"a":{"c":null}}"#, .members(["b": .number(1), "a": .members(["c": .null])])),
    ])
    func `reads what is JSON`(text: String, value: JSON) throws {
        #expect(try JSON(Array(text.utf8)[...]) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "True", "01", "+1", "1.", ".5", "1e", "-", "0x10", "NaN", "1e999", "\"", "\"\\\"",
        "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\u{1}\"", "[1,]",
        "[1 2]",
        "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "[", "]", "{", "1 2", "'a'", "[\n",
    ])
    func `refuses what is not`(text: String) {
        #expect(throws: JSON.Malformed.self) { try JSON(Array(text.utf8)[...]) }
    }

    @Test func `refuses bytes that are no text`() {
        #expect(throws: JSON.Malformed(offset: 1)) { try JSON([0x22, 0xC3, 0x22]) }
        #expect(throws: JSON.Malformed(offset: 1)) { try JSON([0x22, 0xED, 0xA0, 0x80, 0x22]) }
    }

    @Test(arguments: [1, 15, 16, 17, 200_000])
    func `reads an object of many keys, and finds the one that comes twice`(count: Int) throws {
        let keys = (0..<count).map { "\"k\($0)\":\($0)" }
        guard case .object(let members) = try JSON(Array("{\(keys.joined(separator: ","))}".utf8)[...]) else {
            Issue.record("no object")
            return
        }
        #expect(members.count == count)
        #expect(members.last?.key == "k\(count - 1)")
        for place in Set([0, count / 2, count - 1]) {
            let start = "{\(keys.joined(separator: ",")),"
            #expect(throws: JSON.Malformed(offset: start.utf8.count)) {
                try JSON(Array("\(start)\"k\(place)\":0}".utf8)[...])
            }
        }
    }

    @Test func `comes to an end in a nest of any depth`() {
        let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
        #expect(throws: JSON.Malformed(offset: 32)) { try JSON(deep[...]) }
    }

    @Test func `agrees with another reader on every number`() throws {
        var random = SplitMix(seed: 5)
        for _ in 0..<5_000 {
            let number = Double(bitPattern: random.next())
            guard number.isFinite else { continue }
            let bytes = JSON.number(number).bytes
            #expect(try JSON(bytes[...]) == .number(number))
            #expect(
                try JSONDecoder().decode([Double].self, from: Data("[".utf8 + bytes + "]".utf8)) == [number])
        }
    }

    @Test func `agrees with another reader on every character`() throws {
        for scalar in (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap(Unicode.Scalar.init)
        where scalar.value < 0x3000 || scalar.value % 97 == 0 {
            let text = "a\(Character(scalar))b"
            let bytes = JSON.string(text).bytes
            guard try JSON(bytes[...]) == .string(text),
                try JSONDecoder().decode([String].self, from: Data("[".utf8 + bytes + "]".utf8)) == [text],
                !bytes.contains(UInt8(ascii: "\n"))
            else {
                Issue.record("U+\(String(scalar.value, radix: 16))")
                return
            }
        }
    }

    @Test func `never traps on a byte that was changed`() throws {
        let text = Array(#"{"a":[1,-2.5e3,"x\u00e9\n"],"b":{"c":true,"d":null}}"#.utf8)
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[index] = byte
                _ = try? JSON(changed[...])
                _ = try? JSON(changed[...index])
            }
        }
    }
}
