extension String {
    /// The text on one line: line breaks and runs of white space become single spaces.
    ///
    /// It goes by scalars: a mark that follows a space is none.
    package var onOneLine: String {
        if isOnOneLine { return self }
        var line = UnicodeScalarView()
        for word in unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            if !line.isEmpty { line.append(" ") }
            line.append(contentsOf: word)
        }
        return String(line)
    }
}

extension String {
    /// Whether it is ASCII in one line, each word a space from the next, so that nothing is to be done.
    private var isOnOneLine: Bool {
        var last = UInt8(ascii: " ")
        for byte in utf8 {
            guard (0x20..<0x7F).contains(byte), byte != UInt8(ascii: " ") || last != byte else {
                return false
            }
            last = byte
        }
        return last != UInt8(ascii: " ")
    }
}
