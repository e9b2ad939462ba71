import Instruments

/// The words behind an answer, and the one rule on whether they are its note.
///
/// Words are a note only where they cannot change the answer; else the answer is asked for again. They may change it
/// where one of these is among them, and it is asked back too often rather than too seldom:
/// - another possible answer, right behind the answer, where a clause begins, or where it is no count and no number of
///   a paper;
/// - a number alone, whatever is asked for;
/// - a count that the answer begins: `3 years of drift`, `1 member out of 5`;
/// - `or`, `and/or`, `between`, `to`, `&`, `/`, or `and` before another answer: a list or a choice;
/// - a hedge or a correction right behind: `maybe`, `perhaps`, `almost`, `half`, `if`, `unless`, `except`, `both`, `sorry`;
/// - a negation: right behind every answer, and anywhere behind a yes;
/// - somebody's own not knowing: `I don't know`, `not sure`, `no idea`;
/// - not applicable, right behind;
/// - what takes it back, right behind: `cancel`, `scrap that`, `mistake`, `is wrong`, `is too high`;
/// - a question mark right behind.
///
/// Behind a colon, which nobody types by chance, only another answer, an `or` and a question mark right behind count.
struct FollowingWords {
    /// What the words stand behind.
    enum Lead: Equatable {
        case level(Int)
        case yesNo(Bool)
        case options([AnswerKind.Option.ID])
        case dontKnow
        case notApplicable
        /// A word that agrees, such as a reviewer's.
        case agreement
    }

    /// A word in small letters, and whether a clause ends with it.
    private struct Word {
        var text: String
        var endsClause: Bool
    }

    private let words: [Word]
    private let beginsAsQuestion: Bool
    private let endsAsQuestion: Bool

    /// The words of a text.
    init(_ text: String) {
        let text = text.trimmed.lowercased().replacing("\u{2019}", with: "'")
        beginsAsQuestion = text.hasPrefix("?")
        endsAsQuestion = text.hasSuffix("?")
        words = text.split(whereSeparator: \.isNewline).enumerated().flatMap { index, line in
            let pieces = line.split(whereSeparator: \.isWhitespace)
            // "1." begins a line of a list, and is no answer.
            let isMarked = index > 0 && pieces.first.map(Self.isListMark) == true
            var found: [Word] = []
            for piece in pieces.dropFirst(isMarked ? 1 : 0) {
                let words = Self.words(piece)
                // A dash between two words ends a clause, as a comma does.
                if words.isEmpty, !found.isEmpty { found[found.count - 1].endsClause = true }
                found += words
            }
            if !found.isEmpty { found[found.count - 1].endsClause = true }
            return found
        }
    }

    private static func isListMark(_ piece: Substring) -> Bool {
        let digits = piece.prefix(while: \.isNumber)
        return !digits.isEmpty && [".", ")"].contains(piece.dropFirst(digits.count))
    }

    /// Whether they may change the answer that they stand behind.
    ///
    /// - Parameters:
    ///   - lead: the answer.
    ///   - kind: what the question asks for; nil where it is none of a questionnaire.
    ///   - isMarked: whether a colon says that they are its note.
    /// - Returns: false where they are its note and nothing else.
    func mayChange(_ lead: Lead, to kind: AnswerKind?, isMarked: Bool = false) -> Bool {
        guard !words.isEmpty else { return beginsAsQuestion }
        if beginsAsQuestion || endsAsQuestion && words.count <= Self.near { return true }
        if Self.joiners.contains(words[0].text) || Self.notApplicable.contains(words[0].text) { return true }
        if words.count == 1, Int(typed: words[0].text) != nil || Self.numbers.contains(words[0].text) {
            return true
        }
        switch lead {
        case .level, .options: if !isMarked, saysHowMany { return true }
        case .yesNo, .dontKnow, .notApplicable, .agreement: break
        }
        let others = words.indices.filter { isOther(at: $0, than: lead, kind) }
        if isMarked || lead == .notApplicable {
            // "Two posts are vacant" and "3 of the 4 teams" begin a sentence, and "two" alone is an answer.
            let isCount =
                isMarked && Int(typed: words[0].text) != nil && words.count > 1
                && (words[1].text == "of" || !Self.small.contains(words[1].text))
            let isNumber =
                (Self.numbers.contains(words[0].text) || isCount) && words.count > 1 && !words[0].endsClause
            return others.contains(0) && !isNumber
        }
        if !others.isEmpty { return true }
        if takesBack { return true }
        if lead == .dontKnow { return false }
        if saysNotKnowing { return true }
        let near = words.prefix(Self.near).map(\.text)
        if near.contains(where: Self.hedges.contains) { return true }
        if kind?.takesSeveral != true, near.contains("both") { return true }
        if near.count > 1, near[0] == "at", ["least", "most", "best", "worst"].contains(near[1]) {
            return true
        }
        switch lead {
        case .yesNo(true): return words.contains { $0.text.isNegation || Self.exceptions.contains($0.text) }
        case .yesNo(false):
            return words.contains { Self.exceptions.contains($0.text) }
                || near.contains(where: Self.contradictions.contains)
        case .level, .options: return near.contains(where: \.isNegation)
        case .agreement: return near.contains { $0.isNegation || ["disagree", "challenge"].contains($0) }
        case .dontKnow, .notApplicable: return false
        }
    }

