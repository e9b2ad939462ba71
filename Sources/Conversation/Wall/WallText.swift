import Escaping
import Languages
package import Reports

/// The wall as lines of text, for a window of any width or for a screen reader.
package enum WallText {
    /// The widths for which lines are made; a narrower or a wider window gets the nearest.
    private static let widths = 40...200

    /// The lines for a screen reader: words alone, as wide as they are.
    package static func plainLines(of content: WallContent) -> [String] {
        var lines = [content.earlier, content.place, content.question, content.hint].compactMap(\.self)
        lines += content.choices.map { choice in
            let name = "\(choice.number), \(named(choice))"
            guard let count = choice.count else { return name }
            return [
                name, choice.before.map { local("First vote: \($0).") },
                choice.before == nil
                    ? local("\(count) of \(content.people) people.")
                    : local("Now: \(count) of \(content.people) people."),
            ].compactMap(\.self).joined(separator: " ")
        }
        return (lines + content.status).map { $0.onOneLine.visible }
    }

    /// The lines for a window.
    ///
    /// - Parameters:
    ///   - content: what is on the wall.
    ///   - columns: the columns of the window.
    ///   - rows: its rows; what does not fit is left out, least wanted first: space, hint, what a level looks like.
    ///   - block: the character that a bar is made of.
    /// - Returns: the lines, none wider than the window; no more than it has rows, unless it is smaller than any can be.
    package static func lines(
        of content: WallContent, columns: Int, rows: Int, block: String = "█"
    ) -> [String] {
        let width = min(max(columns, widths.lowerBound), widths.upperBound) - 1
        for room in Room.allCases {
            let lines = lines(of: content, width: width, room, block)
            if lines.count < rows || room == Room.allCases.last {
                return Array(lines.prefix(max(1, rows - 1)))
            }
        }
        return []
    }

    /// How much stands on the wall, most first.
    private enum Room: Int, CaseIterable {
        case all
        case withoutGaps
        case withoutHint
        case withoutDescriptors
    }

    private static func lines(
        of content: WallContent, width: Int, _ room: Room, _ block: String
    ) -> [String] {
        var lines: [String] = []
        func add(_ text: String, behind label: String = "") {
            let space = String(repeating: " ", count: label.count)
            lines += Wrapping.lines(text.onOneLine.visible, width: width - label.count).enumerated().map {
                ($0.offset == 0 ? label : space) + $0.element
            }
        }
        func gap() { if room == .all, !lines.isEmpty { lines.append("") } }
        if let earlier = content.earlier { add(earlier) }
        if let place = content.place { add(place) }
        gap()
        if let question = content.question { add(question) }
        if let hint = content.hint, room.rawValue < Room.withoutHint.rawValue { add(hint) }
        for choice in content.choices {
            gap()
            add(room == .withoutDescriptors ? choice.name : named(choice), behind: "\(choice.number)  ")
            guard let count = choice.count else { continue }
            if let before = choice.before {
                add(
                    bar(before, of: content.people, width, block, local("\(before) in the first vote")),
                    behind: "   ")
                add(bar(count, of: content.people, width, block, local("\(count) now")), behind: "   ")
            } else {
                add(bar(count, of: content.people, width, block, "\(count)"), behind: "   ")
            }
        }
        gap()
        for sentence in content.status { add(sentence) }
        return lines
    }

    private static func named(_ choice: WallContent.Choice) -> String {
        choice.name + (choice.descriptor.map { ": \($0)" } ?? "")
    }

    /// As many blocks as people, each as wide as all of them fit, and the number in words behind.
    private static func bar(
        _ count: Int, of people: Int, _ width: Int, _ block: String, _ words: String
    ) -> String {
        let space = max(1, width - 28)
        let each = min(4, space / max(1, people))
        let cells = each > 0 ? count * each : (count * space + max(1, people) - 1) / max(1, people)
        return (cells == 0 ? "" : String(repeating: block, count: cells) + " ") + words
    }
}
