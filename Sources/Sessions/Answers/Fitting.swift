package import Instruments

extension Response {
    /// The word for don't know in answer sheets.
    package static let dontKnowWord = "dont-know"

    /// Understands what somebody wrote on an answer sheet.
    ///
    /// - Parameters:
    ///   - written: the words of the sheet.
    ///   - kind: what the question asks for.
    /// - Throws: how the words do not fit the question.
    package init(_ written: AnswerSheet.Written, for kind: AnswerKind) throws(Misfit) {
        switch written {
        case .notApplicable(let reason):
            guard !reason.isBlank else { throw .noReason }
            self = .notApplicable(reason: reason)
        // What is typed for it at the prompt is understood on a sheet, too.
        case .value(Self.dontKnowWord), .value("?"):
            self = .dontKnow
        case .wrapped(Self.dontKnowWord) where kind != .text, .wrapped("?") where kind != .text:
            self = .dontKnow
        case .value(let text), .wrapped(let text):
            self = .given(try AnswerValue(text, for: kind))
        case .list(let options):
            self = .given(try AnswerValue(options: options, for: kind))
        }
    }
}

extension AnswerValue {
    /// Reads a single value as answer sheets and the command line write it.
    ///
    /// - Throws: how it does not fit the question.
    package init(_ text: String, for kind: AnswerKind) throws(Misfit) {
        switch kind {
        case .rating(let rating):
            guard text.isInDigits, let level = Int(text), level >= 1, level <= rating.scale.levels.count
            else {
                throw .outsideScale(given: text, levels: rating.scale.levels.count)
            }
            self = .rating(level)
        case .yesNo:
            switch text {
            case "yes", "true": self = .yesNo(true)
            case "no", "false": self = .yesNo(false)
            default: throw .notYesNo(given: text)
            }
        case .choice(let options):
            self = .choice(try Self.option(text, among: options))
        case .choices(let options):
            self = .choices([try Self.option(text, among: options)])
        case .number(let range):
            guard text.isDecimal, let number = Double(text), number.isFinite else {
                throw .notANumber(given: text)
            }
            self = .number(try range.holding(number, given: text))
        case .date:
            guard let date = CalendarDate(text) else { throw .notADate(given: text) }
            self = .date(date)
        case .text:
            guard !text.isBlank else { throw .emptyText }
            self = .text(text)
        }
    }

    /// Reads a list of options.
    init(options names: [String], for kind: AnswerKind) throws(Misfit) {
        guard case .choices(let options) = kind else {
            if case .choice = kind { throw .severalOptions }
            throw .list
        }
        guard !names.isEmpty else { throw .noOption }
        var chosen: Set<AnswerKind.Option.ID> = []
        for name in names { chosen.insert(try Self.option(name, among: options)) }
        if chosen.count > 1, let alone = options.first(where: { $0.alone && chosen.contains($0.id) }) {
            throw .optionAlone(alone.id)
        }
        self = .choices(options.map(\.id).filter { chosen.contains($0) })
    }

    /// The answer as the question could have it: options stand in the question's order, each once.
    ///
    /// - Throws: how it does not fit.
    func fitted(to kind: AnswerKind) throws(Misfit) -> AnswerValue {
        switch (self, kind) {
        case (.rating(let level), .rating(let rating)):
            guard level >= 1, level <= rating.scale.levels.count else {
                throw .outsideScale(given: "\(level)", levels: rating.scale.levels.count)
            }
        case (.yesNo, .yesNo), (.date, .date):
            break
        case (.choice(let id), .choice(let options)):
            _ = try Self.option(id.text, among: options)
        case (.choices(let ids), .choices):
            return try AnswerValue(options: ids.map(\.text), for: kind)
        case (.number(let number), .number(let range)):
            guard number.isFinite else { throw .notANumber(given: "\(number)") }
            _ = try range.holding(number, given: "\(number)")
        case (.text(let text), .text):
            guard !text.isBlank else { throw .emptyText }
        default:
            throw .otherKind
        }
        return self
    }

    private static func option(
        _ name: String, among options: [AnswerKind.Option]
    ) throws(Misfit) -> AnswerKind.Option.ID {
        guard let option = options.first(where: { $0.id.text == name }) else {
            throw .unknownOption(given: name, options: options.map(\.id.text))
        }
        return option.id
    }
}

extension AnswerKind.NumberRange {
    /// The number, where it is in the range.
    fileprivate func holding(_ number: Double, given: String) throws(Misfit) -> Double {
        guard number >= least ?? number, number <= greatest ?? number else {
            throw .outsideRange(given: given, self)
        }
        return number
    }
}

extension String {
    /// Whether it is written in digits alone, as a level is.
    fileprivate var isInDigits: Bool {
        !isEmpty && first != "0" && utf8.allSatisfy { (48...57).contains($0) }
    }

    /// Whether it is a number in digits, perhaps with a sign, a decimal point between digits and an exponent.
    fileprivate var isDecimal: Bool {
        let halves = split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard halves.count <= 2, let first = halves.first else { return false }
        let parts = first.withoutSign("-").split(separator: ".", omittingEmptySubsequences: false)
        let exponent = halves.dropFirst().map { $0.withoutSign("-").withoutSign("+") }
        return parts.count <= 2
            && (parts + exponent).allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (48...57).contains($0) }
            }
    }
}

extension Substring {
    fileprivate func withoutSign(_ sign: Character) -> Substring {
        first == sign ? dropFirst() : self
    }
}
