import Disclosure
import Instruments
import Languages
package import Sessions

/// What a room sees on its wall: the question, what each level looks like, how far the vote is, and, once it is shown,
/// how it went.
///
/// Nothing that somebody typed is on it: no note, no other view, no role, no title, no words of an answer; nor is a count
/// that the room has not seen, what would tell most, or what the answers come to.
package struct WallContent: Equatable, Sendable {
    /// A level, or yes or no, with the votes for it.
    package struct Choice: Equatable, Sendable {
        /// The key or the number that names it.
        package var number: Int
        /// Its name.
        package var name: String
        /// What is seen at it; nil where the question says nothing of it.
        package var descriptor: String?
        /// How many chose it in the last vote that the room has seen; nil where nothing of one is shown.
        package var count: Int?
        /// How many chose it in the vote before that one; nil where there is none to show.
        package var before: Int?
    }

    /// Where the room is.
    package var place: String?
    /// What was agreed on the question that the room came from; nil where it is the one that is shown, or nothing was.
    package var earlier: String?
    /// What is asked; nil at the end, and while nothing is to be seen.
    package var question: String?
    /// What explains it.
    package var hint: String?
    /// What can be chosen, the lowest first.
    package var choices: [Choice] = []
    /// How far the room is with it, a sentence each.
    package var status: [String] = []
    /// How many people vote, for the length of a bar.
    package var people = 0

    /// The wall of a session.
    ///
    /// - Parameters:
    ///   - session: the workshop.
    ///   - voted: how many have voted on the keypad that goes round; nil while none does.
    ///   - isCovered: whether the curtain is drawn.
    package init(_ session: SessionState, voted: Int?, isCovered: Bool) {
        guard let room = session.room, !isCovered else {
            status = isCovered ? [local("The wall is covered.")] : []
            return
        }
        guard session.signOff == nil, room.closed == nil else {
            self = .ended
            return
        }
        let labels = Labels(session.questionnaire)
        people = room.arrangement.present ?? 0
        let id = session.position
        if let last = room.lastDiscussed, last != id, let words = Self.agreed(last, session, labels) {
            earlier = "\(labels[last].short): \(words)"
        }
        guard let id, let question = session.questionnaire.question(id) else {
            status = [local("The room has come to the end of the questions.")]
            return
        }
        let asked = session.asked.ids()
        let number = (asked.firstIndex(of: id) ?? 0) + 1
        place = local("\(labels[id].short). Question \(number) of \(asked.count).")
        self.question = question.text
        hint = question.hint
        let record = session.roomRecord(of: id)
        let seen = record.votes.filter(\.isRevealed)
        let last = seen.last.flatMap { ShownVote($0.tally, isPreWork: false).tally }
        let before = seen.count > 1 ? ShownVote(seen[0].tally, isPreWork: false).tally : nil
        choices = Self.choices(of: question, last, before)
        status = Self.status(of: question, record, session, voted: voted, shown: last)
        if let words = Self.agreed(id, session, labels) { status.append(words) }
    }

    /// The wall once the workshop is closed: nothing of it is left.
    package static var ended: WallContent { WallContent(status: [local("The workshop is closed.")]) }

    /// A wall that says something and nothing else.
    package init(status: [String]) { self.status = status }

    private static func choices(of question: Question, _ last: Tally?, _ before: Tally?) -> [Choice] {
        func count(_ tally: Tally?, _ index: Int) -> Int? {
            tally.flatMap { $0.counts.indices.contains(index) ? $0.counts[index] : nil }
        }
        switch question.kind {
        case .rating(let rating):
            return rating.scale.levels.enumerated().map { index, name in
                Choice(
                    number: index + 1, name: name,
                    descriptor: rating.descriptors.indices.contains(index) ? rating.descriptors[index] : nil,
                    count: count(last, index), before: count(before, index))
            }
        case .yesNo:
            return [local("Yes", context: "answer"), local("No", context: "answer")].enumerated().map {
                Choice(number: $0 + 1, name: $1, count: count(last, $0), before: count(before, $0))
            }
        case .choice(let options), .choices(let options):
            return options.enumerated().map { Choice(number: $0 + 1, name: $1.text) }
        case .number, .date, .text:
            return []
        }
    }

    private static func status(
        of question: Question, _ record: RoomRecord, _ session: SessionState, voted: Int?, shown: Tally?
    ) -> [String] {
        if let voted {
            let people = session.room?.arrangement.present ?? 0
            return [
                local("\(voted) of \(people) have voted."),
                local(
                    "A key, then Enter. 0 is don't know, a full stop or a comma is not applicable. Until Enter another key takes its place."
                ),
            ]
        }
        guard question.isVotedOn else { return [] }
        if record.awaitsSecondVote { return [local("The room votes once more. Think alone.")] }
        guard let vote = record.votes.last else {
            guard session.room?.arrangement.voting != .preWork, !record.isSettled else { return [] }
            return [local("Read it, and think for yourself. Nobody speaks.")]
        }
        guard vote.isRevealed else { return [local("The vote is counted, and not shown yet.")] }
        guard let shown else {
            return [local("Too few people rated, so nothing is shown. Talk about what you see.")]
        }
        return [
            record.votes.count > 1 ? local("This is the second vote.") : nil,
            local("\(shown.ratings) of \(shown.people) rated.") + " "
                + local("Don't know: \(shown.dontKnow). Not applicable: \(shown.notApplicable).")
                + (shown.blank == 0 ? "" : " " + local("Blank or spoilt: \(shown.blank).")),
            VoteShape(shown).map { local("The votes: \($0.localizedDescription).") },
        ].compactMap(\.self)
    }

    /// What the room agreed on a question, without any words that somebody typed; nil where it has come to no end.
    private static func agreed(_ id: Question.ID, _ session: SessionState, _ labels: Labels) -> String? {
        let record = session.roomRecord(of: id)
        if record.parked != nil { return local("Put off: it will be brought back.") }
        guard let agreement = record.agreement else { return nil }
        switch agreement.response {
        case nil: return Agreement.Way.notAgreed.localizedDescription
        case .dontKnow: return local("Agreed: nobody here knows.")
        case .notApplicable: return local("Agreed: it does not apply.")
        case .given(let value):
            switch value {
            case .rating, .yesNo, .choice, .choices:
                let words = labels.words(for: .given(value), to: id)
                return agreement.way == .majority
                    ? local("Agreed by a majority: \(words).") : local("Agreed: \(words).")
            case .number, .date, .text: return local("Agreed.")
            }
        }
    }
}
