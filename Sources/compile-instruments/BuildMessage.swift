import Escaping
import Instruments

/// A line in the form that editors and build systems understand.
struct BuildMessage {
    let file: String
    let place: Place?
    let isError: Bool
    let message: String
    let hint: String?

    /// Prints `file:line:column: error: message; hint`.
    func print() {
        let place = place.map { ":\($0.line):\($0.column)" } ?? ""
        let words = hint.map { "\(message); \($0)" } ?? message
        Swift.print("\(file)\(place): \(isError ? "error" : "warning"): \(words)".visibleInSentence)
    }
}
