import Escaping
import Languages
import Reports

/// Something in a text that looks like details of a person.
package enum PersonalDetail: Hashable, Sendable {
    /// Ten digits whose check digit is right.
    case nhsNumber(String)
    case eMailAddress(String)
    case phoneNumber(String)
    /// A date close to a word such as born.
    case dateOfBirth(String)
    /// A child, parent or family by name, or by an initial together with something else about them.
    case somebody(String)
}

extension PersonalDetail {
    /// What in a text looks like details of a person, each once; it asks, it does not know.
    ///
    /// - Parameter text: what somebody wrote.
    /// - Returns: nothing for nearly every text: councils, roles, months and the numbers of papers are no details.
    /// - Complexity: O(*n*) in the length of the text.
    package static func found(in text: String) -> [PersonalDetail] {
        let words = text.split { $0.isWhitespace }.map(Word.init)
        var found = DigitGroups(text).runs.compactMap(\.detail)
        found += words.filter(\.isEMailAddress).map { .eMailAddress(String($0.core)) }
        found += datesOfBirth(words) + people(words)
        var seen: Set<PersonalDetail> = []
        return found.filter { seen.insert($0).inserted }
    }

    /// What it looks like, with the words that do.
    package var localizedDescription: String {
        switch self {
        case .nhsNumber(let text): local("an NHS number (\(text.visible))")
        case .eMailAddress(let text): local("an e-mail address (\(text.visible))")
        case .phoneNumber(let text): local("a phone number (\(text.visible))")
        case .dateOfBirth(let text): local("a date of birth (\(text.visible))")
        case .somebody(let text): local("details of a child or family (\(text.visible))")
        }
    }

    /// What is said before something is saved that looks like details of a person.
    package static func warning(of details: [PersonalDetail]) -> String {
        local(
            "This looks like \(listed(details.map(\.localizedDescription))). Canary needs nobody's details: reviewers read what "
                + "you write, and a request under freedom of information can reach it.")
    }

    private static func datesOfBirth(_ words: [Word]) -> [PersonalDetail] {
        words.indices.compactMap { index in
            guard ["born", "dob", "d.o.b", "birth", "birthday"].contains(words[index].small) else {
                return nil
            }
            let near = words[(index + 1)...].prefix(5)
            for (word, next) in zip(near, near.dropFirst() + [Word("")]) {
                if word.isNumericDate { return .dateOfBirth(String(word.core)) }
                let isDay = word.startsWithDigit && next.isMonth || word.isMonth && next.startsWithDigit
                if isDay { return .dateOfBirth("\(word.core) \(next.core)") }
            }
            return nil
        }
    }

    private static func people(_ words: [Word]) -> [PersonalDetail] {
        let details = zip(words.indices, words).filter { index, word in
            word.isDetail || word.isAge(before: words[safe: index + 1])
        }
        return words.indices.compactMap { index in
            guard words[index].isPerson, let next = words[safe: index + 1] else { return nil }
            if ["called", "named"].contains(next.small), let name = words[safe: index + 2], name.isName {
                return .somebody("\(words[index].core) \(next.core) \(name.core)")
            }
            guard next.isInitial, !details.isEmpty else { return nil }
            return .somebody("\(words[index].core) \(next.core)")
        }
    }
}

/// A word with and without the signs around it.
private struct Word {
    let core: Substring
    let small: String

    init(_ text: Substring) {
        let isSign: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
        let start = text.drop(while: isSign)
        let end = start.lastIndex { !isSign($0) }
        core = end.map { start[...$0] } ?? start
        // A text without a space is one word; none that is looked for is as long as that.
        small = core.utf8.count <= Self.longest ? core.lowercased() : ""
    }

    /// The most bytes of a word that can be one of those looked for.
    private static let longest = 128

    init(_ text: String) { self.init(text[...]) }

    var startsWithDigit: Bool { core.first?.isNumber == true }

