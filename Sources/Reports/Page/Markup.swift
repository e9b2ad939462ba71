import Escaping

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
        source += HTMLText.escaped(text)
    }

    /// Adds source that is known to be sound: a style, a script, or markup that was written before.
    mutating func trusted(_ markup: String) {
        source += markup
    }

    /// What people type into. Without these a browser writes it to its disk, to restore tabs after a crash, and may send it to
    /// a service that looks at spelling.
    private static let controls = ["input", "select", "textarea"]
    private static let unkept = [("autocomplete", "off"), ("spellcheck", "false")]

    private mutating func open(_ name: String, _ attributes: [(String, String)]) {
        source += "<\(name)"
        for (name, value) in attributes + (Self.controls.contains(name) ? Self.unkept : []) {
            source += value.isEmpty ? " \(name)" : " \(name)=\"\(HTMLText.escaped(value))\""
        }
        source += ">"
    }
}
