import Escaping
import Evaluation
import Instruments
import Languages
import LineEditing
import Reports
import Sessions

struct StatusCommand: Command {
    let name = "status"
    var summary: String { local("shows how far each area is") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.show(StatusTable(talk.state))
        try talk.sayUnconfirmed()
        try talk.sayPlan()
        return .ask
    }
}

struct AnswersCommand: Command {
    let name = "answers"
    var usage: String { local("\(name) or \(name) AREA") }
    var summary: String { local("lists the answers by area, with their words") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        var isEmpty = true
        for (area, questions) in try talk.areas(named: argument) {
            let spokenOf = questions.filter { state.records[$0.id]?.hasContentOrMark == true }
            guard !spokenOf.isEmpty else { continue }
            isEmpty = false
            try talk.say(area.title, as: .heading)
            for question in spokenOf {
                try talk.say("-", "\(question.text) \(talk.answer(to: question)) (\(question.id))")
            }
            try talk.gap()
        }
        if isEmpty { try talk.say(local("Nothing is answered yet.")) }
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] { talk.areaCompletions }
}

struct UnansweredCommand: Command {
    let name = "unanswered"
    var usage: String { local("\(name) or \(name) AREA") }
    var summary: String { local("lists the questions without an answer, by area") }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        let state = talk.state
        let open = try talk.areas(named: argument).map { area, questions in
            (area, questions.filter { state.response(to: $0.id) == nil })
        }.filter { !$0.1.isEmpty }
        let count = open.reduce(0) { $0 + $1.1.count }
        guard count > 0 else {
            try talk.say(local("Every question is answered."))
            try talk.sayUnconfirmed()
            return .ask
        }
        let listed = open.flatMap { $0.1.map(\.id) }
        try talk.say(
            counted(count, "question has no answer yet:", "questions have no answer yet:")
                + (state.room == nil ? "" : " " + talk.openDescription(among: listed)), gap: true)
        for (area, questions) in open {
            try talk.say(area.title, as: .heading)
            for question in questions {
                let place = talk.typed("goto \(question.id.text)").onOnePiece
                try talk.say("-", "\(question.text) (\(place))")
            }
            try talk.gap()
        }
        try talk.sayUnconfirmed()
        return .ask
    }

    func completions(_ argument: String, _ talk: Conversation) -> [Completion] { talk.areaCompletions }
}

struct CheckCommand: Command {
    let name = "check"
    var summary: String {
        local("lists every question with its answer, each a number away from being changed")
    }

    func run(_ argument: String, _ talk: Conversation) throws(Interruption) -> Next {
        try talk.check(before: nil)
        return .ask
    }
}

extension Conversation {
    /// Shows every question with its answer and a number, and waits for a number, or for what to do with them.
    func check(before checked: Expectation.Checked?) throws(Interruption) {
        var listed: [Question.ID] = []
        listBehind = nil
        try say(local("Check your answers."), gap: true, as: .heading)
        for (area, questions) in try areas(named: "") {
            try say(area.title, as: .heading)
            for question in questions {
                listed.append(question.id)
                try say("\(listed.count)", "\(question.text) \(answer(to: question))")
            }
            try gap()
        }
        if let open = openToSign { try say(open, gap: true) }
        try sayUnconfirmed()
        try sayPlan()
        isChecked = true
        expectation = .checking(listed, before: checked)
    }

    /// What is open, as a sentence for those who are about to rely on the answers; nil where nothing is.
    var openToSign: String? {
        let counts = Counts(state)
        let open = counts.unanswered + counts.dontKnow
        guard open > 0 else { return nil }
        return state.room == nil
            ? counted(
                open, "question has no answer, or don't know.", "questions have no answer, or don't know.")
            : openDescription()
    }

    /// Says how many answers are to be confirmed, and how to come to them; nothing where there are none.
    func sayUnconfirmed() throws(Interruption) {
        guard let sentence = unconfirmedDescription else { return }
        try say(sentence, gap: true)
    }

    /// How many answers are to be confirmed, and how to come to them; nil where there are none.
    var unconfirmedDescription: String? {
        let count = state.unconfirmed.count
        return count == 0
            ? nil
            : counted(
                count, "answer is to be confirmed; type next-unconfirmed to come to it.",
                "answers are to be confirmed; type next-unconfirmed to come to them.")
    }

    /// Goes back to the list that a question was picked from; nil where there is none.
    ///
    /// The list is long: the one line is shown, and all of it only where other questions are asked now.
    func returnToList() throws(Interruption) -> Next? {
        guard let list = listBehind else { return nil }
        listBehind = nil
        guard let place = list.questions.firstIndex(of: list.picked),
            let question = state.questionnaire.question(list.picked),
            state.asked.ids() == list.questions
        else {
            try check(before: list.before)
            return .ask
        }
        try say(local("Back at the list; the other lines are as you saw them."), gap: true)
        try say("\(place + 1)", "\(question.text) \(answer(to: question))")
        isChecked = true
        expectation = .checking(list.questions, before: list.before)
        return .ask
    }

    /// The areas with the questions that are asked in them now; one area where it is named.
    func areas(named wanted: String) throws(Interruption) -> [(area: Area, questions: [Question])] {
        let state = state
        let asked = state.asked
        let areas = state.questionnaire.areas
        let matches = state.questionnaire.areas(beginning: wanted)
        guard !matches.isEmpty else {
            throw .problem(
                ErrorDescription(
                    local("there is no area `\(wanted.visible)`"),
                    hint: local("the areas are \(Languages.listed(areas.map(\.id.text)))")))
        }
        return matches.map { area in (area, area.questions.filter { asked.contains($0.id) }) }
            .filter { !$0.questions.isEmpty }
    }

    /// The areas as what may be typed.
    var areaCompletions: [Completion] {
        state.questionnaire.areas.map { Completion($0.id.text, description: $0.title) }
    }

    /// The answer to a question in words, with all that goes with it, answered or not: what a report would tell.
    func answer(to question: Question) -> String {
        let record = state.records[question.id] ?? AnswerRecord(changed: state.lastAt)
        var sentences: [String] = []
        if let response = record.response {
            let words = labels.words(for: response, to: question.id).onOneLine
            sentences.append(words.hasSuffix(".") ? words : local("\(words)."))
            if record.toConfirm { sentences.append(local("To be confirmed.")) }
        } else {
            sentences.append(local("Not answered."))
        }
        if let note = record.note { sentences.append(local("Note: \(note.onOneLine)")) }
        sentences += record.strengths.map { local("Strength: \($0.onOneLine)") }
        sentences += record.concerns.map { local("Concern: \($0.onOneLine)") }
        sentences += record.actions.map { local("Action \($0.id): \($0.localizedDescription.onOneLine)") }
        if !record.evidence.isEmpty {
            sentences.append(counted(record.evidence.count, "evidence.", "evidence."))
        }
        record.confidentiality.localizedDescription.map { sentences.append($0) }
        return sentences.joined(separator: " ")
    }
}
