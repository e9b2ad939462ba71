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
        /// How many actions were done, dropped and left to do; nil where the audience does not see answers.
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
        package var left: Int
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
    return Series(
        questionnaire: sessions.first?.questionnaire.id.text ?? "",
        rounds: disclosed.enumerated().map { place, session in
            let pack = project(
                session, assess(session, for: .display), for: audience, now: session.lastAt)
            let before = place == 0 ? nil : disclosed[place - 1]
            return round(
                pack, session,
                movement: audience.showsAnswers ? before.map { Movement(from: $0, to: session) } : nil)
        })
}

private func round(_ pack: Pack, _ session: SessionState, movement: Movement?) -> Series.Round {
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
        actions: pack.actions.map { actions in
            let done = actions.count { $0.state == .done }
            let dropped = actions.count { $0.state == .dropped }
            return Series.ActionCounts(done: done, dropped: dropped, left: actions.count - done - dropped)
        },
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
                    round.actions.map { local("\($0.done) done, \($0.dropped) dropped, \($0.left) left") }
                        ?? ""
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
