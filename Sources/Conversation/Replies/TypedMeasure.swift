import Escaping
import Languages
import Reports
import Sessions

extension Measure {
    /// Reads `NAME, in UNIT, from SOURCE`; a name in quotes may hold such words of its own.
    init(typed: String) {
        let quoted = typed.firstQuoted
        var rest = quoted?.rest ?? typed
        let source = Self.part("from", of: &rest)
        let unit = Self.part("in", of: &rest)
        self.init(name: quoted?.quoted ?? rest, unit: unit.map(Self.unit), source: source)
    }

    /// Takes what stands behind a comma and a word from the end of a text; nil where that is not there.
    private static func part(_ word: String, of text: inout String) -> String? {
        guard let found = text.ranges(of: ", \(word) ").last else { return nil }
        let part = String(text[found.upperBound...]).trimmed
        guard !part.isEmpty else { return nil }
        text = String(text[..<found.lowerBound]).trimmed
        return part
    }

    /// What something is counted in, as it is shown.
    static func unit(_ typed: String) -> String {
        ["%", "per cent", "percent", "percentage", "percentages"].contains(typed.lowercased()) ? "%" : typed
    }

    /// Changes it as what is typed behind its name says.
    ///
    /// - Parameters:
    ///   - words: what was typed.
    ///   - today: the day on which it was.
    /// - Returns: the measure as it is then.
    /// - Throws: what of it is no number or no day, or says nothing.
    func changed(by words: String, today: CalendarDate) throws(ErrorDescription) -> Measure {
        var measure = self
        let (word, rest) = words.firstWord
        switch word.lowercased() {
        case "compared":
            measure.comparator = try compared(rest)
        case "called":
            measure.name = try said(rest, such: local("such as: measure \(id) called children seen in time"))
        case "in":
            measure.unit = Self.unit(try said(rest, such: local("such as: measure \(id) in days")))
        case "from":
            measure.source = try said(rest, such: local("such as: measure \(id) from the monthly return"))
        default:
            guard
                let (number, isPercent, rest) = TypedValue(atStartOf: words).map({
                    ($0.number, $0.isPercent, $0.rest)
                })
            else {
                throw ErrorDescription(
                    local("`\(word.shortened.visible)` is no number, and nothing was saved"),
                    hint: local(
                        "type the value and its day, such as measure \(id) 62 31 January, or compared, in, from or called and what belongs to it"
                    ))
            }
            measure = try taking(percent: isPercent).counting(number, on: day(rest, today: today))
        }
        return measure
    }

    /// The measure, counted in per cent where a value is that and nothing was said before.
    private func taking(percent isPercent: Bool) throws(ErrorDescription) -> Measure {
        guard isPercent, unit != "%" else { return self }
        guard unit == nil, values.isEmpty, comparator == nil else {
            throw ErrorDescription(
                unit.map {
                    local("\(id) is counted in \($0.visible), and not in per cent; nothing was saved")
                }
                    ?? local("\(id) has values that are not in per cent; nothing was saved"),
                hint: local("type the number alone, or first: measure \(id) in %"))
        }
        var measure = self
        measure.unit = "%"
        return measure
    }

    private func said(_ words: String, such hint: String) throws(ErrorDescription) -> String {
        let text = words.firstQuoted.flatMap { $0.rest.isEmpty ? $0.quoted : nil } ?? words
        guard !text.isEmpty else {
            throw ErrorDescription(
                local("say what belongs to it; nothing was saved"), hint: hint)
        }
        return text
    }

    /// What values are compared with: words, and a number at their end.
    private func compared(_ words: String) throws(ErrorDescription) -> Comparator? {
        if ["none", "nothing"].contains(words.lowercased()) { return nil }
        let typed =
            ["with ", "to "].first { words.lowercased().hasPrefix($0) }
            .map { String(words.dropFirst($0.count)).trimmed } ?? words
        let quoted = typed.firstQuoted
        let parts = (quoted?.rest ?? typed).split(whereSeparator: \.isWhitespace).map(String.init)
        for count in [3, 2, 1] where parts.count >= count {
            let name = quoted?.quoted ?? parts.dropLast(count).joined(separator: " ")
            guard let value = TypedValue(atStartOf: parts.suffix(count).joined(separator: " ")),
                value.rest.isEmpty, !name.isEmpty, quoted == nil || parts.count == count
            else { continue }
            _ = try taking(percent: value.isPercent && unit != nil)
            return Comparator(name: name, number: value.number)
        }
        throw ErrorDescription(
            local("say what it is compared with and how much that is; nothing was saved"),
            hint: local("such as: measure \(id) compared England 62; compared none takes it away"))
    }

    /// The day behind a value: today where there is none.
    func day(_ words: String, today: CalendarDate) throws(ErrorDescription) -> CalendarDate {
        var words = words
        if let unit,
            words.lowercased() == unit.lowercased() || words.lowercased().hasPrefix(unit.lowercased() + " ")
        {
            words = String(words.dropFirst(unit.count)).trimmed
        }
        for lead in ["as at ", "at ", "for "] where words.lowercased().hasPrefix(lead) {
            words = String(words.dropFirst(lead.count)).trimmed
            break
        }
        guard !words.isEmpty else { return today }
        switch TypedDate.past(in: words, today: today) {
        case .day(let day, before: ""):
            guard day <= today else {
                throw ErrorDescription(
                    local("\(day.localizedDescription) has not come yet, and nothing was saved"),
                    hint: local("a value is what was counted; name the day for which it was"))
            }
            return day
        case .impossible(let day):
            throw ErrorDescription(
                local("there is no day `\(day.visible)`, and nothing was saved"),
                hint: local("write the day such as 31 January 2027"))
        case .day, .none:
            throw ErrorDescription(
                local("`\(words.shortened.visible)` is no day, and nothing was saved"),
                hint: local(
                    "write 31 January 2027, 31/01/2027, 2027-01-31 or yesterday; without a day it is today"))
        }
    }
}

/// A number at the start of typed words, as people in Britain write it: `12`, `12.5`, `1,234`, `85%`, `85 per cent`.
struct TypedValue {
    /// The number.
    let number: Double
    /// Whether it is said to be in per cent.
    let isPercent: Bool
    /// The words behind it.
    let rest: String

    /// Reads it; nil where the first word is no number, or one that is too large.
    init?(atStartOf words: String) {
        var (word, rest) = words.firstWord
        var isPercent = false
        if word.hasSuffix("%") {
            (word, isPercent) = (String(word.dropLast()), true)
        } else if let sign = ["%", "per cent", "percent"].first(where: {
            rest.lowercased() == $0 || rest.lowercased().hasPrefix($0 + " ")
        }) {
            (rest, isPercent) = (String(rest.dropFirst(sign.count)).trimmed, true)
        }
        guard word.wholeMatch(of: /-?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})(\.[0-9]{1,6})?/) != nil,
            let number = Double(word.filter { $0 != "," }), number.magnitude <= Measure.largest
        else { return nil }
        // There is no number below nothing that is nothing.
        (self.number, self.isPercent, self.rest) = (number + 0, isPercent, rest)
    }
}
