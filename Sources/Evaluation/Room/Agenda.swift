import Instruments
package import Sessions

/// What a room can do in the time that it has: the questions that can still change the headline or a signature, those that
/// are most worth its time first.
package struct Agenda: Equatable, Sendable {
    /// The questions that fit, in the order in which to take them.
    package var items: [TriageItem] = []
    /// The questions that matter and do not fit.
    package var left: [TriageItem] = []
    /// The open questions that change neither the headline nor a signature any more.
    package var others = 0

    /// The minutes that what fits takes.
    package var minutes: Int { items.reduce(0) { $0 + $1.minutes } }
    /// The minutes that all that matters takes.
    package var wanted: Int { minutes + left.reduce(0) { $0 + $1.minutes } }

    /// The agenda of a workshop.
    ///
    /// A question with a vote or with what people answered beforehand comes first, by how the votes lie; of the others the
    /// most telling. What was carried over from an earlier session and is not confirmed counts as open.
    ///
    /// - Parameters:
    ///   - session: the workshop.
    ///   - minutes: how long the room has for its questions; nil takes all that matter.
    package init(_ session: SessionState, within minutes: Int?) {
        let open = triage(session).filter { session.isOpen($0.question) }
        let rank = session.rankByWorth()
        // Triage has put what is voted on in order; what nobody voted on is taken by how telling it is.
        let known = open.filter { rank[$0.question] != nil }
        let unvoted = known.filter { $0.reason == .noVote }
            .sorted { (rank[$0.question] ?? 0) < (rank[$1.question] ?? 0) }
        let wanted = known.filter { $0.reason != .noVote } + unvoted
        others = open.count - wanted.count
        var used = 0
        for item in wanted {
            if let minutes, used + item.minutes > minutes {
                left.append(item)
            } else {
                used += item.minutes
                items.append(item)
            }
        }
    }
}

extension SessionState {
    /// Whether a room still has to come to a question.
    fileprivate func isOpen(_ id: Question.ID) -> Bool {
        !roomRecord(of: id).isSettled && (response(to: id) == nil || isUnconfirmed(id))
    }

    /// The questions that can change the headline, another result or a signature, each with its place: those that can
    /// change the headline first, the most telling at the front.
    fileprivate func rankByWorth() -> [Question.ID: Int] {
        let findings = evaluate(
            instruments, responses: responses.filter { !isUnconfirmed($0.key) }, links: links)
        var telling = findings.openQuestions.map(\.question)
        for table in findings.tables where !table.isSettled {
            for ground in table.open { telling += ground.questions }
        }
        for signature in findings.signatures?.signatures ?? [] where signature.possible.count > 1 {
            telling += signature.unknown
        }
        var rank: [Question.ID: Int] = [:]
        for id in telling where rank[id] == nil { rank[id] = rank.count }
        return rank
    }
}
