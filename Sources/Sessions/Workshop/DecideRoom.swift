import Disclosure
import Instruments

// The conditions of a workshop; `docs/workshop.md` describes its method.

extension SessionState {
    /// What a command about a room leads to.
    func roomPayload(of command: SessionCommand) throws(Rejection) -> SessionEvent.Payload {
        guard let room else { throw .noWorkshop }
        if room.closed != nil, command.needsOpenRoom { throw .roomIsClosed }
        switch command {
        case .arrangeRoom(let arrangement):
            return .roomArranged(try possible(arrangement))
        case .agreeGroundRules:
            return .groundRulesAgreed
        case .tally(let id, let tally):
            let tally = try addedUp(tally, on: votable(id), room)
            let instead = room.replaced(by: tally, on: id)
            return instead.isEmpty ? .voted(id, tally) : .recounted(id, tally, instead: instead)
        case .reveal(let id):
            _ = try votable(id)
            guard let last = roomRecord(of: id).votes.last else { throw .notCounted(id) }
            guard !last.isRevealed else { throw .revealedAlready(id) }
            return .revealed(id)
        case .callSecondVote(let id):
            return .secondVoteCalled(try callable(id, room))
        case .agree(let id, let agreement, let note):
            return try agreed(id, agreement, note: note)
        case .recordOtherView(let id, let view):
            let question = try askedNow(id)
            _ = try filled(view.text)
            if let level = view.level { _ = try fitted(.given(.rating(level)), to: question) }
            return .otherViewRecorded(id, view)
        case .park(let id, let action):
            _ = try askedNow(id)
            guard action.due != nil, action.role?.isBlank == false else { throw .parkedForNobody(id) }
            // What is put off without being on the screen leaves the room where it is.
            let next = position == id ? questionAsked(after: id, once: [:]) : position
            return .parked(id, action, position: next)
        case .withdrawWords(let id):
            guard records[try known(id).id]?.note != nil || room.questions[id]?.hasWords == true else {
                throw .noWords(id)
            }
            return .wordsWithdrawn(id)
        case .invite(let count, let keys, let fingerprints):
            guard !room.isKeyBurnt else { throw .keyBurnt }
            guard room.preWork == nil else { throw .mergedAlready(hasKey: room.keys != nil) }
            // In the order of the alphabet, so that the order says nothing of whose file is whose.
            return .invited(count, keys: room.keys == nil ? keys : nil, fingerprints: fingerprints.sorted())
        case .mergePreWork(let work, let withoutTheRest):
            return try merged(work, withoutTheRest: withoutTheRest, room)
        case .burnKey:
            guard room.keys != nil else { throw room.isKeyBurnt ? .keyBurnt : .noKey }
            return .keyBurnt(instead: room.invitationSubstitutes)
        case .closeRoom(let forgettingCounts, let withdrawn):
            guard room.closed == nil else { throw .roomIsClosed }
            let instead =
                (room.keys == nil ? [] : room.invitationSubstitutes)
                + (forgettingCounts ? room.forgottenCounts : []) + withdrawn
            return .roomClosed(instead: instead.sorted { $0.number < $1.number })
        case .recordErasure(let count):
            return .preWorkErased(count)
        case .answer, .recordSheet, .inherit, .clear, .note, .addToNote, .addEvidence, .addStrength,
            .addConcern,
            .addAction, .changeAction, .remove, .rewrite, .removeAsk, .rewriteAsk, .setMeasure,
            .removeMeasure, .setTheme,
            .setConfidential, .askReviewers, .link, .unlink, .title, .nameAuthority,
            .migrate, .signOff, .reopen, .recordRelease, .fileReview, .withdrawReview, .move,
            .undo, .redo, .confirm:
            throw .noWorkshop
        }
    }

    /// The one merge of a workshop: what a second one adds could be one person's.
    private func merged(
        _ work: PreWork, withoutTheRest: Bool, _ room: Room
    ) throws(Rejection) -> SessionEvent.Payload {
        _ = try keysToMerge()
        guard work.people >= PreWork.fewest else { throw .tooFewPeople(work.people) }
        guard work.people <= room.invited else { throw .moreThanInvited(work.people, invited: room.invited) }
        guard work.people >= room.invited || withoutTheRest else {
            throw .fewerThanInvited(work.people, invited: room.invited)
        }
        return .merged(work, instead: room.invitationSubstitutes)
    }

    private func possible(_ arrangement: RoomArrangement) throws(Rejection) -> RoomArrangement {
        // A vote that was taken back was given under what was promised, too.
        if let wanted = arrangement.share, let room, room.share.isNarrower(than: wanted),
            room.hasCounted
        {
            throw .sharedLess(room.arrangement.share)
        }
        if let present = arrangement.present, !RoomArrangement.people.contains(present) {
            throw .notARoom(given: present, .people)
        }
        if let minutes = arrangement.minutes, !RoomArrangement.length.contains(minutes) {
            throw .notARoom(given: minutes, .minutes)
        }
        return arrangement
    }

    private func askedNow(_ id: Question.ID) throws(Rejection) -> Question {
        let question = try known(id)
        guard asked.contains(id) else { throw whyNotAsked(id) }
        return question
    }

    private func votable(_ id: Question.ID) throws(Rejection) -> Question {
        let question = try askedNow(id)
        guard question.isVotedOn else { throw .notVotedOn(id) }
        return question
    }

