import Instruments
import Testing

@testable import Sessions

@Suite struct `Taking words out` {
    /// Ends in words that tell on whom they were said.
    private func words(_ id: Question.ID) -> String { "secret of \(id)." }

    @Test(arguments: 0..<60)
    func `leaves nothing of them in any event, and everything else as it was`(seed: Int) throws {
        var session = Given()
        var commands = RandomCommands(seed: seed)
        let questions = Village.questionnaire.questions.map(\.id)
        for step in 0..<50 {
            let id = questions[(seed + step) % questions.count]
            switch step % 9 {
            case 0:
                _ = try? session.when(.note(id, words(id)))
                _ = try? session.when(.addToNote(id, words(id), after: session.state.lastNumber))
                if step % 2 == 0 { _ = try? session.when(.addToNote(id, words(id), after: nil)) }
            case 1:
                _ = try? session.when(.addEvidence(id, kind: .data, reference: words(id), text: words(id)))
            case 2: _ = try? session.when(.addStrength(id, words(id)))
            case 3: _ = try? session.when(.addConcern(id, words(id)))
            case 4:
                _ = try? session.when(.addAction(id, Action(text: words(id), role: words(id), due: nil)))
            case 5: _ = try? session.when(.setTheme(id, words(id), isOn: true))
            case 6: _ = try? session.when(.answer(id, .notApplicable(reason: words(id)), note: words(id)))
            default: _ = try? session.when(commands.next(in: session.state))
            }
        }
        var events = session.events
        for id in questions.shuffled(using: &commands.random) {
            let before = fold(events)
            guard let redaction = redaction(of: .question(id), in: events) else {
                #expect(!"\(events)".contains(words(id)))
                continue
            }
            let instead = Dictionary(redaction.instead.map { ($0.number, $0.what) }) { $1 }
            events = events.map { event in
                var event = event
                event.what = instead[event.number] ?? event.what
                return event
            }
            events.append(
                SessionEvent(number: events.count + 1, at: .noon, what: .redacted(redaction)))
            #expect(!"\(events)".contains(words(id)), "\(id)")
            let after = fold(events)
            for other in questions where other != id {
                #expect(after.records[other] == before.records[other])
            }
            #expect(after.records[id]?.evidence.map(\.id) == before.records[id]?.evidence.map(\.id))
            #expect(after.undoSteps.map(\.number) == before.undoSteps.map(\.number))
            #expect(Counts(after) == Counts(before))
        }
        // Nothing brings them back.
        var state = fold(events)
        while let event = try? decide(.undo, state, now: .noon).first {
            apply(event, to: &state)
            #expect(!"\(state.records)".contains("secret of"))
        }
    }

    @Test func `of a question without words is nothing to do`() throws {
        let session = try Given(.well)
        #expect(redaction(of: .question("well.exists"), in: session.events) == nil)
    }

    private func fold(_ events: [SessionEvent]) -> SessionState {
        var state = Given().state
        for event in events.dropFirst() { apply(event, to: &state) }
        return state
    }
}
