/// A text as one Swift string literal that needs no escapes.
struct SwiftLiteral {
    /// The literal's source code.
    let source: String

    /// Puts as many number signs around the text as it needs.
    ///
    /// - Parameter text: a text without line breaks, such as JSON.
    init(_ text: String) {
        var longest = 0
        var run = 0
        var isCounting = false
        for character in text.utf8 {
            switch character {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): (isCounting, run) = (true, 0)
            case UInt8(ascii: "#") where isCounting: run += 1
            default: isCounting = false
            }
            if isCounting { longest = max(longest, run) }
        }
        let signs = String(repeating: "#", count: longest + 1)
        source = "\(signs)\"\(text)\"\(signs)"
    }
}
