package import Instruments

/// Folds an event into the state; there are no conditions here, `decide` has them all.
///
/// - Parameters:
///   - event: what happened; the first event of a session makes the state and is not applied to it.
///   - state: the session before, and after, the event.
///   - instruments: those that the event pins where it is a migration; nil for every other event.
package func apply(
    _ event: SessionEvent, to state: inout SessionState, instruments: InstrumentSet? = nil
) {
    state.lastNumber = event.number
    state.lastAt = event.at
    switch event.what {
    case .started:
        break
    case .answered(let entries, let position):
        state.change(event, entries, of: \.question) { entry, record in record.take(entry) }
        // An answer from elsewhere is not what the room agreed.
        for entry in entries {
            guard let response = entry.response else { continue }
            if entry.origin == .inherited { state.carriedOver[entry.question] = response }
            state.room?.questions[entry.question]?.agreement = nil
        }
        state.evidenceGiven += entries.reduce(0) { $0 + $1.evidence.count }
        state.lastAnswered = entries.last { $0.response != nil }?.question ?? state.lastAnswered
        state.lastPosition = position
    case .cleared(let id):
        state.change(event, id) { record in
            record.response = nil
            record.toConfirm = false
        }
        state.room?.questions[id]?.agreement = nil
    case .noted(let id, let text):
        state.change(event, id) { record in record.note = text }
    case .noteAdded(let id, let text):
        state.change(event, id) { record in record.addToNote(text) }
    case .noteContinued(_, let text):
        // The newest change has remembered the record as it was before the note.
        if let id = state.undoSteps.last?.noted {
            state.records[id]?.addToNote(text)
            state.records[id]?.changed = event.at
        }
    case .evidenceAdded(let id, let evidence):
        state.change(event, id) { record in record.evidence.append(evidence) }
        state.evidenceGiven += 1
    case .strengthAdded(let id, let text):
        state.change(event, id) { record in record.strengths.append(text) }
    case .concernAdded(let id, let text):
        state.change(event, id) { record in record.concerns.append(text) }
    case .actionAdded(let id, let action):
        state.change(event, id) { record in record.actions.append(action) }
    case .themeAdded(let id, let theme):
        state.change(event, id) { record in record.themes.append(theme) }
    case .themeRemoved(let id, let theme):
        state.change(event, id) { record in record.themes.removeAll { $0 == theme } }
    case .confidentialitySet(let id, let confidential):
        state.change(event, id) { record in record.confidential = confidential }
    case .reviewersAsked(let text):
        state.remember(event, .asks(state.asks))
        state.asks.append(text)
    case .linked(let link):
        state.remember(event, .links(state.links))
        if let index = state.links.firstIndex(where: { $0.joins(link.from, link.to) }) {
            state.links[index] = link
        } else {
            state.links.append(link)
        }
    case .unlinked(let from, let to):
        state.remember(event, .links(state.links))
        state.links.removeAll { $0.joins(from, to) }
    case .titled(let text):
        state.remember(event, .title(state.title))
        state.title = text
    case .authorityNamed(let text):
        state.remember(event, .authority(state.authority))
        state.authority = text
    case .migrated(let migration):
        state.leaveBehind(migration.setAside)
        state.instruments = instruments ?? state.instruments
        state.pins = migration.pins
        state.lastPosition = migration.position
        state.hasMigrated = true
        state.lasting = event
        for id in migration.reworded { state.records[id]?.toConfirm = true }
        let questionnaire = state.questionnaire
        state.room?.leave(migration.setAside, for: questionnaire)
    case .signedOff(let role, let unconfirmed):
        state.milestones.append(
            Milestone(
                role: role, at: event.at, number: event.number, session: state, unconfirmed: unconfirmed))
        state.lasting = event
    case .reopened(let reason):
        if var milestone = state.milestones.popLast() {
            milestone.reopened = Milestone.Reopening(at: event.at, reason: reason)
            state.milestones.append(milestone)
        }
        state.lasting = event
    case .released(let release):
        state.releases.append((release, event.at))
        state.room?.rememberReleasedTallies()
        state.lasting = event
    case .reviewFiled(let review, let replaced):
        let number = state.filedReviews.count + 1
        if let replaced { state.setStanding(of: replaced, .replaced(by: number)) }
        state.filedReviews.append(FiledReview(number: number, review: review))
        state.lasting = event
    case .reviewWithdrawn(let number):
        state.setStanding(of: number, .withdrawn)
        state.lasting = event
    case .summarised:
        state.summaryNumber = event.number
    case .roomArranged(let arrangement):
        state.room?.arrangement.take(arrangement)
    case .groundRulesAgreed:
        state.room?.groundRules = event.at
    case .voted(let id, let tally):
        state.count(tally, on: id, event, isRecount: false)
    case .recounted(let id, let tally, _):
        // What it replaces is gone for good: taking it back leads to a vote that is not counted.
        state.room?.questions[id]?.dropUnseenVote()
        state.count(tally, on: id, event, isRecount: true)
    case .revealed(let id):
        state.room?.questions[id]?.reveal()
    case .secondVoteCalled(let id):
        state.changeRoom(event, id) { $0.awaitsSecondVote = true }
    case .agreed(let id, let agreement, let note, let position):
        state.change(event, id) { record in
            record.response = agreement.response
            record.note = note ?? record.note
            record.origin = .agreed
            record.toConfirm = false
        }
        state.room?.questions[id, default: RoomRecord()].agree(agreement)
        state.room?.lastDiscussed = id
        state.lastAnswered = agreement.response == nil ? state.lastAnswered : id
        state.lastPosition = position
    case .otherViewRecorded(let id, let view):
        state.changeRoom(event, id) { $0.otherView = view }
    case .parked(let id, let action, let position):
        state.changeRoom(event, id) { $0.parked = action }
        state.room?.lastDiscussed = id
        state.lastPosition = position
    case .wordsWithdrawn(let id):
        state.change(event, id) { record in record.note = nil }
        state.room?.questions[id]?.withdrawWords()
    case .invited(let people, let keys, let fingerprints):
        state.room?.invited += people
        if let keys { state.room?.keys = keys }
        state.room?.fingerprints.formUnion(fingerprints)
        if keys != nil || !fingerprints.isEmpty {
            state.room?.invitations.append((event.number, people))
        }
    case .preWorkMerged(let preWork):
        state.room?.preWork = preWork
        state.lasting = event
    case .merged(let preWork, _):
        state.room?.preWork = preWork
        state.room?.burnKey()
        state.lasting = event
    case .keyBurnt:
        state.room?.burnKey()
        state.lasting = event
    case .preWorkErased(let count):
        state.room?.erased += count
        state.lasting = event
    case .redacted(let redaction):
        state.redacted.append(redaction.question)
        state.lasting = event
    case .lost:
        state.lost.append(event.number)
    case .moved(let id):
        state.lastPosition = id
    case .undone(let step, let position, let instead):
        state.swapNewest(of: \.undoSteps, onto: \.redoSteps)
        state.forgetCounts(
            Set(instead.map(\.number)).union(state.room?.isOfNobody(step) == true ? [step] : []))
        state.lasting = nil
        state.lastPosition = position
    case .redone(_, let position):
        state.swapNewest(of: \.redoSteps, onto: \.undoSteps)
        state.lasting = nil
        state.lastPosition = position
    case .confirmed(let ids, let position):
        state.change(event, ids, of: { $0 }) { _, record in record.confirm() }
        state.lastPosition = position
    case .unrecognised(let type):
        state.unrecognised.append(type)
    }
}

