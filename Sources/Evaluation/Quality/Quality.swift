import Instruments
package import Sessions

/// From how many kinds evidence has to come; the threshold is ours.
private let kindsNeeded = 3

/// Looks at how the answers of a session were reached: for every area, and over all of them.
///
/// After vsc, section 4, isos, section 3, and wg, 3.3. Questions that are not asked now are left out.
///
/// - Parameters:
///   - session: the session.
///   - isForReport: whether it goes into a report, which is put on record; anything else repeats of a room's votes
///     what reports told.
/// - Returns: a line for each test overall, each followed by its lines by area.
package func quality(of session: SessionState, isForReport: Bool = true) -> [QualityLine] {
    let asked = session.asked
    let parts = session.questionnaire.areas
        .map { area in
            Part(area.id, area.questions.filter { asked.contains($0.id) }, session)
        }
        .filter { !$0.questions.isEmpty }
    return [
        evidenced(parts), triangulated(parts), balanced(parts, session, asked), known(parts),
        complete(parts), challenged(parts, session),
        [shared(parts, session, isForReport: isForReport)],
    ].flatMap(\.self)
}

/// The questions of one area that are asked, with what is held on them.
private struct Part {
    let area: Area.ID
    let questions: [Question]
    let session: SessionState

    init(_ area: Area.ID, _ questions: [Question], _ session: SessionState) {
        self.area = area
        self.questions = questions
        self.session = session
    }

    var records: [AnswerRecord] {
        questions.compactMap { session.records[$0.id] }
    }

    /// The ratings given, with whether each counts as met and whether it has evidence.
    var ratings: [(question: Question.ID, isMet: Bool, hasEvidence: Bool)] {
        questions.compactMap { question in
            guard let record = session.records[question.id],
                case .rating = question.kind, case .given(let value)? = record.response
            else { return nil }
            return (question.id, question.isMet(by: value), !record.evidence.isEmpty)
        }
    }
}

/// The share of the votes on a scale in which the room lies within one level; the rule is ours.
///
/// Votes of which nothing may leave the room are left out.
private func shared(_ parts: [Part], _ session: SessionState, isForReport: Bool) -> QualityLine {
    let shapes = parts.flatMap(\.questions).compactMap { question -> (Question.ID, VoteShape)? in
        guard case .votes(let shape?, _, _) = session.told(of: question.id, isForReport: isForReport)
        else { return nil }
        return (question.id, shape)
    }
    let apart = shapes.filter { !$0.1.offersLevel }
    return QualityLine(
        test: .shared, area: nil,
        value: shapes.isEmpty ? nil : Double(shapes.count - apart.count) / Double(shapes.count),
        found: apart.map { .question($0.0) })
}

private func evidenced(_ parts: [Part]) -> [QualityLine] {
    lines(.evidenced, parts) { part in
        let ratings = part.ratings
        return (
            ratings.filter(\.hasEvidence).count, ratings.count,
            ratings.filter { $0.isMet && !$0.hasEvidence }.map { .question($0.question) }
        )
    }
}

private func known(_ parts: [Part]) -> [QualityLine] {
    lines(.known, parts) { part in
        let open = part.questions.filter { part.session.response(to: $0.id) == .dontKnow }
        return (open.count, part.questions.count, open.map { .question($0.id) })
    }
}

private func complete(_ parts: [Part]) -> [QualityLine] {
    lines(.complete, parts) { part in
        let open = part.questions.filter { part.session.response(to: $0.id) == nil }
        return (part.questions.count - open.count, part.questions.count, open.map { .question($0.id) })
    }
}

