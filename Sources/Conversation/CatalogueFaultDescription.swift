import Escaping
package import Languages
import Reports

extension CatalogueFault {
    /// The fault in words.
    package var errorDescription: ErrorDescription {
        switch problem {
        case .tooLarge(let limit):
            ErrorDescription(
                local("the file is larger than \(limit) bytes"),
                hint: local("no translation of Canary needs so much"))
        case .notUTF8: ErrorDescription(local("the file is not UTF-8"), hint: local("save it as UTF-8"))
        case .unknownLine:
            ErrorDescription(
                local("the line is neither a comment nor a keyword with a text in quotation marks"))
        case .unfinishedText:
            ErrorDescription(
                local("the text in quotation marks does not end, or something follows it"),
                hint: local("write \\\" for a quotation mark within a text"))
        case .unknownEscape(let character):
            ErrorDescription(
                local("there is no escape \\\(String(character).visible)"),
                hint: local("write \\\\ for a backslash"))
        case .misplaced(let keyword): ErrorDescription(local("`\(keyword.visible)` cannot stand here"))
        case .repeated(let first):
            ErrorDescription(
                local("the same text stands in line \(first) already"),
                hint: local("take one of the two away"))
        case .otherEncoding(let name):
            ErrorDescription(
                local("the header names the encoding \(name.visible)"),
                hint: local("save the file as UTF-8, and write charset=UTF-8"))
        case .pluralRule(let rule):
            ErrorDescription(
                local("`\(rule.visible)` is no rule for plurals"),
                hint: local("write Plural-Forms as gettext knows it for the language"))
        case .noPluralRule:
            ErrorDescription(
                local("a plural is translated, and the header has no Plural-Forms"),
                hint: local("write Plural-Forms as gettext knows it for the language"))
        case .forms(let expected, let found):
            ErrorDescription(
                local("the plural has \(found) forms, and the header says \(expected)"),
                hint: local("translate every form, or leave all of them empty"))
        case .brace:
            ErrorDescription(
                local("a brace is no part of a place such as {1}"),
                hint: local("write {{ or }} for a brace"))
        case .places(let missing, let unknown): places(missing, unknown)
        }
    }

    private func places(_ missing: [Int], _ unknown: [Int]) -> ErrorDescription {
        func names(_ numbers: [Int]) -> String { listed(numbers.map { "{\($0)}" }) }
        return ErrorDescription(
            unknown.isEmpty
                ? local("the translation leaves out \(names(missing))")
                : local("the English text has no \(names(unknown))"),
            hint: local("use the same places as the English text, in any order"))
    }
}