extension SessionState {
    fileprivate mutating func change(
        _ event: SessionEvent, _ id: Question.ID, _ edit: (inout AnswerRecord) -> Void
    ) {
        change(event, [id], of: { $0 }) { _, record in edit(&record) }
    }

    /// Changes the records of the questions of some items, in turn, and remembers them as they were before the first.
    fileprivate mutating func change<Item>(
        _ event: SessionEvent, _ items: [Item], of question: (Item) -> Question.ID,
        _ edit: (Item, inout AnswerRecord) -> Void
    ) {
        var before: [Question.ID: AnswerRecord?] = [:]
        before.reserveCapacity(items.count)
        for item in items {
            let id = question(item)
            if before[id] == nil { before[id] = .some(records[id]) }
            // In its place: a record is large to copy.
            func editing(_ record: inout AnswerRecord) {
                edit(item, &record)
                record.changed = event.at
            }
            editing(&records[id, default: AnswerRecord(changed: event.at)])
        }
        remember(event, .records(before, room == nil ? [:] : roomRecords(of: before.keys)))
    }

    /// Says whether a review counts; one that a damaged journal lacks is left alone.
    fileprivate mutating func setStanding(of number: Int, _ standing: FiledReview.Standing) {
        guard filedReview(number) != nil else { return }
        filedReviews[number - 1].standing = standing
    }

