/// One of the things that are written beside an answer, by which it is corrected or removed.
package enum RecordItem: Hashable, Sendable {
    case note
    /// Evidence, by its number such as `E1`.
    case evidence(String)
    /// The line on what evidence shows, by the number of the evidence.
    case evidenceText(String)
    /// A strength, counted from 1 as its question lists them.
    case strength(Int)
    /// A concern, counted from 1 as its question lists them.
    case concern(Int)
    /// An action, by its name such as `A1`.
    case action(String)
}

extension AnswerRecord {
    /// The words of an item; nil where there is none such.
    package func words(of item: RecordItem) -> String? {
        switch item {
        case .note: note
        case .evidence(let id): evidence.first { $0.id == id }?.reference
        case .evidenceText(let id): evidence.first { $0.id == id }?.text
        case .strength(let number): strengths.indices.contains(number - 1) ? strengths[number - 1] : nil
        case .concern(let number): concerns.indices.contains(number - 1) ? concerns[number - 1] : nil
        case .action(let id): actions.first { $0.id == id }?.text
        }
    }

    /// Takes an item away.
    mutating func remove(_ item: RecordItem) {
        switch item {
        case .note: note = nil
        case .evidence(let id): evidence.removeAll { $0.id == id }
        case .evidenceText: rewrite(item, "")
        case .strength(let number): strengths.remove(number: number)
        case .concern(let number): concerns.remove(number: number)
        case .action(let id): actions.removeAll { $0.id == id }
        }
    }

    /// Puts other words in the place of an item's.
    mutating func rewrite(_ item: RecordItem, _ text: String) {
        switch item {
        case .note: note = text
        case .evidence(let id):
            for index in evidence.indices where evidence[index].id == id { evidence[index].reference = text }
        case .evidenceText(let id):
            for index in evidence.indices where evidence[index].id == id { evidence[index].text = text }
        case .strength(let number): strengths.replace(number: number, with: text)
        case .concern(let number): concerns.replace(number: number, with: text)
        case .action(let id):
            for index in actions.indices where actions[index].id == id { actions[index].text = text }
        }
    }
}

extension [String] {
    /// Takes one away, counted from 1.
    mutating func remove(number: Int) {
        if indices.contains(number - 1) { remove(at: number - 1) }
    }

    /// Puts other words in the place of one, counted from 1.
    mutating func replace(number: Int, with text: String) {
        if indices.contains(number - 1) { self[number - 1] = text }
    }
}
