package import Instruments

/// Works out what stands for the events that hold words on a question once those are taken out.
///
/// - Parameters:
///   - question: the question.
///   - events: every event of the session, earlier redactions carried out.
/// - Returns: the redaction; nil where no event holds words on the question.
package func redaction(
    of question: Question.ID, in events: [SessionEvent]
) -> Happening.Redaction? {
    var instead: [Int: Happening] = [:]
    // What an earlier redaction says in place of other events goes with its body, so it is said again.
    var restated: Set<Int> = []
    let notes = events.questionsOfNotes
    for event in events {
        let substitutes = event.what.instead
        let rest = event.what.without(wordsOn: question, notes)
        guard rest != nil || substitutes.contains(where: { $0.what.without(wordsOn: question, notes) != nil })
        else {
            continue
        }
        instead[event.number] = (rest ?? event.what).withoutSubstitutes
        restated.formUnion(substitutes.map(\.number))
    }
    guard !instead.isEmpty else { return nil }
    for event in events where restated.contains(event.number) && instead[event.number] == nil {
        instead[event.number] = event.what
    }
    return Happening.Redaction(
        question: question,
        instead: instead.sorted { $0.key < $1.key }.map { .init(number: $0.key, what: $0.value) })
}

extension String {
    /// What stands where words were taken out.
    package static let removedWords = "[removed]"
}

extension Happening {
    /// What is left of it without anybody's words on a question; nil where it has none.
    fileprivate func without(wordsOn question: Question.ID, _ notes: [Int: Question.ID]) -> Happening? {
        let removed = String.removedWords
        switch self {
        case .answered(let entries, let position):
            let rest = entries.map { $0.question == question ? $0.withoutWords : $0 }
            return rest == entries ? nil : .answered(rest, position: position)
        case .noted(question, let text) where text != removed:
            return .noted(question, removed)
        case .noteAdded(question, let text) where text != removed:
            return .noteAdded(question, removed)
        case .noteContinued(let step, let text) where notes[step] == question && text != removed:
            return .noteContinued(step: step, removed)
        case .evidenceAdded(question, let evidence) where evidence != evidence.withoutWords:
            return .evidenceAdded(question, evidence.withoutWords)
        case .strengthAdded(question, let text) where text != removed:
            return .strengthAdded(question, removed)
        case .concernAdded(question, let text) where text != removed:
            return .concernAdded(question, removed)
        case .actionAdded(question, let action):
            let rest = Action(text: removed, role: nil, due: action.due)
            return rest == action ? nil : .actionAdded(question, rest)
        case .themeAdded(question, let theme) where theme != removed:
            return .themeAdded(question, removed)
        case .themeRemoved(question, let theme) where theme != removed:
            return .themeRemoved(question, removed)
        case .reviewFiled(let review, let replaced):
            var rest = review
            rest.entries = review.entries.map { $0.question == question ? $0.withoutWords : $0 }
            return rest == review ? nil : .reviewFiled(rest, replacing: replaced)
        case .agreed(question, let agreement, let note, let position):
            let entry = AnswerEntry(question: question, response: agreement.response, note: note).withoutWords
            let rest = Agreement(entry.response, by: agreement.way)
            return rest == agreement && entry.note == note
                ? nil : .agreed(question, rest, note: entry.note, position: position)
        case .otherViewRecorded(question, let view) where view.text != removed:
            return .otherViewRecorded(
                question, OtherView(text: removed, size: view.size, level: view.level))
        case .parked(question, let action, let position) where action.text != removed:
            return .parked(question, Action(text: removed, role: nil, due: action.due), position: position)
        case .preWorkMerged(var work) where work.notes[question]?.isEmpty == false:
            work.notes[question] = nil
            return .preWorkMerged(work)
        case .merged(var work, let instead) where work.notes[question]?.isEmpty == false:
            work.notes[question] = nil
            return .merged(work, instead: instead)
        case .started, .cleared, .noted, .noteAdded, .noteContinued, .evidenceAdded, .strengthAdded,
            .concernAdded, .themeAdded,
            .actionAdded, .themeRemoved, .confidentialitySet, .reviewersAsked, .linked, .unlinked, .titled,
            .authorityNamed, .migrated, .signedOff, .reopened, .released, .reviewWithdrawn, .summarised,
            .redacted, .lost,
            .moved, .undone,
            .redone, .roomArranged, .groundRulesAgreed, .voted, .recounted, .revealed, .secondVoteCalled,
            .agreed, .otherViewRecorded, .parked, .wordsWithdrawn, .invited, .preWorkMerged, .merged,
            .keyBurnt,
            .preWorkErased, .confirmed, .unrecognised:
            return nil
        }
    }
}

