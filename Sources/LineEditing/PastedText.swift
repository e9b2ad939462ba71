/// What a terminal hands over between the marks of a paste.
enum PastedText {
    /// The text as it was copied: lines end in LF, none at the end, and NUL is left out.
    ///
    /// A terminal sends CR for a line end, and in libedit's mode its CR and LF arrive exchanged.
    static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var previous: UInt8 = 0
        for byte in bytes where byte != 0 {
            if byte == 0x0D {
                // LF CR was CR LF.
                if previous != 0x0A { text.append(0x0A) }
            } else {
                text.append(byte)
            }
            previous = byte
        }
        while text.last == 0x0A {
            text.removeLast()
        }
        return String(decoding: text, as: UTF8.self)
    }
}
