import Escaping
import Instruments
import Languages
import Reports
import Sessions
import Terminal

extension Conversation {
    /// Saves an answer, says so, and goes on.
    func answer(
        _ question: Question, _ response: Response, note: String?
    ) throws(Interruption) -> Next {
        let before = state.asked
        let earlier = state.records[question.id]
        // What was written before the first answer stays: words behind the answer are added to it.
        let isFirst = earlier?.response == nil
        let kept = earlier?.note
        let whole = isFirst ? note.map { new in kept.map { "\($0)\n\(new)" } ?? new } : note
        try perform(.answer(question.id, response, note: whole))
        noteComingUp(behind: question.id)
        let words = labels.words(for: response, to: question.id)
        let hasNote = note != nil || isFirst && kept != nil
        var saved = hasNote ? local("Saved: \(words), with your note.") : local("Saved: \(words).")
        if let kept, !isFirst,
            let hint = noteHint(kept, new: note, on: question, earlier?.response, response)
        {
            saved += " " + hint
        }
        if case .given(.text(let old))? = earlier?.response, state.room == nil, earlier?.response != response
        {
            saved += " " + local("It takes the place of: \"\(old.shortened(to: 200).visible)\".")
        }
        if let hint = evidenceHint(on: question) { saved += " " + hint }
        if let response = earlier?.response, response != state.response(to: question.id),
            let hint = keptHint(on: question)
        {
            saved += " " + hint
        }
        try confirm(saved)
        if case .given(.text(let text)) = response { try sayWhetherDontKnow(text) }
        try tellChange(from: before, to: state.asked)
        if case .given = response, !question.probes.isEmpty { return try offerProbes(of: question) }
        return try goOn(from: question.id)
    }

    /// What became of the note that stood with an earlier answer.
    private func noteHint(
        _ kept: String, new: String?, on question: Question, _ before: Response?, _ after: Response
    ) -> String? {
        let old = kept.shortened(to: 200).visible
        if let new { return new == kept ? nil : local("It takes the place of the earlier note: \"\(old)\".") }
        guard before != after else { return nil }
        // What a facilitator writes down is not for the wall.
        guard state.room == nil else { return local("Its note is kept.") }
        let mark = question.kind == .text ? ":" : ""
        return local(
            "Note kept: \"\(old)\". Where it holds no more, type \(mark)note @\(question.id) and other words, or \(mark)remove note @\(question.id)."
        )
    }

    /// What was written for an earlier answer, beside its note, and stands with the new one; nil where there is nothing such.
    private func keptHint(on question: Question) -> String? {
        // What a facilitator writes down is not for the wall.
        guard state.room == nil, let record = state.records[question.id] else { return nil }
        let (strengths, concerns, evidence) = (
            record.strengths.count, record.concerns.count, record.evidence.count
        )
        let kept = [
            strengths == 0 ? nil : counted(strengths, "strength", "strengths"),
            concerns == 0 ? nil : counted(concerns, "concern", "concerns"),
            evidence == 0 ? nil : counted(evidence, "piece of evidence", "pieces of evidence"),
        ].compactMap(\.self)
        return kept.isEmpty
            ? nil
            : local(
                "Kept from the earlier answer: \(listed(kept)). Where that holds no more, edit or remove it; help words says how."
            )
    }

    /// What a reviewer would look for where an answer has no evidence; nil where there is nothing to say.
    func evidenceHint(on question: Question) -> String? {
        guard let record = state.records[question.id], case .given? = record.response,
            record.evidence.isEmpty, let item = question.lookFor.first,
            state.questionnaire.area(of: question.id)?.isOfFacts != true
        else { return nil }
        return local("No evidence yet; a reviewer would look for: \(item).")
    }

    /// Refuses words before they are written where nothing can be saved.
    func refuseWhereSignedOff() throws(Interruption) {
        guard let signOff = recorded.signOff else { return }
        throw .problem(errorDescription(of: .signedOff(role: signOff.role, at: signOff.at)))
    }

    /// Says how to type don't know, where that was taken for an answer in words.
    func sayWhetherDontKnow(_ words: String) throws(Interruption) {
        guard ReplyParser.saysDontKnow(words) else { return }
        try say(local("It is kept as words. For don't know type ? alone, or :dk."))
    }