    /// How many words stand right behind an answer.
    private static let near = 3

    /// Whether the number in front of the words counts something: "4 times a year", "1 in 5", "2 weeks ago".
    private var saysHowMany: Bool {
        if Self.units.contains(words[0].text) { return true }
        if words.count > 1, ["in", "of", "out"].contains(words[0].text),
            isNumber(at: 1) || words[1].text == "of"
        {
            return true
        }
        // "1 member out of 5", "1 team in 5": a year is no count.
        return words.indices.dropFirst().prefix(4).contains { index in
            let isOutOf = words[index].text == "of" && words[index - 1].text == "out"
            let isShare = index == 1 && ["in", "of"].contains(words[index].text)
            return (isOutOf || isShare) && isNumber(at: index + 1)
        }
    }

    /// Whether a number stands there that may be a count: no year.
    private func isNumber(at index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        return Int(typed: words[index].text).map { $0 < 1_000 } ?? Self.numbers.contains(words[index].text)
    }
    private static let units: Set<String> = [
        "times", "weeks", "week", "months", "month", "years", "year", "days", "hours", "percent", "per",
        "pounds",
        "million", "thousand",
    ]

    /// Whether the words take the answer back: "cancel", "scrap that", "is wrong", "too high really".
    private var takesBack: Bool {
        let texts = words.map(\.text)
        if Self.cancelling.contains(texts[0]) { return true }
        let near = texts.prefix(Self.near)
        if near.contains(where: Self.mistaken.contains),
            Self.mistaken.contains(texts[0]) || Self.linking.contains(texts[0]) || texts.count <= Self.near
        {
            return true
        }
        // "Caseloads are too high" is of the caseloads, and "too high" alone is of the answer.
        guard let place = texts.prefix(5).firstIndex(where: { Self.degrees.contains($0) }) else {
            return false
        }
        let before = texts[..<place]
        return before.allSatisfy { Self.linking.contains($0) }
            && (before.contains("too") || before.contains("is") || before.contains("seems"))
    }
    private static let cancelling: Set<String> = [
        "cancel", "scrap", "ignore", "disregard", "undo", "retract", "delete", "forget", "strike", "withdraw",
    ]
    private static let mistaken: Set<String> = [
        "mistake", "wrong", "error", "typo", "mistyped", "misread", "incorrect",
    ]
    private static let degrees: Set<String> = [
        "high", "low", "generous", "harsh", "optimistic", "pessimistic", "much", "strong", "kind",
    ]
    private static let linking: Set<String> = [
        "is", "was", "that", "that's", "thats", "it", "it's", "its", "this", "a", "an", "my", "by", "in",
        "bit",
        "much", "way", "far", "slightly", "probably", "seems", "looks", "feels", "would", "be", "too",
        "really",
        "actually", "just", "please", "well",
    ]

