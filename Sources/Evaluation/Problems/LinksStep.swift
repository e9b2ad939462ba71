package import Instruments
import Sessions

/// How far people have gone through the problems for links between them.
package enum LinksStep: Equatable, Sendable {
    /// The questionnaire does not ask; only the links that are recorded count.
    case notAsked
    /// Done, by the answer to that question: a link that is not recorded is not there.
    case done(Question.ID)
    /// Not done, so that problems may be linked that no link recorded joins; nil where no question that is asked
    /// now could say otherwise.
    case open(Question.ID?)

    /// How far they have, by the answers.
    ///
    /// - Parameters:
    ///   - book: what is asked and how it is read.
    ///   - responses: the answers.
    ///   - asked: the questions that are asked now.
    init(_ book: RuleBook, _ responses: [Question.ID: Response], _ asked: AskedQuestions) {
        guard let question = book.linksStep.map({ book.questions[$0].id }) else {
            self = .notAsked
            return
        }
        let isAsked = asked.contains(question)
        if isAsked, Self.isDone(responses[question]) {
            self = .done(question)
        } else {
            self = .open(isAsked && Self.isOpen(responses[question]) ? question : nil)
        }
    }

    /// Whether the step is not done.
    package var isOpen: Bool {
        if case .open = self { true } else { false }
    }

    /// Whether an answer says that the step is done.
    static func isDone(_ response: Response?) -> Bool { response == .given(.yesNo(true)) }

    /// Whether an answer leaves the step to be done; not applicable does away with it, and settles nothing.
    static func isOpen(_ response: Response?) -> Bool {
        switch response {
        case .given(let value): value != .yesNo(true)
        case .notApplicable: false
        case .dontKnow, nil: true
        }
    }
}
