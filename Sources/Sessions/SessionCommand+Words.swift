import Disclosure
import Instruments

extension SessionCommand {
    /// Every text of a user's own that it carries, in no order that counts.
    package var words: [String] {
        var words: [String] = []
        _ = mappingWords {
            words.append($0)
            return $0
        }
        return words
    }

    /// The command with its texts in Unicode's composed form, as they are stored.
    var composed: SessionCommand { mappingWords(\.composed) }

    /// The questions on which it says something, or to which it goes; taking something away says nothing.
    var questionsSpokenOf: [Question.ID] {
        switch self {
        case .answer(let id, _, _), .note(let id, _), .addToNote(let id, _, _), .addEvidence(let id, _, _, _),
            .addStrength(let id, _), .addConcern(let id, _), .addAction(let id, _),
            .rewrite(let id, _, _), .setTheme(let id, _, true),
            .tally(let id, _), .reveal(let id), .callSecondVote(let id), .agree(let id, _, _),
            .recordOtherView(let id, _), .park(let id, _), .move(to: let id?):
            [id]
        case .recordSheet(let sheet): sheet.entries.map(\.question)
        case .inherit(let entries): entries.map(\.question)
        case .confirm(let ids): ids
        case .clear, .setTheme, .setConfidential, .askReviewers, .changeAction, .remove, .removeAsk,
            .rewriteAsk, .setMeasure, .removeMeasure, .link, .unlink, .title, .nameAuthority,
            .migrate,
            .signOff, .reopen, .recordRelease, .fileReview, .withdrawReview, .arrangeRoom, .agreeGroundRules,
            .withdrawWords, .invite, .mergePreWork, .burnKey, .closeRoom, .recordErasure, .move, .undo, .redo:
            []
        }
    }

    /// The command with something done to each text of a user's own.
    private func mappingWords(_ change: (String) -> String) -> SessionCommand {
        switch self {
        case .answer(let id, let response, let note):
            .answer(id, response.mappingWords(change), note: note.map(change))
        case .recordSheet(let sheet):
            .recordSheet(AnswerSheet(entries: sheet.entries.map { $0.mappingWords(change) }))
        case .note(let id, let text): .note(id, change(text))
        case .addToNote(let id, let text, let step): .addToNote(id, change(text), after: step)
        case .addEvidence(let id, let kind, let reference, let text):
            .addEvidence(id, kind: kind, reference: change(reference), text: change(text))
        case .addStrength(let id, let text): .addStrength(id, change(text))
        case .addConcern(let id, let text): .addConcern(id, change(text))
        case .addAction(let id, let action): .addAction(id, action.mappingWords(change))
        case .changeAction(let action): .changeAction(action.mappingWords(change))
        case .rewrite(let id, let item, let text): .rewrite(id, item, change(text))
        case .rewriteAsk(let number, let text): .rewriteAsk(number, change(text))
        case .setTheme(let id, let text, let isOn): .setTheme(id, change(text), isOn: isOn)
        case .askReviewers(let text): .askReviewers(change(text))
        case .setMeasure(let measure): .setMeasure(measure.mappingWords(change))
        case .link(let link): .link(Link(from: link.from, to: link.to, note: link.note.map(change)))
        case .title(let text): .title(change(text))
        case .nameAuthority(let text): .nameAuthority(change(text))
        case .signOff(let role, let withUnconfirmed):
            .signOff(role: change(role), withUnconfirmed: withUnconfirmed)
        case .reopen(let reason): .reopen(reason: change(reason))
        case .fileReview(let review, let filing): .fileReview(review.mappingWords { change($1) }, filing)
        case .agree(let id, let agreement, let note):
            .agree(
                id, Agreement(agreement.response?.mappingWords(change), by: agreement.way),
                note: note.map(change))
        case .recordOtherView(let id, let view):
            .recordOtherView(id, OtherView(text: change(view.text), size: view.size, level: view.level))
        case .park(let id, let action): .park(id, action.mappingWords(change))
        case .mergePreWork(let work, let withoutTheRest):
            .mergePreWork(
                PreWork(
                    people: work.people, tallies: work.tallies,
                    notes: work.notes.mapValues { $0.map(change) }, gaps: work.gaps),
                withoutTheRest: withoutTheRest)
        // What an earlier session holds is in that form already.
        case .inherit, .clear, .setConfidential, .remove, .removeAsk, .removeMeasure, .unlink, .migrate,
            .recordRelease,
            .withdrawReview, .move,
            .undo, .redo,
            .arrangeRoom, .agreeGroundRules, .tally, .reveal, .callSecondVote, .withdrawWords, .invite,
            .burnKey, .closeRoom, .recordErasure, .confirm:
            self
        }
    }
}

extension AnswerSheet.Entry {
    fileprivate func mappingWords(_ change: (String) -> String) -> AnswerSheet.Entry {
        var entry = self
        entry.answer = answer.map { answer in
            switch answer {
            case .value(let text): .value(change(text))
            case .wrapped(let text): .wrapped(change(text))
            case .notApplicable(let reason): .notApplicable(reason: change(reason))
            case .list: answer
            }
        }
        entry.note = note.map(change)
        entry.evidence = evidence.map {
            AnswerSheet.WrittenEvidence(
                kind: $0.kind, reference: change($0.reference), text: change($0.text))
        }
        entry.strengths = strengths.map(change)
        entry.concerns = concerns.map(change)
        entry.actions = actions.map { action in
            var action = action
            action.text = change(action.text)
            action.role = action.role.map(change)
            action.measure = action.measure.map(change)
            return action
        }
        entry.themes = themes.map(change)
        return entry
    }
}