    var isEMailAddress: Bool {
        let parts = core.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let host = parts.last, parts.first?.isEmpty == false else { return false }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
            && (labels.last?.count ?? 0) > 1 && labels.last?.allSatisfy(\.isLetter) == true
    }

    /// Three numbers between slashes, dots or hyphens.
    var isNumericDate: Bool {
        let parts = core.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        return parts.count == 3
            && parts.allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isNumber) }
    }

    var isMonth: Bool {
        [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct",
            "nov",
            "dec",
        ].contains(small)
    }

    /// Somebody who is served, or of their family.
    var isPerson: Bool {
        [
            "child", "baby", "infant", "boy", "girl", "yp", "pupil", "mother", "father", "mum", "mam", "dad",
            "sibling", "brother", "sister", "family", "parent", "grandmother", "grandfather", "person",
        ].contains(small)
    }

    /// Something that tells which person is meant.
    var isDetail: Bool {
        [
            "school", "nursery", "academy", "lives", "lived", "street", "road", "address", "placement",
            "placed", "diagnosed", "diagnosis", "born", "dob", "hospital", "injury", "injured", "assaulted",
        ].contains(small) || small.hasSuffix("-year-old") || small.hasSuffix("-month-old")
    }

    func isAge(before next: Word?) -> Bool {
        guard let next else { return false }
        return ["age", "aged"].contains(small) && next.startsWithDigit
            || startsWithDigit && ["years", "year", "months"].contains(next.small) && core.count < 3
    }

    /// A letter or two that stand for a name; I is a word of its own.
    var isInitial: Bool {
        (1...2).contains(core.count) && core.allSatisfy { $0.isLetter && $0.isUppercase } && core != "I"
    }

    var isName: Bool { core.first?.isUppercase == true && core.dropFirst().contains(where: \.isLowercase) }
}

/// Runs of digits, with single spaces, hyphens and brackets between them, as numbers of people are written.
private struct DigitGroups {
    struct Run {
        var text: String
        var groups: [String]

        var detail: PersonalDetail? {
            let digits = groups.joined()
            let isInternational = text.hasPrefix("+44") || digits.hasPrefix("0044")
            if isInternational, (11...15).contains(digits.count) { return .phoneNumber(text) }
            if digits.first == "0", digits.count == 11, text.first != "+" { return .phoneNumber(text) }
            let isNHSLayout = groups.count == 1 || groups.map(\.count) == [3, 3, 4]
            return isNHSLayout && Self.isNHSNumber(digits) ? .nhsNumber(text) : nil
        }

        /// Whether the tenth digit is the check digit of the nine before it, modulo 11.
        private static func isNHSNumber(_ digits: String) -> Bool {
            let values = digits.compactMap(\.wholeNumberValue)
            guard values.count == 10, values.first != 0, Set(values).count > 1 else { return false }
            let sum = zip(values, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
            let check = 11 - sum % 11
            return (check == 11 ? 0 : check) == values[9]
        }
    }

    private(set) var runs: [Run] = []

    init(_ text: String) {
        var run = Run(text: "", groups: [])
        var group = ""
        var between = ""
        func isGlue(_ character: Character) -> Bool { " -()".contains(character) }
        func close(_ run: inout Run) {
            if !group.isEmpty { run.groups.append(group) }
            if !run.groups.isEmpty { runs.append(run) }
            (run, group, between) = (Run(text: "", groups: []), "", "")
        }
        for character in text {
            if character.isASCII, character.isNumber {
                if !between.isEmpty, !group.isEmpty {
                    run.groups.append(group)
                    group = ""
                }
                run.text += between + String(character)
                between = ""
                group.append(character)
            } else if character == "+", run.text.isEmpty {
                run.text = "+"
            } else if isGlue(character), !group.isEmpty, between.count < 2 {
                between.append(character)
            } else {
                close(&run)
            }
        }
        close(&run)
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
