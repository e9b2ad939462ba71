import Disclosure
import Instruments

extension SessionState {
    /// A change that can be taken back or made again.
    struct Step: Sendable {
        /// The number of the event that made the change.
        var number: Int
        /// What brings back what stood there before it.
        var before: Content
        /// The question whose note it wrote; nil for every other change.
        var noted: Question.ID?
    }

    /// What brings some content of the session back to what it was at a moment.
    enum Content: Sendable {
        /// Records by question, each question once, and what a room held on them; nil where there was none.
        case records([Held<RecordChange>], room: [Held<RoomRecord?>])
        case asks(ListChange<String>)
        case links(ListChange<Link>)
        case measures(ListChange<Measure>)
        case title(String)
        case authority(String?)
    }

    /// What was held on a question.
    struct Held<Value: Sendable>: Sendable {
        /// The question.
        var question: Question.ID
        /// What was held.
        var value: Value
    }

    /// Changes the record of a question.
    ///
    /// - Parameters:
    ///   - event: what changes it.
    ///   - id: the question.
    ///   - rewritesNote: whether the edit puts another note in the place of the record's.
    ///   - edit: changes the record; it may add to the lists and the note, and give all else anew.
    mutating func change(
        _ event: SessionEvent, _ id: Question.ID, rewritesNote: Bool = false,
        _ edit: (inout AnswerRecord) -> Void
    ) {
        change(event, [id], of: { $0 }, rewriting: { _ in rewritesNote }) { _, record in edit(&record) }
    }

    /// Changes the records of the questions of some items, in turn, and remembers them as they were before the first.
    mutating func change<Item>(
        _ event: SessionEvent, _ items: [Item], of question: (Item) -> Question.ID,
        rewriting: (Item) -> Bool, _ edit: (Item, inout AnswerRecord) -> Void
    ) {
        var before: [Held<RecordChange>] = []
        before.reserveCapacity(items.count)
        var places: [Question.ID: Int] = [:]
        for item in items {
            let id = question(item)
            let place = places[id] ?? before.count
            if place == before.count {
                before.append(Held(question: id, value: records[id].change))
                if items.count > 1 { places[id] = place }
            }
            if rewriting(item) { before[place].value.keepNote(of: records[id]) }
            // In its place: a record is large to copy.
            func editing(_ record: inout AnswerRecord) {
                edit(item, &record)
                record.changed = event.at
            }
            editing(&records[id, default: AnswerRecord(changed: event.at)])
        }
        remember(event, .records(before, room: room == nil ? [] : roomRecords(of: before.map(\.question))))
    }

    /// Changes the record of a question, whose lists may lose elements and have others in their place, too.
    mutating func changeLists(
        _ event: SessionEvent, _ id: Question.ID, rewritesNote: Bool = false,
        _ edit: (inout AnswerRecord) -> Void
    ) {
        let before = records[id]
        change(event, id, rewritesNote: rewritesNote, edit)
        guard let before, let now = records[id], case .records(var held, let room)? = undoSteps.last?.before,
            !held.isEmpty
        else { return }
        held[0].value.bringBackLists(of: before, from: now)
        undoSteps[undoSteps.count - 1].before = .records(held, room: room)
    }

    /// Changes what a room holds on a question; its answer is remembered with it.
    mutating func changeRoom(
        _ event: SessionEvent, _ id: Question.ID, _ edit: (inout RoomRecord) -> Void
    ) {
        remember(
            event,
            .records([Held(question: id, value: records[id].change)], room: roomRecords(of: [id])))
        var record = roomRecord(of: id)
        edit(&record)
        room?.questions[id] = record
    }

    private func roomRecords(of ids: [Question.ID]) -> [Held<RoomRecord?>] {
        ids.map { Held(question: $0, value: room?.questions[$0]) }
    }

    /// Remembers what brings back what stood there before an event.
    mutating func remember(_ event: SessionEvent, _ before: Content) {
        undoSteps.append(Step(number: event.number, before: before, noted: event.what.noted))
        redoSteps.removeAll()
    }

    /// Takes the newest step from one pile, exchanges its content with the state's, and puts it on the other.
    mutating func swapNewest(
        of source: WritableKeyPath<SessionState, [Step]>,
        onto target: WritableKeyPath<SessionState, [Step]>
    ) {
        guard var step = self[keyPath: source].popLast() else { return }
        step.before = exchange(step.before)
        // What lasts and came after it has been passed over.
        if source == \.undoSteps { lastingEvents.removeAll { $0.number > step.number } }
        self[keyPath: target].append(step)
    }

    /// The session as a step's content makes it.
    func exchanging(_ content: Content) -> SessionState {
        var state = self
        _ = state.exchange(content)
        return state
    }

    private mutating func exchange(_ content: Content) -> Content {
        switch content {
        case .records(let wanted, let roomWanted):
            let before = wanted.map { held in
                Held(question: held.question, value: held.value.exchanged(in: &records[held.question]))
            }
            let roomBefore = roomRecords(of: roomWanted.map(\.question))
            for held in roomWanted {
                let now = room?.questions[held.question]
                room?.questions[held.question] = held.value?.seen(as: now)
            }
            return .records(before, room: roomBefore)
        case .asks(let change):
            return .asks(change.exchanged(in: &asks))
        case .links(let change):
            return .links(change.exchanged(in: &links))
        case .measures(let change):
            return .measures(change.exchanged(in: &measures))
        case .title(let wanted):
            defer { title = wanted }
            return .title(title)
        case .authority(let wanted):
            defer { authority = wanted }
            return .authority(authority)
        }
    }
}

extension AnswerRecord? {
    /// What brings the record back after a change that adds to its lists and its note.
    fileprivate var change: RecordChange {
        switch self {
        case .some(let record): .parts(RecordChange.Parts(record))
        case .none: .whole(nil)
        }
    }
}

extension RoomRecord {
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
}
