import Disclosure
import Evaluation
import Instruments
import Languages
package import Sessions

/// How the rounds of an authority's assessment went on, the earliest first, as an audience may see it.
package struct Series: Sendable, Encodable {
    /// The name of this shape.
    package var format = "canary-series/1"
    /// The questionnaire's name.
    package var questionnaire: String
    /// The rounds, the earliest first.
    package var rounds: [Round]

    /// One round: a session as it stands, or as it was signed off.
    package struct Round: Sendable, Encodable {
        package var session: String
        package var title: String
        /// The day of its last change, and the same in words.
        package var day: String
        package var changed: String
        package var isSignedOff: Bool
        package var asked: Int
        package var answered: Int
        package var dontKnow: Int
        /// How many of its answers nobody has confirmed.
        package var unconfirmed: Int
        /// Ratings against the round before; nil for the first, and where the audience does not see answers.
        package var movement: Movement?
        /// What each table gives, the headline first.
        package var tables: [Line]
        /// How early warning stands; nil where no framework fed has signatures.
        package var earlyWarning: Line?
        package var signatures: [Line]
        /// How actions stand; nil where the audience does not see answers.
        package var actions: ActionCounts?
        /// The signatures as a column of a picture; JSON has the words alone.
        var column: StatusGrid.Column

        private enum CodingKeys: CodingKey {
            case session, title, day, changed, isSignedOff, asked, answered, dontKnow, unconfirmed, movement
            case tables, earlyWarning, signatures, actions
        }
    }

    /// What can be said of one thing: all that is possible.
    package struct Line: Sendable, Encodable {
        package var title: String
        package var possible: [String]
    }

    /// How actions stand.
    package struct ActionCounts: Sendable, Encodable {
        package var done: Int
        package var dropped: Int
        /// Those that are left to do in this round, and how many of them are in hand and overdue.
        package var left: Int
        package var doing: Int
        package var overdue: Int
        /// Those that went over into later rounds, which tell how they stand; nil where none did.
        package var carried: [Carried]?

        /// How many actions went over into a later round.
        package struct Carried: Sendable, Encodable {
            /// The title of that round.
            package var into: String
            package var count: Int
        }
    }
}

/// Puts rounds side by side.
///
/// - Parameters:
///   - sessions: sessions of one questionnaire, the earliest first.
///   - audience: who will read it.
/// - Returns: how each stands; of what the audience may not see, nothing.
package func series(_ sessions: [SessionState], for audience: Audience) -> Series {
    let disclosed = sessions.map { $0.disclosed(to: audience) }
    let packs = disclosed.map { session in
        project(session, assess(session, for: .display), for: audience, now: session.lastAt)
    }
    return Series(
        questionnaire: sessions.first?.questionnaire.id.text ?? "",
        rounds: packs.indices.map { place in
            let (pack, session) = (packs[place], disclosed[place])
            let before = place == 0 ? nil : disclosed[place - 1]
            return round(
                pack, session, before: packs[(place + 1)...],
                movement: audience.showsAnswers ? before.map { Movement(from: $0, to: session) } : nil)
        })
}

/// How the actions of a round stand; what a later round took over stands there.
private func counts(_ actions: [ActionText], before later: ArraySlice<Pack>) -> Series.ActionCounts {
    var counts = Series.ActionCounts(done: 0, dropped: 0, left: 0, doing: 0, overdue: 0, carried: nil)
    var carried: [Series.ActionCounts.Carried] = []
    for action in actions {
        switch action.state {
        case .done?: counts.done += 1
        case .dropped?: counts.dropped += 1
        case .open?, .doing?, nil:
            let round = later.first { ($0.actions ?? []).contains { action.isSame(as: $0) } }
            if let round {
                let place = carried.firstIndex { $0.into == round.cover.title }
                if let place {
                    carried[place].count += 1
                } else {
                    carried.append(.init(into: round.cover.title, count: 1))
                }
                continue
            }
            counts.left += 1
            if action.isOverdue == true { counts.overdue += 1 }
            if action.state == .doing { counts.doing += 1 }
        }
    }
    counts.carried = carried.isEmpty ? nil : carried
    return counts
}

