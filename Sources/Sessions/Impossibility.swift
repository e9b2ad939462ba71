import Disclosure
package import Instruments

/// Why an event can be none that `decide` made, though its line is sound: somebody wrote it by hand.
package enum Impossibility: Equatable, Sendable {
    /// The questionnaire has no such question.
    case unknownQuestion(Question.ID)
    /// The answer is none that the question takes.
    case unfitting(Question.ID)
    /// It answers a question twice at once.
    case answeredTwice(Question.ID)
    /// It takes back, makes again or goes on with another change than the newest.
    case notNewest(step: Int)
    /// The session is signed off.
    case signedOff
    /// The session is not signed off.
    case notSignedOff
    /// There is no review of that number.
    case noReview(Int)
    /// The session is no workshop.
    case noWorkshop
    /// Nobody has voted on the question.
    case notCounted(Question.ID)
    /// A problem leads to itself.
    case selfLink
}

extension SessionState {
    /// Why an event cannot follow, whatever version wrote it; nil where it can.
    ///
    /// It says less than `decide`: only what no fold is defined for. Of a session that lacks events, or has some of a later
    /// version, nobody can say.
    package func impossibility(of event: SessionEvent) -> Impossibility? {
        guard !isReadOnly, lost.isEmpty else { return nil }
        if signOff != nil, !event.what.goesOnBehindSignOff { return .signedOff }
        if room == nil, event.what.isOfARoom { return .noWorkshop }
        switch event.what {
        case .answered(let entries, _):
            return impossibility(of: entries)
        case .cleared(let id), .noted(let id, _), .noteAdded(let id, _), .evidenceAdded(let id, _),
            .strengthAdded(let id, _), .concernAdded(let id, _), .actionAdded(let id, _),
            .themeAdded(let id, _), .themeRemoved(let id, _), .confidentialitySet(let id, _),
            .actionChanged(let id, _), .itemRemoved(let id, _), .itemRewritten(let id, _, _),
            .secondVoteCalled(let id), .parked(let id, _, _), .wordsWithdrawn(let id):
            return unknown([id])
        case .confirmed(let ids, _):
            return unknown(ids)
        case .agreed(let id, let agreement, _, _):
            return unfitting(agreement.response, to: id)
        case .otherViewRecorded(let id, let view):
            return unfitting(view.level.map { .given(.rating($0)) }, to: id)
        case .voted(let id, let tally), .recounted(let id, let tally, _):
            guard let question = questionnaire.question(id) else { return .unknownQuestion(id) }
            return question.kind.voteCounts == tally.counts.count ? nil : .unfitting(id)
        case .revealed(let id):
            return unknown([id]) ?? (roomRecord(of: id).votes.isEmpty ? .notCounted(id) : nil)
        case .noteContinued(let step, _):
            return undoSteps.last?.number == step && undoSteps.last?.noted != nil
                ? nil : .notNewest(step: step)
        case .undone(let step, _, _):
            return undoSteps.last?.number == step ? nil : .notNewest(step: step)
        case .redone(let step, _):
            return redoSteps.last?.number == step ? nil : .notNewest(step: step)
        case .reopened:
            return signOff == nil ? .notSignedOff : nil
        case .reviewFiled(let review, let replaced):
            if let replaced, filedReview(replaced) == nil { return .noReview(replaced) }
            return unknown(review.entries.map(\.question))
        case .reviewWithdrawn(let number):
            return filedReview(number) == nil ? .noReview(number) : nil
        case .linked(let link):
            return link.from == link.to ? .selfLink : nil
        case .started, .reviewersAsked, .measureSet, .measureRemoved, .askRemoved, .askRewritten, .unlinked,
            .titled, .authorityNamed,
            .migrated, .signedOff, .released,
            .roomArranged, .groundRulesAgreed, .invited, .preWorkMerged, .merged, .keyBurnt, .roomClosed,
            .preWorkErased,
            .redacted, .lost, .summarised, .moved, .unrecognised:
            return nil
        }
    }

    private func impossibility(of entries: [SessionEvent.Payload.AnswerEntry]) -> Impossibility? {
        var seen: Set<Question.ID> = []
        for entry in entries {
            if let found = unfitting(entry.response, to: entry.question) { return found }
            guard seen.insert(entry.question).inserted else { return .answeredTwice(entry.question) }
        }
        return nil
    }

    private func unknown(_ ids: [Question.ID]) -> Impossibility? {
        ids.first { questionnaire.question($0) == nil }.map { .unknownQuestion($0) }
    }

    private func unfitting(_ response: Response?, to id: Question.ID) -> Impossibility? {
        guard let question = questionnaire.question(id) else { return .unknownQuestion(id) }
        guard let response else { return nil }
        return (try? fitted(response, to: question)) == nil ? .unfitting(id) : nil
    }
}

extension SessionEvent.Payload {
    /// Whether it leaves everything that was signed off as it is, as the commands that lead to it do.
    fileprivate var goesOnBehindSignOff: Bool {
        switch self {
        case .reopened, .released, .reviewFiled, .reviewWithdrawn, .keyBurnt, .roomClosed, .preWorkErased,
            .redacted,
            .lost, .actionChanged, .measureSet,
            .summarised, .moved, .unrecognised:
            true
        case .started, .answered, .cleared, .noted, .noteAdded, .noteContinued, .evidenceAdded,
            .strengthAdded, .itemRemoved, .itemRewritten, .askRemoved, .askRewritten, .measureRemoved,
            .concernAdded, .actionAdded, .themeAdded, .themeRemoved, .confidentialitySet, .reviewersAsked,
            .linked, .unlinked, .titled, .authorityNamed, .migrated, .signedOff, .roomArranged,
            .groundRulesAgreed, .voted, .recounted, .revealed, .secondVoteCalled, .agreed, .otherViewRecorded,
            .parked, .wordsWithdrawn, .invited, .preWorkMerged, .merged, .undone, .redone, .confirmed:
            false
        }
    }

    /// Whether only a workshop has it.
    fileprivate var isOfARoom: Bool {
        switch self {
        case .roomArranged, .groundRulesAgreed, .voted, .recounted, .revealed, .secondVoteCalled, .agreed,
            .otherViewRecorded, .parked, .wordsWithdrawn, .invited, .preWorkMerged, .merged, .keyBurnt,
            .roomClosed,
            .preWorkErased:
            true
        case .started, .answered, .cleared, .noted, .noteAdded, .noteContinued, .evidenceAdded,
            .strengthAdded, .actionChanged, .itemRemoved, .itemRewritten, .askRemoved, .askRewritten,
            .measureSet, .measureRemoved,
            .concernAdded, .actionAdded, .themeAdded, .themeRemoved, .confidentialitySet, .reviewersAsked,
            .linked, .unlinked, .titled, .authorityNamed, .migrated, .signedOff, .reopened, .released,
            .reviewFiled, .reviewWithdrawn, .redacted, .lost, .summarised, .moved, .undone, .redone,
            .confirmed,
            .unrecognised:
            false
        }
    }
}