    private static let notApplicable: Set<String> = ["na", "n/a", "n.a", "n.a.", "inapplicable"]
    private static let joiners: Set<String> = [
        "or", "and/or", "/", "&", "+", "between", "versus", "vs", "till", "until",
    ]
    private static let hedges: Set<String> = [
        "or", "maybe", "perhaps", "possibly", "probably", "unless", "except", "neither", "nor", "either",
        "between",
        "rather", "almost", "nearly", "half", "point", "plus", "minus", "ish", "sorry", "oops", "wait",
        "correction",
        "scratch", "meant", "mean", "if", "depends", "depending", "hmm", "er", "um", "guess", "versus", "vs",
        "sort",
        "kind",
    ]
    private static let exceptions: Set<String> = [
        "unless", "except", "maybe", "perhaps", "neither", "either", "depends", "depending",
    ]
    private static let contradictions: Set<String> = [
        "sometimes", "usually", "mostly", "often", "partly", "always",
    ]
    /// What a number stands behind that is no answer: the number of a paper or a day.
    private static let references: Set<String> = [
        "item", "items", "page", "pages", "section", "paragraph", "para", "part", "question", "annex",
        "appendix",
        "table", "figure", "tier", "phase", "stage", "quarter", "year", "week", "day", "q", "no", "number",
        "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "paper", "minute", "chapter", "action", "priority", "recommendation", "ward", "band",
        "point",
    ]
    /// Small words, none of which a number counts.
    private static let small: Set<String> = [
        "for", "in", "on", "if", "when", "at", "or", "and", "to", "but", "with", "by", "now", "today", "last",
        "next",
        "this", "that", "really", "perhaps", "maybe", "because", "since", "as", "is", "was", "would", "might",
        "may",
        "some", "not", "then", "than", "if", "where", "though", "overall", "i", "we", "they", "it", "there",
        "from",
        "only", "at", "before", "after", "under", "over", "depending", "sometimes", "also",
    ]
    private static let notKnowing: [[String]] = [
        ["don't", "know"], ["dont", "know"], ["do", "not", "know"], ["not", "sure"], ["no", "idea"],
        ["no", "clue"],
        ["not", "certain"], ["can't", "say"], ["cannot", "say"], ["can't", "tell"], ["cannot", "tell"],
        ["dunno"],
        ["unsure"], ["uncertain"], ["hard", "to", "say"], ["no", "one", "knows"], ["nobody", "knows"], ["dk"],
        ["idk"], ["not", "known"],
    ]
    /// Who does not know, where it is whoever answers.
    private static let selves: Set<String> = [
        "i", "we", "i'm", "we're", "am", "are", "really", "but", "just", "honestly", "still", "and", "or",
        "also",
        "actually", "though", "is", "it's",
    ]

    /// Whether whoever answers says that they do not know.
    private var saysNotKnowing: Bool {
        words.indices.contains { start in
            Self.notKnowing.contains { phrase in
                guard words[start...].prefix(phrase.count).map(\.text) == phrase else { return false }
                let end = start + phrase.count - 1
                return start == 0 || Self.selves.contains(words[start - 1].text)
                    || words[start - 1].endsClause
                    || words[end].endsClause || end == words.count - 1
            }
        }
    }

    /// Whether another possible answer than the one given begins at a word.
    private func isOther(at index: Int, than lead: Lead, _ kind: AnswerKind?) -> Bool {
        let word = words[index]
        switch kind {
        case .rating(let rating):
            let levels = rating.scale.levels
            var given: Int? = nil
            if case .level(let level) = lead { given = level }
            return isOtherNumber(at: index, than: given.map { [$0] } ?? [], count: levels.count)
                || levels.indices.contains { place in
                    place + 1 != given && begins(levels[place], at: index)
                        && (index < Self.near || Self.joins(words[index - 1].text))
                }
        case .yesNo:
            let isYes =
                ["yes", "yeah", "yep", "yup"].contains(word.text) || word.text == "y" && index < Self.near
            let isNo = ["no", "nope", "nah"].contains(word.text) || word.text == "n" && index < Self.near
            switch lead {
            case .yesNo(true): return isNo
            case .yesNo(false): return isYes
            case .dontKnow, .notApplicable:
                let isAlone = word.endsClause || index == words.count - 1
                return isYes || isNo && isAlone
            case .level, .options, .agreement: return isYes || isNo
            }
        case .choice(let options), .choices(let options):
            var given: [AnswerKind.Option.ID] = []
            if case .options(let chosen) = lead { given = chosen }
            let places = options.indices.filter { given.contains(options[$0].id) }.map { $0 + 1 }
            return isOtherNumber(at: index, than: places, count: options.count)
                || options.contains { option in
                    !given.contains(option.id)
                        && (begins(option.id.text, at: index) || begins(option.text, at: index)
                            || index < Self.near && isBeginning(word.text, of: option, among: options))
                }
        case .number, .date:
            return lead == .dontKnow && index < Self.near && word.text.first?.isNumber == true
        case .text, nil: return false
        }
    }

