import Crypto
import Disclosure
package import Evaluation
import Instruments
import Languages
package import Sessions

/// Decides what an audience may see of a session and its findings.
///
/// - Parameters:
///   - session: the session as it stands.
///   - assessment: what is said of it, and what for.
///   - audience: who will read the report.
///   - now: when the report is written.
/// - Returns: all that the report may hold; exporters add nothing to it.
package func project(
    _ session: SessionState, _ assessment: Assessment, for audience: Audience, now: Timestamp
) -> Pack {
    let session = session.disclosed(to: audience)
    // To a reader who may not learn of an answer it is open, and so is whatever rests on it.
    let withheld = audience.showsConfidential ? [] : session.withheldQuestions
    let isWhole = withheld.isEmpty
    let assessment = isWhole ? assessment : assess(session, for: assessment.purpose)
    let findings = assessment.findings
    let labels = Labels(session.questionnaire)
    let words = FindingProjection(
        session: session, labels: labels, responses: assessment.responses,
        showsAnswers: audience.showsAnswers, showsSetAside: audience.showsConfidential,
        withheld: withheld)
    let answers = AnswerProjection(
        session: session, labels: labels, audience: audience, purpose: assessment.purpose,
        today: now.date)
    let room = RoomProjection(
        session: session, labels: labels, audience: audience, purpose: assessment.purpose)
    let quality = QualityProjection(
        session: session, labels: labels,
        notCounted: audience.showsConfidential ? 0 : session.confidentialCount(besides: audience))
    let qualityLines =
        audience.showsConfidential
        ? assessment.quality
        : Evaluation.quality(
            of: session, responses: assessment.responses, for: assessment.purpose, countsConfidential: false)
    let assurance =
        audience.showsConfidential
        ? assessment.assurance
        : Evaluation.assurance(
            of: session, responses: assessment.responses, findings, countsConfidential: false)
    let areas = answers.areas()
    return Pack(
        cover: cover(session, assessment, audience, now),
        howToRead: howToRead(session),
        scales: session.questionnaire.scales.sorted { $0.key < $1.key }.map {
            Pack.ScaleText(
                id: $0.key.text, levels: $0.value.levels, metFrom: $0.value.metFrom)
        },
        assurance: assurance.map {
            quality.assurance($0, findings, showsAnswers: audience.showsAnswers)
        },
        facts: audience.showsAnswers ? words.facts() : nil,
        tier: findings.tier.map { tier in
            var text = words.tier(tier, findings)
            if audience.showsAnswers {
                text.firmness = words.firmness(assessment.counterfactuals.robustness, tier)
            }
            return text
        },
        tables: findings.tables.filter { $0.reference != findings.tier?.reference }
            .map { words.tier($0, findings) },
        problems: audience.showsAnswers
            ? findings.problems.map { words.problems($0) } : nil,
        factors: audience.showsAnswers ? findings.factors.map { words.factors($0) } : nil,
        models: findings.models.map { words.model($0, findings) },
        modelsNote: words.modelsNote(findings),
        signatures: findings.signatures.map { words.signatures($0) },
        goingWell: words.goingWell(findings)
            + (audience.showsAnswers ? words.factorsInPlace(findings) + words.problemsAbsent(findings) : [])
            + answers.strengths(),
        worries: words.worries(findings)
            + (audience.showsAnswers ? words.factorsMissing(findings) + words.problemWorries(findings) : [])
            + answers.concerns(),
        positionNote: positionNote(session, findings, audience),
        asks: audience.showsAnswers && audience != .corporate ? session.asks : nil,
        areas: audience.showsAnswers ? areas : nil,
        setAside: audience.showsConfidential ? answers.setAside() : nil,
        gaps: audience.showsAnswers ? answers.gaps() : nil,
        reviews: audience.showsAnswers
            ? ReviewProjection(session: session, labels: labels).reviews() : nil,
        room: audience.showsAnswers ? room.report(assessment.disagreements, findings) : nil,
        actions: audience.showsAnswers ? answers.actions(areas) : nil,
        measures: audience.showsAnswers && !session.measures.isEmpty
            ? session.measures.map { MeasureText($0) } : nil,
        open: audience.showsAnswers ? words.open(findings) : nil,
        prospects: audience.showsAnswers ? words.counterfactuals(assessment.counterfactuals, findings) : nil,
        helps: audience.showsAnswers ? words.helps(findings) : nil,
        quality: audience.showsAnswers ? quality.lines(qualityLines) : nil,
        prompts: audience.showsAnswers ? quality.prompts(assessment.prompts, words) : nil,
        leftOut: answers.leftOut(findings.counts) + room.leftOut(),
        method: method(session))
}