extension Happening {
    /// The words on a question that a redaction takes out of it, in no order that counts; none where there are none.
    package func words(on question: Question.ID) -> [String] {
        let words: [String?] =
            switch self {
            case .answered(let entries, _):
                entries.filter { $0.question == question }.flatMap(\.words)
            case .noted(question, let text), .noteAdded(question, let text),
                .strengthAdded(question, let text), .concernAdded(question, let text),
                .themeAdded(question, let text):
                [text]
            case .evidenceAdded(question, let evidence): [evidence.reference, evidence.text]
            case .actionAdded(question, let action), .parked(question, let action, _):
                [action.text, action.role]
            case .reviewFiled(let review, _):
                review.entries.filter { $0.question == question }.flatMap { [$0.comment, $0.seen, $0.test] }
            case .agreed(question, let agreement, let note, _): [agreement.response?.ownWords, note]
            case .otherViewRecorded(question, let view): [view.text]
            case .preWorkMerged(let work), .merged(let work, _): work.notes[question] ?? []
            default: []
            }
        return words.compactMap(\.self).filter { !$0.isEmpty && $0 != .removedWords }
    }

    /// What it comes to in a session that lacks earlier events: only the newest step can be taken back or made again.
    package func standing(in state: SessionState) -> Happening {
        switch self {
        case .undone(let step, let position, _) where state.undoSteps.last?.number != step,
            .redone(let step, let position) where state.redoSteps.last?.number != step:
            .moved(to: position)
        // Nobody can say any more which question those words were on.
        case .noteContinued(let step, _) where state.undoSteps.last?.number != step:
            .lost(bytes: 0)
        default: self
        }
    }
}

extension Happening.AnswerEntry {
    /// What a user wrote in it.
    fileprivate var words: [String?] {
        var words = [response?.ownWords, note]
        for piece in evidence { words += [piece.reference, piece.text] }
        return words + strengths + concerns
    }
}

extension Response {
    /// What a user wrote in it; nil where it is chosen from what is offered.
    fileprivate var ownWords: String? {
        switch self {
        case .given(.text(let text)): text
        case .notApplicable(let reason): reason
        case .given, .dontKnow: nil
        }
    }
}

extension Evidence {
    fileprivate var withoutWords: Evidence {
        Evidence(
            id: id, kind: kind, reference: .removedWords, text: text.isEmpty ? "" : .removedWords)
    }
}

extension Review.Entry {
    fileprivate var withoutWords: Review.Entry {
        func removed(_ text: String) -> String { text.isEmpty ? "" : .removedWords }
        return Review.Entry(
            question: question, verdict: verdict, own: own, comment: removed(comment), seen: removed(seen),
            test: removed(test))
    }
}

extension Happening.AnswerEntry {
    fileprivate var withoutWords: Happening.AnswerEntry {
        var rest = self
        switch response {
        case .given(.text): rest.response = .given(.text(.removedWords))
        case .notApplicable: rest.response = .notApplicable(reason: .removedWords)
        case .given, .dontKnow, nil: break
        }
        rest.note = note.map { _ in .removedWords }
        rest.evidence = evidence.map(\.withoutWords)
        rest.strengths = strengths.map { _ in .removedWords }
        rest.concerns = concerns.map { _ in .removedWords }
        return rest
    }
}
