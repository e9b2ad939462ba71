import Disclosure
import Escaping
import Languages
import Reports

/// What somebody asks `export` for, in any order: a document, a format, for whom, what stands on each page, and a file.
struct ExportRequest {
    /// How it is written.
    enum Written {
        /// As a document of the report's formats.
        case report(ReportFormat)
        /// As the plan alone, in a format that documents do not have.
        case plan(PlanFormat)

        /// The format's name, and the ending of a file's name.
        var name: String {
            switch self {
            case .report(let format): format.rawValue
            case .plan(let format): format.rawValue
            }
        }
        var ending: String {
            switch self {
            case .report(let format): format.fileEnding
            case .plan(let format): format.ending
            }
        }
    }

    private(set) var kind = DocumentKind.report
    private(set) var audience = Audience.reviewers
    /// What stands on every page; nil for nothing.
    private(set) var mark: String?
    /// The file's name; empty where canary makes up one.
    private(set) var file = ""
    private(set) var written = Written.report(.markdown)

    /// Reads what was typed.
    ///
    /// - Throws: what of it is none of these, says two things of one kind, or fits nothing else that was said.
    init(_ argument: String) throws(ErrorDescription) {
        var words = ExportWords(argument)
        try words.read()
        kind =
            words.kind
            ?? (words.format == "ics" || words.file.lowercased().hasSuffix(".ics") ? .plan : .report)
        // A brief is for those who lead the council.
        audience = words.audience ?? kind.usualAudience
        (mark, file) = (words.mark, words.file)
        written = try Self.format(words.format, kind, file)
        if case .plan(let format) = written {
            guard audience != .public else {
                throw ErrorDescription(
                    local("a plan is no finding, so the public sees none"),
                    hint: local("name another audience"))
            }
            guard mark == nil else {
                throw ErrorDescription(
                    local(
                        "the format \(format.rawValue) has no pages for the words of --mark, and nothing was written"
                    ),
                    hint: local("write the plan as docx, pdf, html or markdown, or leave --mark out"))
            }
        }
    }

    /// The format that was named or that the file's name says; else markdown for a report, and docx for what is short.
    private static func format(
        _ named: String?, _ kind: DocumentKind, _ file: String
    ) throws(ErrorDescription) -> Written {
        if kind == .plan {
            let said = PlanFormat(fileName: file)
            let format = named.flatMap(PlanFormat.init(rawValue:)) ?? (named == nil ? said : nil)
            if let format, ReportFormat(rawValue: format.rawValue)?.holds(.plan) != true {
                let other = said.map(\.rawValue) ?? ReportFormat(fileName: file)?.rawValue
                if let other, other != format.rawValue { throw contradiction(file, other, format.rawValue) }
                return .plan(format)
            }
            if let said, let named, ReportFormat(rawValue: said.rawValue)?.holds(.plan) != true {
                throw contradiction(file, said.rawValue, named)
            }
        }
        guard named == nil || ReportFormat(rawValue: named ?? "") != nil else {
            throw ErrorDescription(
                local("the format \(named ?? "") is for a plan, and nothing was written"),
                hint: local("type export plan \(named ?? "")"))
        }
        do throws(FormatChoiceFault) {
            return .report(
                try ReportFormat.chosen(
                    named.flatMap(ReportFormat.init(rawValue:)), file: file.isEmpty ? nil : file, for: kind,
                    likeliest: kind == .report ? .markdown : .docx))
        } catch {
            switch error {
            case .contradiction(let file, let said, let named):
                throw contradiction(file, said.rawValue, named.rawValue)
            case .unnamed: throw ExportWords.unknown(file)
            case .wholeReport(let format):
                throw ErrorDescription(
                    local("the format \(format.rawValue) is for the whole report"),
                    hint: local("write a \(kind.localizedDescription) as docx, pdf, html or markdown"))
            }
        }
    }

    private static func contradiction(_ file: String, _ said: String, _ named: String) -> ErrorDescription {
        ErrorDescription(
            local("`\(file.visible)` says \(said), and you say \(named); nothing was written"),
            hint: local("leave the format out, or give the file another ending"))
    }
}

/// The words behind `export`, one after the other.
private struct ExportWords {
    private(set) var kind: DocumentKind?
    private(set) var format: String?
    private(set) var audience: Audience?
    private(set) var mark: String?
    private(set) var file = ""
    private var rest: String

    init(_ argument: String) { rest = argument.trimmed }

    /// Reads them all.
    ///
    /// - Throws: a word that says nothing, or that says again what was said.
    mutating func read() throws(ErrorDescription) {
        while !rest.isEmpty {
            if rest.hasPrefix("\"") {
                try take(file: word())
            } else if rest.hasPrefix("-") {
                try readOption()
            } else {
                try readWord()
            }
        }
    }

