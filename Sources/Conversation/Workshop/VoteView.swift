import Disclosure
import Escaping
import Evaluation
import Instruments
import Languages
import Reports
import Sessions
import Terminal

/// A vote as the room sees it: words and numbers, the highest level first; of too few ratings neither.
struct VoteView {
    /// What of the vote may be shown.
    let shown: ShownVote
    let question: Question
    /// Whether people answered alone, before the workshop; then nobody is to learn how few did not know.
    let isPreWork: Bool

    /// A view of what may be shown of a vote.
    init(_ tally: Tally, on question: Question, isPreWork: Bool) {
        shown = ShownVote(tally, isPreWork: isPreWork)
        self.question = question
        self.isPreWork = isPreWork
    }

    /// The lines with a label each, and the sentences after them.
    func show(on screen: Screen) throws(OutputFault) {
        if let tally = shown.tally {
            try showCounts(tally, on: screen)
        } else {
            try screen.say(
                isPreWork
                    ? local(
                        "Fewer than \(PreWork.fewest) people rated it beforehand, so no count of them is kept or shown."
                    )
                    : local("Too few people rated, so nothing is shown. Talk about what you see."))
        }
        if shown.isMostlyUnknown {
            try screen.say(
                local(
                    "A third or more do not know. Who could find out? This may be one to park."), as: .problem
            )
        }
        if let tally = shown.tally { try screen.say(sentences(tally).joined(separator: " ")) }
    }

    private func showCounts(_ tally: Tally, on screen: Screen) throws(OutputFault) {
        switch question.kind {
        case .rating(let rating):
            for (index, name) in rating.scale.levels.enumerated().reversed() {
                let count = tally.counts.indices.contains(index) ? tally.counts[index] : 0
                try screen.say("\(index + 1)", local("\(name): \(count)"))
            }
        case .yesNo:
            try screen.say(local("Yes: \(tally.counts.first ?? 0). No: \(tally.counts.last ?? 0)."))
        case .choice, .choices, .number, .date, .text: break
        }
        guard !isPreWork else {
            try screen.say(
                [
                    ReleasedVote.Band(tally).localizedDescription
                        ?? local("Fewer than \(PreWork.fewest) do not know."),
                    tally.notApplicable == 0
                        ? nil : local("\(PreWork.fewest) or more say that it does not apply."),
                ].compactMap(\.self).joined(separator: " "), gap: true)
            return
        }
        try screen.say(
            local("Don't know: \(tally.dontKnow). Not applicable: \(tally.notApplicable)."), gap: true)
    }

    private func sentences(_ tally: Tally) -> [String] {
        guard case .rating = question.kind else { return [] }
        let shape = VoteShape(tally).map { local("The votes: \($0.localizedDescription).") }
        let isSplit = VoteShape(tally) == .twoCamps
        let middle = (isSplit ? nil : tally.medians).map { low, high in
            low == high
                ? local("The middle is \(low).") : local("The middle lies between \(low) and \(high).")
        }
        let half = (isSplit ? nil : tally.quartiles).flatMap { lower, upper in
            lower == upper ? nil : local("Half of the ratings lie from \(lower) to \(upper).")
        }
        let consensus = tally.consensus.map {
            local("Consensus \($0.toHundredths), where 1 is full agreement.")
        }
        return [shape, middle, half, consensus].compactMap(\.self)
    }
}

extension Conversation {
    /// Shows a vote.
    func show(_ view: VoteView) throws(Interruption) {
        try shown { () throws(OutputFault) in try view.show(on: screen) }
    }

    /// Says below a question how far the room is with it; nothing where there is no room.
    func showRoom(on question: Question) throws(Interruption) {
        guard state.room != nil, question.isVotedOn else { return }
        let record = state.roomRecord(of: question.id)
        if let parked = record.parked {
            try say(
                local("Parked for \((parked.role ?? "").visible), \(parked.due?.localizedDescription ?? "").")
            )
        }
        if let way = record.agreement?.way { try say(way.localizedDescription) }
        if record.otherView != nil { try say(local("There is another view; read-back shows it.")) }
        if state.signOff != nil {
            // Nothing that a frozen session refuses is offered.
            if record.votes.last?.isRevealed == true {
                try say(local("The room has voted; reveal shows the vote again."))
            } else if !record.votes.isEmpty {
                try say(local("A vote is counted and was not shown."))
            }
        } else if record.awaitsSecondVote {
            try say(local("The room was called to a second vote, which is not counted yet: type tally."))
        } else if let vote = record.votes.last {
            try say(
                vote.isRevealed
                    ? local("The room has voted; reveal shows the vote again.")
                    : local("The vote is counted and not shown yet: type reveal."))
        } else if !record.isSettled {
            if state.room?.arrangement.voting == .preWork, state.room?.preWork?.hasCounts == true {
                return try say(local("Nobody votes again: pre-work shows what people answered; then agree."))
            }
            try say(
                question.kind.voteCounts == 2
                    ? local(
                        "Think alone, then vote. Type tally to enter, unseen, how many said yes, no and don't know; or, where all may see it, tally 7 3 d2."
                    )
                    : local(
                        "Think alone, then vote. Type tally to enter the counts unseen, level 1 first; or, where all may see them, tally 1 5 0 4 d2 n1."
                    )
            )
        }
    }