    /// A tally that adds up to the people present, of a vote that is due.
    private func addedUp(
        _ tally: Tally, on question: Question, _ room: Room
    ) throws(Rejection) -> Tally {
        let id = question.id
        let wanted = question.kind.voteCounts
        guard tally.counts.count == wanted else {
            throw .otherCounts(id, given: tally.counts.count, wanted: wanted)
        }
        for count in tally.counts + [tally.dontKnow, tally.notApplicable, tally.blank] {
            guard (0...RoomArrangement.people.upperBound).contains(count) else {
                throw .impossibleCount(id, count)
            }
        }
        guard let present = room.arrangement.present else { throw .nobodyPresent }
        guard tally.people == present else {
            throw .doesNotAddUp(id, slips: tally.people, present: present)
        }
        let record = roomRecord(of: id)
        if let last = record.votes.last, last.isRevealed {
            guard record.votes.count == 1 else { throw .votedTwice(id) }
            guard record.awaitsSecondVote else { throw .revealedAlready(id) }
        }
        if let first = record.votes.first, record.votes.count > 1 || record.awaitsSecondVote {
            try checkPeople(first, present, id)
        }
        return tally
    }

    private func callable(_ id: Question.ID, _ room: Room) throws(Rejection) -> Question.ID {
        _ = try votable(id)
        let record = roomRecord(of: id)
        guard let first = record.votes.first else { throw .notCounted(id) }
        guard record.votes.count == 1 else { throw .votedTwice(id) }
        guard first.isRevealed else { throw .notRevealed(id) }
        let shape = VoteShape(first.tally)
        guard shape?.allowsSecondVote == true else { throw .noSecondVote(id, shape) }
        guard let present = room.arrangement.present else { throw .nobodyPresent }
        try checkPeople(first, present, id)
        return id
    }

    /// A second vote is by as many people as the first.
    private func checkPeople(_ first: Vote, _ present: Int, _ id: Question.ID) throws(Rejection) {
        guard first.tally.people == present else {
            throw .otherPeople(id, first: first.tally.people, now: present)
        }
    }

    private func agreed(
        _ id: Question.ID, _ agreement: Agreement, note: String?
    ) throws(Rejection) -> SessionEvent.Payload {
        let question = try askedNow(id)
        if let note { _ = try filled(note) }
        if let last = roomRecord(of: id).votes.last, !last.isRevealed { throw .notRevealed(id) }
        var agreement = agreement
        if let response = agreement.response { agreement.response = try fitted(response, to: question) }
        if agreement.way == .notAgreed { agreement.response = nil }
        // Words that were typed while the room talked stay in front of those that come with the agreement.
        let words = [records[id]?.note, note].compactMap(\.self)
        return .agreed(
            id, agreement, note: note == nil ? nil : words.joined(separator: "\n"),
            position: questionAsked(after: id, once: [id: agreement.response]))
    }
}

extension SessionState {
    /// The keys that open what people sealed for a workshop that has merged nothing yet.
    ///
    /// - Throws: why there is nothing to open and to merge.
    package func keysToMerge() throws(Rejection) -> WorkshopKeys {
        guard let room else { throw .noWorkshop }
        guard room.preWork == nil else { throw .mergedAlready(hasKey: room.keys != nil) }
        guard let keys = room.keys else { throw room.isKeyBurnt ? .keyBurnt : .noKey }
        return keys
    }
}

extension Room {
    /// What stands in place of the events that hold keys and fingerprints once the key is burnt: how many were invited,
    /// and nothing that a file could be told by.
    fileprivate var invitationSubstitutes: [SessionEvent.Payload.Substitute] {
        invitations.map { .init(number: $0.number, what: .invited($0.people, keys: nil)) }
    }

    /// What stands in place of the tallies that a new one replaces: all but a first vote beside the second, and those
    /// that a report told. Beside the new one, each could be one ballot away from it.
    fileprivate func replaced(by tally: Tally, on id: Question.ID) -> [SessionEvent.Payload.Substitute] {
        nobodysNeeds(on: id).map { $0.replaced(by: tally, on: id) }
    }

    /// What stands in place of a count that is taken back, and of those that it replaced: the counts of nobody. None
    /// where the step is no count, or a report spoke of it.
    func gone(withStep step: Int) -> [SessionEvent.Payload.Substitute] {
        guard let id = written.first(where: { $0.value.contains { $0.number == step } })?.key else {
            return []
        }
        let gone = nobodysNeeds(on: id, butStep: step)
        guard gone.contains(where: { $0.number == step }) else { return [] }
        return gone.map { count in
            count.replaced(by: Tally(counts: count.tally.counts.map { _ in 0 }), on: id)
        }
    }

    /// The tallies in the journal that neither the room's record, but for one step, nor what a report spoke of needs.
    private func nobodysNeeds(on id: Question.ID, butStep step: Int? = nil) -> [WrittenTally] {
        let kept = (questions[id]?.votes ?? []).filter { $0.isRevealed && $0.number != step }.map(\.number)
        return (written[id] ?? []).filter { count in
            !kept.contains(count.number) && released[id]?.contains(count.tally) != true
        }
    }
}

extension AnswerKind {
    /// Whether a room votes on it: ratings, and yes or no.
    package var isVotedOn: Bool { voteCounts > 0 }

    /// How many counts a tally of it has; 0 where the room does not vote.
    package var voteCounts: Int {
        switch self {
        case .rating(let rating): rating.scale.levels.count
        case .yesNo: 2
        case .choice, .choices, .number, .date, .text: 0
        }
    }
}

extension Question {
    /// Whether a room votes on it: not on a step, which is done or is not, nor on a fact, which somebody looks up.
    package var isVotedOn: Bool { step == nil && !isFact && kind.isVotedOn }
}