    private mutating func readOption() throws(ErrorDescription) {
        let typed = rest.firstWord.word
        let parts = typed.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts[0].lowercased()
        guard ["--as", "--format", "--audience", "--mark", "-o", "--output"].contains(name) else {
            throw ErrorDescription(
                local("`\(typed.visible)` is no option of export here, and nothing was written"),
                hint: local("the options are --as, --format, --audience, --mark and -o"))
        }
        rest = String(rest.dropFirst(parts[0].count)).trimmed
        if rest.hasPrefix("=") { rest.removeFirst() }
        let value = word()
        guard !value.isEmpty, !value.hasPrefix("--") else {
            throw ErrorDescription(local("nothing stands behind \(name), and nothing was written"))
        }
        switch name {
        case "--mark": mark = try value.asMark
        case "-o", "--output": try take(file: value)
        default:
            let isKnown = try take(value)
            guard isKnown else { throw Self.unknown(value) }
        }
    }

    private mutating func readWord() throws(ErrorDescription) {
        let (typed, behind) = rest.firstWord
        let word = typed.lowercased()
        if ["as", "for", "to", "the"].contains(word), !behind.isEmpty {
            rest = behind
            return
        }
        if word == "self", behind.firstWord.word.lowercased() == "evaluation" {
            rest = behind.firstWord.rest
            _ = try take("self-evaluation")
            return
        }
        // What people call their readers, of two words or one.
        for words in [[word, behind.firstWord.word.lowercased()], [word]] {
            guard let named = Self.readers[words.joined(separator: " ")] else { continue }
            rest = words.count == 2 ? behind.firstWord.rest : behind
            _ = try take(named.rawValue)
            return
        }
        if try take(typed) {
            rest = behind
            return
        }
        // A name with spaces ends with the word that has an ending.
        let words = rest.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let end = words.firstIndex { ReportFormat(fileName: $0) != nil || PlanFormat(fileName: $0) != nil }
        let name = end.map { words[...$0].joined(separator: " ") } ?? typed
        guard end != nil || typed.contains("/") || typed.dropFirst().contains(".") else {
            throw Self.unknown(typed)
        }
        try take(file: name)
        rest = end.map { words[($0 + 1)...].joined(separator: " ").trimmed } ?? behind
    }

    /// Takes a word that names a document, a format or an audience; false where it names none.
    private mutating func take(_ typed: String) throws(ErrorDescription) -> Bool {
        let word = typed.lowercased()
        if let named = DocumentKind(rawValue: word) {
            guard kind == nil || kind == named else { throw Self.twice(word) }
            kind = named
        } else if let named = Self.formats[word] ?? ReportFormat(rawValue: word)?.rawValue
            ?? PlanFormat(rawValue: word)?.rawValue
        {
            guard format == nil || format == named else { throw Self.twice(word) }
            format = named
        } else if let named = Audience(rawValue: word) {
            guard audience == nil || audience == named else { throw Self.twice(word) }
            audience = named
        } else {
            return false
        }
        return true
    }

    private mutating func take(file name: String) throws(ErrorDescription) {
        guard file.isEmpty, !name.isEmpty else { throw Self.twice(name) }
        file = name
    }

    /// The next word, or the words in quotes.
    private mutating func word() -> String {
        let (found, behind) = rest.firstQuoted ?? (rest.firstWord.word, rest.firstWord.rest)
        rest = behind
        return found
    }

    /// What people call audiences.
    private static let readers: [String: Audience] = [
        "chief executive": .corporate, "lead member": .corporate, "leading members": .corporate,
        "council leader": .corporate, "leader": .corporate, "members": .corporate, "board": .corporate,
        "peer reviewers": .reviewers, "peer team": .reviewers, "review team": .reviewers, "peers": .reviewers,
    ]

    /// What people call formats.
    private static let formats = [
        "word": "docx", "excel": "xlsx", "spreadsheet": "xlsx", "workbook": "xlsx", "calendar": "ics",
        "page": "html",
        "md": "markdown",
    ]

    private static func twice(_ word: String) -> ErrorDescription {
        ErrorDescription(
            local("`\(word.visible)` says something else than a word before it, and nothing was written"),
            hint: local("name one document, one format, one audience and one file"))
    }

    /// That a word is none of those that export knows.
    static func unknown(_ word: String) -> ErrorDescription {
        ErrorDescription(
            local(
                "`\(word.visible)` is no format, document or audience, and as a file's name it says no format; nothing was written"
            ),
            hint: local(
                "end the file's name in .docx, .pdf, .html or .md; help export lists the rest"))
    }
}

extension String {
    /// The most characters of what stands on every page: a line of it.
    private static let longestMark = 60

    /// The words as what stands on every page.
    ///
    /// - Throws: that they are none, or too many.
    package var asMark: String {
        get throws(ErrorDescription) {
            guard !onOneLine.isEmpty, unicodeScalars.count <= Self.longestMark else {
                throw ErrorDescription(
                    local("--mark takes 1 to \(Self.longestMark) characters"),
                    hint: local("such as --mark OFFICIAL-SENSITIVE"))
            }
            return onOneLine
        }
    }
}
