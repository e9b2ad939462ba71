import Languages
import Reports
package import SessionFiles
package import Sessions

extension SessionListing {
    /// The session in one line: id, title, how far it is, when it last changed.
    ///
    /// - Parameter now: the time: a session that changed later than that was changed by a wrong clock.
    /// - Returns: the line.
    package func localizedDescription(now: Timestamp) -> String {
        if case .sealed? = fault { return local("\(id): sealed with a passphrase.") }
        guard let counts, let title, let changed else {
            return "\(id): \(fault?.errorDescription.message ?? local("it cannot be read"))."
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
            + ([local("\(stage)\(unconfirmed), last changed \(changed.date.localizedDescription).")]
            + notices(now: now))
            .joined(separator: " ")
    }
}

extension SessionListing {
    /// What is wrong with the dates of the session, a sentence each.
    package func notices(now: Timestamp) -> [String] { dates?.faults(at: now)?.localizedDescription ?? [] }
}

extension String {
    fileprivate var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}

extension ErrorDescription {
    /// That the clock of this machine says what no event can be dated by.
    package static var clockIsOff: ErrorDescription {
        ErrorDescription(
            local("the clock of this machine says a time before 1970 or after the year 9999"),
            hint: local("set the clock, and try again"))
    }
}
