import Evaluation
import Instruments
import Sessions

extension Standing {
    /// What a session comes to, by the rules laid out flat: the same as by evaluating, in a hundredth of the time.
    ///
    /// Nil where it takes an evaluation to tell, since some open answers bear on too much.
    ///
    /// - Parameters:
    ///   - session: the session as it stands.
    ///   - index: the index of its instruments.
    init?(judging session: SessionState, _ index: InstrumentIndex) {
        guard let program = index.program else { return nil }
        var codes = [RuleAnswer](repeating: .open, count: index.questions.count)
        for place in index.questions.indices {
            codes[place] = program.code(session.response(to: index.questionNames[place]), at: place)
        }
        guard let verdict = program.verdict(codes, links: session.links) else { return nil }
        let asked = program.asked(codes)
        // What is for somebody alone stays open in a room's findings, and was not asked.
        let notForTheRoom = Set(session.notForTheRoom.map(\.id))
        answers = index.questions.indices.map { place in
            let id = index.questionNames[place]
            guard asked[place], !notForTheRoom.contains(id) else { return .notAsked }
            return AnswerCode(session.response(to: id), to: index.questions[place])
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
        factors = program.factorStates(codes, asked: asked).map { Factor($0) }
        problems = program.problemStates(verdict, codes, asked: asked)
        let web = ProblemWeb(session.links, between: Array(zip(index.problemNames, problems)))
        links = Self.links(web.links, index)
        circles = Self.circles(web.circles, index)
        possibleCircles = Self.circles(web.possibleCircles, index)
        quality = Self.quality(of: session, index)
    }
}
