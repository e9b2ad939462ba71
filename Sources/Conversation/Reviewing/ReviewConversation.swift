import Escaping
import Languages
package import LineEditing
package import Reports
import Sessions
import Terminal

/// A peer reviewer at the prompt: every answer of a pack, and what the reviewer makes of it.
package final class ReviewConversation {
    private let sheet: ReviewSheet
    private let isBlind: Bool
    private let reader: any LineReader
    private let screen: Screen
    private let save: (ReviewFile) -> ErrorDescription?
    private let isOnDisk: () -> Bool
    private var review: ReviewFile
    /// The questions on which something was said that could not be saved.
    private var unsaved: [String] = []
    private var position = 0
    /// How many lines were refused.
    private var refusals = 0

    /// A conversation.
    ///
    /// - Parameters:
    ///   - sheet: the answers.
    ///   - review: what the reviewer has said so far.
    ///   - isBlind: whether an answer is hidden until the reviewer has given an own one.
    ///   - reader: where lines come from.
    ///   - screen: where everything is shown.
    ///   - save: makes the review durable; says why it could not be.
    ///   - isOnDisk: looks whether what was saved last is still there.
    package init(
        of sheet: ReviewSheet, review: ReviewFile, isBlind: Bool, reader: any LineReader, screen: Screen,
        save: @escaping (ReviewFile) -> ErrorDescription?, isOnDisk: @escaping () -> Bool
    ) {
        self.sheet = sheet
        self.review = review
        self.isBlind = isBlind
        self.reader = reader
        self.screen = screen
        self.save = save
        self.isOnDisk = isOnDisk
        position =
            sheet.answers.firstIndex { answer in
                !review.answers.contains { $0.question == answer.question.id }
            } ?? 0
    }

    /// Walks until somebody leaves or the input ends.
    package func run() -> Ending {
        do throws(OutputFault) {
            try screen.say(
                local("\(sheet.cover.questionnaireTitle). \(sheet.cover.title)"), gap: true, as: .heading)
            try screen.say(help, gap: true)
            var isShown = false
            while true {
                if !isShown { try showAnswer() }
                isShown = true
                let prompt =
                    sheet.answers.indices.contains(position)
                    ? local("What did you find?") : local("Your command:")
                switch reader.readLine(prompt: prompt + " ", completions: completions) {
                case .interrupted: continue
                case .endOfInput:
                    if let code = reader.failure { return .notSaved(.unreadableInput(code)) }
                    return try left(.endOfInput)
                case .signalled(let number): return .signal(number)
                case .cut:
                    refusals += 1
                    try screen.say(
                        local("There is a problem. \(LineInput.cutDescription(reader).sentences)"),
                        as: .problem)
                case .gathered:
                    refusals += 1
                    try screen.say(
                        local(
                            "There is a problem. Several lines came at once, and nothing of them was saved. Put them on one line, behind comment or another word."
                        ), as: .problem)
                case .line(let line), .pasted(let line):
                    let before = position
                    switch ReviewReply(line, own: answer.map(sheet.ownAnswers) ?? []) {
                    case .leave: return try left(.left)
                    case let reply: try take(reply)
                    }
                    isShown = position == before
                }
            }
        } catch {
            return .outputFailed(error)
        }
    }

    private var answer: AnswerText? {
        sheet.answers.indices.contains(position) ? sheet.answers[position] : nil
    }

    private var entry: ReviewFile.Answer? {
        answer.flatMap { answer in review.answers.first { $0.question == answer.question.id } }
    }

    private func take(_ reply: ReviewReply) throws(OutputFault) {
        switch reply {
        case .next: position = min(position + 1, sheet.answers.count)
        case .back: position = max(position - 1, 0)
        case .help: try screen.say(help)
        case .status:
            let judged = review.answers.count { $0.verdict != Review.Verdict.notLookedAt.rawValue }
            let worded = review.answers.count - judged
            let left = sheet.answers.count - review.answers.count
            let words =
                worded == 0
                ? "" : counted(worded, "with words and no verdict", "with words and no verdict") + ", "
            try screen.say(
                counted(judged, "answer looked at", "answers looked at") + ", " + words
                    + local("\(left) left."))
        case .notUnderstood(let word):
            refusals += 1
            try screen.say(
                local("There is a problem. `\(word.shortened.visible)` is no reply here. \(help)"),
                as: .problem)
        case .goTo(let name):
            guard
                let place = sheet.answers.firstIndex(where: {
                    $0.question.id == name || $0.question.short.lowercased() == name.lowercased()
                })
            else {
                return try screen.say(
                    local("There is a problem. There is no question `\(name.visible)` in this report."),
                    as: .problem)
            }
            position = place
        case .verdict(let verdict, let words):
            if isBlind, let answer, entry?.own == nil, !sheet.ownAnswers(to: answer).isEmpty {
                refusals += 1
                return try screen.say(
                    local(
                        "There is a problem. Their answer is still hidden. Give your own first: \(listed(sheet.ownAnswers(to: answer), with: .or))."
                    ), as: .problem)
            }
            guard !verdict.needsComment || !words.isEmpty || entry?.comment.isEmpty == false else {
                return try screen.say(
                    local(
                        "There is a problem. Say why in the same line: \(verdict.rawValue) and your words."),
                    as: .problem)
            }
            if let entry, verdict == .agree, words.isEmpty, !entry.comment.isEmpty,
                Review.Verdict(rawValue: entry.verdict)?.needsComment == true
            {
                // It would be filed as words of somebody who agrees.
                refusals += 1
                return try screen.say(
                    local(
                        "There is a problem. Your comment says why you did not agree: \"\(entry.comment.shortened(to: 200).visible)\". Type clear to take it back first, or agree and what has changed."
                    ), as: .problem)
            }
            try change { entry in
                entry.verdict = verdict.rawValue
                entry.comment = Self.adding(words, to: entry.comment)
            }
            position = min(position + 1, sheet.answers.count)
        case .own(let own):
            let isFirst = entry?.own == nil
            try change { $0.own = own }
            if isBlind, isFirst { try showTheirs() }
        case .comment(let words): try change { $0.comment = Self.adding(words, to: $0.comment) }
        case .seen(let words): try change { $0.seen = Self.adding(words, to: $0.seen) }
        case .test(let words): try change { $0.test = Self.adding(words, to: $0.test) }
        case .clear:
            guard let answer, entry != nil else {
                return try screen.say(
                    local("There is a problem. You have said nothing of this answer."), as: .problem)
            }
            var changed = review
            changed.answers.removeAll { $0.question == answer.question.id }
            try keep(
                changed, for: answer, saying: local("Taken back: what you said of \(answer.question.short)."))
        case .leave: break
        }
    }

    /// Words behind others; the earlier ones stay until they are taken back.
    private static func adding(_ words: String, to earlier: String) -> String {
        earlier.isEmpty || words.isEmpty ? earlier + words : "\(earlier)\n\(words)"
    }

    /// Changes what is said of the answer on the screen, durably, and says so.
    private func change(_ edit: (inout ReviewFile.Answer) -> Void) throws(OutputFault) {
        guard let answer else {
            return try screen.say(local("There is a problem. No answer is on the screen."), as: .problem)
        }
        var changed = review
        let place = changed.answers.firstIndex { $0.question == answer.question.id }
        var entry =
            place.map { changed.answers[$0] }
            ?? ReviewFile.Answer(
                question: answer.question.id, verdict: Review.Verdict.notLookedAt.rawValue, own: nil,
                comment: "", seen: "", test: "")
        edit(&entry)
        if let place { changed.answers[place] = entry } else { changed.answers.append(entry) }
        // What was said before stays, and is seen to.
        let words = place == nil ? "" : " " + said(entry)
        try keep(changed, for: answer, saying: local("Saved for \(answer.question.short).") + words)
    }

    /// Makes a changed review durable, and says so.
    private func keep(
        _ changed: ReviewFile, for answer: AnswerText, saying sentence: String
    ) throws(OutputFault) {
        let name = answer.question.short
        if let problem = save(changed) {
            if !unsaved.contains(name) { unsaved.append(name) }
            return try screen.say(local("There is a problem. \(problem.sentences)"), as: .problem)
        }
        review = changed
        unsaved.removeAll { $0 == name }
        try screen.say(sentence, as: .saved)
    }

    /// All that the reviewer has said of an answer.
    private func said(_ entry: ReviewFile.Answer) -> String {
        let verdict = Review.Verdict(rawValue: entry.verdict)
        let words =
            verdict == .notLookedAt ? local("No verdict") : verdict?.localizedDescription ?? entry.verdict
        return [
            local("You said: \(words)."), entry.own.map { local("Own answer: \($0).") },
            entry.comment.isEmpty ? nil : local("Comment: \(entry.comment.onOneLine)"),
            entry.seen.isEmpty ? nil : local("Seen: \(entry.seen.onOneLine)"),
            entry.test.isEmpty ? nil : local("To test: \(entry.test.onOneLine)"),
        ].compactMap(\.self).joined(separator: " ")
    }

    private func showAnswer() throws(OutputFault) {
        guard let answer else {
            return try screen.say(
                local("This is the end of the answers. Type back to go on, or quit."), gap: true)
        }
        try screen.gap()
        try screen.say(
            local("\(answer.question.short). \(position + 1) of \(sheet.answers.count)."), gap: true)
        try screen.say(answer.question.text, gap: true, as: .question)
        for level in answer.levelsDescription(on: sheet.scales) { try screen.say(level) }
        if !answer.levels.isEmpty { try screen.gap() }
        if isBlind, entry?.own == nil, !sheet.ownAnswers(to: answer).isEmpty {
            try screen.say(
                local(
                    "Their answer is hidden until you give your own: \(listed(sheet.ownAnswers(to: answer), with: .or))."
                ))
        } else {
            try showTheirs()
        }
        guard let entry else { return }
        try screen.say(said(entry))
    }

    private func showTheirs() throws(OutputFault) {
        guard let answer else { return }
        let words =
            answer.answer
            ?? (answer.isLevelWithheld == true ? local("withheld") : local("not answered"))
        try screen.say(
            local("Their answer: \(words).") + (answer.descriptor.map { " \($0)" } ?? ""))
        if let note = answer.note { try screen.say(local("Note: \(note)")) }
        for evidence in answer.evidence {
            try screen.say(local("Evidence \(evidence.id), \(evidence.kind): \(evidence.reference)."))
        }
        if answer.isLevelWithheld != true, answer.isWithheld {
            try screen.say(local("This answer is marked confidential: any words on it are left out."))
        }
    }

    private func left(_ ending: Ending) throws(OutputFault) -> Ending {
        guard isOnDisk() else {
            return .notSaved(
                ErrorDescription(
                    local("the review file is not as it was saved: it was changed, moved or removed since"),
                    hint: local("look for it, and begin again with canary review where it is gone")))
        }
        guard unsaved.isEmpty else {
            return .notSaved(
                ErrorDescription(
                    local("what you said last of these is not saved: \(listed(unsaved))"),
                    hint: local("mend what kept it from being saved, and say it again with canary review")))
        }
        try screen.say(
            review.answers.isEmpty
                ? local("Left. You have said nothing of an answer yet; canary review begins there.")
                : local("Left. What you said is saved; canary review goes on with it."))
        return refusals > 0 && !reader.isTerminal ? .refusedSome(refusals) : ending
    }

    private var help: String {
        local(
            "Type agree, challenge and why, or more-evidence and what is missing. A number, yes or no is your own "
                + "answer. Also: comment, seen and test with words, clear, next, back, goto, status, help, quit."
        )
    }

    private func completions(_ text: String) -> [Completion] {
        text.contains(" ") ? [] : ReviewReply.words.map { Completion($0) }
    }
}
