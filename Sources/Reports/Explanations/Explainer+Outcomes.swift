import Evaluation
import Instruments
import Languages

extension Explainer {
    /// What to know of an outcome, and whether these answers point to it.
    func sentences(on outcome: Outcome, of table: TableFinding) -> [Block] {
        let isPossible = table.possible.contains(outcome.id)
        let position =
            !isPossible
            ? local("These answers do not point to it.")
            : table.isSettled
                ? local("These answers point to it.") : local("These answers leave it possible.")
        let companions = words.alongside(table).filter { $0.outcome == outcome.title }
        return [.paragraph("\(position) \(local("explain \(table.table.id.text) says why."))")]
            + companions.map { .paragraph($0.localizedDescription) }
            + words.guidance(outcome).blocks.map(\.asParagraph)
    }

    /// What helps where an element is not so, under its name.
    func helps(with element: Element) -> [Block] {
        element.helps.isEmpty
            ? []
            : [.paragraph(local("What helps with \"\(element.name.firstLowered.withoutFullStop)\":"))]
                + element.helps.map { .item(1, words.help($0).localizedDescription) }
    }
}

extension Block {
    /// A heading as a line of its own, for a conversation.
    fileprivate var asParagraph: Block {
        switch self {
        case .heading(3, let text): .paragraph("\(text.withoutFullStop).")
        case .heading(_, let text): .paragraph("\(text):")
        case .paragraph, .item, .quote, .table, .chart: self
        }
    }
}
