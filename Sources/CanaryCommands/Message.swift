import Conversation
import Reports

/// What the command line says is wrong: lower-case first letter, no full stop.
typealias Message = Wording

extension Wording {
    /// The message as it stands on standard error: `canary: FILE:LINE:COLUMN: message`, and the hint below.
    func text(at place: String?) -> String {
        let location = place.map { "\($0.visible): " } ?? ""
        let hint = hint.map { "hint: \($0)\n" } ?? ""
        return "canary: \(location)\(message)\n\(hint)"
    }
}
