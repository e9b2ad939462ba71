import Evaluation
import Instruments
import Sessions

extension Standing {
    /// What a session comes to, by the rules laid out flat: the same as by evaluating, in a hundredth of the time.
    ///
    /// Nil where it takes an evaluation to tell: factors and problems have states of their own, and some open answers
    /// bear on too much.
    ///
    /// - Parameters:
    ///   - session: the session as it stands.
    ///   - index: the index of its instruments.
    init?(judging session: SessionState, _ index: InstrumentIndex) {
        guard index.factors.isEmpty, index.problems.isEmpty, let program = index.program else { return nil }
        var codes = [RuleAnswer](repeating: .open, count: index.questions.count)
        for (place, question) in index.questions.enumerated() {
            codes[place] = program.code(session.response(to: question.id), at: place)
        }
        guard let verdict = program.verdict(codes, links: session.links) else { return nil }
        let asked = program.asked(codes)
        answers = index.questions.indices.map { place in
            let question = index.questions[place]
            return asked[place] ? AnswerCode(session.response(to: question.id), to: question) : .notAsked
        }
        evidence = Self.evidence(of: session, index)
        tables = verdict.tables.map {
            Outcomes(possible: $0.outcomes, certain: $0.certain, canBeNone: $0.canBeNone)
        }
        conditions = zip(verdict.conditions, verdict.isGone).map { truths, isGone in
            var possible: Possible = isGone ? .gone : []
            if truths.contains(.holds) { possible.insert(.yes) }
            if truths.contains(.fails) { possible.insert(.no) }
            return possible
        }
        models = verdict.models.map { truths in
            truths == .holds ? .viable : truths == .fails ? .notViable : .undetermined
        }
        // The bits are the same.
        signatures = verdict.signatures.map { SignatureStatuses(rawValue: $0.rawValue) }
        grades = verdict.grades
        factors = []
        problems = []
        links = []
        circles = []
        possibleCircles = []
        quality = Self.quality(of: session, index)
    }
}
