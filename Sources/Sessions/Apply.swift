import Disclosure
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
    let last = state.lastAt
    state.room?.sitting.take(event, after: last)
    state.dates.add(event)
    if event.isOfTheStart(of: state) { state.startedThrough = event.number }
    if event.what.isLasting { state.lastingEvents.append(event) }
    if let id = event.what.worded { state.room?.lastWorded = id }
    switch event.what {
    case .started:
        break
    case .answered(let entries, let position):
        let named = entries.map { entry in
            var entry = entry
            entry.actions = entry.actions.map { state.named($0) }
            return entry
        }
        state.change(event, named, of: \.question, rewriting: { $0.note != nil }) { entry, record in
            record.take(entry)
        }
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
        state.change(event, id, rewritesNote: true) { record in record.note = text }
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
        let named = state.named(action)
        state.change(event, id) { record in record.actions.append(named) }
    case .actionChanged(let id, let action):
        state.changeLists(event, id) { record in record.replace(action, on: event.at.date) }
    case .itemRemoved(let id, let item):
        state.changeLists(event, id, rewritesNote: item == .note) { record in record.remove(item) }
    case .itemRewritten(let id, let item, let text):
        state.changeLists(event, id, rewritesNote: item == .note) { record in record.rewrite(item, text) }
    case .themeAdded(let id, let theme):
        state.change(event, id) { record in record.themes.append(theme) }
    case .themeRemoved(let id, let theme):
        state.changeLists(event, id) { record in record.themes.removeAll { $0 == theme } }
    case .confidentialitySet(let id, let confidentiality):
        state.change(event, id) { record in record.confidentiality = confidentiality }
    case .reviewersAsked(let text):
        state.remember(event, .asks(ListChange(cuttingTo: state.asks.count)))
        state.asks.append(text)
    case .askRemoved(let number):
        let asks = state.asks
        state.asks.remove(number: number)
        state.remember(event, .asks(ListChange(from: asks, to: state.asks)))
    case .askRewritten(let number, let text):
        let asks = state.asks
        state.asks.replace(number: number, with: text)
        state.remember(event, .asks(ListChange(from: asks, to: state.asks)))
    case .measureSet(let measure):
        let measures = state.measures
        state.put(measure)
        state.remember(event, .measures(ListChange(from: measures, to: state.measures)))
    case .measureRemoved(let id):
        let measures = state.measures
        state.measures.removeAll { $0.id == id }
        state.remember(event, .measures(ListChange(from: measures, to: state.measures)))
    case .linked(let link):
        if let index = state.links.firstIndex(where: { $0.joins(link.from, link.to) }) {
            state.remember(event, .links(ListChange(puttingBack: state.links[index], at: index)))
            state.links[index] = link
        } else {
            state.remember(event, .links(ListChange(cuttingTo: state.links.count)))
            state.links.append(link)
        }
    case .unlinked(let from, let to):
        let links = state.links
        state.links.removeAll { $0.joins(from, to) }
        state.remember(event, .links(ListChange(from: links, to: state.links)))
    case .titled(let text):
        state.remember(event, .title(state.title))
        state.title = text
    case .authorityNamed(let text):
        state.remember(event, .authority(state.authority))
        state.authority = text == .removedWords ? nil : text
    case .migrated(let migration):
        let withheld = state.withheldQuestions.filter { state.records[$0] != nil }
        state.former = FormerReading(state, until: event.at)
        state.leaveBehind(migration.setAside)
        state.instruments = instruments ?? state.instruments
        state.keepWithheld(withheld, at: event.at)
        state.pins = migration.pins
        state.lastPosition = migration.position
        state.migrations += 1
        for id in migration.reworded { state.records[id]?.toConfirm = true }
        let questionnaire = state.questionnaire
        state.room?.leave(migration.setAside, for: questionnaire)
    case .signedOff(let role, let unconfirmed):
        state.milestones.append(
            Milestone(
                role: role, at: event.at, number: event.number, session: state.withoutHistory,
                unconfirmed: unconfirmed))
    case .reopened(let reason):
        if var milestone = state.milestones.popLast() {
            milestone.reopened = Milestone.Reopening(at: event.at, reason: reason)
            state.milestones.append(milestone)
        }
    case .released(let release):
        state.releases.append((release, event.at))
        if release.tellsOfVotes { state.room?.rememberReleasedTallies() }
    case .reviewFiled(let review, let replaced):
        let number = state.filedReviews.count + 1
        if let replaced { state.setState(of: replaced, .replaced(by: number)) }
        state.filedReviews.append(FiledReview(number: number, review: review))
    case .reviewWithdrawn(let number):
        state.setState(of: number, .withdrawn)
    case .summarised:
        break
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
        state.change(event, id, rewritesNote: note != nil) { record in
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
        // Of a view that was taken out nothing is told, nor how many held it.
        state.changeRoom(event, id) { $0.otherView = view.text == .removedWords ? nil : view }
    case .parked(let id, let action, let position):
        state.changeRoom(event, id) { $0.parked = action }
        state.room?.lastDiscussed = id
        state.lastPosition = position
    case .wordsWithdrawn(let id):
        state.change(event, id, rewritesNote: true) { record in record.note = nil }
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
    case .merged(let preWork, _):
        state.room?.preWork = preWork
        state.room?.burnKey()
    case .keyBurnt:
        state.room?.burnKey()
    case .roomClosed(let instead):
        state.room?.closed = event.at
        state.room?.forget(instead)
        if state.room?.keys != nil { state.room?.burnKey() }
    case .preWorkErased(let count):
        state.room?.erased += count
    case .redacted(let redaction):
        state.redacted.append(redaction.place)
    case .lost:
        state.lost.append(event.number)
    case .moved(let id):
        state.lastPosition = id
    case .undone(let step, let position, let instead):
        state.swapNewest(of: \.undoSteps, onto: \.redoSteps)
        state.forgetCounts(
            Set(instead.map(\.number)).union(state.room?.isOfNobody(step) == true ? [step] : []))
        state.lastPosition = position
    case .redone(_, let position):
        state.swapNewest(of: \.redoSteps, onto: \.undoSteps)
        state.lastPosition = position
    case .confirmed(let ids, let position):
        state.change(event, ids, of: { $0 }, rewriting: { _ in false }) { _, record in record.confirm() }
        state.lastPosition = position
    case .unrecognised(let type):
        state.unrecognised.append(type)
    }
}

