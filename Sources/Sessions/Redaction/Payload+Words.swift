import Instruments

extension String {
    /// What stands where words were taken out.
    package static let removedWords = "[removed]"
}

/// What an event does not say of where its words stand: it is known from those before it.
struct WordsContext {
    /// The event's number among those of its kind; a session's start is its first title and its first authority.
    var number: Int
    /// The question whose note the event goes on with; nil for every other event.
    var noted: Question.ID?
}

extension [SessionEvent] {
    /// Where the words of each event stand, by the events' numbers.
    var wordsContexts: [Int: WordsContext] {
        let notes = questionsOfNotes
        var counts: [WordsPlace.Kind: Int] = [:]
        var contexts: [Int: WordsContext] = [:]
        for event in self {
            var context = WordsContext(number: 0, noted: nil)
            func count(_ kind: WordsPlace.Kind) {
                counts[kind, default: 0] += 1
                context.number = counts[kind] ?? 0
            }
            switch event.what {
            case .started:
                count(.title)
                count(.authority)
            case .titled: count(.title)
            case .authorityNamed: count(.authority)
            case .reviewersAsked, .askRewritten: count(.ask)
            case .signedOff: count(.signOff)
            case .reopened: count(.reopening)
            case .reviewFiled: count(.review)
            case .noteContinued(let step, _): context.noted = notes[step]
            default: break
            }
            contexts[event.number] = context
        }
        return contexts
    }
}

extension SessionEvent.Payload {
    /// The event with something done to each text of a user's own. Every kind of event is here, and says where its
    /// texts stand, so that there is none that nobody can take out.
    ///
    /// - Parameters:
    ///   - context: what the event does not say of itself.
    ///   - change: what is done to a text of some places; `removedWords` takes it out.
    /// - Returns: an event of the same kind.
    func mappingWords(_ context: WordsContext, _ change: ([WordsPlace], String) -> String)
        -> SessionEvent.Payload
    {
        func numbered(_ kind: WordsPlace.Kind, _ text: String) -> String {
            change([.numbered(kind, context.number)], text)
        }
        func on(_ id: Question.ID, _ text: String) -> String { change([.question(id)], text) }
        func action(_ id: Question.ID, _ action: Action) -> Action { action.mappingWords { on(id, $0) } }
        func work(_ work: PreWork) -> PreWork {
            var work = work
            for (id, notes) in work.notes {
                let rest = notes.compactMap { on(id, $0).unlessRemoved }
                work.notes[id] = rest.isEmpty ? nil : rest
            }
            return work
        }
        switch self {
        case .started(var start):
            start.title = change([.numbered(.title, 1)], start.title)
            start.authority = start.authority.flatMap { change([.numbered(.authority, 1)], $0).unlessRemoved }
            return .started(start)
        case .answered(let entries, let position):
            return .answered(
                entries.map { entry in entry.mappingWords { on(entry.question, $0) } }, position: position)
        case .noted(let id, let text): return .noted(id, on(id, text))
        case .noteAdded(let id, let text): return .noteAdded(id, on(id, text))
        case .noteContinued(let step, let text):
            return .noteContinued(step: step, context.noted.map { on($0, text) } ?? text)
        case .evidenceAdded(let id, let evidence):
            return .evidenceAdded(id, evidence.mappingWords { on(id, $0) })
        case .strengthAdded(let id, let text): return .strengthAdded(id, on(id, text))
        case .concernAdded(let id, let text): return .concernAdded(id, on(id, text))
        case .actionAdded(let id, let plan): return .actionAdded(id, action(id, plan))
        case .actionChanged(let id, let plan): return .actionChanged(id, action(id, plan))
        case .itemRewritten(let id, let item, let text): return .itemRewritten(id, item, on(id, text))
        case .themeAdded(let id, let theme): return .themeAdded(id, on(id, theme))
        case .themeRemoved(let id, let theme): return .themeRemoved(id, on(id, theme))
        case .reviewersAsked(let text): return .reviewersAsked(numbered(.ask, text))
        case .askRewritten(let number, let text): return .askRewritten(number, numbered(.ask, text))
        case .measureSet(let measure):
            let place = WordsPlace.numbered(.measure, measure.number)
            return .measureSet(measure.mappingWords { change([place], $0) })
        case .linked(let link):
            let place = WordsPlace.link(from: link.from, to: link.to)
            return .linked(Link(from: link.from, to: link.to, note: link.note.map { change([place], $0) }))
        case .titled(let text): return .titled(numbered(.title, text))
        case .authorityNamed(let text): return .authorityNamed(numbered(.authority, text))
        case .signedOff(let role, let unconfirmed):
            return .signedOff(role: numbered(.signOff, role), unconfirmed: unconfirmed)
        case .reopened(let reason): return .reopened(reason: numbered(.reopening, reason))
        case .reviewFiled(let review, let replaced):
            let place = WordsPlace.numbered(.review, context.number)
            return .reviewFiled(
                review.mappingWords { id, text in change([place] + (id.map { [.question($0)] } ?? []), text)
                },
                replacing: replaced)
        case .agreed(let id, let agreement, let note, let position):
            return .agreed(
                id, Agreement(agreement.response?.mappingWords { on(id, $0) }, by: agreement.way),
                note: note.map { on(id, $0) }, position: position)
        case .otherViewRecorded(let id, let view):
            let text = on(id, view.text)
            // How many held a view that was taken out, and at which level, is of it: each says the same.
            return .otherViewRecorded(
                id,
                text == .removedWords
                    ? OtherView(text: text, size: .few, level: nil)
                    : OtherView(text: text, size: view.size, level: view.level))
        case .parked(let id, let plan, let position):
            return .parked(id, action(id, plan), position: position)
        case .preWorkMerged(let merged): return .preWorkMerged(work(merged))
        case .merged(let merged, let instead): return .merged(work(merged), instead: instead)
        case .cleared, .confidentialitySet, .itemRemoved, .askRemoved, .measureRemoved, .unlinked, .migrated,
            .released,
            .reviewWithdrawn, .roomArranged,
            .groundRulesAgreed, .voted, .recounted, .revealed, .secondVoteCalled, .wordsWithdrawn, .invited,
            .keyBurnt, .roomClosed, .preWorkErased, .redacted, .lost, .summarised, .moved, .undone, .redone,
            .confirmed,
            .unrecognised:
            return self
        }
    }
}

