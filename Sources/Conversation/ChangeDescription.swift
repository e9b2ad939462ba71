import Escaping
import Instruments
import Languages
import Reports
import Sessions

extension Change {
    /// The change in words, a sentence for each thing: which question, what it is now, and what it would be or has
    /// become.
    ///
    /// - Parameters:
    ///   - labels: the names of questions.
    ///   - isDone: whether it has happened, so that what was is told as past.
    ///   - isOnWall: whether a room looks on: what somebody wrote down is not for it.
    /// - Returns: the sentences; none where nothing is seen of the change.
    func sentences(_ labels: Labels, isDone: Bool, isOnWall: Bool) -> [String] {
        switch content {
        case .answers(let answers, let inRoom):
            let shown = answers.prefix(3).flatMap { $0.sentences(labels, isDone: isDone, isOnWall: isOnWall) }
            let rest = answers.dropFirst(3).map { labels[$0.question].short }
            let more =
                rest.isEmpty
                ? []
                : [counted(rest.count, "more question: \(listed(rest)).", "more questions: \(listed(rest)).")]
            let room =
                inRoom && shown.isEmpty
                ? answers.map { local("What the room holds on \(labels[$0.question].short) changes.") } : []
            return shown + room + more
        case .asks(let now, let then):
            return [Self.texts(local("What reviewers are asked to test"), from: now, to: then)]
        case .measures(let now, let then):
            return [
                Self.texts(local("Measures"), from: now.map(\.inWords), to: then.map(\.inWords))
            ]
        case .links(let now, let then):
            return [local("Links between problems: \(now.count) before, \(then.count) after.")]
        case .title(let now, let then):
            return [local("The title: \(now.visible) before, \(then.visible) after.")]
        case .authority(let now, let then):
            let none = local("none")
            return [
                local("The authority: \((now ?? none).visible) before, \((then ?? none).visible) after.")
            ]
        }
    }

    fileprivate static func texts(_ name: String, from now: [String], to then: [String]) -> String {
        let gone = now.without(then).map { local("\"\($0.shortened(to: 200).visible)\" goes") }
        let back = then.without(now).map { local("\"\($0.shortened(to: 200).visible)\" comes") }
        return local("\(name): \(listed(gone + back)).")
    }
}

extension Measure {
    /// Its name, and all that is known of it.
    fileprivate var inWords: String { "\(id): \(MeasureText(self).localizedDescription)" }
}

extension Change.Answer {
    /// What changes of a question, a sentence for each thing.
    fileprivate func sentences(_ labels: Labels, isDone: Bool, isOnWall: Bool) -> [String] {
        let name = labels[question].short
        var sentences: [String] = []
        if changesResponse {
            let open = local("no answer")
            let from =
                now?.response.map { labels.words(for: $0, to: question).shortened(to: 200).visible } ?? open
            let to =
                then?.response.map { labels.words(for: $0, to: question).shortened(to: 200).visible } ?? open
            sentences.append(
                isDone
                    ? local("\(name) was \(from); it is \(to) now.")
                    : local("\(name) is \(from); it would be \(to)."))
        }
        if changesConfirmation {
            sentences.append(
                then?.toConfirm == true
                    ? local("\(name) is to be confirmed again.") : local("\(name) is confirmed again."))
        }
        if isOnWall { return sentences + [wordsChange(name), confidentiality(name)].compactMap(\.self) }
        if let sentence = endingChange(name) {
            sentences.append(sentence)
        } else if now?.note != then?.note {
            let from = now?.note.map { local("\"\($0.shortened(to: 200).visible)\"") } ?? local("no note")
            let to = then?.note.map { local("\"\($0.shortened(to: 200).visible)\"") } ?? local("no note")
            sentences.append(local("Note on \(name): \(from) before, \(to) after."))
        }
        return sentences + beside(name) + [confidentiality(name)].compactMap(\.self)
    }

    /// The words that go from the end of a note, or come behind it; nil where it changes otherwise.
    private func endingChange(_ name: String) -> String? {
        guard let now = now?.note, let then = then?.note, now != then else { return nil }
        if now.hasPrefix(then) {
            let gone = String(now.dropFirst(then.count)).trimmed.shortened(to: 200).visible
            return local("Note on \(name): \"\(gone)\" goes; the words before it stay.")
        }
        guard then.hasPrefix(now) else { return nil }
        let back = String(then.dropFirst(now.count)).trimmed.shortened(to: 200).visible
        return local("Note on \(name): \"\(back)\" comes behind it.")
    }

    /// That words change, and none of them; nil where none do.
    private func wordsChange(_ name: String) -> String? {
        let isSame = now?.note == then?.note && beside(name).isEmpty
        return isSame ? nil : local("Words on \(name) change.")
    }

    private func beside(_ name: String) -> [String] {
        let parts: [(String, [String], [String])] = [
            (local("Evidence on \(name)"), texts(of: now?.evidence), texts(of: then?.evidence)),
            (local("Strengths on \(name)"), now?.strengths ?? [], then?.strengths ?? []),
            (local("Concerns on \(name)"), now?.concerns ?? [], then?.concerns ?? []),
            (
                local("Actions on \(name)"), now?.actions.map(\.localizedDescription) ?? [],
                then?.actions.map(\.localizedDescription) ?? []
            ),
            (local("Themes on \(name)"), now?.themes ?? [], then?.themes ?? []),
        ]
        return parts.filter { $0.1 != $0.2 }.map { Change.texts($0.0, from: $0.1, to: $0.2) }
    }

    /// That the words are confidential now, or no more; nil where that does not change.
    private func confidentiality(_ name: String) -> String? {
        let (before, after) = (now?.confidentiality ?? .nothing, then?.confidentiality ?? .nothing)
        guard before != after else { return nil }
        return switch (before, after) {
        case (_, .level): local("The level and the words on \(name) are confidential again.")
        case (.level, .words): local("The level on \(name) is confidential no more; its words are.")
        case (_, .words): local("The words on \(name) are confidential again.")
        case (.level, .nothing): local("The level and the words on \(name) are confidential no more.")
        case (_, .nothing): local("The words on \(name) are confidential no more.")
        }
    }

    private func texts(of evidence: [Evidence]?) -> [String] {
        evidence?.map { "\($0.id) \($0.reference)" } ?? []
    }
}

extension [String] {
    /// The texts that another list does not hold, or holds fewer times; linear in both.
    fileprivate func without(_ others: [String]) -> [String] {
        var left = others.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return filter { text in
            guard let count = left[text], count > 0 else { return true }
            left[text] = count - 1
            return false
        }
    }
}
