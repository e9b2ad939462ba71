extension Sequence<UInt8> {
    /// Whether a JSON text of these bytes holds no more values than this, by the commas between them.
    func values(atMost most: Int) -> Bool {
        var (count, isInText, isEscaped) = (1, false, false)
        for byte in self {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\"") {
                isInText.toggle()
            } else if isInText {
                isEscaped = byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: ",") {
                count += 1
                if count > most { return false }
            }
        }
        return true
    }
}
