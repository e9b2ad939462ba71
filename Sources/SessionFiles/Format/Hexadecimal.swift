/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Collection<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 2 * bytes.count) { digits, count in
        for byte in bytes {
            digits.initializeElement(at: count, to: digit(byte >> 4))
            digits.initializeElement(at: count + 1, to: digit(byte & 15))
            count += 2
        }
    }
}

/// Whether lower-case hexadecimal digits stand for some bytes.
func isHexadecimal(_ digits: ArraySlice<UInt8>, of bytes: UnsafeRawBufferPointer) -> Bool {
    digits.count == 2 * bytes.count
        && digits.withUnsafeBufferPointer { digits in
            bytes.indices.allSatisfy { place in
                digits[2 * place] == digit(bytes[place] >> 4)
                    && digits[2 * place + 1] == digit(bytes[place] & 15)
            }
        }
}

extension [UInt8] {
    /// The bytes that lower-case hexadecimal digits stand for; nil where they are anything else.
    init?(hexadecimal digits: some Collection<UInt8>) {
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = []
        reserveCapacity(digits.count / 2)
        var high: UInt8?
        for character in digits {
            guard let value = hexadecimalDigit(character) else { return nil }
            if let first = high {
                append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
    }
}

/// The value of a lower-case hexadecimal digit.
func hexadecimalDigit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
}

private func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
