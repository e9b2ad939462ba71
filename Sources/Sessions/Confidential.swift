package import Instruments

extension SessionState {
    /// The questions whose words stay with the authority, now or as they were asked before.
    package var confidentialQuestions: Set<Question.ID> {
        Set(records.filter(\.value.confidential).keys).union(
            leftBehind.filter(\.record.confidential).map(\.question.id))
    }

    /// The session as everybody but the authority may see it: nothing is in it that hangs on what is confidential.
    ///
    /// Of an answer whose words are confidential what was chosen stays, since findings rest on it, and that it is
    /// confidential. What was written on it goes, and what was written elsewhere because of it: notes of links, what a
    /// room said, what reviewers found. So does what earlier moments hold of it. Of a withheld answer nothing stays.
    package func withoutConfidential() -> SessionState { withoutWithheld().without(confidentialQuestions) }

    /// The same, for a reader who learns nothing of some more questions, whatever is answered to them or marked.
    package func withoutConfidential(withholding questions: Set<Question.ID>) -> SessionState {
        var marked = self
        for id in questions {
            marked.records[id, default: AnswerRecord(changed: started)].confidentiality = .level
        }
        return marked.withoutConfidential()
    }

    /// The session without what hangs on some questions in words, and on those that are confidential.
    func without(_ hidden: Set<Question.ID>) -> SessionState {
        let hidden = hidden.union(confidentialQuestions)
        guard !hidden.isEmpty else { return self }
        var seen = self
        seen.records = records.mapValues { $0.confidential ? $0.withoutWords : $0 }
        seen.leftBehind = leftBehind.map { left in
            left.record.confidential
                ? LeftBehind(
                    questionnaire: left.questionnaire, question: left.question,
                    record: left.record.withoutWords) : left
        }
        for id in hidden {
            seen.carriedOver[id] = carriedOver[id]?.withoutWords
            seen.room?.questions[id]?.otherView = nil
            seen.room?.questions[id]?.parked = nil
            seen.room?.preWork?.notes[id] = nil
        }
        let problems = problems(on: hidden)
        seen.links = links.map { link in
            guard problems == nil || problems?.isDisjoint(with: [link.from, link.to]) == false else {
                return link
            }
            return Link(from: link.from, to: link.to)
        }
        seen.filedReviews = filedReviews.map { filed in
            var review = filed.review
            review.entries.removeAll { hidden.contains($0.question) }
            return FiledReview(number: filed.number, review: review, state: filed.state)
        }
        seen.milestones = milestones.map { milestone in
            var earlier = milestone.session.without(hidden)
            for id in hidden { earlier.records[id] = earlier.records[id]?.withoutWords }
            return milestone.holding(earlier)
        }
        seen.undoSteps = []
        seen.redoSteps = []
        seen.lastingEvents = []
        return seen
    }

    /// The problems that some questions are on; nil for all, where one of them is the step that looks for links.
    private func problems(on questions: Set<Question.ID>) -> Set<Reference<Element>>? {
        let all =
            questionnaire.questions.filter { questions.contains($0.id) }
            + leftBehind.map(\.question)
            .filter { questions.contains($0.id) }
        guard !all.contains(where: { $0.step == .links }) else { return nil }
        return Set(all.flatMap { $0.supports + $0.kind.options.flatMap(\.supports) })
    }
}

extension Milestone {
    /// The same moment with another account of the session, of whose answers no more can have been unconfirmed than it
    /// has.
    func holding(_ session: SessionState) -> Milestone {
        Milestone(
            role: role, at: at, number: number, session: session,
            unconfirmed: min(unconfirmed, session.unconfirmed.count), reopened: reopened)
    }
}

extension AnswerRecord {
    /// What is left of it without anybody's words.
    fileprivate var withoutWords: AnswerRecord {
        var rest = self
        rest.response = response?.withoutWords
        rest.note = nil
        rest.evidence = []
        rest.strengths = []
        rest.concerns = []
        rest.actions = []
        rest.themes = []
        return rest
    }
}

extension Response {
    /// What was chosen, with no words where some were written.
    fileprivate var withoutWords: Response {
        switch self {
        case .given(.text): .given(.text(""))
        case .notApplicable: .notApplicable(reason: "")
        case .given, .dontKnow: self
        }
    }
}
