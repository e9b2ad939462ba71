/// Writes HTML in which no text is ever live.
struct Markup {
    /// What has been written.
    private(set) var source = ""

    /// Adds an element.
    ///
    /// - Parameters:
    ///   - name: the element's name.
    ///   - attributes: names and values; a value is escaped, and an empty one stands for a switch that is on.
    ///   - content: writes what is in it.
    mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], _ content: (inout Markup) -> Void
    ) {
        open(name, attributes)
        content(&self)
        source += "</\(name)>"
    }

    /// Adds an element that holds a text.
    mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        open(name, attributes)
        self.text(text)
        source += "</\(name)>"
    }

    /// Adds an element that holds nothing and has no end.
    mutating func void(_ name: String, _ attributes: [(String, String)] = []) {
        open(name, attributes)
    }

    /// Adds a text.
    mutating func text(_ text: String) {
        source += text.escapedForMarkup
    }

    /// Adds source that is known to be sound: a style, a script, or markup that was written before.
    mutating func trusted(_ markup: String) {
        source += markup
    }

    private mutating func open(_ name: String, _ attributes: [(String, String)]) {
        source += "<\(name)"
        for (name, value) in attributes {
            source += value.isEmpty ? " \(name)" : " \(name)=\"\(value.escapedForMarkup)\""
        }
        source += ">"
    }
}

extension String {
    /// The text as it may stand between tags and within quotation marks; what steers a terminal or turns the
    /// direction of the text is shown.
    var escapedForMarkup: String {
        let text = visible
        guard text.utf8.contains(where: \.isLiveInMarkup) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension UInt8 {
    fileprivate var isLiveInMarkup: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
