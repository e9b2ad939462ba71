package import Instruments

/// What taking the newest change back, or making it again, would change.
package struct Change: Sendable {
    /// The number of the event that made the change.
    package var number: Int
    /// What would change, as it is now and as it would be.
    package var content: Content

    /// What would change, as it is now and as it would be.
    package enum Content: Sendable {
        /// What is held on questions, in the order of asking, and whether what a room holds on them changes, too.
        case answers([Answer], inRoom: Bool)
        /// What reviewers are asked to test.
        case asks(now: [String], then: [String])
        case links(now: [Link], then: [Link])
        /// The measures of the plan.
        case measures(now: [Measure], then: [Measure])
        case title(now: String, then: String)
        case authority(now: String?, then: String?)
    }

    /// What is held on a question, as it is now and as it would be; nil where nothing is.
    package struct Answer: Sendable {
        package var question: Question.ID
        package var now: AnswerRecord?
        package var then: AnswerRecord?

        /// Whether the answer itself would be another one, or none.
        package var changesResponse: Bool { now?.response != then?.response }
        /// Whether it would be to be confirmed, or be so no more.
        package var changesConfirmation: Bool {
            !changesResponse && (now?.toConfirm ?? false) != (then?.toConfirm ?? false)
        }
    }

    /// How many answers would be other ones, or be confirmed or not.
    package var answers: Int {
        guard case .answers(let answers, _) = content else { return 0 }
        return answers.count { $0.changesResponse || $0.changesConfirmation }
    }
}

extension [SessionEvent] {
    /// The numbers of the changes that were taken back and not made again.
    package var takenBack: Set<Int> {
        var numbers: Set<Int> = []
        for event in self {
            switch event.what {
            case .undone(let step, _, _): numbers.insert(step)
            case .redone(let step, _): numbers.remove(step)
            default: break
            }
        }
        return numbers
    }
}

extension SessionState {
    /// What undo would do; nil where there is nothing to take back.
    package var nextUndo: Change? { newestUndo.map(change) }

    /// The newest step that can be taken back: none of those by which the session was started.
    var newestUndo: Step? { undoSteps.last.flatMap { $0.number > startedThrough ? $0 : nil } }

    /// Whether undo would take a count out of the journal, which redo cannot bring back; and whether the room has seen it.
    package var nextUndoForgets: (count: Bool, isSeen: Bool) {
        guard let step = newestUndo?.number, let room, !room.gone(withStep: step).isEmpty else {
            return (false, false)
        }
        let votes = room.questions.values.flatMap(\.votes)
        return (true, votes.contains { $0.number == step && $0.isRevealed })
    }

    /// What redo would do; nil where there is nothing to make again.
    package var nextRedo: Change? { redoSteps.last.map(change) }

    private func change(_ step: Step) -> Change {
        let then = exchanging(step.before)
        let content: Change.Content =
            switch step.before {
            case .records(let held, let roomThen):
                .answers(
                    questionnaire.questions.map(\.id).filter(Set(held.map(\.question)).contains).map { id in
                        Change.Answer(question: id, now: records[id], then: then.records[id])
                    },
                    inRoom: roomThen.contains { $0.value != room?.questions[$0.question] })
            case .asks: .asks(now: asks, then: then.asks)
            case .links: .links(now: links, then: then.links)
            case .measures: .measures(now: measures, then: then.measures)
            case .title: .title(now: title, then: then.title)
            case .authority: .authority(now: authority, then: then.authority)
            }
        return Change(number: step.number, content: content)
    }
}