    /// Whether a number is another answer: right behind, or where it counts nothing and names no paper.
    private func isOtherNumber(at index: Int, than given: [Int], count: Int) -> Bool {
        let word = words[index]
        let before = index > 0 ? words[index - 1].text : ""
        let beginsClause = index > 0 && words[index - 1].endsClause
        if let place = Self.numbers.firstIndex(of: word.text) {
            guard place < count, !given.contains(place + 1) else { return false }
            if index < 2 || index < Self.near && word.endsClause || beginsClause || Self.joins(before) {
                return true
            }
            // "No one in the team": that one is no number.
            if word.text == "one", Self.ones.contains(before) { return false }
            return word.endsClause || index + 1 == words.count || Self.small.contains(words[index + 1].text)
        }
        // "2.5" is between two answers, and "3.4" may be the number of a paper.
        let isFraction = index < Self.near && word.text.contains(".") && Double(word.text) != nil
        guard let number = Int(typed: word.text), (0...count).contains(number) || index == 0,
            !given.contains(number)
        else { return isFraction }
        if index < Self.near || beginsClause && !word.endsClause { return true }
        // "Last year 2" names no year.
        let isReference =
            Self.references.contains(before)
            && (index < 2 || !Self.relative.contains(words[index - 2].text))
        if isReference { return false }
        guard !word.endsClause, index + 1 < words.count else { return true }
        return Self.small.contains(words[index + 1].text) || Self.joins(before)
    }

    /// What stands before a "one" that is no number.
    private static let ones: Set<String> = [
        "no", "the", "each", "every", "any", "some", "this", "that", "which", "only", "another",
    ]
    /// What stands before a time that is no number of it.
    private static let relative: Set<String> = ["last", "this", "next", "previous", "other", "every", "each"]

    private static func joins(_ word: String) -> Bool {
        [
            "or", "but", "like", "to", "/", "&", "+", "maybe", "perhaps", "rather", "nearly", "almost",
            "level", "not",
            "say", "between",
        ]
        .contains(word)
    }

    /// Whether a name stands there, word for word.
    private func begins(_ name: String, at index: Int) -> Bool {
        let wanted = name.lowercased().split(whereSeparator: \.isWhitespace).flatMap(Self.words).map(\.text)
        return !wanted.isEmpty && words[index...].prefix(wanted.count).map(\.text) == wanted
    }

    /// Whether a word of four letters or more can begin this option and no other.
    private func isBeginning(
        _ word: String, of option: AnswerKind.Option, among options: [AnswerKind.Option]
    ) -> Bool {
        func fits(_ option: AnswerKind.Option) -> Bool {
            option.id.text.hasPrefix(word) || option.text.lowercased().hasPrefix(word)
        }
        return word.count > 3 && fits(option) && options.count(where: fits) == 1
    }

    /// How levels are said.
    static let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

    /// The words of a piece between white space: `2/3`, `2-3` and `and/or` are several.
    private static func words(_ piece: some StringProtocol) -> [Word] {
        let marks: Set<Character> = ["/", "&", "+", "\u{2013}", "\u{2014}"]
        var parts: [String] = [""]
        var last: Character?
        let characters = Array(piece)
        for (index, character) in characters.enumerated() {
            let isRange =
                character == "-" && last?.isNumber == true && index + 1 < characters.count
                && characters[index + 1].isNumber
            if marks.contains(character) {
                parts += ["/&+".contains(character) ? String(character) : "", ""]
            } else if isRange {
                parts += ["to", ""]
            } else {
                parts[parts.count - 1].append(character)
            }
            last = character
        }
        return parts.compactMap { part in
            if ["/", "&", "+"].contains(part) { return Word(text: part, endsClause: false) }
            let ends = part.last.map { ",.;:!?".contains($0) } == true
            let core = part.trimmingPrefix { !$0.isLetter && !$0.isNumber && !"£$€%".contains($0) }
            let text = core.reversed().drop { !$0.isLetter && !$0.isNumber && !"%".contains($0) }.reversed()
            return text.isEmpty ? nil : Word(text: String(text), endsClause: ends)
        }
    }
}

extension String {
    /// Whether the word says that something is not so.
    fileprivate var isNegation: Bool {
        hasSuffix("n't")
            || [
                "not", "no", "never", "cannot", "none", "hardly", "barely", "scarcely", "neither", "nor",
                "dont", "isnt",
            ]
            .contains(self)
    }
}

extension AnswerKind {
    /// Whether several options can be chosen.
    var takesSeveral: Bool { if case .choices = self { true } else { false } }
}