    /// Refuses the name of a command that stands alone on a line of a note: nobody can leave a note by it.
    func refuseCommandName(_ words: String) throws(Interruption) {
        let name = words.lowercased()
        guard !words.hasPrefix(":"),
            commands.contains(where: { $0.name == (ReplyParser.otherNames[name] ?? name) })
        else { return }
        throw .problem(
            ErrorDescription(
                local("`\(words.visible)` is the name of a command, and this line of the note was not saved"),
                hint: local(
                    "a full stop alone ends the note; type :\(words.visible) for the command, or put more words with it to keep them"
                )))
    }

    /// A command as it can be typed at the question on the screen: behind a colon where words are asked for.
    func typed(_ command: String) -> String { (question?.kind == .text ? ":" : "") + command }

    /// Says which questions an answer has hidden or brought up.
    func tellChange(
        from before: AskedQuestions, to after: AskedQuestions
    ) throws(Interruption) {
        let hidden = before.questions.filter {
            !after.contains($0.id) && state.response(to: $0.id) != nil
        }
        if !hidden.isEmpty {
            try say(
                counted(
                    hidden.count,
                    "answer is set aside, because the question is no longer asked: \(names(hidden)).",
                    "answers are set aside, because the question is no longer asked: \(names(hidden))."))
        }
        let back = after.questions.filter {
            !before.contains($0.id) && state.response(to: $0.id) != nil
        }
        if !back.isEmpty {
            try say(
                counted(
                    back.count, "answer is back: \(names(back)).", "answers are back: \(names(back))."))
        }
    }

    private func names(_ questions: [Question]) -> String {
        listed(questions.map { labels[$0.id].short })
    }
}

extension Conversation {
    /// A text on a question as the user's own editor leaves it.
    ///
    /// - Throws: why there is none; then nothing was changed, and the editor opens on what it left the next time.
    func edited(_ text: String, on question: Question.ID) throws(Interruption) -> String {
        guard isAtTerminal else {
            throw .problem(
                ErrorDescription(
                    local("an editor needs a terminal"), hint: local("type note and the words instead")))
        }
        let owner = draftOwner(question)
        let kept = keptFiles[question] ?? TextEditor.left(for: owner, environment: environment)
        if kept != nil {
            try say(local("It opens on what your editor left the last time, which no session has yet."))
        }
        try say(
            local(
                "Your editor opens. Save there and leave it to come back. In vi, that is the Escape key, then :wq and Enter."
            ))
        do throws(TextEditor.Fault) {
            let edited = try TextEditor.edit(text, environment: environment, for: owner, again: kept)
            keptFiles[question] = nil
            return edited
        } catch {
            keptFiles[question] = error.kept ?? keptFiles[question]
            throw .problem(error.errorDescription)
        }
    }
}

extension Conversation {
    /// What a text in the editor belongs to, for whoever resumes after it was kept.
    func draftOwner(_ question: Question.ID) -> String { "\(state.session) \(question)" }
}

extension String {
    /// Behind the name of a file that is kept: that it may not last; nothing where it does.
    var untilRestart: String {
        TextEditor.isInMemory(self) ? " " + local("(in memory: a restart of this machine loses it)") : ""
    }
}

extension TextEditor.Fault {
    fileprivate var errorDescription: ErrorDescription {
        switch self {
        case .noFolder: ErrorDescription(local("no private file can be made for the editor"))
        case .failed(let command, let status, nil):
            ErrorDescription(
                local("the editor `\(command.visible)` ended with status \(status), so nothing was changed"),
                hint: local("VISUAL or EDITOR names another"))
        case .failed(let command, let status, let kept?):
            ErrorDescription(
                local(
                    "the editor `\(command.visible)` ended with status \(status), so nothing was changed; what it left is kept in \(kept.onOnePiece)\(kept.untilRestart)"
                ), hint: local("edit opens it again; VISUAL or EDITOR names another editor"))
        case .unreadable(nil):
            ErrorDescription(local("the editor left no file, so nothing was changed"))
        case .unreadable(let kept?):
            ErrorDescription(
                local(
                    "what the editor left cannot be read, or is larger than a note can be, so nothing was changed; it is kept in \(kept.onOnePiece)\(kept.untilRestart)"
                ), hint: local("edit opens it again, to be shortened"))
        case .notText(let kept):
            ErrorDescription(
                local(
                    "what the editor left holds bytes that are not UTF-8, so nothing was changed; it is kept in \(kept.onOnePiece)\(kept.untilRestart)"
                ), hint: local("edit opens it again; save it as UTF-8 there, or convert it with iconv"))
        }
    }
}
