import Disclosure
import Evaluation
import Instruments
import Languages
package import Sessions

/// What a room said, as far as an audience may see it.
struct RoomProjection {
    /// The fewest questions over which a room's agreement is measured.
    private static let leastItems = 5

    let session: SessionState
    let labels: Labels
    let audience: Audience
    let purpose: Purpose

    /// What the room said on a question; nil where the session is no workshop, and where it said nothing.
    func text(on id: Question.ID) -> RoomText? {
        guard let record = session.room?.questions[id] else { return nil }
        let votes = record.votes.filter(\.isRevealed)
        var text = RoomText(
            agreement: record.agreement?.way, votes: votes.isEmpty ? 0 : 1, shape: nil, counts: nil,
            dontKnow: nil, withheld: nil, otherView: nil, parked: nil)
        // Of a first vote that was followed by a second nothing is told, nor what lies between them.
        let told = session.releasedVote(on: id, for: purpose)
        switch told {
        case .votes(let word, let counts, let dontKnow):
            text.shape = word
            text.counts = counts
            text.dontKnow = dontKnow
        case .withheld(let reason): text.withheld = reason
        case nil: break
        }
        if let view = record.otherView, session.room?.share != .agreed {
            // How many is of the votes and leaves the room as they do; the level beside the one agreed could name
            // the ballot of one person, and stays.
            let isTold = if case .votes = told { true } else { false }
            text.otherView = RoomText.OtherViewText(text: view.text, size: isTold ? view.size : nil)
        }
        text.parked = record.parked.map { parked in
            ActionText(parked, on: labels[id], finding: nil, today: CalendarDate(daysSince1970: 0))
        }
        return text
    }

    /// How the room came to its answers; nil where the session is no workshop.
    func report(_ disagreements: [Disagreement], _ findings: Findings) -> RoomReportText? {
        guard let room = session.room else { return nil }
        return RoomReportText(
            sentences: sentences(room), deciding: deciding(disagreements, findings),
            notAgreed: session.asked.ids().filter {
                room.questions[$0]?.agreement?.way == .notAgreed
            }.map { labels[$0] },
            alpha: alpha(room))
    }

    /// What of the votes is not in the report, and why.
    func leftOut() -> [Pack.LeftOut] {
        guard let room = session.room, audience.showsAnswers else { return [] }
        let told = session.asked.questions.compactMap { session.releasedVote(on: $0.id, for: purpose) }
        return ReleasedVote.Reason.allCases.compactMap { reason in
            let count = told.filter { $0 == .withheld(reason) }.count
            return count == 0
                ? nil
                : Pack.LeftOut(
                    what: plural(count, "vote", "votes"), count: count, why: reason.localizedDescription)
        }
            + (room.share == .counts ? [countsLeftOut(told)].compactMap(\.self) : [])
    }

    private func countsLeftOut(_ told: [ReleasedVote]) -> Pack.LeftOut? {
        let count = told.filter { if case .votes(_, nil, _) = $0 { true } else { false } }.count
        return count == 0
            ? nil
            : Pack.LeftOut(
                what: plural(count, "count of votes", "counts of votes"), count: count,
                why: local(
                    "Fewer than \(MinimumFrequency.counts) rated, or a count was of fewer than \(MinimumFrequency.standard)."
                ))
    }

    private func sentences(_ room: Room) -> [String] {
        let share =
            switch room.share {
            case .agreed: local("It shares what it agreed, and nothing of its votes.")
            case .shape: local("It shares in a word how its votes lie, and no counts.")
            case .counts: local("It shares the counts of its votes, where they are many enough.")
            }
        return [
            local("These answers were agreed in a workshop. Of its votes only counts are stored."),
            room.groundRules == nil ? local("No ground rules were agreed at the prompt.") : nil,
            voting(room), share,
            room.preWork.flatMap { work in
                work.hasCounts
                    ? local(
                        "\(work.people) people answered alone before it, which told the room where to begin.")
                    : nil
            },
            carriedOver(room), session.notForTheRoomDescription(labels),
        ].compactMap(\.self)
    }

    /// That some answers are from an earlier session, and not what this room agreed; nil where none are.
    private func carriedOver(_ room: Room) -> String? {
        let count = session.asked.ids().count {
            session.response(to: $0) != nil && session.records[$0]?.origin == .inherited
        }
        return count == 0
            ? nil
            : plural(
                count, "\(count) of them is from an earlier session, and this room has not agreed on it.",
                "\(count) of them are from an earlier session, and this room has not agreed on them.")
    }

