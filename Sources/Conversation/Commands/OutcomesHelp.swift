import Evaluation
import Instruments
import Languages
import Reports
import Sessions

/// What the answers can point to, with the name under which each is explained: a topic of help.
struct OutcomesHelp {
    /// The word to type after `help`.
    static let name = "tiers"
    /// What it is about, as a title.
    static var title: String { local("What the answers can point to") }

    private let table: DecisionTable
    private let notes: [Framework.Note]

    /// The topic; nil where no framework fed has a headline.
    init?(_ talk: Conversation) {
        for framework in talk.state.instruments.frameworks {
            if let table = framework.tables.first(where: { $0.role == .tier }) {
                self.table = table
                notes = framework.notes
                return
            }
        }
        return nil
    }

    /// Tells each outcome and what holds whatever the finding.
    func show(_ talk: Conversation) throws(Interruption) {
        try talk.say("\(Self.title).", gap: true)
        for outcome in table.outcomes {
            try talk.say("-", "\(outcome.title). \(outcome.means.text)")
            try talk.say(local("More: \(talk.typed("explain \(outcome.id)"))."))
        }
        for note in notes { try talk.say("\(note.title). \(note.statement.text)", gap: true) }
    }
}