    /// Shows the last vote on a question and what to talk about.
    func showVote(on question: Question) throws(Interruption) -> Next {
        let votes = state.roomRecord(of: question.id).votes.filter(\.isRevealed)
        guard let vote = votes.last else { return .ask }
        let tally = vote.tally
        let label = labels[question.id].short
        let view = VoteView(tally, on: question, isPreWork: false)
        let name =
            votes.count > 1 ? local("\(label), the second vote.") : local("\(label), the vote.")
        // Of a few, how many rated would be half of the answer.
        let rated =
            view.shown.tally == nil ? "" : " " + local("\(tally.ratings) of \(tally.people) rated.")
        try say(name + rated, gap: true, as: .heading)
        try show(view)
        if let tally = view.shown.tally, votes.count > 1, let first = votes.first?.tally,
            ShownVote(first, isPreWork: false).tally != nil, first.ratings == tally.ratings
        {
            let moved = zip(first.counts, tally.counts).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
            // Of a few it would tell who gave way.
            if moved >= MinimumFrequency.standard { try say(local("At least \(moved) votes moved.")) }
        }
        if let tally = view.shown.tally { try sayWhatTurns(on: question, tally) }
        try gap()
        try sayWhatToTalkAbout(question, view.shown.tally, isLast: votes.count > 1)
        return .ask
    }

    /// Says where the headline turns on how the room reads the question.
    private func sayWhatTurns(on question: Question, _ tally: Tally) throws(Interruption) {
        guard let disagreement = state.disagreement(on: question, tally), disagreement.decides,
            let table = state.instruments.frameworks.flatMap(\.tables).first(where: { $0.role == .tier })
        else { return }
        // What the outcomes are is said in the report: nobody is to vote for a result.
        try say(
            local(
                "The room's disagreement here decides the \(table.localNaming.one). Take time over the evidence."
            ),
            as: .problem)
    }

    private func sayWhatToTalkAbout(
        _ question: Question, _ tally: Tally?, isLast: Bool
    ) throws(Interruption) {
        let shape = tally.flatMap(VoteShape.init)
        if isLast, tally == nil {
            try say(local("The room does not vote again: find words that it can agree on."))
        } else if tally == nil {
            // Of a few nothing is shown, and nothing is asked that would point to them.
        } else if shape == .unanimous, tally?.span?.high == VoteShape.levels {
            try say(
                local(
                    "Everyone chose the highest level. What would somebody from outside have to see to doubt it?"
                ))
        } else if isLast {
            try say(local("The room does not vote again: find words that it can agree on."))
        } else if question.kind.voteCounts == 2 {
            if (tally?.span.map { $0.low != $0.high }) == true {
                try say(
                    local(
                        "Talk about it: what have those who would say yes seen? Those who would say no? The most senior speaks last, and nobody needs to say how they voted."
                    ))
            }
        } else if shape == .loneOutlier {
            try say(
                local(
                    "In pairs: what is the best case for each level that was chosen? The most senior speaks last, and nobody needs to say how they voted."
                ))
        } else if shape?.offersLevel != true || shape == .close {
            let unknown =
                (tally?.dontKnow ?? 0) > 0 ? " " + local("What would those who do not know need?") : ""
            try say(
                local(
                    "Talk about it: are we rating the same thing? What would somebody at the low end have seen? At the high end, and on what evidence?"
                ) + unknown + " "
                    + local("The most senior speaks last, and nobody needs to say how they voted."))
        }
        let offered = offeredLevel(on: question).map { level in
            local(
                "Can everyone live with \(labels.words(for: .given(.rating(level)), to: question.id))? Type agree."
            )
        }
        if state.signOff != nil { return }
        let again =
            mayVoteAgain(on: question.id) && tally != nil ? local("Type revote for a second vote.") : nil
        let ways =
            offered == nil
            ? local("Type agree and what everyone can live with, agree none, other-view or park.")
            : local("Or type agree and another answer, agree none, other-view or park.")
        try say([offered, again, ways].compactMap(\.self).joined(separator: " "))
    }
}

extension Double {
    /// The number with two decimals.
    fileprivate var toHundredths: String {
        let hundredths = Int((self * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
