import Instruments
import Sessions

/// Understands a line as an answer to the question on the screen, or as a command.
struct ReplyParser {
    /// The command words.
    let commands: [String]
    /// Those that keep the words behind them.
    private let keepingWords: Set<String>
    /// Those that take something behind them.
    private let takingWords: Set<String>

    /// A parser that knows some commands.
    init(_ commands: [any Command]) {
        self.commands = commands.map { $0.name }
        keepingWords = Set(commands.filter { $0.keepsWords }.map { $0.name })
        takingWords = Set(commands.filter { $0.usage != $0.name }.map { $0.name })
    }

    /// Understands one line, or a pasted text of several.
    ///
    /// - Parameters:
    ///   - line: what was typed.
    ///   - kind: what the question on the screen asks for; nil where no question is shown.
    ///   - takesCommandsAsWords: whether words that may be a command are words.
    /// - Returns: the line as a reply; nothing is changed by it.
    func parse(_ line: String, for kind: AnswerKind?, takesCommandsAsWords: Bool = false) -> Reply {
        let text = line.trimmed
        if text.isEmpty { return .nothing }
        if text.hasPrefix("::") && kind == .text {
            return .answer(.given(.text(String(text.dropFirst()))), note: nil)
        }
        if text.hasPrefix(":") { return explicitCommand(String(text.dropFirst()), kind) }
        guard let kind else { return bareCommand(text) }
        if kind == .text {
            if !takesCommandsAsWords, let command = command(inPlaceOf: text) {
                return .wordsOrCommand(text, command: command)
            }
            return text == "?"
                ? .answer(.dontKnow, note: nil) : .answer(.given(.text(text)), note: nil)
        }
        return answerOrCommand(text, kind)
    }

    /// A line that begins with a colon.
    private func explicitCommand(_ text: String, _ kind: AnswerKind?) -> Reply {
        let (word, rest) = text.firstWord
        if let kind, word == "na" { return notApplicable(rest, kind) }
        if kind != nil, ["dk", "?"].contains(word), rest.isEmpty { return .answer(.dontKnow, note: nil) }
        return bareCommand(text, isMarked: true)
    }

    private func answerOrCommand(_ text: String, _ kind: AnswerKind) -> Reply {
        let (word, rest) = text.firstWord
        if ["na", "n/a"].contains(word.lowercased()) { return notApplicable(rest, kind) }
        if word.lowercased() == "not", rest.firstWord.word.lowercased().hasPrefix("applicable") {
            let reason = rest.firstWord.rest
            return notApplicable(String(reason.drop { ",.:;-".contains($0) || $0.isWhitespace }), kind)
        }
        // "1. Minutes of May" is a line of a list.
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, !rest.isEmpty, [".", ")"].contains(word.dropFirst(digits.count)) {
            return .notUnderstood(.severalReadings(text, choices: kind.choicesDescription))
        }
        // An option may be called "not known".
        if kind.options.contains(where: { $0.isNamed(text) }) { return choice(text, kind) }
        if let reply = dontKnow(text, kind) { return reply }
        switch kind {
        case .rating(let rating): return level(text, rating.scale.levels, kind)
        case .yesNo: return yesNo(text, kind)
        case .choice, .choices: return choice(text, kind)
        case .number, .date:
            do throws(Misfit) {
                return .answer(.given(try AnswerValue(text, for: kind)), note: nil)
            } catch {
                return commandOr(error, text)
            }
        case .text:
            return .answer(.given(.text(text)), note: nil)
        }
    }

    /// An answer with the words behind it as its note; asked for again where these may change it.
    ///
    /// - Parameters:
    ///   - response: the answer.
    ///   - lead: the same, as the rule on words behind it knows it.
    ///   - line: all that was typed.
    ///   - rest: what stands behind the answer.
    ///   - kind: what the question asks for.
    ///   - needsMark: whether words behind it need a comma or the like, since a sentence can begin so.
    ///   - allowsWords: whether words can stand behind it at all.
    /// - Returns: the answer with its note, or why it is asked for again.
    func answered(
        _ response: Response, _ lead: FollowingWords.Lead, _ line: String, rest: String, _ kind: AnswerKind,
        needsMark: Bool = false, allowsWords: Bool = true
    ) -> Reply {
        let rest = rest.trimmed
        let mark = rest.first.flatMap { ",.;:".contains($0) ? $0 : nil }
        let note = (mark == nil ? rest : String(rest.dropFirst())).trimmed
        guard !note.isEmpty else { return .answer(response, note: nil) }
        let isList = note.first.map { ",;".contains($0) } == true
        let words = FollowingWords(note)
        // The name of a command alone is no note that anybody writes.
        let isCommand = command(inPlaceOf: note) != nil && !note.contains { $0.isWhitespace }
        guard allowsWords, !isList, !isCommand || mark == ":", !needsMark || mark != nil,
            !words.mayChange(lead, to: kind, isMarked: mark == ":")
        else {
            return .notUnderstood(.severalReadings(line, choices: kind.choicesDescription))
        }
        return .answer(response, note: note)
    }

