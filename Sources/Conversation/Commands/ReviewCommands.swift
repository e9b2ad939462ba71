import Languages
import LineEditing
import Reports
import Sessions

struct WithdrawReviewCommand: Command {
    let name = "withdraw-review"
    var usage: String { local("\(name) R1") }
    var summary: String { local("takes a peer review back that was filed; it stays in the history") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let digits = argument.first?.lowercased() == "r" ? argument.dropFirst() : argument[...]
        guard let number = Int(typed: digits) else {
            throw .problem(
                ErrorDescription(
                    local("the review to take back is named by its number"),
                    hint: talk.state.reviews.isEmpty
                        ? local("no review counts")
                        : local("those that count: \(listed(talk.state.reviews.map { "R\($0.number)" }))")))
        }
        try talk.perform(.withdrawReview(number))
        try talk.confirm(
            local("Saved: review \(number) is taken back. It stays in the history, and counts no more."))
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] {
        talk.state.reviews.map { Completion("R\($0.number)") }
    }
}
