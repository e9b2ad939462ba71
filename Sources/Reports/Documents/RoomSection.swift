// The parts of a report that show how a room came to its answers.

import Disclosure
import Evaluation
import Instruments
import Languages
import Sessions

extension Pack {
    func roomSection() -> [Block] {
        guard let room else { return [] }
        let answers = (areas ?? []).flatMap(\.answers)
        var blocks: [Block] = [.heading(2, local("How the room came to its answers"))]
        blocks += room.sentences.map { .paragraph($0) }
        if let tier {
            blocks += list(
                local("Where the room's disagreement decides the \(tier.title.firstLowered)"),
                room.deciding.map {
                    local(
                        "\($0.question.short): \($0.question.text) Where it counts as not met: \(listed($0.withLow, with: .or)). As met: \(listed($0.withHigh, with: .or))."
                    )
                },
                none: answers.contains { $0.room?.isTold == true }
                    ? local("On no question do the votes that may be shown decide it.")
                    : local("No votes may be shown, so this is not said."))
        }
        blocks += list(
            local("Where the room does not agree"), room.notAgreed.map { "\($0.short): \($0.text)" },
            none: local("No question was left without agreement."))
        blocks += optional(
            local("What some see otherwise"),
            answers.compactMap { answer in
                answer.room?.otherView.map { "\(answer.question.short). \($0.localizedDescription)" }
            })
        blocks += optional(
            local("Parked"),
            answers.compactMap { answer in
                answer.room?.parked.map { "\(answer.question.short). \($0.localizedDescription)" }
            }
        )
        return blocks + voteSection(answers) + voteMethodSection(room)
    }

    /// How the votes on each question lie, and the counts where they may be told.
    private func voteSection(_ answers: [AnswerText]) -> [Block] {
        let voted = answers.filter { ($0.room?.votes ?? 0) > 0 }
        guard !voted.isEmpty else { return [] }
        let rows = voted.map { answer in
            [answer.question.short, answer.voteDescription, answer.answer ?? answer.noAnswer]
        }
        let counted = voted.compactMap { answer in answer.room?.counts.map { (answer, $0) } }
        var blocks: [Block] = [
            .heading(3, local("The votes")),
            .table(
                header: [local("Question"), local("The last vote"), local("Agreed")], rows: rows),
        ]
        if !counted.isEmpty {
            blocks.append(
                .chart(
                    .bars(
                        BarChart(
                            title: local("How many voted for each level"),
                            rows: counted.map { answer, counts in
                                BarChart.Row(
                                    label: answer.question.short,
                                    segments: answer.segments(counts).filter { $0.count > 0 })
                            }))))
        }
        return blocks
    }

    /// The rules and thresholds by which votes are read and kept back.
    private func voteMethodSection(_ room: RoomReportText) -> [Block] {
        var items = [
            local(
                "Together: all on one level, or three quarters or more on one of two levels next to each other, or one vote apart from all others. Which of them it was is not told."
            ),
            local(
                "Apart: two levels next to each other, or votes spread wider. Two camps: low and high votes two levels or more apart, at least two people and a quarter of the ratings in each, and fewer between them than in either, where \(MinimumFrequency.counts) or more rated."
            ),
            local(
                "Nothing of fewer than \(MinimumFrequency.standard) ratings is told, and counts only of \(MinimumFrequency.counts) or more where each is nobody or \(MinimumFrequency.standard) and more, those who gave no rating among them. Don't knows are told as none, some, or a third and more. Where fewer than \(MinimumFrequency.standard) votes differ from those of an earlier report, what that report told is repeated."
            ),
            local(
                "The disagreement decides where the votes lie apart and the answers make another finding of met than of not met. Nobody's level is used for it."
            ),
            local("These rules are ours."),
        ]
        if let alpha = room.alpha {
            items.append(
                local(
                    "Krippendorff's alpha over these questions, for ordered levels, is \(digits(alpha)); 1 is full agreement, 0 is what chance would give."
                ))
        }
        return [.heading(3, local("How votes are read"))] + items.map { .item(1, $0) }
    }

    private func optional(_ title: String, _ items: [String]) -> [Block] {
        items.isEmpty ? [] : [.heading(3, title)] + items.map { .item(1, $0) }
    }
}

extension RoomText {
    /// Whether anything is told of a vote.
    var isTold: Bool { votes > 0 && withheld == nil }
}

extension AnswerText {
    private var isYesNo: Bool { kind == .yesNo }

    /// The parts of a bar of votes. A yes is neither good nor bad by itself, so neither has the shade of a level.
    fileprivate func segments(_ counts: [Int]) -> [BarChart.Segment] {
        let names = isYesNo ? [local("Yes", context: "answer"), local("No", context: "answer")] : []
        return counts.enumerated().map { index, count in
            BarChart.Segment(
                label: index < names.count ? names[index] : "\(index + 1)", count: count,
                shade: isYesNo
                    ? (index == 0 ? .neutral : .open) : Pack.shade(index, of: counts.count))
        }
    }

    /// What is told of the room's last vote, in sentences; empty where there was none.
    var voteDescription: String {
        guard let room, room.votes > 0 else { return "" }
        if let reason = room.withheld {
            return local("The votes are not shown. \(reason.localizedDescription)")
        }
        let shape = room.shape.map { word in
            // Counts that are told say themselves whether anybody was alone.
            word == .together && room.counts != nil
                ? local("The votes: together.") : local("The votes: \(word.localizedDescription).")
        }
        let counts = room.counts.map { counts in
            isYesNo
                ? local("Yes: \(counts.first ?? 0). No: \(counts.last ?? 0).")
                : local(
                    "Counts, highest level first: \(listed(counts.enumerated().reversed().map { "\($0.offset + 1): \($0.element)" }))."
                )
        }
        let sentences = [
            shape, counts, shape == nil && counts == nil ? local("The counts are not shown.") : nil,
            room.dontKnow?.localizedDescription,
        ]
        return sentences.compactMap(\.self).joined(separator: " ")
    }

    /// All that is told of the room on the question, a sentence or two each.
    var roomSentences: [String] {
        guard let room else { return [] }
        let isVotedOn = isYesNo || kind == .rating
        return [
            room.agreement?.localizedDescription,
            room.agreement != nil && room.votes == 0 && isVotedOn ? local("There was no vote on it.") : nil,
            voteDescription.isEmpty ? nil : voteDescription, room.otherView?.localizedDescription,
            room.parked.map { local("Parked: \($0.localizedDescription)") },
        ].compactMap(\.self)
    }
}

extension RoomText.OtherViewText {
    /// How many, and what they see.
    var localizedDescription: String {
        let who = size?.localizedDescription ?? local("Some see it otherwise")
        return "\(who): \(text)"
    }
}