private func round(
    _ pack: Pack, _ session: SessionState, before later: ArraySlice<Pack>, movement: Movement?
) -> Series.Round {
    Series.Round(
        session: pack.cover.session, title: pack.cover.title, day: "\(session.lastAt.date)",
        changed: pack.cover.changed, isSignedOff: session.signOff != nil, asked: pack.cover.asked,
        answered: pack.cover.answered + pack.cover.dontKnow + pack.cover.notApplicable,
        dontKnow: pack.cover.dontKnow, unconfirmed: pack.cover.unconfirmed ?? 0, movement: movement,
        tables: ([pack.tier].compactMap(\.self) + pack.tables).map {
            Series.Line(title: $0.title, possible: $0.possible)
        },
        earlyWarning: pack.signatures.map {
            Series.Line(title: local("Early warning"), possible: $0.possible)
        },
        signatures: (pack.signatures?.categories ?? []).flatMap(\.signatures).map {
            Series.Line(title: $0.title, possible: $0.possible)
        },
        actions: pack.actions.map { counts($0, before: later) },
        column: StatusGrid.Column(
            title: pack.cover.title,
            cells: (pack.signatures?.categories ?? []).flatMap(\.signatures).map(\.cell)))
}

extension Series {
    /// The rounds as a document.
    package func document() -> [Block] {
        var rows: [[String]] = [
            row(local("Last changed")) { $0.changed },
            row(local("Standing")) {
                $0.isSignedOff ? local("signed off", context: "round") : local("a draft", context: "round")
            },
            row(local("Answered")) { local("\($0.answered) of \($0.asked)") },
            row(local("Don't know")) { "\($0.dontKnow)" },
        ]
        if rounds.contains(where: { $0.unconfirmed > 0 }) {
            rows.append(row(local("Not confirmed")) { "\($0.unconfirmed)" })
        }
        if rounds.contains(where: { $0.movement != nil }) {
            rows.append(
                row(local("Ratings")) { round in
                    round.movement.map { local("\($0.rose) rose, \($0.fell) fell, \($0.stayed) stayed") }
                        ?? ""
                })
        }
        if rounds.contains(where: { $0.actions != nil }) {
            rows.append(
                row(local("Actions")) { round in
                    round.actions?.localizedDescription ?? ""
                })
        }
        var blocks: [Block] = [.heading(1, local("Round by round")), .table(header: header, rows: rows)]
        let findings = lines(\.tables) + lines { [$0.earlyWarning].compactMap(\.self) }
        if !findings.isEmpty {
            blocks += [.heading(2, local("Findings")), .table(header: header, rows: findings)]
        }
        let signatures = lines(\.signatures)
        if !signatures.isEmpty {
            let chart = StatusGrid(
                title: local("The signatures of risk, round by round"), columns: rounds.map(\.column))
            blocks += [
                .heading(2, local("Signatures of risk")), .table(header: header, rows: signatures),
                .chart(.grid(chart)),
            ]
        }
        return blocks
    }

    /// The rounds as columns, each with its title.
    private var header: [String] { [""] + rounds.map(\.title) }

    private func row(_ title: String, _ cell: (Round) -> String) -> [String] { [title] + rounds.map(cell) }

    /// A row for each thing that any round tells of, by its title.
    private func lines(_ of: (Round) -> [Line]) -> [[String]] {
        var titles: [String] = []
        for line in rounds.flatMap(of) where !titles.contains(line.title) { titles.append(line.title) }
        return titles.map { title in
            row(title) { round in
                let line = of(round).first { $0.title == title }
                return line.map { $0.possible.isEmpty ? local("none") : listed($0.possible, with: .or) } ?? ""
            }
        }
    }
}

extension Series.ActionCounts {
    /// How they stand, within a cell of a table.
    fileprivate var localizedDescription: String {
        let late = overdue > 0 ? " " + local("(\(overdue) overdue)") : ""
        return
            ([local("\(done) done, \(dropped) dropped, \(left) left") + late]
            + (carried ?? []).map { local("\($0.count) carried into \($0.into)") }).joined(separator: ", ")
    }
}
