import Disclosure
import Instruments

// What leaves the journal when a workshop is closed, in the one event that says so.

extension Room {
    /// What stands in place of the counts of a room that wants them gone: of each vote that it has seen the word that a
    /// report may tell, and of every other one nothing.
    var forgottenCounts: [SessionEvent.Payload.Substitute] {
        written.flatMap { id, tallies in
            let seen = questions[id]?.votes.last(where: \.isRevealed)?.number
            let told = releasableTally(of: id)
            return tallies.map { count in
                let isTold = count.number == seen
                return count.replaced(
                    by: Tally(
                        counts: count.tally.counts.map { _ in 0 },
                        forgotten: isTold ? told.map(ForgottenVote.init) ?? .nothing : .nothing), on: id)
            }
        }
    }

    /// Puts what stands in place of counts where they were.
    mutating func forget(_ instead: [SessionEvent.Payload.Substitute]) {
        for substitute in instead {
            guard case let (id, tally)? = substitute.what.countedVote else { continue }
            func replaced(_ old: Tally?) {
                guard let old else { return }
                released[id] = released[id]?.map { $0 == old ? tally : $0 }
            }
            replaced(written[id]?.first { $0.number == substitute.number }?.tally)
            written[id] = written[id]?.map { count in
                var count = count
                if count.number == substitute.number { count.tally = tally }
                return count
            }
            if let votes = questions[id]?.votes {
                questions[id]?.votes = votes.map { vote in
                    var vote = vote
                    if vote.number == substitute.number { vote.tally = tally }
                    return vote
                }
            }
        }
    }
}

extension SessionEvent.Payload {
    /// The question and the counts of a vote; nil for anything else.
    fileprivate var countedVote: (Question.ID, Tally)? {
        switch self {
        case .voted(let id, let tally), .recounted(let id, let tally, _): (id, tally)
        default: nil
        }
    }
}

extension SessionCommand {
    /// Whether only a workshop that is not closed can do it.
    var needsOpenRoom: Bool {
        switch self {
        case .tally, .reveal, .callSecondVote, .agree, .recordOtherView, .park, .invite, .mergePreWork,
            .agreeGroundRules:
            true
        default: false
        }
    }
}

extension [SessionEvent] {
    /// What stands for the events that hold words which the room took back, those words taken out; words that were written
    /// since stay.
    package var withoutWithdrawnWords: [SessionEvent.Payload.Substitute] {
        let contexts = wordsContexts
        var withdrawn: [Int: Question.ID] = [:]
        var undone: [Int: Question.ID] = [:]
        for event in self {
            switch event.what {
            case .wordsWithdrawn(let id): withdrawn[event.number] = id
            case .undone(let step, _, _): undone[step] = withdrawn.removeValue(forKey: step)
            case .redone(let step, _): withdrawn[step] = undone.removeValue(forKey: step)
            default: break
            }
        }
        let last = Dictionary(withdrawn.map { ($0.value, $0.key) }, uniquingKeysWith: Swift.max)
        return compactMap { event in
            guard let id = event.what.withdrawable(contexts[event.number]), event.number < last[id] ?? 0
            else { return nil }
            let rest = event.what.withoutWithdrawable
            return rest == event.what ? nil : .init(number: event.number, what: rest)
        }
    }
}

extension SessionEvent.Payload {
    /// The question whose words it holds, of those that a room can take back; nil where it holds none.
    fileprivate func withdrawable(_ context: WordsContext?) -> Question.ID? {
        switch self {
        case .noteContinued: context?.noted
        case .itemRewritten(let id, .note, _): id
        default: worded
        }
    }

    /// The event without those words.
    fileprivate var withoutWithdrawable: SessionEvent.Payload {
        switch self {
        case .noted(let id, _): return .noted(id, .removedWords)
        case .noteAdded(let id, _): return .noteAdded(id, .removedWords)
        case .noteContinued(let step, _): return .noteContinued(step: step, .removedWords)
        case .itemRewritten(let id, .note, _): return .itemRewritten(id, .note, .removedWords)
        case .otherViewRecorded(let id, _):
            return .otherViewRecorded(id, OtherView(text: .removedWords, size: .few, level: nil))
        case .agreed(let id, let agreement, _?, let position):
            return .agreed(id, agreement, note: .removedWords, position: position)
        case .parked(let id, var action, let position):
            action.text = ""
            return .parked(id, action, position: position)
        default: return self
        }
    }
}
