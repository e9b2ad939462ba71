import Evaluation
import Instruments
import Languages
import Sessions

/// Names what moved between two sides of a comparison.
struct MoveNames {
    /// The questions of the later side, then those that only the earlier one has.
    let questions: [Question.ID]
    /// The links that are recorded on one side only, those that were added first.
    let links: [Comparison.MovedLinkText]
    /// The names of the findings of each side.
    let before: FindingLabels
    private let after: FindingLabels
    private let labels: (before: Labels, after: Labels)
    private let known: Set<Question.ID>

    init(_ before: SessionState, _ after: SessionState) {
        let later = after.questionnaire.questions.map(\.id)
        known = Set(later)
        questions = later + before.questionnaire.questions.map(\.id).filter { [known] in !known.contains($0) }
        labels = (Labels(before.questionnaire), Labels(after.questionnaire))
        self.before = FindingLabels(before.instruments)
        self.after = FindingLabels(after.instruments)
        func end(_ problem: Reference<Element>) -> ProblemsText.End {
            let element = [after, before].lazy.compactMap {
                $0.instruments.framework(problem.framework)?.element(problem.name)
            }.first
            return ProblemsText.End(id: problem.name.text, name: element?.name ?? problem.name.text)
        }
        func only(_ one: SessionState, _ other: SessionState, isAdded: Bool) -> [Comparison.MovedLinkText] {
            one.links.filter { link in !other.links.contains { $0.joins(link.from, link.to) } }.map {
                Comparison.MovedLinkText(from: end($0.from), to: end($0.to), isAdded: isAdded)
            }
        }
        links = only(after, before, isAdded: true) + only(before, after, isAdded: false)
    }

    /// How a question is named.
    func label(_ id: Question.ID) -> QuestionLabel {
        known.contains(id) ? labels.after[id] : labels.before[id]
    }

    /// The names of findings on the side that has the finding.
    func findings(of change: FindingChange) -> FindingLabels {
        change.to == nil ? before : after
    }

    /// What single moves do, with their names.
    func causes(_ causes: Causes) -> Comparison.CausesText {
        Comparison.CausesText(
            status: causes.status,
            withoutAsBefore: causes.necessary.filter(\.isAsBefore).map { text(of: $0.move) },
            withoutAnother: causes.necessary.filter { !$0.isAsBefore }.map { text(of: $0.move) },
            alone: causes.sufficient.map(text))
    }

    private func text(of move: Move) -> Comparison.MoveText {
        switch move {
        case .answer(let question): Comparison.MoveText(question: label(question), link: nil)
        case .link(let from, let to):
            Comparison.MoveText(
                question: nil,
                link: links.first { $0.from.id == from.name.text && $0.to.id == to.name.text })
        }
    }
}
