import Evaluation
import Instruments
import Languages
import Sessions

/// Puts findings into plain sentences, with or without the answers behind them.
struct FindingProjection {
    let session: SessionState
    let labels: Labels
    /// The answers that the findings rest on.
    let responses: [Question.ID: Response]
    /// Whether the reader may see how each question was answered.
    let showsAnswers: Bool
    /// Whether the reader may see answers to questions that are not asked now.
    let showsSetAside: Bool
    /// The questions of whose answers the reader learns nothing; none for those who learn of all.
    let withheld: Set<Question.ID>

    /// The headline in words.
    func tier(_ finding: TableFinding, _ findings: Findings) -> TierText {
        let outcomes = finding.possible.compactMap { finding.table.outcome($0) }
        return TierText(
            title: finding.table.title, noun: finding.table.localNaming.one, possible: outcomes.map(\.title),
            isCollected: finding.table.hitPolicy == .collect, isSettled: finding.isSettled,
            sentences: tierSentences(finding, outcomes, findings)
                + [withheld(among: finding.isSettled ? [] : finding.open.flatMap(\.questions))].compactMap(
                    \.self)
                + (finding.reference == findings.tier?.reference
                    ? [session.notForTheRoomDescription(showsAnswers ? labels : nil)].compactMap(\.self)
                    : []),
            firmness: nil, grades: grades(finding, findings),
            alongside: alongside(finding),
            // What hangs on single facts is told to nobody who may not see answers.
            remarks: showsAnswers ? finding.remarks.map { remark($0.statement) } : [],
            grounds: finding.grounds.map { ground($0, in: finding.framework, findings) },
            open: finding.open.map { open($0, in: finding.framework, findings) },
            rules: finding.rules.map { rule($0, finding) },
            cautions: finding.cautions.filter { showsAnswers || $0.isPublic }.map(remark),
            focus: showsAnswers
                ? finding.focus.map {
                    RemarkText(text: $0.text, source: $0.source, basis: .stated)
                } : [],
            guidance: (outcomes + finding.table.outcomes.filter { !finding.possible.contains($0.id) })
                .map(guidance))
    }

    /// The open questions that can still change the headline.
    func open(_ findings: Findings) -> [OpenText] {
        findings.openQuestions.map {
            OpenText(
                question: labels[$0.question], percent: $0.share.map { Int(($0 * 100).rounded()) })
        }
    }

    /// A settled condition with the answers behind it.
    func ground(_ ground: Ground, in framework: Framework.ID, _ findings: Findings) -> GroundText {
        GroundText(
            condition: ground.condition.title, holds: ground.holds,
            metBy: showsAnswers ? ground.byAlternative.name : nil,
            grade: grade(Reference(framework, ground.condition.id), findings),
            source: ground.condition.source, basis: ground.condition.basis,
            elements: showsAnswers ? ground.elements.map { element($0, in: framework, findings) } : [],
            remark: remark(on: ground))
    }

    /// What no element can say: why no problems are linked.
    private func remark(on ground: Ground) -> String? {
        switch (ground.unlinked, showsAnswers) {
        case (nil, _): return whatever(ground)
        case (.fewerThanTwo, true):
            return local("A link joins two problems, and fewer than two are present.")
        case (.goneThrough, true):
            return local(
                "The problems were gone through for links, and no link between problems that are present is recorded."
            )
        case (.noneRecorded, _), (_, false):
            return local("No link between problems that are present is recorded.")
        }
    }

    /// That the open answers lead to the same, and what else it rests on; nil where its elements say why.
    private func whatever(_ ground: Ground) -> String? {
        guard showsAnswers, !ground.whatever.isEmpty else { return nil }
        let open = listed(ground.whatever.map { labels[$0].short })
        let beside = reasons(ground.beside).map(\.inBrief)
        return beside.isEmpty
            ? local("It comes out so whatever is answered to \(open).")
            : local("It comes out so whatever is answered to \(open), by these answers: \(listed(beside)).")
    }

    /// An element with the answers behind it; where a share of its questions is enough, with all of them.
    func element(_ ground: ElementGround, in framework: Framework.ID, _ findings: Findings) -> ElementText {
        let finding = findings.elements.first { $0.reference == Reference(framework, ground.element.id) }
        let all = (finding?.given ?? []).filter { !$0.isSetAside }
        let isShared = ground.element.share != nil && all.count > 1
        let answers = isShared ? all : ground.answers
        return ElementText(
            name: ground.element.name, statement: ground.element.statement, holds: ground.holds,
            source: ground.element.source, basis: ground.element.basis, answers: reasons(answers),
            rule: isShared ? rule(ground.element, all) : nil,
            evidence: asserted(answers.filter { !$0.isSetAside }.map(\.question)))
    }

