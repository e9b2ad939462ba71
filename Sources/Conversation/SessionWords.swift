import Languages
import Reports
package import SessionFiles
import Sessions

extension SessionListing {
    /// The session in one line: id, title, how far it is, when it last changed.
    package var inWords: String {
        if case .sealed? = fault { return local("\(id): sealed with a passphrase.") }
        guard let counts, let title, let changed else {
            return "\(id): \(fault?.wording.message ?? local("it cannot be read"))."
        }
        let authority = authority.map { ", \($0)" } ?? ""
        let done = counts.questions - counts.unanswered
        let stage =
            switch state {
            case .complete: local("complete")
            case .signedOff: local("signed off")
            case .locked: local("open somewhere else, \(done) of \(counts.questions) answered")
            case .inProgress, .damaged:
                local("\(done) of \(counts.questions) answered, \(counts.unanswered) left")
            }
        return "\(id): \(title)\(authority). \(questionnaire?.id.firstUpper ?? ""), "
            + local("\(stage), last changed \(changed.date.inLocalWords).")
    }
}

extension String {
    fileprivate var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