    /// A level by its number or its name, perhaps behind `level`.
    private func level(_ text: String, _ levels: [String], _ kind: AnswerKind) -> Reply {
        let names = levels.enumerated().map { ($0 + 1, $1.lowercased()) }
        let small = text.lowercased()
        let named = names.filter { small.hasPrefix($0.1) && small.dropFirst($0.1.count).beginsAnew }
        if let (level, name) = named.max(by: { $0.1.count < $1.1.count }) {
            return answered(
                .given(.rating(level)), .level(level), text, rest: String(text.dropFirst(name.count)), kind,
                needsMark: true)
        }
        if text.firstWord.word.lowercased() == "level", !text.firstWord.rest.isEmpty {
            let reply = level(text.firstWord.rest, levels, kind)
            if case .answer = reply { return reply }
            return .notUnderstood(.severalReadings(text, choices: kind.choicesDescription))
        }
        let bare = small.hasSuffix(".") ? String(small.dropLast()) : small
        if let place = FollowingWords.numbers.firstIndex(of: bare), levels.indices.contains(place) {
            return .answer(.given(.rating(place + 1)), note: nil)
        }
        let word = text.firstWord.word
        guard word.first?.isNumber == true || word.hasPrefix("-") else { return bareCommand(text) }
        let number = word.withoutStop
        guard let level = Int(typed: number), number == "\(level)", levels.indices.contains(level - 1) else {
            return .notUnderstood(.misfit(.outsideScale(given: word, levels: levels.count)))
        }
        let behind = String(text.dropFirst(number.count))
        return answered(.given(.rating(level)), .level(level), text, rest: behind, kind)
    }

    private func yesNo(_ text: String, _ kind: AnswerKind) -> Reply {
        let (word, rest) = text.firstWord
        let bare = word.withoutStop
        let behind = String(text.dropFirst(bare.count))
        switch bare.lowercased() {
        case "y", "yes":
            return answered(.given(.yesNo(true)), .yesNo(true), text, rest: behind, kind)
        case "n", "no":
            // "No delays" may mean yes: before a noun it is no answer.
            let next = rest.firstWord.word.lowercased().filter { $0.isLetter || $0 == "'" }
            guard
                bare.count == 1 || behind.trimmed.first.map({ ",.;:".contains($0) }) == true || rest.isEmpty
                    || Self.clauses.contains(next)
            else { return .notUnderstood(.severalReadings(text, choices: kind.choicesDescription)) }
            return answered(.given(.yesNo(false)), .yesNo(false), text, rest: behind, kind)
        default: return commandOr(.notYesNo(given: word), text)
        }
    }

    /// What a clause begins with and a noun does not.
    private static let clauses: Set<String> = [
        "we", "they", "it", "there", "the", "this", "that", "these", "those", "he", "she", "i", "because",
        "since", "as",
        "but", "only", "never", "not", "a", "an", "our", "their", "its", "although", "though", "so", "see",
    ]

    /// What says don't know, however it is said; words behind it are its note.
    private static let notKnowing = [
        "?", "dk", "don't know", "dont know", "do not know", "i don't know", "i dont know", "i do not know",
        "idk",
        "we don't know", "unsure", "not sure", "i'm not sure", "i am not sure", "we're not sure", "dunno",
        "i dunno",
    ]
    /// What says it only where nothing else is on the line: "no idea was written down" begins a sentence.
    private static let notKnowingAlone = [
        "no idea", "no clue", "no one knows", "no one knows yet", "nobody knows", "nobody knows yet",
        "not known",
        "not known yet",
    ]

    /// Whether a text says don't know and nothing else; in a question that takes text it is a text all the same.
    static func saysDontKnow(_ text: String) -> Bool {
        let said = text.lowercased().replacing("\u{2019}", with: "'").withoutStop
        return notKnowing.contains(said) || notKnowingAlone.contains(said)
    }

