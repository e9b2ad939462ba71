import Instruments
import Languages
import Reports
import Sessions

extension ReplyParser {
    /// One option or several, by their numbers, their names as they are printed, or beginnings of these.
    func choice(_ text: String, _ kind: AnswerKind) -> Reply {
        let options = kind.options
        let (word, _) = text.firstWord
        if commands.contains(word.lowercased()), !options.contains(where: { $0.isNamed(word) }) {
            return bareCommand(text)
        }
        let list: OptionList
        do throws(Misfit) {
            list = try OptionList(text, for: kind)
        } catch {
            return commandOr(error, text)
        }
        let chosen = options.map(\.id).filter { list.options.contains($0) }
        guard chosen.count == list.options.count, kind.takesSeveral || list.options.count == 1 else {
            return .notUnderstood(
                list.rest.isEmpty && chosen.count > 1
                    ? .misfit(.severalOptions) : .severalReadings(text, choices: kind.choicesDescription))
        }
        guard let first = chosen.first else { return .notUnderstood(.misfit(.noOption)) }
        let response = Response.given(kind.takesSeveral ? .choices(chosen) : .choice(first))
        return answered(
            response, .options(chosen), text, rest: list.rest, kind, allowsWords: !list.isLoose)
    }
}

/// Options at the beginning of a line, between commas, semicolons, `and`, `&`, `+`, `/` or spaces.
struct OptionList {
    /// The options, each as often as it is named.
    private(set) var options: [AnswerKind.Option.ID] = []
    /// What stands behind the last of them.
    private(set) var rest = ""
    /// Whether words behind them could belong to the list, because of how it ends or is written.
    private(set) var isLoose = false

    /// Reads as many options as there are.
    ///
    /// - Throws: how the line does not fit, where it begins with no option.
    init(_ text: String, for kind: AnswerKind) throws(Misfit) {
        var left = text[...]
        var behind = left
        var separator = left.prefix(0)
        var isOnlyBeginning = false
        repeat {
            let found: (id: AnswerKind.Option.ID, length: Int, isBeginning: Bool)
            do throws(Misfit) {
                found = try Self.option(at: left, kind.options)
            } catch {
                guard !options.isEmpty else { throw error }
                break
            }
            options.append(found.id)
            // A word of a sentence can begin an option; the letters of a list are names.
            if options.count > 1, found.isBeginning, found.length < 3 {
                options.removeLast()
                break
            }
            // "1 2 members": nobody knows whether two options were meant.
            if options.count > 1, separator.allSatisfy(\.isWhitespace) { isLoose = true }
            isOnlyBeginning = found.isBeginning
            behind = left.dropFirst(found.length)
            separator = Self.separator(at: behind)
            left = behind.dropFirst(separator.count)
        } while !separator.isEmpty && !left.isEmpty
        guard behind.contains(where: { !$0.isWhitespace && !",.;".contains($0) }) else {
            isLoose = false
            return
        }
        rest = String(behind)
        let mark = String(Self.separator(at: behind)).trimmed
        let isList = kind.takesSeveral ? !mark.isEmpty : !["", ",", ";"].contains(mark)
        isLoose = isLoose || isOnlyBeginning || isList
    }

    /// The separator that a text begins with: white space, with one mark or `and` in it.
    private static func separator(at text: Substring) -> Substring {
        let spaces = text.prefix(while: \.isWhitespace).count
        let behind = text.dropFirst(spaces)
        if let mark = behind.first, ",;&+/".contains(mark) {
            return text.prefix(spaces + 1 + behind.dropFirst().prefix(while: \.isWhitespace).count)
        }
        let isAnd = spaces > 0 && behind.lowercased().hasPrefix("and ")
        return text.prefix(isAnd ? spaces + 4 : spaces)
    }

    /// The option that a text begins with, and how many characters name it.
    private static func option(
        at text: Substring, _ options: [AnswerKind.Option]
    ) throws(Misfit) -> (id: AnswerKind.Option.ID, length: Int, isBeginning: Bool) {
        let small = text.lowercased()
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        if let number = Int(typed: digits), options.indices.contains(number - 1),
            text.dropFirst(digits.count).beginsAnew
        {
            return (options[number - 1].id, digits.count, false)
        }
        var longest: (id: AnswerKind.Option.ID, length: Int)?
        for option in options {
            for name in option.names
            where small.hasPrefix(name) && small.dropFirst(name.count).beginsAnew
                && name.count > longest?.length ?? 0
            {
                longest = (option.id, name.count)
            }
        }
        if let longest { return (longest.id, longest.length, false) }
        // The beginning of a name, up to the next separator or the end.
        let piece = text.prefix { !",;&+/\n".contains($0) }
        let wanted = String(piece).trimmed
        let matches = options.filter {
            !wanted.isEmpty && $0.names.contains { $0.hasPrefix(wanted.lowercased()) }
        }
        let given = String(text).firstWord.word
        if matches.count > 1 { throw .ambiguousOption(given: wanted, matches: matches.map(\.id)) }
        guard let match = matches.first else {
            throw .unknownOption(given: given, options: options.namesToType)
        }
        return (match.id, piece.count, wanted.count < match.text.count && wanted != match.id.text)
    }
}

extension AnswerKind.Option {
    /// Whether a text is its name.
    func isNamed(_ text: String) -> Bool { names.contains(text.lowercased()) }

    /// What it is called by somebody who sees it, in small letters: its text, and the name that sheets write, where that
    /// can be read in the text. Else the name may say the opposite of what is read: `present` may be of a problem.
    fileprivate var names: [String] { [text.lowercased()] + (isReadable ? [id.text] : []) }

    /// Whether the words of its name stand in its text, one behind the other.
    fileprivate var isReadable: Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        let name = id.text.split(separator: "-")
        return words.indices.contains { words[$0...].starts(with: name) }
    }
}

extension [AnswerKind.Option] {
    /// What can be typed for each: their names, or numbers where not every name can be read.
    fileprivate var namesToType: [String] {
        allSatisfy(\.isReadable) ? map(\.id.text) : (1...Swift.max(1, count)).map(String.init)
    }
}

extension AnswerKind {
    /// What can be typed, as the beginning of a hint.
    var choicesDescription: String {
        switch self {
        case .rating(let rating):
            let levels = listed((1...max(1, rating.scale.levels.count)).map(String.init), with: .or)
            return local("answer \(levels), ? for don't know, or na and a reason")
        case .yesNo: return local("answer y or n, ? for don't know, or na and a reason")
        case .choice(let options), .choices(let options):
            return local("the options are \(listed(options.namesToType))")
        case .number: return local("write it in digits, such as 12 or 0.5")
        case .date: return local("write year, month and day: 2026-11-21")
        case .text: return local("write it in your own words")
        }
    }
}
