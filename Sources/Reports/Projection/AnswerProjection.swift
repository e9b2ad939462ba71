import Disclosure
import Evaluation
import Instruments
import Languages
package import Sessions

/// The answers as an audience may see them.
struct AnswerProjection {
    let session: SessionState
    let labels: Labels
    let audience: Audience
    let purpose: Purpose
    /// The day of the report.
    let today: CalendarDate

    /// The answers to the questions asked now, by area; an area that asks nothing is left out.
    func areas() -> [AreaText] {
        let asked = session.asked
        let areas = session.questionnaire.areas.compactMap { area -> AreaText? in
            let answers = area.questions.filter { asked.contains($0.id) }.map {
                answer(to: $0, session.records[$0.id], labels)
            }
            return answers.isEmpty
                ? nil : AreaText(id: area.id.text, title: area.title, answers: answers)
        }
        return audience.showsConfidential ? areas : areas.withEvidenceNumberedAnew().withoutNamesOfActions()
    }

    /// The answers to questions that are not asked now, and those that a move to other versions left behind.
    func setAside() -> [SetAsideText] {
        let asked = session.asked
        let hidden = session.questionnaire.questions.compactMap { question -> SetAsideText? in
            guard !asked.contains(question.id), let record = session.records[question.id],
                record.hasContent
            else { return nil }
            return SetAsideText(
                answer: answer(to: question, record, labels),
                why: local("Other answers mean that the question is not asked."))
        }
        let left = session.leftBehind.map { left in
            SetAsideText(
                answer: answer(to: left.question, left.record, Labels(left.questionnaire)),
                why: local(
                    "The question is gone, or asks for something else, since the session moved from "
                        + "version \(left.questionnaire.version) of its questionnaire."))
        }
        return hidden + left
    }

    /// The actions of the plan: those on the questions asked now and, for the authority itself, on those that other answers
    /// hide.
    func actions(_ areas: [AreaText]) -> [ActionText] {
        let shown = areas.flatMap(\.answers).flatMap(\.actions)
        guard audience.showsConfidential else { return shown.inPlanOrder }
        let asked = session.asked
        let hidden = session.actions.filter { !asked.contains($0.question) }
            .map { action($0.action, labels[$0.question]) }
        return (shown + hidden).inPlanOrder
    }

    /// Questions rated as met without any evidence; those whose evidence the audience does not see are left out.
    func gaps() -> [QuestionLabel] {
        session.asked.questions.filter { question in
            guard case .rating = question.kind, let record = session.records[question.id],
                !isWithheld(question, record),
                case .given(let value)? = record.response
            else { return false }
            return question.isMet(by: value) && record.evidence.isEmpty
        }.map { labels[$0.id] }
    }

    /// The strengths that people recorded, as far as the audience may see them; of those removed for good none.
    func strengths() -> [String] {
        visibleRecords().flatMap(\.strengths).filter { $0 != .removedWords }
    }

    /// The concerns that people recorded, as far as the audience may see them; of those removed for good none.
    func concerns() -> [String] {
        visibleRecords().flatMap(\.concerns).filter { $0 != .removedWords }
    }

    private func visibleRecords() -> [AnswerRecord] {
        guard audience.showsAnswers else { return [] }
        return session.asked.questions.compactMap { session.records[$0.id] }
    }

    private func isWithheld(_ question: Question, _ record: AnswerRecord?) -> Bool {
        !audience.showsConfidential && (record?.confidential == true || session.isWithheld(question))
    }

