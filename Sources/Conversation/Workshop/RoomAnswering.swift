import Disclosure
import Instruments
import Languages
import Reports
import Sessions

extension Conversation {
    /// What becomes of an answer that is typed in a room: its own words are put to the room, and everything else is
    /// refused, for the room agrees.
    func roomAnswer(to question: Question, _ response: Response) throws(Interruption) -> Next {
        guard question.kind == .text, case .given = response else {
            throw .problem(errorDescription(of: .roomAgrees(question.id)))
        }
        return try AgreeCommand().put(Agreement(response, by: .consent), note: nil, question, self)
    }

    /// A rejection in words, with a way out that is open in this session.
    func errorDescription(of rejection: Rejection) -> ErrorDescription {
        var errorDescription = rejection.errorDescription
        switch rejection {
        case .roomAgrees(let id) where state.questionnaire.question(id)?.kind == .text:
            errorDescription.hint = local("type the words, or :agree ? or :agree na and the reason")
        case .revealedAlready(let id) where !mayVoteAgain(on: id):
            errorDescription.hint = local("type agree, or undo where it was counted wrongly")
        case .notAskedNow where state.room != nil:
            errorDescription.hint = local("the room agrees on those answers first")
        default: break
        }
        return errorDescription
    }

    /// Whether the room could be called to a second vote: by as many people as voted first.
    func mayVoteAgain(on id: Question.ID) -> Bool {
        let record = state.roomRecord(of: id)
        guard let first = record.votes.first, record.votes.count == 1, !record.awaitsSecondVote,
            first.tally.people == state.room?.arrangement.present
        else { return false }
        return VoteShape(first.tally)?.allowsSecondVote == true
    }
}
