import Disclosure
import Instruments
import Languages
import Reports
import Sessions

extension Rejection {
    /// What a workshop refuses, in words; other rejections never come here.
    var roomDescription: ErrorDescription {
        switch self {
        case .notARoom(let given, .people):
            ErrorDescription(
                local("\(given) is no number of people that a room can have"),
                hint: local(
                    "type a number from \(RoomArrangement.people.lowerBound) to \(RoomArrangement.people.upperBound)"
                ))
        case .notARoom(let given, .minutes):
            ErrorDescription(
                local("\(given) is no number of minutes that a workshop can have"),
                hint: local(
                    "type a number from \(RoomArrangement.length.lowerBound) to \(RoomArrangement.length.upperBound)"
                ))
        case .nobodyPresent:
            ErrorDescription(
                local("nobody has said how many people vote"),
                hint: local("type present and the number, such as present 12"))
        case .notVotedOn(let id):
            ErrorDescription(
                local("`\(id)` is agreed on without a vote"),
                hint: local("type agree and the answer that the room agrees on"))
        case .otherCounts(let id, let given, let wanted):
            ErrorDescription(
                counted(
                    given, "count was typed, and the vote on `\(id)` has \(wanted)",
                    "counts were typed, and the vote on `\(id)` has \(wanted)"),
                hint: wanted == 2
                    ? local("type how many said yes and how many said no: tally 7 3 d2")
                    : local(
                        "type one for each level from 1 upwards, 0 where nobody chose it, then d and n: tally 1 5 0 4 d2 n1"
                    ))
        case .impossibleCount(_, let count):
            ErrorDescription(
                local("\(count) is no number of slips"),
                hint: local("count them again, and type whole numbers from 0 upwards"))
        case .doesNotAddUp(_, let slips, let present):
            ErrorDescription(
                slips < present
                    ? plural(
                        present - slips,
                        "the slips do not add up: \(present - slips) is missing for \(present) people",
                        "the slips do not add up: \(present - slips) are missing for \(present) people")
                    : plural(
                        slips - present,
                        "the slips do not add up: \(slips - present) is too many for \(present) people",
                        "the slips do not add up: \(slips - present) are too many for \(present) people"),
                hint: local(
                    "count again, don't know and not applicable included, or type present and the number"))
        case .revealedAlready(let id):
            ErrorDescription(
                local("the vote on `\(id)` is counted, and the room has seen it"),
                hint: local("type revote to vote once more, or undo where it was counted wrongly"))
        case .notCounted(let id):
            ErrorDescription(
                local("there is no vote on `\(id)` to show"),
                hint: local("type tally and the counts first"))
        case .notRevealed(let id):
            ErrorDescription(
                local("the room has voted on `\(id)` and not seen the votes"),
                hint: local("type reveal first"))
        case .noSecondVote(_, .noRating?), .noSecondVote(_, .tooFew?):
            ErrorDescription(
                local("too few rated for a second vote to say more"), hint: local("talk, then agree or park"))
        case .noSecondVote(_, let shape?):
            ErrorDescription(
                local("there is nothing to vote on again: the votes are \(shape.localizedDescription)"),
                hint: local("type agree, or park"))
        case .noSecondVote(_, nil):
            ErrorDescription(
                local("this question has no scale of four levels, so there is no second vote"),
                hint: local("talk, then agree or park"))
        case .votedTwice(let id):
            ErrorDescription(
                local("the room has voted twice on `\(id)`, and does not vote again"),
                hint: local("agree in words, type agree none, or park"))
        case .otherPeople(_, let first, let now):
            ErrorDescription(
                local(
                    "\(first) people voted first, and \(now) are present now: the two votes cannot be compared"
                ),
                hint: local("agree in words, or park; present and the number says how many are there"))
        case .roomAgrees:
            ErrorDescription(
                local("in a workshop the room agrees on the answer"),
                hint: local(
                    "type agree and what everyone can live with, also agree ? or agree na and the reason; tally takes the counts of a vote"
                ))
        case .parkedForNobody:
            ErrorDescription(
                local("what is parked needs a role that brings it back, and a date"),
                hint: local("such as: park by head of quality 2026-12-15"))
        case .noWords(let id):
            ErrorDescription(local("there are no words on `\(id)` to take back"))
        case .invitedSession:
            ErrorDescription(
                local("answers for a workshop stay with the questions that the workshop asks"),
                hint: local("ask the facilitator for another file"))
        case .tooFewPeople(let count):
            ErrorDescription(
                counted(
                    count, "person answered, and nothing of fewer than \(PreWork.fewest) is kept",
                    "people answered, and nothing of fewer than \(PreWork.fewest) is kept") + "; "
                    + counted(PreWork.fewest - count, "more is needed", "more are needed"),
                hint: local(
                    "nothing was merged, and the files can still be opened: merge all of them once the others are there"
                ))
        case .fewerThanInvited(let count, let invited):
            ErrorDescription(
                local(
                    "\(count) of \(invited) who were invited answered, and a workshop merges once: files that come later can never be opened"
                ),
                hint: local("wait for the others, or add --yes to go on without them"))
        case .moreThanInvited(let count, let invited):
            ErrorDescription(
                local(
                    "\(count) people's files came back, and \(invited) were invited: some of them were made up"
                ),
                hint: local(
                    "nothing was merged; ask who sent each file, and leave out those that nobody sent"))
        case .mergedAlready(let hasKey):
            ErrorDescription(
                local("what people answered beforehand is merged already, and a workshop merges once"),
                hint: hasKey
                    ? local(
                        "version 0.1 merged it and kept the key that opens the files; canary merge SESSION --burn-key removes it"
                    ) : local("what was merged stands"))
        case .keyBurnt:
            ErrorDescription(
                local("the key that opened answers given beforehand is gone for good"),
                hint: local("nothing more can be merged here; another workshop can invite anew"))
        case .noKey:
            ErrorDescription(
                local("nobody was invited to this workshop"),
                hint: local("canary invite makes files to send"))
        case .sharedLess(nil):
            ErrorDescription(
                local(
                    "the room has voted before it was said what reports may show, so that they show what is agreed and nothing of its votes"
                ))
        case .sharedLess(let share?):
            ErrorDescription(
                local("the room has voted on the understanding that reports show \(share.rawValue)"),
                hint: local("it can show less from here on, and not more"))
        default:
            ErrorDescription(
                local("the session is no workshop"), hint: local("canary start --workshop begins one"))
        }
    }
}
