import Instruments
import Languages

/// All words for faults. Texts of the file are quoted as they are: whoever prints them makes them safe.
package enum FaultWording {
    /// What is wrong: one line, no capital, no full stop.
    package static func message(_ fault: Fault) -> String {
        let message = message(fault.payload)
        guard let question = fault.question else { return message }
        return "question `\(question)`: \(message)"
    }

    /// What to do about it; nil where the message says it all.
    package static func hint(_ fault: Fault) -> String? {
        switch fault.payload {
        case .notUTF8: "save the file as UTF-8"
        case .controlCharacter: "remove the character; it is not visible in most editors"
        case .syntax:
            "texts with `: ` or ` #` in them, or with a sign at the beginning, need quotation marks; "
                + "indent by spaces, and never by tabs"
        case .alias: "write the part out where it is used; put text that begins with `*` in quotation marks"
        case .unknownKey(_, let known), .unknownFormat(_, let known), .unknownWord(_, _, let known):
            known.isEmpty ? nil : "known here: \(quoted(known))"
        case .unknownScale(_, let known):
            known.isEmpty ? "declare it under `scales`" : "known here: \(quoted(known))"
        case .versionNotInThreeParts: "such as `1.0.0`; raise it whenever the file changes"
        case .malformedID: "use letters, digits and hyphens, in parts joined by full stops"
        case .malformedQuestionID(_, let area): "such as `\(area).short-name`"
        case .malformedReference: "such as `isos/listens`"
        case .notAShare: "such as `2/3`, of at most 99 parts"
        case .missingReason: "a thing with `basis: interpolated` is ours; say why under `reason`"
        case .missingSource: "say where the source states it, or use `basis: interpolated` and a `reason`"
        case .levelCount: "every level needs a line of what is seen there, lowest first"
        case .noAnswer: "use `dont-know`, or `{not-applicable: REASON}`, or leave the question out"
        case .ambiguousName: "rename one of the two"
        case .wrongShape(_, expected: .text, found: .map):
            "a text in several languages needs `languages: [en, cy]` at the top of the file"
        case .unreadable(.other(let number)): systemHint(number)
        case .missingFramework: "put its file in `Frameworks`, or take it out of `feeds`"
        case .fileMissing, .folderMissing, .unreadable, .tooLarge, .empty, .tooDeep, .wrongShape,
            .missingKey, .repeatedKey, .missingTranslation, .emptyList, .outOfRange, .notExactlyOne,
            .repeatedID,
            .repeatedInstrument, .keyOutOfPlace, .rangeReversed, .unknownName, .unknownCondition,
            .unknownOutcome, .unknownCategory, .cellCount, .missingWords, .answerAndNotApplicable,
            .emptyEntry, .notOnSheet:
            nil
        }
    }

    private static func message(_ payload: Fault.Payload) -> String {
        switch payload {
        case .fileMissing: "there is no such file"
        case .folderMissing: "there is no such folder"
        case .unreadable(.notAllowed): "you are not allowed to read it"
        case .unreadable(.isFolder): "is a folder"
        case .unreadable(.isDevice): "is a device, and neither a file nor a pipe"
        case .unreadable(.isSocket): "is a socket, and neither a file nor a pipe"
        case .unreadable(.other(let number)): "cannot be read: \(systemWords(number))"
        case .tooLarge(let limit): "is larger than \(limit / 1024 / 1024) MB"
        case .empty: "is empty"
        case .notUTF8: "is not UTF-8 from here on"
        case .controlCharacter(let scalar):
            "control character U+\(codePoint(scalar)) is not allowed"
        case .syntax(let problem, let context): context.map { "\(problem) \($0)" } ?? problem
        case .alias(let name): "`*\(name)`: aliases are not read"
        case .tooDeep(let limit): "nests deeper than \(limit) levels"
        case .unknownFormat(let given, _): "unknown format `\(given)`"
        case .versionNotInThreeParts(let given): "`\(given)` is no version of three numbers"
        case .wrongShape(let key, let expected, let found):
            (key.map { "`\($0)` is " } ?? "this is ") + "\(words(found)), where \(words(expected)) is needed"
        case .unknownKey(let key, _): "unknown key `\(key)`"
        case .missingKey(let key): "`\(key)` is missing"
        case .repeatedKey(let key, let first): "`\(key)` stands here already, in line \(first.line)"
        case .emptyList(let key): "`\(key)` holds nothing"
        case .unknownWord(let given, let key, _):
            "`\(given)` is not understood" + (key.map { " as `\($0)`" } ?? "")
        case .outOfRange(let given, let key, let least, let greatest):
            "`\(key)` is \(given), and must be \(least)" + (greatest.map { " to \($0)" } ?? " or more")
        case .missingTranslation(let language): "there is no text in `\(language)` here"
        case .notExactlyOne(let keys): "exactly one of \(quoted(keys)) is needed here"
        case .malformedID(let id): "`\(id)` is no well-formed name"
        case .malformedQuestionID(let id, let area):
            "`\(id)` is not the name of a question of the area `\(area)`"
        case .malformedReference(let text): "`\(text)` is not a framework, a slash and a name"
        case .repeatedID(let id, let first): "`\(id)` is the name of another one, in line \(first.line)"
        case .ambiguousName(let name): "`\(name)` is the name of an element and of another condition"
        case .repeatedInstrument(let id, let file): "`\(id)` is in \(file), too"
        case .missingFramework(let id): "the framework `\(id)` is not there"
        case .unknownScale(let scale, _): "unknown scale `\(scale)`"
        case .levelCount(let count, let expected):
            "\(count) descriptors, where the scale has \(expected) levels"
        case .keyOutOfPlace(let key, let kind): "`\(key)` does not go with the kind `\(kind)`"
        case .rangeReversed(let least, let greatest):
            "`min` is \(plain(least)), and `max` only \(plain(greatest))"
        case .unknownName(let name): "no element and no condition here is named `\(name)`"
        case .unknownCondition(let name): "no condition here is named `\(name)`"
        case .notAShare(let text): "`\(text)` is no share"
        case .unknownOutcome(let name): "this table has no outcome `\(name)`"
        case .unknownCategory(let name): "no category here is named `\(name)`"
        case .cellCount(let count, let expected):
            "\(count) cells, where the table has \(expected) input\(expected == 1 ? "" : "s")"
        case .missingReason: "`reason` is missing"
        case .missingSource: "`source` is missing"
        case .missingWords(let id): "there are no words for `\(id)`"
        case .noAnswer: "no answer is written here"
        case .answerAndNotApplicable: "`answer` and `not-applicable` exclude each other"
        case .emptyEntry: "this says nothing about the question"
        case .notOnSheet(let id): "`\(id)` is not on the sheet, so it cannot be left out of it"
        }
    }

    /// A code point with at least four digits.
    private static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    }

    /// A number without a decimal point where it is whole.
    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }

    private static func words(_ shape: Fault.Shape) -> String {
        switch shape {
        case .text: "a text"
        case .wholeNumber: "a whole number"
        case .number: "a number"
        case .yesNo: "yes or no"
        case .list: "a list"
        case .map: "a map"
        case .nothing: "nothing"
        }
    }

    private static func quoted(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }
}
