import Foundation

@testable import Languages

/// A language in which every phrase of the program is visibly translated: its letters are Cyrillic, `⟦…⟧` stands
/// around it and `⟨…⟩` around what it tells of.
enum PseudoLanguage {
    /// Makes a file of translations from the template that translators begin with.
    ///
    /// - Parameter folder: where `Languages/cy.po` is put.
    /// - Throws: that the template cannot be read, or the file not written.
    static func write(to folder: String) throws {
        let template = Canary.package + "/Questionnaires/Languages/canary.pot"
        let messages = try Catalogue.messages(
            Array(Data(contentsOf: URL(filePath: template))), file: template)
        var text = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
        for message in messages where !message.key.text.isEmpty {
            text += "\n"
            if let context = message.key.context { text += "msgctxt \(quoted(context))\n" }
            text += "msgid \(quoted(message.key.text))\n"
            if let plural = message.plural {
                text += "msgid_plural \(quoted(plural))\n"
                text += "msgstr[0] \(quoted(translated(message.key.text)))\n"
                text += "msgstr[1] \(quoted(translated(plural)))\n"
            } else {
                text += "msgstr \(quoted(translated(message.key.text)))\n"
            }
        }
        try FileManager.default.createDirectory(
            atPath: folder + "/Languages", withIntermediateDirectories: true)
        try text.write(toFile: folder + "/Languages/cy.po", atomically: false, encoding: .utf8)
    }

    /// The parts of a text that no phrase of the program is in: what stands outside of all marks, and what
    /// phrases tell of.
    static func foreignParts(of text: String) -> [String] {
        var parts = [""]
        var marks: [Character] = []
        for character in text {
            switch character {
            case "⟦", "⟨": marks.append(character)
            case "⟧", "⟩": _ = marks.popLast()
            default:
                if marks.last != "⟦" || character.isASCIILetter { parts[parts.count - 1].append(character) }
                continue
            }
            parts.append("")
        }
        return parts.filter { $0.contains { $0.isASCIILetter } }
    }

    private static func translated(_ key: String) -> String {
        let words = key.replacing(#/\{\{|\}\}|\{\d+\}/#) { match in
            match.output.count > 2 ? "⟨\(match.output)⟩" : String(match.output)
        }
        return "⟦" + String(words.map { $0.cyrillic }) + "⟧"
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}

extension Character {
    /// Whether it is a letter from A to Z, in either case.
    var isASCIILetter: Bool { isASCII && isLetter }

    /// A Cyrillic letter in place of a Latin one.
    fileprivate var cyrillic: Character {
        guard isASCIILetter, let value = unicodeScalars.first?.value else { return self }
        let start: UInt32 = value >= 97 ? 0x430 - 97 : 0x410 - 65
        return Unicode.Scalar(start + value).map(Character.init) ?? self
    }
}