    /// How many of an element's questions are met, and how many it takes.
    private func rule(_ element: Element, _ answers: [Reason]) -> String? {
        guard let share = element.share else { return nil }
        let met = answers.count { reason in
            guard case .given(let value) = reason.response else { return false }
            return session.questionnaire.question(reason.question)?.isMet(by: value) == true
        }
        return plural(
            answers.count,
            "It takes \(share.description) of its questions: \(met) of \(answers.count) is met.",
            "It takes \(share.description) of its questions: \(met) of \(answers.count) are met.")
    }

    /// An open condition with what it waits for.
    func open(_ ground: OpenGround, in framework: Framework.ID, _ findings: Findings) -> OpenGroundText {
        OpenGroundText(
            condition: ground.condition.title,
            grade: grade(Reference(framework, ground.condition.id), findings),
            source: ground.condition.source,
            basis: ground.condition.basis,
            elements: !showsAnswers
                ? []
                : ground.elements.map { open in
                    OpenGroundText.OpenElementText(
                        name: open.element.name, statement: open.element.statement,
                        source: open.element.source,
                        questions: open.questions.map { labels[$0] })
                } + (ground.awaitsLinks ? [step(of: ground)] : []))
    }

    /// What a condition waits for while the problems have not been gone through for links.
    private func step(of ground: OpenGround) -> OpenGroundText.OpenElementText {
        OpenGroundText.OpenElementText(
            name: local("Whether problems are linked"),
            statement: local("The problems recorded have been gone through for links."),
            source: ground.condition.source,
            questions: ground.linksStep.map { [labels[$0]] } ?? [])
    }

    /// The answers behind a finding that the reader may see.
    func reasons(_ reasons: [Reason]) -> [ReasonText] {
        reasons.filter { showsSetAside || !$0.isSetAside }.map { reason in
            var text = self.reason(reason.question, reason.response)
            text.isSetAside = reason.isSetAside ? true : nil
            return text
        }
    }

    /// An answer behind a finding; words of a user's own are told as the session has them.
    func reason(_ question: Question.ID, _ response: Response) -> ReasonText {
        var response = response
        switch (response, session.response(to: question)) {
        case (.notApplicable, .notApplicable(let reason)?): response = .notApplicable(reason: reason)
        case (.given(.text), .given(.text(let text))?): response = .given(.text(text))
        default: break
        }
        return ReasonText(
            question: labels[question], answer: labels.words(for: response, to: question),
            descriptor: labels.descriptor(of: response, to: question))
    }

    /// How many of the ratings given to some questions name evidence; nil where none is rated, or none asks for it.
    func asserted(_ questions: [Question.ID]) -> String? {
        let share = session.evidence(
            behind: questions.filter { id in
                guard case .given(.rating)? = responses[id] else { return false }
                return session.questionnaire.question(id)?.lookFor.isEmpty == false
            })
        return share.rated == 0
            ? nil
            : plural(
                share.rated, "Evidence is named behind \(share.evidenced) of \(share.rated) rating.",
                "Evidence is named behind \(share.evidenced) of \(share.rated) ratings.")
    }

    /// A caution in words.
    func remark(_ caution: Caution) -> RemarkText {
        RemarkText(text: caution.text, source: caution.source, basis: caution.basis)
    }

    /// A statement in words.
    func remark(_ statement: Statement) -> RemarkText {
        RemarkText(
            text: statement.text, source: statement.source, basis: statement.basis)
    }

    private func tierSentences(
        _ finding: TableFinding, _ outcomes: [Outcome], _ findings: Findings
    ) -> [String] {
        let isHeadline = finding.reference == findings.tier?.reference
        let naming = finding.table.localNaming
        if finding.possible.isEmpty {
            return [
                finding.table.hitPolicy == .collect
                    ? local("Nothing on this list fits these answers.")
                    : local("No rule of the table fits these answers.")
            ]
        }
        if finding.table.hitPolicy == .collect { return collected(finding, findings) }
        if let outcome = finding.determined {
            var sentences = [local("By these answers: \(outcome.title.inSentence).")]
            // Several rules can be in play and still agree; then their outcome is all that is settled.
            if finding.rules.count == 1, let says = finding.rules.first?.rule.says {
                sentences.append(says)
            } else if finding.rules.count > 1 {
                sentences.append(local("The open answers can change the reason, but not the \(naming.one)."))
            }
            return sentences
        }
        let open = findings.counts.unanswered + findings.counts.dontKnow
        return [
            local("\(finding.table.title): still open."),
            possible(outcomes, of: finding.table.outcomes.count, naming),
        ]
            + (isHeadline && open > 0
                ? [
                    counted(
                        open,
                        "question has no answer, or don't know; \(findings.openQuestions.count) of these can change the \(naming.one).",
                        "questions have no answer, or don't know; \(findings.openQuestions.count) of them can change the \(naming.one)."
                    )
                ] : [])
            + (finding.canBeNone ? [local("Some answers would fit no rule of the table.")] : [])
            + conditionsGone(finding, findings)
    }