extension SessionState {
    /// Says whether a review counts; one that a damaged journal lacks is left alone.
    fileprivate mutating func setState(of number: Int, _ state: FiledReview.State) {
        guard filedReview(number) != nil else { return }
        filedReviews[number - 1].state = state
    }

    /// Counts a vote: anew where nobody has seen the last one, else as the next.
    fileprivate mutating func count(
        _ tally: Tally, on id: Question.ID, _ event: SessionEvent, isRecount: Bool
    ) {
        let voting = room?.arrangement.voting
        changeRoom(event, id) { $0.count(tally, by: voting, number: event.number) }
        room?.written[id, default: []].append(
            WrittenTally(number: event.number, tally: tally, isRecount: isRecount))
        room?.hasCounted = true
        room?.lastDiscussed = id
    }

    /// What was withheld before a move to other versions stays so, whatever the questions now say of themselves, and
    /// whatever is answered to them anew.
    fileprivate mutating func keepWithheld(_ ids: Set<Question.ID>, at moment: Timestamp) {
        for id in ids where questionnaire.question(id)?.isSensitive == false {
            records[id, default: AnswerRecord(changed: moment)].confidentiality = .level
        }
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
        if let last = lastWorded, !fits(last, []) { lastWorded = nil }
    }

    /// Forgets the key, which the journal holds no more.
    fileprivate mutating func burnKey() {
        keys = nil
        invitations = []
        fingerprints = []
        isKeyBurnt = true
    }
}

extension RoomRecord {
    /// A vote that nobody has seen yet is counted anew; else it is the next one.
    fileprivate mutating func count(_ tally: Tally, by voting: RoomArrangement.Voting?, number: Int) {
        if let last = votes.last, !last.isRevealed { votes.removeLast() }
        votes.append(Vote(tally: tally, isRevealed: false, voting: voting, number: number))
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

    /// Puts an action in the place of the one of its name, and notes the day on which it was settled.
    fileprivate mutating func replace(_ action: Action, on day: CalendarDate) {
        for index in actions.indices where actions[index].id == action.id {
            let settled = actions[index].state == action.state ? actions[index].settled : nil
            actions[index] = action
            actions[index].settled = action.state.isSettled ? action.settled ?? settled ?? day : nil
        }
    }

    /// Whoever confirms an earlier answer makes it their own.
    fileprivate mutating func confirm() {
        if origin == .inherited { origin = .own }
        toConfirm = false
    }

    fileprivate mutating func take(_ entry: SessionEvent.Payload.AnswerEntry) {
        if let response = entry.response {
            self.response = response
            origin = entry.origin
            toConfirm = entry.origin == .inherited
        }
        note = entry.note ?? note
        evidence += entry.evidence
        strengths += entry.strengths
        concerns += entry.concerns
        actions += entry.actions
        themes += entry.themes
        confidentiality = entry.confidentiality ?? confidentiality
    }
}