    /// Changes what a room holds on a question; its answer is remembered with it.
    fileprivate mutating func changeRoom(
        _ event: SessionEvent, _ id: Question.ID, _ edit: (inout RoomRecord) -> Void
    ) {
        remember(event, .records([id: records[id]], roomRecords(of: [id])))
        var record = roomRecord(of: id)
        edit(&record)
        room?.questions[id] = record
    }

    /// Counts a vote: anew where nobody has seen the last one, else as the next.
    fileprivate mutating func count(
        _ tally: Tally, on id: Question.ID, _ event: SessionEvent, isRecount: Bool
    ) {
        changeRoom(event, id) { $0.count(tally, number: event.number) }
        room?.written[id, default: []].append(
            WrittenTally(number: event.number, tally: tally, isRecount: isRecount))
        room?.hasCounted = true
        room?.lastDiscussed = id
    }

    /// Forgets counts that the journal holds no more: no step leads to them, back or forth.
    fileprivate mutating func forgetCounts(_ numbers: Set<Int>) {
        guard !numbers.isEmpty else { return }
        for id in (room?.written ?? [:]).keys {
            room?.written[id]?.removeAll { numbers.contains($0.number) }
            room?.questions[id]?.forgetVotes(numbers)
        }
        undoSteps = undoSteps.compactMap { $0.without(counts: numbers) }
        redoSteps = redoSteps.compactMap { $0.without(counts: numbers) }
    }

    private func roomRecords(of ids: some Sequence<Question.ID>) -> [Question.ID: RoomRecord?] {
        ids.reduce(into: [:]) { $0[$1] = .some(room?.questions[$1]) }
    }

    /// Puts records away with their questions as they were asked; no earlier change can be taken back after that.
    fileprivate mutating func leaveBehind(_ ids: [Question.ID]) {
        for id in ids {
            guard let question = questionnaire.question(id), let record = records.removeValue(forKey: id)
            else { continue }
            carriedOver[id] = nil
            leftBehind.append(
                LeftBehind(questionnaire: questionnaire, question: question, record: record))
        }
        undoSteps.removeAll()
        redoSteps.removeAll()
    }

    fileprivate mutating func remember(_ event: SessionEvent, _ before: Content) {
        undoSteps.append(Step(number: event.number, before: before, noted: event.what.noted))
        redoSteps.removeAll()
        lasting = nil
    }

    /// Takes the newest step from one pile, exchanges its content with the state's, and puts it on the other.
    fileprivate mutating func swapNewest(
        of source: WritableKeyPath<SessionState, [Step]>,
        onto target: WritableKeyPath<SessionState, [Step]>
    ) {
        guard var step = self[keyPath: source].popLast() else { return }
        step.before = exchange(step.before)
        self[keyPath: target].append(step)
    }

    private mutating func exchange(_ content: Content) -> Content {
        switch content {
        case .records(let wanted, let roomWanted):
            var before: [Question.ID: AnswerRecord?] = [:]
            for (id, record) in wanted {
                before[id] = .some(records[id])
                records[id] = record
            }
            let roomBefore = roomRecords(of: roomWanted.keys)
            for (id, record) in roomWanted {
                let now = room?.questions[id]
                room?.questions[id] = record?.seen(as: now)
            }
            return .records(before, roomBefore)
        case .asks(let wanted):
            defer { asks = wanted }
            return .asks(asks)
        case .links(let wanted):
            defer { links = wanted }
            return .links(links)
        case .title(let wanted):
            defer { title = wanted }
            return .title(title)
        case .authority(let wanted):
            defer { authority = wanted }
            return .authority(authority)
        }
    }
}

