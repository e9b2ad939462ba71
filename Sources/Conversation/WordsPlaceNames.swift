import Escaping
import Instruments
import Languages
import Reports
package import Sessions

extension WordsPlace {
    /// What stands there, within a sentence.
    package var localizedDescription: String {
        switch self {
        case .question(let id): local("the words on \(id.text.visible)")
        case .links: local("the notes of all links")
        case .link(let from, let to):
            local("the note of the link \(from.name.text.visible) leads-to \(to.name.text.visible)")
        case .numbered(let kind, let number?):
            switch kind {
            case .title: local("title \(number)")
            case .authority: local("authority \(number)")
            case .ask: local("ask \(number) of the reviewers")
            case .signOff: local("the role of sign-off \(number)")
            case .reopening: local("the reason of reopening \(number)")
            case .measure: local("the words of measure \(number)")
            case .review: local("the words of review \(number)")
            }
        case .numbered(let kind, nil):
            switch kind {
            case .title: local("every title that the session had")
            case .authority: local("every authority that the session named")
            case .ask: local("everything that reviewers were asked to test")
            case .signOff: local("the role of every sign-off")
            case .reopening: local("the reason of every reopening")
            case .measure: local("the words of every measure")
            case .review: local("the words of every review")
            }
        }
    }

    /// What to type for it.
    fileprivate var typed: String {
        switch self {
        case .question(let id): id.text
        case .link(let from, let to): "link \(from.name) leads-to \(to.name)"
        case .links, .numbered: "\(self)"
        }
    }
}

extension [PlacedWords] {
    /// The words by place in a list, a line each, numbered, with what to type for each and how it begins.
    package var numberedLines: [String] {
        enumerated().map { index, placed in
            let first = (placed.words.first ?? "").onOneLine.visible
            let start = first.count > 60 ? String(first.prefix(60)) + "\u{2026}" : first
            let line = "\(index + 1). \(placed.place.typed.visible): \(start)"
            let more = placed.words.count - 1
            return more == 0
                ? line
                : line + " " + plural(more, "(and \(more) text more)", "(and \(more) texts more)")
        }
    }

    /// The place that somebody named: by what it is, as the list has it or for all of a kind, by its number in the
    /// list, or as a question.
    ///
    /// - Parameters:
    ///   - wanted: what was typed.
    ///   - session: the session.
    /// - Returns: the place; nil where there is none of the name.
    package func place(named wanted: String, in session: SessionState) -> WordsPlace? {
        let words = wanted.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        guard let first = words.first else { return nil }
        if words.count == 1, let number = Int(typed: first), indices.contains(number - 1) {
            return self[number - 1].place
        }
        let rest = Array<String>(words.dropFirst())
        if first == "question" { return question(rest.joined(separator: " "), session) }
        let isAll = rest.isEmpty || rest == ["words"]
        if ["link", "links"].contains(first) { return isAll ? .links : link(rest) }
        if let kind = WordsPlace.Kind(typed: first) {
            if isAll { return .numbered(kind, nil) }
            // The letters of reports and of `canary withdraw-review` may stand before a number: A2, R1.
            guard rest.count == 1, let number = Int(typed: rest[0].drop(while: \.isLetter)), number >= 1
            else {
                return nil
            }
            return .numbered(kind, number)
        }
        return question(wanted, session)
    }

    private func link(_ words: [String]) -> WordsPlace? {
        guard words.count == 3, words[1] == "leads-to" else { return nil }
        func isEnd(_ problem: Reference<Instruments.Element>, _ typed: String) -> Bool {
            [problem.name.text, "\(problem)"].contains { $0.lowercased() == typed }
        }
        return lazy.map(\.place).first { place in
            guard case .link(let from, let to) = place else { return false }
            return isEnd(from, words[0]) && isEnd(to, words[2])
        }
    }

    private func question(_ wanted: String, _ session: SessionState) -> WordsPlace? {
        if let left = session.leftBehind.first(where: { $0.question.id.text == wanted }) {
            return .question(left.question.id)
        }
        return (try? session.question(named: wanted)).map { .question($0.id) }
    }
}

extension WordsPlace.Kind {
    /// The kind that somebody typed, in the singular or the plural; nil where it is none.
    fileprivate init?(typed word: String) {
        let plain = word.filter { $0 != "'" && $0 != "\u{2019}" }
        let kinds: [String: WordsPlace.Kind] = [
            "title": .title, "authority": .authority, "authorities": .authority, "ask": .ask,
            "measure": .measure,
            "sign-off": .signOff, "signoff": .signOff, "role": .signOff, "reopening": .reopening,
            "reopen": .reopening, "review": .review, "reviewer": .review,
        ]
        guard let kind = kinds[plain] ?? (plain.hasSuffix("s") ? kinds[String(plain.dropLast())] : nil) else {
            return nil
        }
        self = kind
    }
}
