package import Instruments
package import Sessions

/// How far ratings are only asserted, and which patterns in them are worth a second look: told before any finding.
///
/// After vsc, section 3, A and C. The patterns and their limits are ours. Facts, and questions that ask for no evidence,
/// are left out.
package struct Assurance: Equatable, Sendable {
    /// A pattern that proves nothing by itself.
    package enum Sign: Equatable, Sendable {
        /// Nine in ten ratings or more count as met: how many of how many.
        case high(Int, of: Int)
        /// Nine in ten ratings or more have one level, of an area or, where there is none, of all: how many of how many.
        case uniform(level: Int, area: Area.ID?, count: Int, of: Int)
        /// One reference stands behind more than half of the ratings that name evidence: how many.
        case oneReference(Int)
        /// Some evidence is of a kind that such a question can hardly rest on: the questions, each with the kinds.
        case unfitting([Misfit])
        /// Ratings and remarks name no concern anywhere.
        case noConcern
        /// The headline is the best there is, and the signatures of risk combine.
        case againstSignatures(SignatureSet.Grade)
    }

    /// Evidence whose kind does not fit the question.
    package struct Misfit: Equatable, Sendable {
        /// The question.
        package var question: Question.ID
        /// The kinds, each once.
        package var kinds: [EvidenceKind]
    }

    /// How many ratings are looked at.
    package var rated: Int
    /// How many of them name no evidence.
    package var asserted: Int
    /// The patterns that they show.
    package var signs: [Sign]

    /// From how many ratings a pattern is one.
    static let fewest = 8

    /// Whether the answers by themselves prove little: most of them name no evidence, and nearly all are high.
    package var provesLittle: Bool {
        2 * asserted >= rated && signs.contains { if case .high = $0 { true } else { false } }
    }
}

/// Looks how far ratings are only asserted.
///
/// - Parameters:
///   - session: the session.
///   - responses: the answers that are counted: the session's own, or those that are assumed.
///   - findings: what they mean.
///   - countsConfidential: whether what is written beside answers marked confidential counts; where it does not, those
///     ratings are left out, and what is found is the same whatever is written there.
/// - Returns: nil where no rating is given that evidence is asked for.
package func assurance(
    of session: SessionState, responses: [Question.ID: Response], _ findings: Findings,
    countsConfidential: Bool
) -> Assurance? {
    let asked = AskedQuestions(session.questionnaire, in: session.setting) { responses[$0] }
    let areas = session.questionnaire.areas.filter { !$0.isOfFacts }.map { area in
        (
            area.id,
            area.questions.compactMap { question in
                asked.contains(question.id) && !question.lookFor.isEmpty
                    ? GivenRating(question, in: area, responses[question.id], session.records[question.id])
                    : nil
            }
        )
    }
    let all = areas.flatMap(\.1)
    let seen = all.filter { countsConfidential || !$0.isConfidential }
    guard !seen.isEmpty else { return nil }
    let hidesWords = seen.count < all.count
    return Assurance(
        rated: seen.count, asserted: seen.count(where: \.references.isEmpty),
        signs: [high(all)].compactMap(\.self) + uniform(areas)
            + (hidesWords ? [] : [oneReference(all), unfitting(all), noConcern(all)].compactMap(\.self))
            + [againstSignatures(findings)].compactMap(\.self))
}

/// What is looked at of one rating.
private struct GivenRating {
    let level: Int
    let isMet: Bool
    let isConfidential: Bool
    let references: [String]
    let hasConcern: Bool
    let misfit: Assurance.Misfit?

    init?(_ question: Question, in area: Area, _ response: Response?, _ record: AnswerRecord?) {
        guard case .rating = question.kind, case .given(let value)? = response,
            case .rating(let level) = value
        else { return nil }
        self.level = level
        isMet = question.isMet(by: value) == true
        isConfidential = record?.confidential == true
        references = (record?.evidence ?? []).map(\.reference)
        hasConcern = record?.concerns.contains { $0 != .removedWords } == true
        let kinds = Set((record?.evidence ?? []).map(\.kind)).subtracting(area.evidenceKinds)
        misfit =
            kinds.isEmpty
            ? nil
            : Assurance.Misfit(question: question.id, kinds: EvidenceKind.allCases.filter(kinds.contains))
    }
}

/// Whether so many of a whole are nearly all of them.
private func isNearlyAll(_ count: Int, of whole: Int) -> Bool {
    whole >= Assurance.fewest && 10 * count >= 9 * whole
}

private func high(_ ratings: [GivenRating]) -> Assurance.Sign? {
    let met = ratings.count(where: \.isMet)
    return isNearlyAll(met, of: ratings.count) ? .high(met, of: ratings.count) : nil
}

/// The level that nearly all have; where that is so of all ratings, areas are not named by themselves.
private func uniform(_ areas: [(Area.ID, [GivenRating])]) -> [Assurance.Sign] {
    func sign(_ ratings: [GivenRating], in area: Area.ID?) -> Assurance.Sign? {
        let counts = Dictionary(grouping: ratings, by: \.level).mapValues(\.count)
        return counts.first { isNearlyAll($1, of: ratings.count) }.map {
            .uniform(level: $0, area: area, count: $1, of: ratings.count)
        }
    }
    return sign(areas.flatMap(\.1), in: nil).map { [$0] } ?? areas.compactMap { sign($1, in: $0) }
}

private func oneReference(_ ratings: [GivenRating]) -> Assurance.Sign? {
    let evidenced = ratings.filter { !$0.references.isEmpty }
    guard evidenced.count >= Assurance.fewest else { return nil }
    // Words that were removed for good say nothing.
    let counts = evidenced.flatMap {
        Set($0.references.filter { $0 != .removedWords }.map { $0.lowercased() })
    }
    .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return (counts.values.max()).flatMap { 2 * $0 > evidenced.count ? .oneReference($0) : nil }
}

private func unfitting(_ ratings: [GivenRating]) -> Assurance.Sign? {
    let misfits = ratings.compactMap(\.misfit)
    return misfits.isEmpty ? nil : .unfitting(misfits)
}

private func noConcern(_ ratings: [GivenRating]) -> Assurance.Sign? {
    ratings.count >= Assurance.fewest && !ratings.contains(where: \.hasConcern) ? .noConcern : nil
}

private func againstSignatures(_ findings: Findings) -> Assurance.Sign? {
    guard let tier = findings.tier, tier.table.ranked, let best = tier.table.outcomes.first,
        tier.determined?.id == best.id, let signatures = findings.signatures, signatures.grades.count == 1,
        !signatures.canBeUntold, let grade = signatures.grades.first,
        grade == .combining || grade == .widespread
    else { return nil }
    return .againstSignatures(grade)
}