extension Room {
    /// Drops what is held on questions that are set aside, are gone, or are voted on otherwise now.
    fileprivate mutating func leave(_ setAside: [Question.ID], for questionnaire: Questionnaire) {
        func fits(_ id: Question.ID, _ tallies: [Tally]) -> Bool {
            guard !setAside.contains(id), let question = questionnaire.question(id) else { return false }
            return tallies.allSatisfy { $0.counts.count == question.kind.voteCounts }
        }
        questions = questions.filter { fits($0.key, $0.value.votes.map(\.tally)) }
        released = released.filter { fits($0.key, $0.value) }
        written = written.filter { fits($0.key, $0.value.map(\.tally)) }
        if var work = preWork {
            work.tallies = work.tallies.filter { fits($0.key, [$0.value]) }
            work.notes = work.notes.filter { fits($0.key, []) }
            work.gaps.removeAll { !fits($0.question, []) }
            preWork = work
        }
        if let last = lastDiscussed, !fits(last, []) { lastDiscussed = nil }
    }

    /// Forgets the key, which the journal holds no more.
    fileprivate mutating func burnKey() {
        keys = nil
        invitations = []
        fingerprints = []
        isKeyBurnt = true
    }

    /// What reports rest on is known to whoever reads them, and is not taken back by another count.
    fileprivate mutating func rememberReleasedTallies() {
        for (id, record) in questions {
            guard let tally = record.votes.last(where: \.isRevealed)?.tally,
                released[id]?.contains(tally) != true
            else { continue }
            released[id, default: []].append(tally)
        }
    }
}

extension Room {
    /// Whether a step is a count whose numbers left the journal, as one that a salvage brought back is.
    fileprivate func isOfNobody(_ step: Int) -> Bool {
        written.values.contains { $0.contains { $0.number == step && $0.tally.people == 0 } }
    }
}

extension SessionState.Step {
    /// The step without some counts; nil where it is one of them.
    fileprivate func without(counts numbers: Set<Int>) -> SessionState.Step? {
        guard !numbers.contains(number) else { return nil }
        guard case .records(let records, let room) = before else { return self }
        var step = self
        step.before = .records(
            records,
            room.mapValues { record in
                var record = record
                record?.forgetVotes(numbers)
                return record
            })
        return step
    }
}

extension RoomRecord {
    /// Forgets votes by the numbers of their events.
    fileprivate mutating func forgetVotes(_ numbers: Set<Int>) {
        votes.removeAll { numbers.contains($0.number) }
    }

    /// A vote that nobody has seen yet is counted anew; else it is the next one.
    fileprivate mutating func count(_ tally: Tally, number: Int) {
        if let last = votes.last, !last.isRevealed { votes.removeLast() }
        votes.append(Vote(tally: tally, isRevealed: false, number: number))
        awaitsSecondVote = false
    }

    /// Forgets a count that nobody has seen; a second vote is due again.
    fileprivate mutating func dropUnseenVote() {
        guard let last = votes.last, !last.isRevealed else { return }
        votes.removeLast()
        awaitsSecondVote = !votes.isEmpty
    }

    fileprivate mutating func reveal() {
        guard var last = votes.popLast() else { return }
        last.isRevealed = true
        votes.append(last)
    }

    fileprivate mutating func withdrawWords() {
        otherView = nil
        parked?.text = ""
    }

    /// The record with what the room has seen meanwhile as seen: that is never taken back.
    fileprivate func seen(as now: RoomRecord?) -> RoomRecord {
        var record = self
        for (index, vote) in votes.enumerated() {
            guard let now, now.votes.indices.contains(index), now.votes[index].tally == vote.tally else {
                break
            }
            record.votes[index].isRevealed = vote.isRevealed || now.votes[index].isRevealed
        }
        return record
    }

    fileprivate mutating func agree(_ agreement: Agreement) {
        self.agreement = agreement
        parked = nil
        awaitsSecondVote = false
    }
}

extension AnswerRecord {
    /// Adds words on lines of their own; what was removed is said once.
    fileprivate mutating func addToNote(_ text: String) {
        if note?.isEmpty ?? true {
            note = text
        } else if text != .removedWords || note?.hasSuffix(String.removedWords) == false {
            note?.append("\n" + text)
        }
    }

    /// Whoever confirms an earlier answer makes it their own.
    fileprivate mutating func confirm() {
        if origin == .inherited { origin = .own }
        toConfirm = false
    }

    fileprivate mutating func take(_ entry: Happening.AnswerEntry) {
        if let response = entry.response {
            self.response = response
            origin = entry.origin
            toConfirm = entry.origin == .inherited
        }
        note = entry.note ?? note
        evidence += entry.evidence
        strengths += entry.strengths
        concerns += entry.concerns
        confidential = entry.confidential ?? confidential
    }
}
