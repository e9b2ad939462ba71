import Languages
import Reports
package import SessionFiles
package import Sessions

extension SessionListing {
    /// The session in one line: id, title, how far it is, when it last changed.
    ///
    /// - Parameter now: the time: a session that changed later than that was changed by a wrong clock.
    /// - Returns: the line.
    package func inWords(now: Timestamp) -> String {
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
        let unconfirmed = toConfirm.map { $0 == 0 ? "" : ", " + local("\($0) to confirm") } ?? ""
        return "\(id): \(title)\(authority). \(questionnaire?.id.firstUpper ?? ""), "
            + (changed.isAhead(of: now)
                ? local(
                    "\(stage)\(unconfirmed), last changed in the future (\(changed.date.inLocalWords)): a clock was wrong."
                )
                : local("\(stage)\(unconfirmed), last changed \(changed.date.inLocalWords)."))
    }
}

extension String {
    fileprivate var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