private func cover(
    _ session: SessionState, _ assessment: Assessment, _ audience: Audience, _ now: Timestamp
) -> Pack.Cover {
    let findings = assessment.findings
    let open = OpenCounts(findings.counts, session, audience)
    return Pack.Cover(
        pack: packID(session, audience, now), moment: "\(now)", session: session.session,
        title: session.title,
        authority: session.authority,
        audience: audience, marking: audience.marking, mark: nil, written: now.date.localizedDescription,
        changed: session.lastAt.date.localizedDescription,
        notices: session.dates.faults(at: now)?.localizedDescription,
        moved: session.movedDescription,
        notComputed: notComputed(session, findings, audience),
        questionnaireTitle: session.questionnaire.title,
        questionnaire: session.pins.questionnaire, frameworks: session.pins.frameworks,
        asked: findings.counts.questions, answered: findings.counts.answered,
        dontKnow: findings.counts.dontKnow, notApplicable: findings.counts.notApplicable,
        unanswered: open.unanswered, withheld: open.withheld == 0 ? nil : open.withheld,
        notForTheRoom: open.notForTheRoom == 0 ? nil : open.notForTheRoom,
        unconfirmed: assessment.unconfirmed.isEmpty ? nil : assessment.unconfirmed.count,
        signOffs: session.milestones.map { milestone in
            Pack.SignOffText(
                role: audience.showsAnswers ? milestone.role : nil,
                at: milestone.at.date.localizedDescription,
                unconfirmed: milestone.unconfirmed == 0 ? nil : milestone.unconfirmed,
                reopened: milestone.reopened?.at.date.localizedDescription,
                reason: audience.showsAnswers ? milestone.reopened?.reason : nil)
        })
}

/// The findings that are missing because nobody could work them out, a sentence each; nil where none is.
private func notComputed(
    _ session: SessionState, _ findings: Findings, _ audience: Audience
) -> [String]? {
    let labels = FindingLabels(session.instruments)
    let missing = findings.notComputed.filter { audience.showsAnswers || $0.isPublic }
    return missing.isEmpty ? nil : missing.map { labels.notComputed($0) }
}

/// A name that no other pack has: of the session as it stands, who it is for, and when.
private func packID(_ session: SessionState, _ audience: Audience, _ now: Timestamp) -> String {
    let parts = [session.session, "\(session.lastNumber)", "\(session.lastAt)", audience.rawValue, "\(now)"]
    return SHA256.hash(data: Array(parts.joined(separator: "\n").utf8)).prefix(6).hexadecimal
}

/// What the audience does not see of what goes well and what worries, whatever it says.
private func positionNote(_ session: SessionState, _ findings: Findings, _ audience: Audience) -> String? {
    guard audience.showsAnswers else {
        let kinds = [
            (findings.problems?.problems.count).map { counted($0, "problem", "problems") },
            (findings.factors?.groups.flatMap(\.factors).count).map {
                counted($0, "factor of success", "factors of success")
            },
        ].compactMap(\.self)
        return kinds.isEmpty
            ? local(
                "This audience sees findings only. Strengths and concerns that may be recorded are left out.")
            : local(
                "This audience sees findings only. What was found on \(listed(kinds)) is left out, and strengths and concerns that may be recorded."
            )
    }
    let count = session.confidentialCount(besides: audience)
    guard !audience.showsConfidential, count > 0 else { return nil }
    return counted(
        count, "answer is marked confidential. Any strengths and concerns on it are left out here.",
        "answers are marked confidential. Any strengths and concerns on them are left out here.")
}

extension SessionState {
    /// How many answers to questions that are asked are marked confidential, and not only withheld from an audience.
    fileprivate func confidentialCount(besides audience: Audience) -> Int {
        let withheld = audience.withholds(in: self)
        return asked.questions.count { !withheld.contains($0.id) && records[$0.id]?.confidential == true }
    }
}

private func howToRead(_ session: SessionState) -> [Pack.Passage] {
    let texts = [
        local(
            "This is a self-assessment. Every answer is the view of those who gave it, with the evidence that they named."
        ),
        local("Don't know is a finding in itself. It is counted, and it never stands for a low rating."),
        local("Not applicable needs a reason, and leaves the question out of the rules."),
        local(
            "A finding is shown as settled only when no answer to an open question could change it. Otherwise every possible finding is named."
        ),
        local(
            "Each rule says whether a source states it, or whether it is Canary's own where the source is silent."
        ),
    ]
    let lastTime: [String] =
        switch session.baseline {
        case .signOff?:
            [local("Last time is the last sign-off, after which the session was opened again.")]
        case .earlierSession?: [local("Last time is the earlier session whose answers were carried over.")]
        case nil: []
        }
    return (texts + lastTime).map { Pack.Passage(title: nil, text: $0, source: nil) }
}

private func method(_ session: SessionState) -> [Pack.Passage] {
    session.instruments.frameworks.flatMap { framework in
        let from = framework.document.map { document in
            let year = document.year.map { ", \($0)" } ?? ""
            return Pack.Passage(
                title: framework.title, text: local("From: \(document.title), \(document.authors)\(year)."),
                source: nil)
        }
        return [from].compactMap(\.self)
            + framework.notes.map {
                Pack.Passage(title: $0.title, text: $0.statement.text, source: $0.statement.source)
            }
    }
}
