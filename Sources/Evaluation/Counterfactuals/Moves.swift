package import Instruments
package import Sessions

/// One thing that two states of a session differ in, and that findings can rest on.
package enum Move: Hashable, Sendable {
    /// An answer that was added, changed or taken away.
    case answer(Question.ID)
    /// A link that was added or taken away.
    case link(from: Reference<Element>, to: Reference<Element>)
}

/// What single moves do to a finding that is not what it was.
package struct Causes: Equatable, Sendable {
    /// How far it could be worked out.
    package enum Status: String, Sendable, Encodable {
        /// For every move.
        case known
        /// For some moves; of the others nothing is said.
        case partly
        /// For none: there are too many moves, or the rules are too entangled.
        case notComputed = "not-computed"
    }

    /// A move without which the finding would be another.
    package struct Necessary: Equatable, Sendable {
        /// The move.
        package var move: Move
        /// Whether the finding would then be as it was before.
        package var isAsBefore: Bool
    }

    /// How far it could be worked out.
    package var status: Status
    /// The moves without which the finding would be another, in the order of the moves.
    package var necessary: [Necessary]
    /// The moves that make the finding what it is when no other is made.
    package var sufficient: [Move]
}

/// The most moves of which is worked out what each does.
package let mostMoves = 300

/// Tries moves out: each alone taken out of the later side, and each alone put into the earlier one.
package struct MoveTrial: Sendable {
    /// A side: how its answers are read, and what they are.
    private struct Side {
        var book: RuleBook
        var responses: [Question.ID: Response]
        var links: [Link]

        init(_ session: SessionState) {
            book = RuleBook(session.instruments)
            responses = session.responses
            links = session.links
        }

        /// What every finding is; nil where something could not be worked out.
        func findings() -> [FindingKey: FindingValue]? {
            let findings = evaluate(book, responses: responses, links: links)
            return findings.notComputed.isEmpty ? findings.byKey : nil
        }

        /// Makes a move as another side has it.
        func with(_ move: Move, of other: Side) -> Side {
            var side = self
            switch move {
            case .answer(let question):
                side.responses[question] = other.responses[question]
            case .link(let from, let to):
                side.links.removeAll { $0.joins(from, to) }
                side.links += other.links.filter { $0.joins(from, to) }
            }
            return side
        }
    }

    /// Every move, answers first, in the order of asking; then links.
    package let moves: [Move]
    /// What every finding would be without each move; nil where that cannot be worked out.
    private let without: [[FindingKey: FindingValue]?]
    /// What every finding would be by each move alone.
    private let alone: [[FindingKey: FindingValue]?]

    /// Tries every move from one state of a session, or one session of a questionnaire, to another.
    package init(from before: SessionState, to after: SessionState) {
        let sides = (Side(before), Side(after))
        moves = Self.moves(from: before, to: after)
        guard moves.count <= mostMoves else {
            without = []
            alone = []
            return
        }
        without = moves.map { sides.1.with($0, of: sides.0).findings() }
        alone = moves.map { sides.0.with($0, of: sides.1).findings() }
    }

    /// What single moves do to a finding.
    package func causes(of change: FindingChange) -> Causes {
        guard !without.isEmpty || moves.isEmpty else {
            return Causes(status: .notComputed, necessary: [], sufficient: [])
        }
        // Where the set is another, it is the set that has a cause; else it is what is told beside it.
        let isSet = !Self.isSame(change.from, change.to, wholly: false)
        func isSame(_ one: FindingValue?, _ other: FindingValue?) -> Bool {
            Self.isSame(one, other, wholly: !isSet)
        }
        var causes = Causes(status: .known, necessary: [], sufficient: [])
        var told = 0
        for ((move, without), alone) in zip(zip(moves, without), alone) {
            if let without {
                told += 1
                let other = without[change.key]
                if !isSame(other, change.to) {
                    causes.necessary.append(
                        Causes.Necessary(move: move, isAsBefore: isSame(other, change.from)))
                }
            }
            if let alone {
                told += 1
                if isSame(alone[change.key], change.to) { causes.sufficient.append(move) }
            }
        }
        if told < 2 * moves.count { causes.status = told == 0 ? .notComputed : .partly }
        return causes
    }

    private static func isSame(
        _ one: FindingValue?, _ other: FindingValue?, wholly: Bool
    ) -> Bool {
        guard !wholly, let one, let other else { return one == other }
        return one.isSameSet(as: other)
    }

    /// What two sides differ in; the reason of a not applicable, and the note of a link, make no difference.
    private static func moves(from before: SessionState, to after: SessionState) -> [Move] {
        let (old, new) = (before.responses, after.responses)
        let later = after.questionnaire.questions.map(\.id)
        let known = Set(later)
        let questions = later + before.questionnaire.questions.map(\.id).filter { !known.contains($0) }
        let answers = questions.filter { question in
            switch (old[question], new[question]) {
            case (.notApplicable?, .notApplicable?): false
            case (let one, let other): one != other
            }
        }
        func pairs(_ links: [Link]) -> [Move] { links.map { .link(from: $0.from, to: $0.to) } }
        let (was, isNow) = (pairs(before.links), pairs(after.links))
        return answers.map { .answer($0) } + isNow.filter { !was.contains($0) }
            + was.filter { !isNow.contains($0) }
    }
}
