/// Reads the entries of a file of translations, line by line, and takes nothing that it does not know.
struct MessageReader {
    private enum Part {
        case context, text, plural
        case translation(Int)
    }

    private var messages: [Message] = []
    private var current: Message?
    private var part: Part?
    private var isFuzzy = false

    /// Reads a file.
    ///
    /// - Throws: what is wrong, with its line.
    static func messages(of text: String, file: String) throws(CatalogueFault) -> [Message] {
        var reader = MessageReader()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
        for (index, line) in lines.enumerated() {
            do throws(CatalogueFault.Problem) {
                try reader.take(line.drop { $0 == " " || $0 == "\t" }, at: index + 1)
            } catch {
                throw CatalogueFault(file: file, line: index + 1, error)
            }
        }
        do throws(CatalogueFault.Problem) {
            try reader.finish()
        } catch {
            throw CatalogueFault(file: file, line: lines.count, error)
        }
        return reader.messages
    }

    private mutating func take(_ line: Substring, at number: Int) throws(CatalogueFault.Problem) {
        if line.allSatisfy(\.isWhitespace) {
            try finish()
        } else if line.hasPrefix("#") {
            // An entry that is no longer in use (#~) is a comment like all others.
            try finish()
            if line.hasPrefix("#,") && line.contains("fuzzy") { isFuzzy = true }
        } else if line.hasPrefix("\"") {
            try append(try QuotedText.value(of: line))
        } else {
            try begin(line, at: number)
        }
    }

    /// A keyword and the first line of its text.
    private mutating func begin(_ line: Substring, at number: Int) throws(CatalogueFault.Problem) {
        let keyword = line.prefix { $0 != " " && $0 != "\t" && $0 != "\"" }
        let text = line[keyword.endIndex...].drop { $0 == " " || $0 == "\t" }
        guard text.hasPrefix("\"") else { throw .unknownLine }
        switch (keyword, part) {
        case ("msgctxt", nil), ("msgctxt", .translation):
            try open(.context, at: number)
            current?.key.context = ""
        case ("msgid", nil), ("msgid", .translation):
            try open(.text, at: number)
        case ("msgid", .context):
            part = .text
        case ("msgid_plural", .text):
            part = .plural
            current?.plural = ""
        case ("msgstr", .text):
            try openTranslation(0, at: number)
        case ("msgstr[0]", .plural):
            try openTranslation(0, at: number)
        case (_, .translation(let before)) where keyword == "msgstr[\(before + 1)]" && current?.plural != nil:
            try openTranslation(before + 1, at: number)
        default:
            throw keyword.hasPrefix("msg") ? .misplaced(String(keyword)) : .unknownLine
        }
        try append(try QuotedText.value(of: text))
    }

    private mutating func open(_ part: Part, at number: Int) throws(CatalogueFault.Problem) {
        try finish()
        current = Message(
            key: Message.Key(text: "", context: nil), plural: nil, translations: [], isFuzzy: isFuzzy,
            line: number, translationLine: number)
        isFuzzy = false
        self.part = part
    }

    private mutating func openTranslation(_ form: Int, at number: Int) throws(CatalogueFault.Problem) {
        if form == 0 { current?.translationLine = number }
        current?.translations.append("")
        part = .translation(form)
    }

    private mutating func append(_ text: String) throws(CatalogueFault.Problem) {
        switch part {
        case .context: current?.key.context? += text
        case .text: current?.key.text += text
        case .plural: current?.plural? += text
        case .translation(let form): current?.translations[form] += text
        case nil: throw .misplaced("\"")
        }
    }

    /// Ends the entry that is being read.
    private mutating func finish() throws(CatalogueFault.Problem) {
        guard let message = current else { return }
        guard case .translation = part else { throw .misplaced("msgid") }
        messages.append(message)
        current = nil
        part = nil
    }
}

extension Character {
    fileprivate var endsLine: Bool { self == "\n" || self == "\r\n" || self == "\r" }
}
