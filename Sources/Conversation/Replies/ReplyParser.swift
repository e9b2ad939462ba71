import Instruments
import Sessions

/// Understands a line as an answer to the question on the screen, or as a command.
struct ReplyParser {
    /// The command words.
    private let commands: [String]
    /// Those that keep the words behind them.
    private let keepingWords: Set<String>

    /// A parser that knows some commands.
    init(_ commands: [any Command]) {
        self.commands = commands.map { $0.name }
        keepingWords = Set(commands.filter { $0.keepsWords }.map { $0.name })
    }

    /// Understands one line, or a pasted text of several.
    ///
    /// - Parameters:
    ///   - line: what was typed.
    ///   - kind: what the question on the screen asks for; nil where no question is shown.
    /// - Returns: the line as a reply; nothing is changed by it.
    func parse(_ line: String, for kind: AnswerKind?) -> Reply {
        let text = line.trimmed
        if text.isEmpty { return .nothing }
        if text.hasPrefix("::") && kind == .text {
            return .answer(.given(.text(String(text.dropFirst()))), note: nil)
        }
        if text.hasPrefix(":") { return explicitCommand(String(text.dropFirst()), kind) }
        guard let kind else { return bareCommand(text) }
        if kind == .text {
            return text == "?"
                ? .answer(.dontKnow, note: nil) : .answer(.given(.text(text)), note: nil)
        }
        return answerOrCommand(text, kind)
    }

    /// A line that begins with a colon.
    private func explicitCommand(_ text: String, _ kind: AnswerKind?) -> Reply {
        let (word, rest) = text.firstWord
        if word == "na" && kind != nil { return notApplicable(rest) }
        return bareCommand(text, isMarked: true)
    }

    private func answerOrCommand(_ text: String, _ kind: AnswerKind) -> Reply {
        let (word, rest) = text.firstWord
        let note = rest.isEmpty ? nil : rest
        if word == "?" { return .answer(.dontKnow, note: note) }
        if ["na", "n/a"].contains(word.lowercased()) { return notApplicable(rest) }
        if ["don't know", "dont know", "don’t know"].contains(text.lowercased()) {
            return .answer(.dontKnow, note: nil)
        }
        switch kind {
        case .rating(let rating):
            let levels = rating.scale.levels.map { $0.lowercased() }
            if let place = levels.firstIndex(of: text.lowercased()) {
                return .answer(.given(.rating(place + 1)), note: nil)
            }
            if let place = Self.numbers.firstIndex(of: text.lowercased()), levels.indices.contains(place) {
                return .answer(.given(.rating(place + 1)), note: nil)
            }
            guard word.first?.isNumber == true || word.hasPrefix("-") else { return bareCommand(text) }
            let number = word.withoutStop
            guard let level = Int(number), number == "\(level)",
                (1...rating.scale.levels.count).contains(level)
            else {
                return .notUnderstood(
                    .misfit(.outsideScale(given: word, levels: rating.scale.levels.count)))
            }
            return .answer(.given(.rating(level)), note: note)
        case .yesNo:
            switch word.lowercased().withoutStop {
            case "y", "yes": return .answer(.given(.yesNo(true)), note: note)
            case "n", "no": return .answer(.given(.yesNo(false)), note: note)
            default: return commandOr(.notYesNo(given: word), text)
            }
        case .choice(let options):
            return choice(text, options) { .choice($0) }
        case .choices(let options):
            return choices(text, options, kind)
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

    /// Levels as words; only alone on their line, since a sentence can begin with them.
    private static let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

    private func notApplicable(_ reason: String) -> Reply {
        reason.isEmpty
            ? .notUnderstood(.misfit(.noReason))
            : .answer(.notApplicable(reason: reason), note: nil)
    }

    /// A command, or the misfit of an answer where there is no such command.
    private func commandOr(_ misfit: Misfit, _ text: String) -> Reply {
        // Something that begins several options was meant for one of them.
        if case .ambiguousOption = misfit { return .notUnderstood(.misfit(misfit)) }
        let reply = bareCommand(text)
        if case .notUnderstood(.unknownWord(_, nearest: [])) = reply {
            return .notUnderstood(.misfit(misfit))
        }
        return reply
    }

    /// What people type who want a command of another name.
    private static let otherNames = [
        "exit": "quit", "bye": "quit", "stop": "quit", "skip": "next",
    ]

    /// A command by its name, or by the beginning of it.
    ///
    /// A beginning that stands in front of words may be the beginning of a sentence: "not really" is no note that says
    /// "really". So it is no command that keeps words, unless a colon says so.
    private func bareCommand(_ text: String, isMarked: Bool = false) -> Reply {
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
    fileprivate var withoutStop: String {
        last.map { ",.;:".contains($0) } == true ? String(dropLast()) : self
    }
}

extension ReplyParser {
    private func choice(
        _ text: String, _ options: [AnswerKind.Option],
        _ value: (AnswerKind.Option.ID) -> AnswerValue
    ) -> Reply {
        let (word, rest) = text.firstWord
        if commands.contains(word.lowercased()) && !options.contains(where: { $0.id.text == word }) {
            return bareCommand(text)
        }
        do throws(Misfit) {
            let id = try option(word, options)
            return .answer(.given(value(id)), note: rest.isEmpty ? nil : rest)
        } catch {
            return commandOr(error, text)
        }
    }

    private func choices(_ text: String, _ options: [AnswerKind.Option], _ kind: AnswerKind) -> Reply {
        let (list, rest) = text.firstWord
        if commands.contains(list.lowercased()) { return bareCommand(text) }
        do throws(Misfit) {
            var ids: Set<AnswerKind.Option.ID> = []
            for word in list.split(separator: ",") { ids.insert(try option(String(word), options)) }
            // Numbers after a space were meant as options, and no note.
            let more = rest.split { $0 == "," || $0.isWhitespace }
            let areOptions = !more.isEmpty && more.allSatisfy { Int($0) != nil }
            if areOptions {
                for word in more { ids.insert(try option(String(word), options)) }
            }
            let chosen = options.map(\.id).filter { ids.contains($0) }
            guard !chosen.isEmpty else { throw .noOption }
            return .answer(.given(.choices(chosen)), note: rest.isEmpty || areOptions ? nil : rest)
        } catch {
            return commandOr(error, text)
        }
    }

    /// An option by its number, its letter, its name, or the beginning of its name or words.
    private func option(
        _ word: String, _ options: [AnswerKind.Option]
    ) throws(Misfit) -> AnswerKind.Option.ID {
        let wanted = word.lowercased()
        if let number = Int(wanted), !options.isEmpty, (1...options.count).contains(number) {
            return options[number - 1].id
        }
        if let option = options.first(where: { $0.id.text == wanted }) { return option.id }
        if let letter = wanted.utf8.first, wanted.utf8.count == 1, (97...122).contains(letter),
            options.indices.contains(Int(letter) - 97)
        {
            return options[Int(letter) - 97].id
        }
        let matches = options.filter {
            $0.id.text.hasPrefix(wanted) || $0.text.lowercased().hasPrefix(wanted)
        }
        if matches.count > 1 {
            throw .ambiguousOption(given: word, matches: matches.map(\.id))
        }
        guard let match = matches.first else {
            throw .unknownOption(given: word, options: options.map(\.id))
        }
        return match.id
    }
}
