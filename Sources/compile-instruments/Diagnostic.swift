import Instruments

/// A line in the form that editors and build systems understand.
struct Diagnostic {
    let file: String
    let place: Place?
    let isError: Bool
    let message: String
    let hint: String?

    /// Prints `file:line:column: error: message; hint`.
    func print() {
        let place = place.map { ":\($0.line):\($0.column)" } ?? ""
        let words = hint.map { "\(message); \($0)" } ?? message
        Swift.print("\(file)\(place): \(isError ? "error" : "warning"): \(words)".printable)
    }
}

extension String {
    /// The text without characters that steer a terminal or turn the direction of the text.
    fileprivate var printable: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        return String(scalars)
    }
}
