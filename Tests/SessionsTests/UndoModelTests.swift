import Disclosure
import Instruments
import TestSupport
import Testing

@testable import Sessions

/// Undo as copies of everything that a change touches, which is what it must come to.
private struct CopyingModel {
    private enum Copy {
        case records([Question.ID: AnswerRecord?], [Question.ID: RoomRecord?])
        case asks([String])
        case links([Link])
        case measures([Measure])
        case title(String)
        case authority(String?)
    }

    private(set) var content: Given.Content
    private var undo: [(number: Int, copy: Copy)] = []
    private var redo: [(number: Int, copy: Copy)] = []

    init(_ state: SessionState) { content = Given.Content(state) }

    /// Follows an event that made one state of another.
    mutating func follow(_ event: SessionEvent, to after: SessionState) {
        switch event.what {
        case .undone(_, _, let instead):
            if let last = undo.popLast() { redo.append((last.number, exchange(last.copy))) }
            forget(counts: Set(instead.map(\.number)))
        case .redone: if let last = redo.popLast() { undo.append((last.number, exchange(last.copy))) }
        default:
            if case .recounted(let id, _, _) = event.what, var record = content.room[id],
                record.votes.last?.isRevealed == false
            {
                record.votes.removeLast()
                record.awaitsSecondVote = !record.votes.isEmpty
                content.room[id] = record
            }
            if let step = after.undoSteps.last, step.number == event.number {
                undo.append((event.number, copy(of: step.before)))
                redo = []
            }
            if case .migrated = event.what { (undo, redo) = ([], []) }
            content = Given.Content(after)
        }
    }

    /// Counts that are gone from the journal are in no copy, and making them leads nowhere.
    private mutating func forget(counts numbers: Set<Int>) {
        func without(_ record: RoomRecord?) -> RoomRecord? {
            var record = record
            record?.votes.removeAll { numbers.contains($0.number) }
            return record
        }
        func without(_ steps: [(number: Int, copy: Copy)]) -> [(number: Int, copy: Copy)] {
            steps.filter { !numbers.contains($0.number) }.map { step in
                guard case .records(let records, let room) = step.copy else { return step }
                return (step.number, .records(records, room.mapValues(without)))
            }
        }
        content.room = content.room.compactMapValues(without)
        undo = without(undo)
        redo = without(redo)
    }

    private func copy(of touched: SessionState.Content) -> Copy {
        switch touched {
        case .records(let held, let room):
            .records(
                Dictionary(uniqueKeysWithValues: held.map { ($0.question, content.records[$0.question]) }),
                Dictionary(uniqueKeysWithValues: room.map { ($0.question, content.room[$0.question]) }))
        case .asks: .asks(content.asks)
        case .links: .links(content.links)
        case .measures: .measures(content.measures)
        case .title: .title(content.title)
        case .authority: .authority(content.authority)
        }
    }

    private mutating func exchange(_ copy: Copy) -> Copy {
        let now = content
        switch copy {
        case .records(let records, let room):
            for (id, record) in records { content.records[id] = record }
            for (id, record) in room {
                var record = record
                let seen = now.room[id]?.votes ?? []
                for (index, vote) in (record?.votes ?? []).enumerated() {
                    guard seen.indices.contains(index), seen[index].tally == vote.tally else { break }
                    record?.votes[index].isRevealed = vote.isRevealed || seen[index].isRevealed
                }
                content.room[id] = record
            }
            return .records(
                records.reduce(into: [:]) { $0[$1.key] = .some(now.records[$1.key]) },
                room.reduce(into: [:]) { $0[$1.key] = .some(now.room[$1.key]) })
        case .asks(let asks):
            content.asks = asks
            return .asks(now.asks)
        case .links(let links):
            content.links = links
            return .links(now.links)
        case .measures(let measures):
            content.measures = measures
            return .measures(now.measures)
        case .title(let title):
            content.title = title
            return .title(now.title)
        case .authority(let authority):
            content.authority = authority
            return .authority(now.authority)
        }
    }
}

@Suite struct `Undo by what changes` {
    @Test(arguments: 0..<200)
    func `comes to what copies of everything come to, for what people do`(seed: Int) {
        var session = Given(as: seed % 2 == 0 ? .ordinary : .workshop)
        var model = CopyingModel(session.state)
        var commands = RandomCommands(seed: seed)
        for _ in 0..<80 {
            guard let events = try? session.when(commands.next(in: session.state)) else { continue }
            for event in events { model.follow(event, to: session.state) }
            #expect(model.content == session.content)
        }
    }

