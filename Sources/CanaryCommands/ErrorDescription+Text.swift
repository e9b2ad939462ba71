import Conversation
import Escaping
import Reports

extension ErrorDescription {
    /// The message as it stands on standard error: `canary: FILE:LINE:COLUMN: message`, and the hint below.
    ///
    /// Whatever was put into it, an argument or the name of a file, it is one line, and the hint another.
    func text(at place: String?) -> String {
        let location = place.map { "\($0.cutToBeRead): " } ?? ""
        let hint = hint.map { "hint: \($0)".visibleInSentence + "\n" } ?? ""
        return "canary: \(location)\(message)".visibleInSentence + "\n" + hint
    }
}