    private func answer(
        to question: Question, _ record: AnswerRecord?, _ labels: Labels
    ) -> AnswerText {
        let label = labels[question.id]
        let isLevelKept = session.isWithheld(question)
        guard let record else {
            return AnswerText(
                question: label, status: .unanswered,
                kind: question.kind.name, scale: question.scale, levels: question.levels, level: nil,
                answer: nil,
                descriptor: nil, note: nil, strengths: [], concerns: [], evidence: [], actions: [],
                themes: [], isInherited: false, toConfirm: nil, since: since(question, nil), movedBy: nil,
                room: room(on: question), isConfidential: nil,
                isLevelConfidential: isLevelKept && audience.showsConfidential ? true : nil,
                isWithheld: isWithheld(question, nil),
                isLevelWithheld: isLevelKept && !audience.showsConfidential ? true : nil)
        }
        return AnswerText(
            question: label, status: AnswerStatus(record.response),
            kind: question.kind.name, scale: question.scale, levels: question.levels,
            level: record.response?.level,
            answer: record.response.map { labels.words(for: $0, to: question.id) },
            descriptor: labels.descriptor(of: record.response, to: question.id),
            note: record.note, strengths: record.strengths, concerns: record.concerns,
            evidence: record.evidence.map(evidence), actions: record.actions.map { action($0, label) },
            themes: record.themes,
            isInherited: record.origin == .inherited && record.toConfirm,
            toConfirm: record.toConfirm ? true : nil,
            since: since(question, record.response), movedBy: movedBy(question, record.response),
            room: room(on: question),
            isConfidential: record.confidential && audience.showsConfidential ? true : nil,
            isLevelConfidential: isLevelKept && audience.showsConfidential ? true : nil,
            isWithheld: isWithheld(question, record),
            isLevelWithheld: isLevelKept && !audience.showsConfidential ? true : nil)
    }

    private func room(on question: Question) -> RoomText? {
        RoomProjection(session: session, labels: labels, audience: audience, purpose: purpose)
            .text(on: question.id)
    }

    /// What moved since the last sign-off that stands no more, or since the session that this one began with; words
    /// of users are not in it.
    private func since(_ question: Question, _ response: Response?) -> String? {
        guard let earlier = session.baseline else { return nil }
        let old = earlier.response(to: question.id)
        switch (old, response) {
        case (nil, nil): return nil
        case (nil, _): return local("now answered")
        case (_, nil): return local("no longer answered")
        default: break
        }
        guard old != response else { return nil }
        guard let levels = movedBy(question, response) else { return local("answered otherwise") }
        let count = abs(levels)
        return levels > 0
            ? counted(count, "level higher", "levels higher") : counted(count, "level lower", "levels lower")
    }

    /// How many levels higher a rating is than it was then.
    private func movedBy(_ question: Question, _ response: Response?) -> Int? {
        guard let new = response?.level,
            let old = session.baseline?.response(to: question.id)?.level
        else { return nil }
        return new - old
    }

    private func evidence(_ evidence: Evidence) -> EvidenceText {
        EvidenceText(
            id: evidence.id, kind: evidence.kind.localizedDescription, reference: evidence.reference,
            text: evidence.text)
    }

    private func action(_ action: Action, _ label: QuestionLabel) -> ActionText {
        // Which findings somebody acts on tells of the answers behind them.
        let tellsFindings = audience.showsConfidential || session.withheldQuestions.isEmpty
        return ActionText(
            action, on: label,
            finding: tellsFindings ? action.finding.flatMap(session.instruments.title(ofFinding:)) : nil,
            today: today)
    }
}

extension [AreaText] {
    /// The answers with their evidence numbered in the order of the report, so that no number is missing for what is
    /// left out.
    fileprivate func withEvidenceNumberedAnew() -> [AreaText] {
        var areas = self
        var number = 0
        for area in areas.indices {
            for answer in areas[area].answers.indices {
                for place in areas[area].answers[answer].evidence.indices {
                    number += 1
                    areas[area].answers[answer].evidence[place].id = "E\(number)"
                }
            }
        }
        return areas
    }
}

extension Question {
    /// The scale of a rating; nil for other kinds.
    fileprivate var scale: String? {
        if case .rating(let rating) = kind { rating.scaleID.text } else { nil }
    }
}

extension Question {
    /// What is seen at each level of a rating; empty for other kinds.
    fileprivate var levels: [String] {
        if case .rating(let rating) = kind { rating.descriptors } else { [] }
    }
}

extension Response {
    /// The level of a rating; nil for any other answer.
    fileprivate var level: Int? {
        if case .given(.rating(let level)) = self { level } else { nil }
    }
}

/// How a question stands, by the words of the files.
package enum AnswerStatus: String, Sendable, Codable {
    case answered
    case dontKnow = "dont-know"
    case notApplicable = "not-applicable"
    case unanswered
    case setAside = "set-aside"

    /// How a question that is asked stands.
    package init(_ response: Response?) {
        switch response {
        case .given: self = .answered
        case .dontKnow: self = .dontKnow
        case .notApplicable: self = .notApplicable
        case nil: self = .unanswered
        }
    }
}
