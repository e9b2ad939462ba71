package import Evaluation
import Languages

/// Problems, and what their links make of them, in words.
package struct ProblemsText: Sendable, Encodable {
    /// The finding in plain sentences.
    package var sentences: [String]
    /// What the source says of what was found.
    package var remarks: [RemarkText]
    /// The problems by group; a group of which nothing is present or open is left out.
    package var groups: [GroupText]
    /// The links that count or could.
    package var links: [LinkText]
    /// The problems joined by links that count, by their names.
    package var linkedGroups: [[String]]
    /// The vicious circles, the shortest first; those that are only possible come last.
    package var circles: [CircleText]
    /// What is not listed, and why; nil where everything is.
    package var circlesNote: String?
    package var source: String

    /// The problems of one group.
    package struct GroupText: Sendable, Encodable {
        package var title: String
        package var means: RemarkText
        package var problems: [ProblemText]
    }

    /// One problem.
    package struct ProblemText: Sendable, Encodable {
        package var id: String
        /// Its short name.
        package var name: String
        /// The fact as a sentence that is true when the problem is there.
        package var statement: String
        package var source: String
        /// Whether it is present.
        package var state: ProblemFinding.State
        /// The answers that say so.
        package var answers: [ReasonText]
        /// The open questions on it.
        package var open: [QuestionLabel]
    }

    /// A link between two problems.
    package struct LinkText: Sendable, Encodable {
        /// The id and the short name of the problem that comes first.
        package var from: End
        /// The id and the short name of the problem that it leads to.
        package var to: End
        /// What shows it; nil where nothing was said, or where it is withheld.
        package var note: String?
        /// Whether an end is still open.
        package var isPossible: Bool
        /// Whether an end is not present, so that the link does not count.
        package var isIdle: Bool
    }

    /// An end of a link.
    package struct End: Sendable, Encodable, Hashable {
        package var id: String
        package var name: String
    }

    /// Problems that lead back to each other.
    package struct CircleText: Sendable, Encodable {
        /// The problems, each leading to the next and the last to the first.
        package var problems: [End]
        /// For each problem, whether the link to the next is only possible.
        package var possibleSteps: [Bool]
        /// Whether some link of it is only possible.
        package var isPossible: Bool
        /// Whether it is the one shown for its group of problems.
        package var isShortest: Bool
    }
}

extension ProblemsText.CircleText {
    /// The circle in a sentence.
    package var localizedDescription: String {
        let names = problems.map(\.name.firstLowered)
        guard let first = names.first else { return "" }
        let begun = names.dropFirst().enumerated().reduce(first.firstRaised) { text, step in
            switch (step.offset == 0, possibleSteps[step.offset]) {
            case (true, false): local("\(text) leads to \(step.element)")
            case (true, true): local("\(text) may lead to \(step.element)")
            case (false, false): local("\(text), which leads to \(step.element)")
            case (false, true): local("\(text), which may lead to \(step.element)")
            }
        }
        return possibleSteps.last == true
            ? local("\(begun), which may lead back to \(first).")
            : local("\(begun), which leads back to \(first).")
    }
}