    /// How the room voted, by what was said when each vote was counted; nil where that tells nothing for certain.
    private func voting(_ room: Room) -> String? {
        let votes = room.questions.values.flatMap(\.votes).filter(\.isRevealed)
        guard !votes.isEmpty else {
            return room.arrangement.voting == .preWork && room.preWork?.hasCounts == true
                ? local("The room did not vote again; people had answered beforehand.") : nil
        }
        switch (votes.contains { $0.voting == .slips }, votes.contains { $0.voting == .cards }) {
        case _ where votes.contains { $0.voting == nil || $0.voting == .preWork }: return nil
        case (true, true):
            return local("The room voted in part on slips of paper, in part by cards held up.")
        case (true, false):
            return local(
                "The room voted on slips of paper, which two people counted; votes were hidden until then.")
        case (false, true): return local("The room voted by cards, held up at one time.")
        case (false, false): return nil
        }
    }

    private func deciding(
        _ disagreements: [Disagreement], _ findings: Findings
    ) -> [RoomReportText.DecidingText] {
        guard let table = findings.tier?.table else { return [] }
        func titles(_ ids: [Outcome.ID]) -> [String] {
            table.outcomes.filter { ids.contains($0.id) }.map(\.title)
        }
        return disagreements.compactMap { disagreement in
            RoomReportText.DecidingText(
                question: labels[disagreement.question], withLow: titles(disagreement.withLow),
                withHigh: titles(disagreement.withHigh))
        }
    }

    private func alpha(_ room: Room) -> Double? {
        let items = session.asked.questions.compactMap { question -> Tally? in
            // Where counts are kept back, a number made of them would tell them.
            guard case .votes(_?, _?, _) = session.releasedVote(on: question.id, for: purpose) else {
                return nil
            }
            return room.releasableTally(of: question.id)
        }
        guard items.count >= Self.leastItems, let alpha = krippendorffsAlpha(items) else { return nil }
        return (alpha * 100).rounded() / 100
    }
}

extension VoteShape {
    /// How the votes lie, within a sentence.
    package var localizedDescription: String {
        switch self {
        case .noRating: local("nobody rated")
        case .tooFew: local("too few rated to say how the votes lie")
        case .unanimous: local("unanimous")
        case .strong: local("strong agreement, all within one level")
        case .close: local("close, all within one level")
        case .twoCamps: local("two camps")
        case .loneOutlier: local("one vote apart from all others")
        case .spread: local("spread")
        }
    }
}

extension ReleasedVote.Word {
    /// How the votes lie, within a sentence.
    package var localizedDescription: String {
        switch self {
        case .together: local("together, but perhaps for one or a few")
        case .apart: local("apart")
        case .twoCamps: local("two camps")
        }
    }
}

extension Agreement.Way {
    /// How it was agreed, as a sentence.
    package var localizedDescription: String {
        switch self {
        case .consent: local("Agreed by consent: everyone can live with it.")
        case .majority: local("Agreed by a majority.")
        case .notAgreed: local("The room does not agree on this, and gives no answer.")
        }
    }
}

extension OtherView.Size {
    /// How many, in the only words that are kept.
    package var localizedDescription: String {
        switch self {
        case .few: local("A few see it otherwise")
        case .several: local("Several see it otherwise")
        }
    }
}

extension RoleGroup {
    /// The group in words.
    package var localizedDescription: String {
        switch self {
        case .members: local("members")
        case .corporate: local("the corporate centre")
        case .leaders: local("leaders of children's services")
        case .middleManagers: local("middle managers")
        case .frontLine: local("the front line")
        case .partners: local("partners")
        }
    }
}

extension ReleasedVote.Band {
    /// How many do not know, as a sentence; nil where nothing is told of them.
    package var localizedDescription: String? {
        switch self {
        case .few: nil
        case .some: local("Some do not know.")
        case .third: local("A third or more do not know.")
        }
    }
}

extension ReleasedVote.Reason {
    /// Why nothing of a vote is told, as a sentence.
    package var localizedDescription: String {
        switch self {
        case .notShared: local("The room shares what it agreed, and nothing of its votes.")
        // What is repeated is true of the vote that the earlier report spoke of, and may not be of this one any more.
        case .fewRated:
            local(
                "Fewer than \(MinimumFrequency.standard) rated, or did when a report first spoke of the vote."
            )
        case .secondVote: local("A second vote was called, and the room has not seen it.")
        case .notOnRecord:
            local("No report has told them yet; canary export writes one and puts it on record.")
        }
    }
}