    @Test(arguments: 0..<300)
    func `comes to what copies of everything come to, for any events in any order`(seed: Int) {
        var random = SplitMix(seed: seed)
        var state = Given(as: seed % 2 == 0 ? .ordinary : .workshop).state
        var model = CopyingModel(state)
        for number in 2..<80 {
            let what = payload(&random, state)
            let event = SessionEvent(
                number: number, at: Timestamp(milliseconds: Timestamp.noon.milliseconds + number), what: what)
            apply(event, to: &state)
            model.follow(event, to: state)
            #expect(model.content == Given.Content(state), "after \(what)")
        }
    }

    private func payload(_ random: inout SplitMix, _ state: SessionState) -> SessionEvent.Payload {
        func among<Value>(_ values: [Value]) -> Value { values[Int(random.next() % UInt64(values.count))] }
        func words() -> String { among(["", "one", "two lines\nof it", "ŵ\u{301}", "\u{1F600}"]) }
        let ids: [Question.ID] = ["well.exists", "well.grip", "nobody.asks"]
        let id = among(ids)
        let problems: [Reference<Element>] = ["a", "b", "c"].map { Reference("small", Identifier($0)) }
        let evidence = Evidence(id: "E\(random.next() % 9)", kind: .frontline, reference: words(), text: "")
        switch random.next() % 29 {
        case 0, 1:
            let entries = (0...random.next() % 3).map { _ in
                SessionEvent.Payload.AnswerEntry(
                    question: among(ids), response: among([nil, .dontKnow, .given(.rating(2))]),
                    note: among([nil, words()]), evidence: among([[], [evidence]]),
                    strengths: among([[], [words()]]), concerns: among([[], [words(), words()]]),
                    confidentiality: among([nil, .words, .level]), origin: among([.own, .inherited]))
            }
            return .answered(entries, position: nil)
        case 2: return .cleared(id)
        case 3: return .noted(id, words())
        case 4, 5: return .noteAdded(id, words())
        case 6, 7: return .noteContinued(step: state.undoSteps.last?.number ?? 0, words())
        case 8: return .evidenceAdded(id, evidence)
        case 9: return among([.strengthAdded(id, words()), .concernAdded(id, words())])
        case 10: return .actionAdded(id, Action(text: words(), role: nil, due: nil))
        case 11: return .themeAdded(id, words())
        case 12: return .themeRemoved(id, words())
        case 13: return among([.confidentialitySet(id, .words), .confirmed(ids, position: nil)])
        case 14: return .reviewersAsked(words())
        case 15:
            return .linked(Link(from: among(problems), to: among(problems), note: among([nil, words()])))
        case 16: return .unlinked(from: among(problems), to: among(problems))
        case 17: return among([.titled(words()), .authorityNamed(words())])
        case 18:
            return among([
                .wordsWithdrawn(id), .parked(id, Action(text: "p", role: "r", due: nil), position: nil),
            ])
        case 19:
            return among([
                .agreed(id, Agreement(.dontKnow, by: .consent), note: words(), position: nil), .revealed(id),
            ])
        case 20: return .secondVoteCalled(id)
        case 22:
            var action = Action(id: "A\(random.next() % 3)", text: words(), role: nil, due: nil)
            action.state = among([.open, .doing, .done])
            return .actionChanged(id, action)
        case 23:
            let number = Int(random.next() % 4)
            let item: RecordItem = among([
                .note, .evidence("E\(number)"), .evidenceText("E\(number)"), .strength(number),
                .concern(number), .action("A\(number)"),
            ])
            return among([.itemRemoved(id, item), .itemRewritten(id, item, words())])
        case 24:
            let number = Int(random.next() % 4)
            return among([.askRemoved(number), .askRewritten(number, words())])
        case 25: return .measureSet(Measure(id: "M\(random.next() % 4)", name: words()))
        case 26: return .measureRemoved("M\(random.next() % 4)")
        case 21: return .redone(step: 0, position: nil)
        default: return .undone(step: 0, position: nil)
        }
    }
}