extension String {
    /// The text; nil where it was taken out.
    fileprivate var unlessRemoved: String? { self == .removedWords ? nil : self }
}

extension SessionEvent.Payload.AnswerEntry {
    fileprivate func mappingWords(_ change: (String) -> String) -> SessionEvent.Payload.AnswerEntry {
        var entry = self
        entry.response = response?.mappingWords(change)
        entry.note = note.map(change)
        entry.evidence = evidence.map { $0.mappingWords(change) }
        entry.strengths = strengths.map(change)
        entry.concerns = concerns.map(change)
        entry.actions = actions.map { $0.mappingWords(change) }
        entry.themes = themes.map(change)
        return entry
    }
}

extension Evidence {
    fileprivate func mappingWords(_ change: (String) -> String) -> Evidence {
        Evidence(id: id, kind: kind, reference: change(reference), text: change(text))
    }
}

extension Review {
    /// The review with something done to each of its texts; the question is nil for what is said of none.
    func mappingWords(_ change: (Question.ID?, String) -> String) -> Review {
        var review = self
        review.role = change(nil, role)
        // A pack's name is digits that a program made up; what else stands there somebody typed.
        if !pack.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) {
            review.pack = change(nil, pack)
        }
        review.entries = entries.map { entry in
            Entry(
                question: entry.question, verdict: entry.verdict, own: entry.own,
                comment: change(entry.question, entry.comment), seen: change(entry.question, entry.seen),
                test: change(entry.question, entry.test))
        }
        return review
    }
}

extension Response {
    /// The answer with something done to what a user wrote in it.
    func mappingWords(_ change: (String) -> String) -> Response {
        switch self {
        case .given(.text(let text)): .given(.text(change(text)))
        case .notApplicable(let reason): .notApplicable(reason: change(reason))
        case .given, .dontKnow: self
        }
    }
}