    /// Which outcomes are possible, of how many.
    private func possible(
        _ outcomes: [Outcome], of all: Int, _ naming: DecisionTable.Naming
    ) -> String {
        let titles = listed(outcomes.map(\.title))
        let several = naming.several
        if outcomes.count < all {
            return local("\(outcomes.count) of \(all) \(several) are possible: \(titles).")
        }
        return all == 2
            ? local("Both \(several) are possible: \(titles).")
            : local("All \(all) \(several) are possible: \(titles).")
    }

    /// All that fits, and all that could.
    private func collected(_ finding: TableFinding, _ findings: Findings) -> [String] {
        func titles(_ ids: [Outcome.ID]) -> String {
            listed(ids.compactMap { finding.table.outcome($0)?.title })
        }
        let open = finding.possible.filter { !finding.certain.contains($0) }
        var sentences: [String] = []
        if !finding.certain.isEmpty {
            sentences.append(local("These answers give: \(titles(finding.certain))."))
            sentences += finding.rules.filter { finding.certain.contains($0.rule.then) }
                .compactMap(\.rule.says)
        }
        if !open.isEmpty { sentences.append(local("Still possible: \(titles(open)).")) }
        if finding.canBeNone { sentences.append(local("It may also be that nothing on this list fits.")) }
        return sentences + conditionsGone(finding, findings)
    }

    /// Says which conditions cannot be settled because their questions were marked not applicable.
    private func conditionsGone(_ finding: TableFinding, _ findings: Findings) -> [String] {
        let gone = findings.conditions.filter { condition in
            condition.isGone && condition.reference.framework == finding.framework
                && finding.table.inputs.contains(condition.reference.name)
        }
        return gone.compactMap { gone in
            guard
                let title = session.instruments.framework(finding.framework)?.condition(gone.reference.name)?
                    .title
            else { return nil }
            return gone.isAnswered
                ? local(
                    "\(title) cannot be settled: an answer that bears on it counts only while another question is open."
                )
                : local(
                    "\(title) cannot be settled: all its questions are marked not applicable or not asked.")
        }
    }

    private func rule(_ inPlay: TableFinding.RuleInPlay, _ finding: TableFinding) -> RuleText {
        RuleText(
            id: finding.id(of: inPlay), basis: finding.basis(of: inPlay, in: session.instruments),
            source: inPlay.rule.source, reason: inPlay.rule.reason,
            outcome: finding.table.outcome(inPlay.rule.then)?.title ?? inPlay.rule.then.text,
            says: inPlay.rule.says,
            needs: inPlay.needs.map { need in
                "\(need.condition.title.firstLowered): \(need.cell.localizedDescription)"
            })
    }

    /// What to know of an outcome.
    func guidance(_ outcome: Outcome) -> GuidanceText {
        GuidanceText(
            outcome: outcome.title, means: remark(outcome.means),
            benefits: outcome.benefits.map(remark), worksWhen: outcome.worksWhen.map(remark),
            fitsWhen: outcome.fitsWhen.map(remark),
            settleFirst: outcome.settleFirst.map(remark), helps: outcome.helps.map(help),
            places: outcome.places.map(place))
    }
}

extension FindingProjection {
    /// The findings of a session for those who may see its answers.
    init(fullAccountOf session: SessionState, _ assessment: Assessment) {
        self.init(
            session: session, labels: Labels(session.questionnaire), responses: assessment.responses,
            showsAnswers: true, showsSetAside: true, withheld: [])
    }
}

extension SessionState {
    /// That a room was not asked what is for somebody alone, and that it stays open; nil where that is nothing.
    ///
    /// - Parameter labels: the names of the questions; nil where only their number is told.
    /// - Returns: the sentence.
    func notForTheRoomDescription(_ labels: Labels?) -> String? {
        let questions = notForTheRoom
        guard !questions.isEmpty else { return nil }
        let sentence = counted(
            questions.count, "question is for somebody alone and was not asked in the room, so it stays open",
            "questions are for somebody alone and were not asked in the room, so they stay open")
        return labels.map { labels in "\(sentence): \(listed(questions.map { labels[$0.id].short }))." }
            ?? "\(sentence)."
    }
}
