import Languages
import Sessions

// The plan: the actions with who does them, by when, and how far they are.
extension Pack {
    /// The actions as a part of a report.
    func actionSection() -> [Block] {
        guard actions != nil else { return [] }
        return [.heading(2, local("Plan"))] + planSection() + measureSection(level: 3)
    }

    /// The plan as a document of its own.
    package func planDocument() -> [Block] {
        let title = cover.authority.map { local("Plan of \($0)") } ?? local("Plan")
        return [.heading(1, title), .paragraph("\(cover.questionnaireTitle). \(cover.title)")]
            + [.paragraph(local("As of \(cover.written).") + " " + standing)]
            + (actions == nil ? [.paragraph(actionsLeftOut)] : planSection()) + measureSection(level: 2)
            + (leftOut.isEmpty ? [] : [.paragraph(leftOutDescription)])
    }

    /// That the audience does not see actions, whether there are any or not.
    var actionsLeftOut: String {
        local("This audience sees findings only. Actions that may be recorded are left out.")
    }

    /// Puts the actions into a table, those that are to be done first.
    ///
    /// - Parameter most: how many at most, of those that are to be done alone; nil for all.
    /// - Returns: how many there are, and the table.
    func planSection(most: Int? = nil) -> [Block] {
        let all = actions ?? []
        let left = all.filter { $0.state?.isSettled != true }
        let shown = most.map { Array(left.prefix($0)) } ?? all
        guard !shown.isEmpty else {
            return [
                .paragraph(
                    [
                        all.isEmpty ? noActionRecorded : local("No action is left to do."),
                        most == nil ? nil : nextLook,
                    ].compactMap(\.self).joined(separator: " "))
            ]
        }
        // Who sees no names of actions sees no column for them.
        let isNamed = shown.contains { $0.id != nil }
        func cells(_ row: [String]) -> [String] { isNamed ? row : Array(row.dropFirst()) }
        return [
            .paragraph([planCounts, most == nil ? nil : nextLook].compactMap(\.self).joined(separator: " ")),
            .table(
                header: cells([
                    local("No."), local("Action"), local("Who"), local("By when"), local("How far"),
                ]),
                rows: shown.map { cells(most == nil ? $0.row : $0.shortRow) }),
        ]
            + (most != nil && shown.count < left.count
                ? [
                    .paragraph(
                        plural(
                            left.count - shown.count, "\(left.count - shown.count) more is in the plan.",
                            "\(left.count - shown.count) more are in the plan."))
                ] : [])
    }

    /// The next look, in a sentence: the next day on which something of the plan is due; nil where the audience does not see
    /// actions.
    var nextLook: String? {
        guard let actions else { return nil }
        let next = actions.filter { $0.state?.isSettled != true && $0.isOverdue != true && $0.day != nil }
            .min { ($0.day ?? "") < ($1.day ?? "") }
        let isOverdue = actions.contains { $0.isOverdue == true }
        let day =
            next?.due.map { local("The next look: \($0), when the next action is due.") }
            ?? (isOverdue ? nil : local("No day is set for the next look."))
        return [isOverdue ? local("Look at what is overdue now.") : nil, day].compactMap(\.self).joined(
            separator: " ")
    }

    /// How many actions there are, and how they stand, in a sentence.
    package var planCounts: String {
        let all = actions ?? []
        let overdue = all.count { $0.isOverdue == true }
        let doing = all.count { $0.state == .doing && $0.isOverdue != true }
        let done = all.count { $0.state == .done }
        let dropped = all.count { $0.state == .dropped }
        let open = all.count - overdue - doing - done - dropped
        var known: [String] = []
        if open > 0 { known.append(local("\(open) open")) }
        if doing > 0 { known.append(local("\(doing) in hand")) }
        if overdue > 0 { known.append(local("\(overdue) overdue")) }
        if done > 0 { known.append(local("\(done) done")) }
        if dropped > 0 { known.append(local("\(dropped) dropped")) }
        let total = counted(all.count, "action", "actions")
        return known.isEmpty ? local("\(total).") : local("\(total): \(listed(known)).")
    }

    /// Whether somebody signed off what the plan answers.
    private var standing: String {
        cover.signOffs.last.map { $0.reopened == nil ? local("Signed off on \($0.at).") : local("A draft.") }
            ?? local("A draft.")
    }
}

extension ActionText {
    /// The cells of its line in a table that has room for a few words alone.
    fileprivate var shortRow: [String] {
        [
            id ?? "", text.cutForCell, role?.cutForCell ?? local("nobody yet"), due ?? local("no date"),
            stateDescription,
        ]
    }

    /// The cells of its line in a table.
    var row: [String] {
        let words = [
            text.withFullStop, measure.map { local("It worked if: \($0.withFullStop)") },
            finding.map { local("It answers: \($0.withFullStop)") } ?? "(\(question.short))",
        ].compactMap(\.self)
        let far =
            [stateDescription, settled, outcome].compactMap(\.self)
            + (isCarried == true ? [local("from the session before")] : [])
        return [
            id ?? "", words.joined(separator: " "), role ?? local("nobody yet"), due ?? local("no date"),
            far.joined(separator: ", "),
        ]
    }
}
