import Reports
package import SessionFiles
import Sessions

extension SessionListing {
    /// The session in one line: id, title, how far it is, when it last changed.
    package var inWords: String {
        guard let counts, let title, let changed else {
            return "\(id): \(fault?.wording.message ?? "it cannot be read")."
        }
        let authority = authority.map { ", \($0)" } ?? ""
        let done = counts.questions - counts.unanswered
        let stage =
            switch state {
            case .complete: "complete"
            case .locked: "open somewhere else, \(done) of \(counts.questions) answered"
            case .inProgress, .damaged: "\(done) of \(counts.questions) answered"
            }
        return "\(id): \(title)\(authority). \(questionnaire?.id.firstUpper ?? ""), \(stage), "
            + "last changed \(changed.date.inWords)."
    }
}

extension String {
    fileprivate var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
