import Evaluation
import Instruments
import Languages
import Reports
import Sessions
import Terminal

/// Shows one question: where we are, what is asked, and how it can be answered.
struct QuestionScreen {
    let state: SessionState
    let labels: Labels

    /// Shows the question.
    func show(_ question: Question, on screen: Screen) throws(OutputFault) {
        let asked = state.asked
        let counts = Counts(asked: asked.ids()) { state.response(to: $0) }
        let area = state.questionnaire.area(of: question.id)
        // Questions keep their numbers, whether all are asked or not: notes, reports and goto name them by these.
        let inArea = area?.questions ?? []
        let number = (inArea.firstIndex { $0.id == question.id } ?? 0) + 1
        let isFirst = inArea.first { asked.contains($0.id) }?.id == question.id
        let title = area?.title ?? ""
        // Of an area with questions that nobody is asked here, the number of all would be another one than elsewhere.
        let isWhole = !inArea.contains { state.setting == .room && $0.isNotForARoom }
        let answered = counts.questions - counts.unanswered
        let toConfirm = state.unconfirmed.count
        try screen.say(
            (state.room != nil
                ? local("\(labels[question.id].short). \(answered) of \(counts.questions) answered.")
                : isWhole
                    ? local(
                        "\(title). Question \(number) of \(inArea.count). "
                            + "\(answered) of \(counts.questions) answered.")
                    : local(
                        "\(title). Question \(number). \(answered) of \(counts.questions) answered."))
                + (toConfirm == 0 ? "" : " " + local("\(toConfirm) to confirm.")), gap: true)
        if isFirst, let intro = area?.intro { try screen.say(intro, gap: true) }
        try screen.say(question.text, as: .question)
        if let hint = question.hint { try screen.say("(\(hint))") }
        try screen.gap()
        if question.step == .links { try ProblemList(state).show(on: screen) }
        try showChoices(question.kind, on: screen)
        try showAnswer(to: question, on: screen)
        try screen.gap()
    }

    private func showChoices(_ kind: AnswerKind, on screen: Screen) throws(OutputFault) {
        switch kind {
        case .rating(let rating):
            for (index, name) in rating.scale.levels.enumerated() {
                let descriptor = rating.descriptors.indices.contains(index) ? rating.descriptors[index] : ""
                try screen.say("\(index + 1)", "\(name): \(descriptor)")
            }
        case .yesNo:
            try screen.say("y", local("Yes", context: "answer"))
            try screen.say("n", local("No", context: "answer"))
        case .choice(let options):
            for (index, option) in options.enumerated() { try screen.say("\(index + 1)", option.text) }
        case .choices(let options):
            for (index, option) in options.enumerated() {
                try screen.say("\(index + 1)", option.alone ? local("\(option.text) (alone)") : option.text)
            }
            try screen.say(local("Choose one or more, such as 1,3."))
        case .number(let range):
            try screen.say(range.unit.map { local("A number of \($0).") } ?? local("A number."))
        case .date:
            try screen.say(local("A date: year, month and day, such as 2026-11-21."))
        case .text:
            try screen.say(local("Your own words. Commands begin with a colon here, such as :next."))
        }
        // Words first: screen readers skip a question mark that stands alone.
        guard state.room == nil else {
            return try screen.say(
                kind == .text
                    ? local(
                        "The room agrees. Don't know: :agree ?. Not applicable: :agree na and the reason. More: :help."
                    )
                    : local(
                        "The room agrees: agree and the answer. Don't know: agree ?. Not applicable: agree na and the reason. More: help."
                    ))
        }
        try screen.say(
            kind == .text
                ? local("Don't know: type ? alone or :dk. Not applicable: :na and the reason. More: :help.")
                : local("Don't know: type ? or dk. Not applicable: na and the reason. More: help."))
    }

    private func showAnswer(to question: Question, on screen: Screen) throws(OutputFault) {
        guard let record = state.records[question.id], record.hasContentOrMark else { return }
        try screen.gap()
        var parts = [
            record.response.map { local("Answered: \(labels.words(for: $0, to: question.id)).") }
                ?? local("Not answered yet.")
        ]
        if !record.evidence.isEmpty {
            parts.append(counted(record.evidence.count, "piece of evidence.", "pieces of evidence."))
        }
        if !record.themes.isEmpty { parts.append(local("Themes: \(listed(record.themes)).")) }
        record.confidentiality.localizedDescription.map { parts.append($0) }
        if let note = record.note {
            // What a facilitator writes down is not for the wall. A note comes last, for it may end without a stop.
            parts.append(state.room == nil ? local("Note: \(note)") : local("There is a note."))
        }
        try screen.say(parts.joined(separator: " "))
        guard record.response != nil else { return }
        guard record.toConfirm else { return try screen.say(local("Enter leaves it as it is.")) }
        let cause =
            record.origin == .inherited
            ? local("It was carried over from an earlier session.")
            : local("The words of the question have changed since it was answered.")
        guard state.room == nil else {
            return try screen.say(
                cause + " "
                    + local(
                        "It counts as to be confirmed until the room agrees on it, with agree and the answer."
                    ))
        }
        let confirm = question.kind == .text ? ":confirm" : "confirm"
        try screen.say(
            cause + " "
                + local(
                    "Answer again, or type \(confirm) where it still holds. Enter leaves it to be confirmed.")
        )
    }
}
