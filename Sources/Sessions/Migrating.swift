package import Instruments

/// What a move to other versions of its instruments would do to a session.
package struct MigrationPlan: Equatable, Sendable {
    /// The questions whose records no longer fit, in the order in which they were asked.
    package var setAside: [Question.ID] = []
    /// The questions whose answers stay although the words asked or offered are others.
    package var reworded: [Question.ID] = []
    /// The questions that were not there before.
    package var added: [Question.ID] = []
    /// How many answers stay.
    package var kept = 0
    /// The links that join problems of which the new versions know nothing; they stay, and count for nothing.
    package var idleLinks: [Link] = []
}

extension SessionState {
    /// Works out what would stay and what would be set aside.
    ///
    /// - Parameter instruments: the versions to move to.
    /// - Returns: the plan; nothing is changed.
    package func plan(for instruments: InstrumentSet) -> MigrationPlan {
        var plan = MigrationPlan()
        let then = instruments.questionnaire
        for question in questionnaire.questions {
            guard let record = records[question.id], record.hasContent else { continue }
            guard let new = then.question(question.id), record.fits(new.kind),
                // What a room agreed on a question that is for nobody's ears now stands for nothing any more.
                setting == .alone || !new.isNotForARoom || question.isNotForARoom
            else {
                plan.setAside.append(question.id)
                continue
            }
            plan.kept += record.response == nil ? 0 : 1
            if record.response != nil, new.words != question.words { plan.reworded.append(new.id) }
        }
        plan.added = then.questions.map(\.id).filter { questionnaire.question($0) == nil }
        let problems = Set(instruments.problems)
        plan.idleLinks = links.filter { !problems.contains($0.from) || !problems.contains($0.to) }
        return plan
    }

    func migration(to instruments: InstrumentSet) throws(Rejection) -> SessionEvent.Payload.Migration {
        guard instruments.questionnaire.id == questionnaire.id else {
            throw .otherQuestionnaire(instruments.questionnaire.id)
        }
        let pins = InstrumentPins(instruments)
        guard pins != self.pins else { throw .nothingToMigrate }
        let plan = plan(for: instruments)
        let setAside = plan.setAside
        let gone = Set(setAside)
        let asked = AskedQuestions(instruments.questionnaire, in: setting) {
            gone.contains($0) ? nil : response(to: $0)
        }
        let here = position.flatMap { asked.contains($0) ? $0 : nil }
        let firstOpen = asked.questions.first { gone.contains($0.id) || response(to: $0.id) == nil }
        return SessionEvent.Payload.Migration(
            pins: pins, setAside: setAside, reworded: plan.reworded, position: here ?? firstOpen?.id)
    }
}

extension Question {
    /// All that is read before it is answered.
    fileprivate var words: [String] { [text, hint ?? ""] + kind.words }
}

extension AnswerKind {
    /// What is read beside the question.
    fileprivate var words: [String] {
        switch self {
        case .rating(let rating): rating.scale.levels + rating.descriptors
        case .choice(let options), .choices(let options): options.map(\.text)
        case .number(let range): [range.unit ?? ""]
        case .yesNo, .date, .text: []
        }
    }
}

extension AnswerRecord {
    /// Whether anything is held on the question.
    package var hasContent: Bool { response != nil || hasWords }

    /// Whether something was answered, written or marked confidential.
    package var hasContentOrMark: Bool { hasContent || confidential }

    /// Whether there are words that a confidential mark would keep back.
    package var hasWords: Bool {
        let isWordy =
            switch response {
            case .given(.text), .notApplicable: true
            case .given, .dontKnow, nil: false
            }
        return isWordy || note != nil || !evidence.isEmpty || !strengths.isEmpty
            || !concerns.isEmpty || !actions.isEmpty || !themes.isEmpty
    }

    fileprivate func fits(_ kind: AnswerKind) -> Bool {
        guard case .given(let value)? = response else { return true }
        do throws(Misfit) {
            return try value.fitted(to: kind) == value
        } catch {
            return false
        }
    }
}