/// A line over all areas, which adds them up, and one for each.
private func lines(
    _ test: QualityLine.Test, _ parts: [Part],
    measure: (Part) -> (count: Int, of: Int, found: [QualityLine.Found])
) -> [QualityLine] {
    let measures = parts.map(measure)
    let whole = QualityLine(
        test: test, area: nil,
        value: share(measures.map(\.count).reduce(0, +), of: measures.map(\.of).reduce(0, +)),
        found: measures.flatMap(\.found))
    return [whole]
        + zip(parts, measures).map { part, measure in
            QualityLine(
                test: test, area: part.area, value: share(measure.count, of: measure.of),
                found: measure.found)
        }
}

private func triangulated(_ parts: [Part]) -> [QualityLine] {
    let areas = parts.map { part in
        let kinds = Set(part.records.filter { $0.response != nil }.flatMap(\.evidence).map(\.kind))
        let lacking = QualityLine.Side.allCases.filter { !$0.isCovered(by: kinds) }
        return QualityLine(
            test: .triangulated, area: part.area, value: lacking.isEmpty ? 1 : 0,
            found: lacking.map { .lacking($0) })
    }
    return [overall(.triangulated, areas)] + areas
}

private func balanced(
    _ parts: [Part], _ session: SessionState, _ asked: AskedQuestions
) -> [QualityLine] {
    let areas = parts.map { part in
        let hasStrengths = part.records.contains { !$0.strengths.isEmpty }
        let hasConcerns = part.records.contains { !$0.concerns.isEmpty }
        let value: Double? = hasStrengths || hasConcerns ? (hasStrengths && hasConcerns ? 1 : 0) : nil
        let found: [QualityLine.Found] =
            value == 0 ? [.missing(hasStrengths ? .concerns : .strengths)] : []
        return QualityLine(test: .balanced, area: part.area, value: value, found: found)
    }
    let uncovered = Oversight.Power.allCases.filter { power in
        guard let oversight = session.questionnaire.oversight else { return false }
        return !oversight.questions(on: power).contains { id in
            guard asked.contains(id), case .given? = session.response(to: id) else { return false }
            return true
        }
    }
    var whole = overall(.balanced, areas)
    whole.found += uncovered.map { .power($0) }
    return [whole] + areas
}

/// How far the own ratings of peer reviewers are from those of the authority: the mean of the levels between them.
private func challenged(_ parts: [Part], _ session: SessionState) -> [QualityLine] {
    func line(_ area: Area.ID?, _ questions: [Question]) -> QualityLine {
        let gaps = questions.flatMap { question in
            session.reviews.flatMap(\.entries).filter { $0.question == question.id }.compactMap { entry in
                guard case .rating(let peer)? = entry.own,
                    case .given(.rating(let own))? = session.response(to: question.id)
                else { return Int?.none }
                return abs(peer - own)
            }
        }
        return QualityLine(
            test: .challenged, area: area, value: share(gaps.reduce(0, +), of: gaps.count), found: [])
    }
    guard !session.reviews.isEmpty else { return [line(nil, [])] }
    return [line(nil, parts.flatMap(\.questions))] + parts.map { line($0.area, $0.questions) }
}

/// The share of areas that pass, of those with something to measure.
private func overall(_ test: QualityLine.Test, _ areas: [QualityLine]) -> QualityLine {
    let measured = areas.filter { $0.value != nil }
    let passing = measured.filter { $0.value == 1 }
    return QualityLine(
        test: test, area: nil, value: share(passing.count, of: measured.count),
        found: measured.filter { $0.value != 1 }.compactMap { $0.area.map { .area($0) } })
}

private func share(_ count: Int, of whole: Int) -> Double? {
    whole == 0 ? nil : Double(count) / Double(whole)
}

extension QualityLine.Side {
    /// Whether evidence of these kinds has what this asks for.
    fileprivate func isCovered(by kinds: Set<Evidence.Kind>) -> Bool {
        switch self {
        case .threeKinds: kinds.count >= kindsNeeded
        case .closeToChildren: !kinds.isDisjoint(with: [.frontline, .childrenAndFamilies])
        case .outside: !kinds.isDisjoint(with: [.partners, .inspection, .peers])
        }
    }
}