    private func dontKnow(_ text: String, _ kind: AnswerKind) -> Reply? {
        if Self.saysDontKnow(text) { return .answer(.dontKnow, note: nil) }
        let said = text.lowercased().replacing("\u{2019}", with: "'")
        let begins = Self.notKnowing.filter { said.hasPrefix($0) && said.dropFirst($0.count).beginsAnew }
        guard let lead = begins.max(by: { $0.count < $1.count }) else { return nil }
        return answered(.dontKnow, .dontKnow, text, rest: String(text.dropFirst(lead.count)), kind)
    }

    private func notApplicable(_ reason: String, _ kind: AnswerKind) -> Reply {
        guard reason.contains(where: { $0.isLetter || $0.isNumber }) else {
            return .notUnderstood(.misfit(.noReason))
        }
        guard !FollowingWords(reason).mayChange(.notApplicable, to: kind) else {
            return .notUnderstood(.severalReadings("na \(reason)", choices: kind.choicesDescription))
        }
        return .answer(.notApplicable(reason: reason), note: nil)
    }

    /// A command, or the misfit of an answer where there is no such command.
    func commandOr(_ misfit: Misfit, _ text: String) -> Reply {
        // Something that begins several options was meant for one of them.
        if case .ambiguousOption = misfit { return .notUnderstood(.misfit(misfit)) }
        let reply = bareCommand(text)
        if case .notUnderstood(.unknownWord(_, nearest: [])) = reply {
            return .notUnderstood(.misfit(misfit))
        }
        return reply
    }

    /// The command that words may mean just as well; nil where they are no command's name, alone or with one word that
    /// it takes.
    func command(inPlaceOf words: String) -> String? {
        let said = words.withoutStop.split(whereSeparator: \.isWhitespace)
        let all = said.joined(separator: " ").lowercased()
        let name = all == "sign off" ? "sign-off" : Self.otherNames[all] ?? all
        if commands.contains(name) { return name }
        guard said.count == 2, let first = said.first?.lowercased() else { return nil }
        let taking = Self.otherNames[first] ?? first
        return takingWords.contains(taking) ? "\(taking) \(said[1])" : nil
    }

    /// What people type who want a command of another name.
    static let otherNames = [
        "exit": "quit", "bye": "quit", "stop": "quit", "skip": "next",
    ]

    /// A command by its name, or by the beginning of it.
    ///
    /// A beginning that stands in front of words may be the beginning of a sentence: "not really" is no note that says
    /// "really". So it is no command that keeps words, unless a colon says so.
    func bareCommand(_ text: String, isMarked: Bool = false) -> Reply {
        let (word, rest) = text.firstWord
        let wanted = word.lowercased()
        if wanted.isEmpty { return .notUnderstood(.unknownWord(":", nearest: [])) }
        if commands.contains(wanted) { return .command(wanted, rest) }
        if wanted == "sign", rest.firstWord.word.lowercased() == "off", commands.contains("sign-off") {
            return .command("sign-off", rest.firstWord.rest)
        }
        if let name = Self.otherNames[text.lowercased()], commands.contains(name) {
            return .command(name, "")
        }
        if !isMarked, ["no", "not"].contains(wanted), rest.isEmpty {
            return .notUnderstood(.unknownWord(word, nearest: []))
        }
        let matches = commands.filter { $0.hasPrefix(wanted) }
        if let only = matches.first, matches.count == 1 {
            guard isMarked || rest.isEmpty || !keepingWords.contains(only) else {
                return .notUnderstood(.shortened(word, command: only))
            }
            return .command(only, rest)
        }
        if matches.count > 1 { return .notUnderstood(.ambiguousWord(word, matches: matches)) }
        let nearest = commands.map { ($0, $0.editDistance(to: wanted)) }
            .filter { $0.1 <= max(1, wanted.count / 3) }.sorted { $0.1 < $1.1 }.map(\.0)
        return .notUnderstood(.unknownWord(word, nearest: nearest))
    }
}

extension String {
    /// The word without the one comma or stop that people put between an answer and their reasons.
    var withoutStop: String {
        last.map { ",.;:".contains($0) } == true ? String(dropLast()) : self
    }
}

extension Substring {
    /// Whether another word can begin here: at the end, at white space or at a mark.
    var beginsAnew: Bool { first.map { $0.isWhitespace || ",.;:&+/".contains($0) } ?? true }
}
